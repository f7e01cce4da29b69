-- Operations of the operator: slots from schedules, and slots that change.
--
-- A day's slots are made from its plan. Where the plan has changed since (hours, quota, a holiday)
-- and no seat has an owner, the day is made anew. One with owners keeps its slots and numbers; those
-- outside the new plan's hours are closed, so that nobody else comes then, and the day is reported.

-- The slots that a schedule makes of a day: the hours of that weekday, or of that date where it is an
-- exception, without the breaks, cut into lengths of slot_minutes, and the day's quota spread evenly over them.
-- What is kept of it for people who walk in is spread as evenly, in slots of its own at the same times.
create function mpp.plan_day(p_schedule mpp.schedule, p_day date, p_zone text)
returns jsonb language sql stable as $$
  with exception as (
    select e -> 'hours' as hours
    from jsonb_array_elements(p_schedule.exceptions) e
    where (e ->> 'date')::date = p_day
  ), entry as (
    select h
    from jsonb_array_elements(p_schedule.opening_hours) h
    where not exists (select from exception) and h -> 'days' ?
      (array['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])[extract(isodow from p_day)::int]
    union all
    select h from exception e, jsonb_array_elements(e.hours) h
  ), hours as (
    select h -> 'breaks' as breaks,
      tsrange(p_day + (h ->> 'open')::time, p_day + (h ->> 'close')::time) as hours
    from entry
  ), spans as (
    select unnest(
      (select range_agg(hours) from hours)
      - coalesce((
          select range_agg(tsrange(p_day + (b ->> 'from')::time, p_day + (b ->> 'to')::time))
          from hours, jsonb_array_elements(breaks) b), '{}')) as span
  ), starts as (
    select start, row_number() over (order by start) - 1 as i, count(*) over () as n
    from spans, generate_series(lower(span),
      upper(span) - make_interval(mins => p_schedule.slot_minutes),
      make_interval(mins => p_schedule.slot_minutes)) start
  ), times as (
    select start, i * p_schedule.daily_quota / n as before,
      (i + 1) * p_schedule.daily_quota / n as after
    from starts
  ), seats as (
    select start, after - before as all_seats,
      after * p_schedule.walk_in_share / 100 - before * p_schedule.walk_in_share / 100 as kept_seats
    from times
  )
  select coalesce(jsonb_agg(jsonb_build_object(
      'startsAt', start at time zone p_zone,
      'endsAt', (start + make_interval(mins => p_schedule.slot_minutes)) at time zone p_zone,
      'capacity', capacity)
    || case when walk_in then '{"walkIn": true}'::jsonb else '{}' end
    order by start, walk_in), '[]')
  from seats cross join lateral (
    values (false, all_seats - kept_seats), (true, kept_seats)) door (walk_in, capacity)
  where capacity > 0
$$;

-- The same for the same slots, in whatever zone the session writes their times.
create function mpp.plan_hash(p_slots jsonb)
returns bytea language sql stable as $$
  select sha256(convert_to(coalesce(string_agg(concat_ws('/',
      extract(epoch from (slot ->> 'startsAt')::timestamptz)::bigint,
      extract(epoch from (slot ->> 'endsAt')::timestamptz)::bigint, slot ->> 'capacity',
      slot ->> 'walkIn'),
    ',' order by i), ''), 'UTF8'))
  from jsonb_array_elements(p_slots) with ordinality list (slot, i)
$$;

-- Makes a day's slots be these, numbered from 1 in the order given. Answers how many it made,
-- and whether it kept the old ones because somebody has a seat. Asked twice, it changes nothing.
create function mpp.publish_day(
  p_regency text, p_place text, p_agency text, p_day date, p_slots jsonb)
returns jsonb language plpgsql as $$
declare
  v_plan bytea := mpp.plan_hash(p_slots);
  v_last bytea;
  v_there jsonb;
  v_hours tstzmultirange;
  v_closed tstzmultirange;
  v_created int := 0;
begin
  perform mpp.enter(p_regency);
  if exists (
    select from mpp.published_day
    where regency = p_regency and place_id = p_place and agency_id = p_agency
      and service_day = p_day and plan = v_plan)
  then
    return '{"created": 0, "kept": false}';
  end if;

  -- Two servers at once: the second waits here, and finds the plan carried out.
  insert into mpp.published_day as p (regency, place_id, agency_id, service_day, plan)
  values (p_regency, p_place, p_agency, p_day, '')
  on conflict (regency, place_id, agency_id, service_day) do update set plan = p.plan
  returning plan into v_last;
  if v_last = v_plan then return '{"created": 0, "kept": false}'; end if;

  v_there := mpp.settle_day(p_regency, p_place, p_agency, p_day);
  select coalesce(range_agg(tstzrange(
    (slot ->> 'startsAt')::timestamptz, (slot ->> 'endsAt')::timestamptz)), '{}')
  into v_hours
  from jsonb_array_elements(p_slots) slot;

  if (v_there ->> 'owned')::boolean then
    update mpp.slot
    set is_open = not is_open, unplanned = is_open
    where regency = p_regency and place_id = p_place and agency_id = p_agency and service_day = p_day
      and capacity > 0 and (is_open or unplanned)
      and is_open <> (v_hours @> tstzrange(starts_at, ends_at));
    if mpp.plan_hash(v_there -> 'slots') <> v_plan then
      -- To be looked at again, whatever is wanted then.
      update mpp.published_day set plan = ''
      where regency = p_regency and place_id = p_place and agency_id = p_agency
        and service_day = p_day and plan <> '';
      return '{"created": 0, "kept": true}';
    end if;
  else
    -- What was closed by hand stays closed.
    select range_agg(tstzrange(starts_at, ends_at)) into v_closed
    from mpp.slot
    where regency = p_regency and place_id = p_place and agency_id = p_agency and service_day = p_day
      and not is_open and not unplanned;
    v_created := mpp.remake_day(p_regency, p_place, p_agency, p_day, p_slots, v_closed);
  end if;

  update mpp.published_day set plan = v_plan
  where regency = p_regency and place_id = p_place and agency_id = p_agency and service_day = p_day;
  return jsonb_build_object('created', v_created, 'kept', false);
end $$;

-- Locks a day's slots, so that nobody books while we look, and takes back the seats whose
-- time is up. Answers the slots, and whether any seat has an owner.
create function mpp.settle_day(p_regency text, p_place text, p_agency text, p_day date)
returns jsonb language plpgsql as $$
declare
  v_slot mpp.slot;
  v_back int;
  v_owned boolean := false;
  v_slots jsonb := '[]';
begin
  for v_slot in
    select * from mpp.slot
    where regency = p_regency and place_id = p_place and agency_id = p_agency and service_day = p_day
    order by first_number
    for update
  loop
    v_back := mpp.reclaim_seats(v_slot);
    if v_back > 0 then
      update mpp.slot set taken = taken - v_back where regency = p_regency and id = v_slot.id;
    end if;
    v_owned := v_owned or v_slot.taken > v_back;
    if v_slot.capacity > 0 then
      v_slots := v_slots || (
        jsonb_build_object('startsAt', v_slot.starts_at, 'endsAt', v_slot.ends_at,
          'capacity', v_slot.capacity)
        || case when v_slot.walk_in then '{"walkIn": true}'::jsonb else '{}' end);
    end if;
  end loop;
  return jsonb_build_object('owned', v_owned, 'slots', v_slots);
end $$;

-- Makes the slots of a locked day in which no seat has an owner. A slot that somebody once booked stays
-- for that booking's sake: as the new one that begins then, or without a seat.
create function mpp.remake_day(
  p_regency text, p_place text, p_agency text, p_day date, p_slots jsonb, p_closed tstzmultirange)
returns int language plpgsql as $$
declare
  v_created int;
begin
  -- Most days are new.
  if exists (
    select from mpp.slot
    where regency = p_regency and place_id = p_place and agency_id = p_agency and service_day = p_day)
  then
    delete from mpp.slot s
    where s.regency = p_regency and s.place_id = p_place and s.agency_id = p_agency
      and s.service_day = p_day
      and not exists (select from mpp.booking b where b.regency = p_regency and b.slot_id = s.id);
    update mpp.slot
    set capacity = 0, highest_seat = 0, is_open = false, unplanned = is_open or unplanned
    where regency = p_regency and place_id = p_place and agency_id = p_agency and service_day = p_day;
  end if;

  insert into mpp.slot (regency, id, place_id, agency_id, service_day, starts_at, ends_at, capacity,
    first_number, walk_in, is_open)
  select p_regency, gen_random_uuid(), p_place, p_agency, p_day, starts_at, ends_at, capacity,
    first_number, walk_in, not coalesce(p_closed && tstzrange(starts_at, ends_at), false)
  from (
    select (slot ->> 'startsAt')::timestamptz as starts_at,
      (slot ->> 'endsAt')::timestamptz as ends_at, (slot ->> 'capacity')::int as capacity,
      coalesce((slot ->> 'walkIn')::boolean, false) as walk_in,
      1 + coalesce(sum((slot ->> 'capacity')::int) over (
        order by i rows between unbounded preceding and 1 preceding), 0)::int as first_number
    from jsonb_array_elements(p_slots) with ordinality list (slot, i)) wanted
  on conflict (regency, place_id, agency_id, starts_at, walk_in) do update
  set ends_at = excluded.ends_at, capacity = excluded.capacity, first_number = excluded.first_number,
    is_open = excluded.is_open, unplanned = false;
  get diagnostics v_created = row_count;
  return v_created;
end $$;

-- Publishes what one schedule makes of the days that can be booked. Answers how many slots it made,
-- and the days whose old slots it kept.
create function mpp.publish_schedule(p_regency text, p_place text, p_agency text)
returns jsonb language plpgsql as $$
declare
  v_regency mpp.regency;
  v_schedule mpp.schedule;
  v_today date := mpp.today(p_regency);
  v_day date;
  v_rest boolean;
  v_slots jsonb;
  v_answer jsonb;
  v_created int := 0;
  v_kept jsonb := '[]';
begin
  perform mpp.enter(p_regency);
  select * into v_regency from mpp.regency where code = p_regency;
  select * into v_schedule
  from mpp.schedule where regency = p_regency and place_id = p_place and agency_id = p_agency;

  for i in 0 .. v_regency.window_days - 1 loop
    v_day := v_today + i;
    v_rest := exists (
      select from mpp.holiday
      where day = v_day and (kind = 'national' or v_regency.closed_on_joint_leave));
    v_slots := case when v_rest or v_schedule.regency is null then '[]'
      else mpp.plan_day(v_schedule, v_day, v_regency.time_zone) end;
    v_answer := mpp.publish_day(p_regency, p_place, p_agency, v_day, v_slots);
    v_created := v_created + (v_answer ->> 'created')::int;
    if (v_answer ->> 'kept')::boolean then v_kept := v_kept || to_jsonb(v_day); end if;
  end loop;
  return jsonb_build_object('created', v_created, 'kept', v_kept);
end $$;

-- Closes a slot. With bookings it refuses and says how many, unless they are to be cancelled with it.
-- Who has been called already is served. Asked twice, it answers the same.
create function mpp.close_slot(p_regency text, p_slot uuid, p_cancel boolean default false)
returns jsonb language plpgsql as $$
declare
  v_slot mpp.slot;
  v_count int;
  v_free_at timestamptz := mpp.release_time(p_regency);
  v_booking mpp.booking;
begin
  perform mpp.enter(p_regency);
  select * into v_slot from mpp.slot where regency = p_regency and id = p_slot for update;
  if not found then return '{"refused": "not_found"}'; end if;

  select count(*) into v_count
  from mpp.booking
  where regency = p_regency and slot_id = p_slot and seat_until > now()
    and state in ('held', 'booked', 'checked-in');
  if v_count > 0 and not coalesce(p_cancel, false) then
    return jsonb_build_object('refused', 'slot_has_bookings', 'bookings', v_count);
  end if;

  v_count := 0;
  for v_booking in
    update mpp.booking set state = 'cancelled', seat_until = least(seat_until, v_free_at)
    where regency = p_regency and slot_id = p_slot and seat_until > now()
      and state in ('held', 'booked', 'checked-in')
    returning *
  loop
    v_count := v_count + 1;
    perform mpp.write_event(v_booking, 'officer');
  end loop;
  update mpp.slot set is_open = false, unplanned = false where regency = p_regency and id = p_slot;
  return jsonb_build_object('id', p_slot, 'cancelled', v_count);
end $$;

-- Changes how many seats a slot has: never fewer than up to the last one that is owned, and never so
-- many that its numbers run into another slot's.
create function mpp.set_capacity(p_regency text, p_slot uuid, p_capacity int)
returns jsonb language plpgsql as $$
declare
  v_slot mpp.slot;
  v_taken int;
  v_last int;
begin
  perform mpp.enter(p_regency);
  select * into v_slot from mpp.slot where regency = p_regency and id = p_slot for update;
  if not found then return '{"refused": "not_found"}'; end if;

  v_taken := v_slot.taken - mpp.reclaim_seats(v_slot);
  select coalesce(max(seat), 0) into v_last
  from mpp.booking where regency = p_regency and slot_id = p_slot and seat_until is not null;
  update mpp.slot set taken = v_taken, highest_seat = v_last
  where regency = p_regency and id = p_slot;
  if p_capacity < v_last then
    return jsonb_build_object('refused', 'slot_has_bookings', 'capacity', v_last);
  end if;
  begin
    update mpp.slot set capacity = p_capacity where regency = p_regency and id = p_slot;
  exception when exclusion_violation then
    return '{"refused": "numbers_taken"}';
  end;
  return jsonb_build_object('id', p_slot, 'capacity', p_capacity);
end $$;
