-- Running the mall: hours, closures and the rest are changed in the catalogue, and slots follow. Some who
-- have booked then have no time any more. A change is carried out whole, with what becomes of them, or
-- not at all: it is one transaction, which the server undoes where nobody has decided about them yet.
--
-- The locks, before those of 0002: 0 the regency's catalogue, an advisory one. Then the persons who are
-- concerned, and the slots of the days that change. Who books meanwhile waits for them, and then finds
-- the slot closed; or was quicker, and then is concerned, too.

-- The file that the catalogue was made from: managers change it, and it is given back as it came.
create table mpp.catalogue_file (
  regency text primary key,
  file    json not null
);

-- Whether no-shows were marked, once the day was over.
alter table mpp.published_day add column settled boolean not null default false;

do $$ begin
  if not exists (select from pg_extension where extname = 'citus') then return; end if;
  perform create_distributed_table('mpp.catalogue_file', 'regency', colocate_with => 'mpp.slot');
end $$;
alter table mpp.catalogue_file add foreign key (regency) references mpp.regency;
alter table mpp.catalogue_file enable row level security;
alter table mpp.catalogue_file force row level security;
create policy tenant on mpp.catalogue_file using (regency = current_setting('app.regency', true));

grant select on mpp.catalogue_file to mpp_app, mpp_operator;
grant insert, update on mpp.catalogue_file to mpp_operator;
grant insert on mpp.booking, mpp.idempotency to mpp_operator;  -- to move a booking

-- The days that can be booked and are not published as these schedules want them, with what they should
-- be: [{placeId, agencyId, date, slots}]. p_schedules: [{placeId, agencyId, dates}], dates null for all.
create function mpp.changed_days(p_regency text, p_schedules jsonb)
returns jsonb language plpgsql as $$
declare
  v_regency mpp.regency;
  v_today date := mpp.today(p_regency);
begin
  select * into v_regency from mpp.regency where code = p_regency;
  return (
    with wanted as (
      select c ->> 'placeId' as place_id, c ->> 'agencyId' as agency_id, d::date as day, case
          when s.regency is null or exists (
            select from mpp.holiday h
            where h.day = d::date and (h.kind = 'national' or v_regency.closed_on_joint_leave))
          then '[]' else mpp.plan_day(s, d::date, v_regency.time_zone) end as slots
      from jsonb_array_elements(p_schedules) c
      cross join generate_series(
        v_today::timestamp, v_today + v_regency.window_days - 1, interval '1 day') d
      left join mpp.schedule s on s.regency = p_regency and s.place_id = c ->> 'placeId'
        and s.agency_id = c ->> 'agencyId'
      where c -> 'dates' = 'null' or c -> 'dates' ? to_char(d, 'YYYY-MM-DD')
    )
    select coalesce(jsonb_agg(jsonb_build_object('placeId', w.place_id, 'agencyId', w.agency_id,
        'date', w.day, 'slots', w.slots) order by w.place_id, w.agency_id, w.day), '[]')
    from wanted w
    left join mpp.published_day p on p.regency = p_regency and p.place_id = w.place_id
      and p.agency_id = w.agency_id and p.service_day = w.day
    where p.plan is distinct from mpp.plan_hash(w.slots));
end $$;

-- Who has a place to come that these days will not have any more, or for a service that cannot be had
-- there any more. One at a time that is closed already was decided about before.
create function mpp.affected(
  p_regency text, p_days jsonb, p_gone jsonb, p_state mpp.booking_state)
returns setof mpp.booking language plpgsql as $$
begin
  return query
  select b.*
  from jsonb_array_elements(p_days) d
  cross join lateral (
    select coalesce(range_agg(tstzrange(
      (slot ->> 'startsAt')::timestamptz, (slot ->> 'endsAt')::timestamptz)), '{}') as hours
    from jsonb_array_elements(d -> 'slots') slot) plan
  join mpp.booking b on b.regency = p_regency and b.place_id = d ->> 'placeId'
    and b.agency_id = d ->> 'agencyId' and b.service_day = (d ->> 'date')::date
    and b.seat_until is not null and b.number > 0
  join mpp.slot s on s.regency = p_regency and s.id = b.slot_id
  where b.state = p_state and b.starts_at > now() and s.is_open
    and not plan.hours @> tstzrange(b.starts_at, b.ends_at)
  union
  select b.*
  from jsonb_array_elements(p_gone) g
  join mpp.published_day p on p.regency = p_regency and p.place_id = g ->> 'placeId'
    and p.service_day >= mpp.today(p_regency)
  join mpp.booking b on b.regency = p_regency and b.place_id = p.place_id
    and b.agency_id = p.agency_id and b.service_day = p.service_day
    and b.seat_until is not null and b.number > 0
  where b.service_id = g ->> 'serviceId' and b.state = p_state and b.starts_at > now();
end $$;

-- Moves a booking to the nearest time with room, so far ahead that one can hear of it. Null when there
-- is none.
create function mpp.move_to_nearest(p_booking mpp.booking, p_reason jsonb, p_officer text)
returns timestamptz language plpgsql as $$
declare
  v_slot mpp.slot;
  v_new uuid := gen_random_uuid();
  v_busy date[];
  v_answer jsonb;
begin
  -- Nobody comes twice on a day for the same.
  v_busy := array(
    select service_day from mpp.booking
    where regency = p_booking.regency and person = p_booking.person
      and service_id = p_booking.service_id and id <> p_booking.id
      and state in ('booked', 'checked-in', 'called', 'serving'));
  for v_slot in
    select s.*
    from mpp.slot s
    where s.regency = p_booking.regency and s.place_id = p_booking.place_id
      and s.agency_id = p_booking.agency_id and s.service_day >= mpp.today(p_booking.regency)
      and s.is_open and not s.walk_in and s.starts_at > now() + interval '2 hours'
      and s.taken < s.capacity
      and s.service_day <> all (v_busy)
    order by abs(extract(epoch from s.starts_at - p_booking.starts_at)), s.starts_at
  loop
    v_answer := mpp.reschedule(p_booking.regency, gen_random_uuid(), '', p_booking.id, null, v_new,
      v_slot.id, 'officer', p_officer);
    if not v_answer ? 'refused' then
      update mpp.booking set reason = p_reason where regency = p_booking.regency and id = v_new;
      return v_slot.starts_at;
    end if;
  end loop;
  return null;
end $$;

-- Publishes the days that changed, and does with those who booked them what was decided. It was decided
-- about a preview: these very bookings, and this very change (p_change, a hash). If they are others by
-- now, or nobody has decided, it answers what moving them would do, with "done": false, and is to be
-- undone. p_schedules: which have changed, as in changed_days. p_gone: services that cannot be had at a place any more, [{placeId, serviceId}].
create function mpp.carry_out(
  p_regency text, p_schedules jsonb, p_gone jsonb, p_change bytea, p_fingerprint text, p_choice text,
  p_reason jsonb, p_officer text)
returns jsonb language plpgsql as $$
declare
  v_days jsonb;
  v_day jsonb;
  v_person bytea;
  v_bookings mpp.booking[];
  v_booking mpp.booking;
  v_fingerprint text;
  v_done boolean;
  v_moves_to timestamptz;
  v_affected jsonb[] := '{}';
  v_kept jsonb;
begin
  perform mpp.enter(p_regency);
  v_days := mpp.changed_days(p_regency, p_schedules);
  for v_person in
    select distinct person from mpp.affected(p_regency, v_days, p_gone, 'booked')
    where person is not null order by person
  loop
    perform mpp.lock_person(p_regency, v_person);
  end loop;
  for v_day in select d from jsonb_array_elements(v_days) d loop
    perform from mpp.published_day
    where regency = p_regency and place_id = v_day ->> 'placeId' and agency_id = v_day ->> 'agencyId'
      and service_day = (v_day ->> 'date')::date
    for update;
    perform mpp.settle_day(
      p_regency, v_day ->> 'placeId', v_day ->> 'agencyId', (v_day ->> 'date')::date);
  end loop;

  -- Who is still filling in the form chooses another time.
  update mpp.booking set seat_until = now()
  where regency = p_regency and state = 'held' and seat_until > now() and seat_until < 'infinity'
    and id in (select id from mpp.affected(p_regency, v_days, p_gone, 'held'));
  select array_agg(b order by starts_at, agency_id, number, id) into v_bookings
  from mpp.affected(p_regency, v_days, p_gone, 'booked') b;
  v_fingerprint := encode(sha256(p_change || convert_to(coalesce((
    select string_agg(id::text, ',' order by id) from unnest(v_bookings)), ''), 'UTF8')), 'hex');
  v_done := v_bookings is null or coalesce(p_fingerprint = v_fingerprint, false);

  v_kept := mpp.publish_days(p_regency, v_days);
  foreach v_booking in array coalesce(v_bookings, '{}') loop
    v_moves_to := null;
    if not v_done or p_choice = 'move' then
      v_moves_to := mpp.move_to_nearest(v_booking, p_reason, p_officer);
    elsif p_choice = 'cancel' then
      update mpp.booking set state = 'cancelled', seat_until = now(), reason = p_reason
      where regency = p_regency and id = v_booking.id and state = 'booked'
      returning * into strict v_booking;
      perform mpp.write_event(v_booking, 'officer', p_officer);
    end if;
    v_affected := v_affected || jsonb_build_object('bookingId', v_booking.id,
      'number', v_booking.number, 'serviceId', v_booking.service_id, 'agencyId', v_booking.agency_id,
      'placeId', v_booking.place_id, 'date', v_booking.service_day, 'startsAt', v_booking.starts_at,
      'movesTo', v_moves_to);
  end loop;
  -- Days on which nobody is left can be made anew.
  if v_affected <> '{}' then v_kept := mpp.publish_days(p_regency, v_kept); end if;
  return jsonb_build_object('done', v_done, 'fingerprint', case when not v_done then v_fingerprint end,
    'affected', to_jsonb(v_affected), 'keptDays', (
      select coalesce(jsonb_agg(day - 'slots'), '[]') from jsonb_array_elements(v_kept) day));
end $$;

-- Publishes days, and answers those that kept their slots because somebody has booked.
create function mpp.publish_days(p_regency text, p_days jsonb)
returns jsonb language plpgsql as $$
declare
  v_day jsonb;
  v_kept jsonb := '[]';
begin
  for v_day in select d from jsonb_array_elements(p_days) d loop
    if (mpp.publish_day(p_regency, v_day ->> 'placeId', v_day ->> 'agencyId',
      (v_day ->> 'date')::date, v_day -> 'slots') ->> 'kept')::boolean
    then
      v_kept := v_kept || v_day;
    end if;
  end loop;
  return v_kept;
end $$;

-- Marks who booked and did not come, once the day is over. Each day is looked at once, by the bookings'
-- numbers: no index is needed that every booking would have to write. At most so many days at a time:
-- says how many, to be called until it is none.
create function mpp.mark_no_shows(p_regency text, p_most int)
returns int language plpgsql as $$
declare
  v_day mpp.published_day;
  v_booking mpp.booking;
  v_count int := 0;
begin
  perform mpp.enter(p_regency);
  for v_day in
    select * from mpp.published_day
    where regency = p_regency and service_day < mpp.today(p_regency) and not settled
    order by service_day limit p_most
    for update skip locked
  loop
    for v_booking in
      update mpp.booking set state = 'no-show'
      where regency = p_regency and place_id = v_day.place_id and agency_id = v_day.agency_id
        and service_day = v_day.service_day and seat_until is not null and number > 0
        and state = 'booked'
      returning *
    loop
      perform mpp.write_event(v_booking, 'clock');
    end loop;
    update mpp.published_day set settled = true
    where regency = p_regency and place_id = v_day.place_id and agency_id = v_day.agency_id
      and service_day = v_day.service_day;
    v_count := v_count + 1;
  end loop;
  return v_count;
end $$;

-- As in 0012.
do $$ begin
  if not exists (select from pg_extension where extname = 'citus') then return; end if;
  perform create_distributed_function(oid::regprocedure, 'p_regency', colocate_with => 'mpp.slot')
  from pg_proc
  where pronamespace = 'mpp'::regnamespace and proname in ('carry_out', 'mark_no_shows');
end $$;
