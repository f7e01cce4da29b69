-- When services can be had.

-- The days asked for, as far as any is published, each open, full or closed for all the wanted services
-- together, with the times of the open ones; and the next day with room after them. A seat whose time is up counts as free,
-- one that is not yet released as taken.
create function mpp.availability(
  p_regency text, p_place text, p_services text[], p_from date default null, p_days int default 7)
returns jsonb language plpgsql as $$
declare
  v_regency mpp.regency;
  v_today date := mpp.today(p_regency);
  v_from date := coalesce(p_from, v_today);
  v_until date;
  v_last date;
  v_agencies int;
  v_days jsonb;
  v_next date := v_from + p_days;
begin
  perform mpp.enter(p_regency);
  select * into v_regency from mpp.regency where code = p_regency;
  v_until := v_today + v_regency.window_days - 1;
  v_last := least(v_from + p_days - 1, v_until);

  select case when count(*) = (select count(distinct s) from unnest(p_services) s)
    then count(distinct o.agency_id) end
  into v_agencies
  from mpp.offer o
  where o.regency = p_regency and o.place_id = p_place and o.service_id = any (p_services);
  if coalesce(v_agencies, 0) = 0 then return '{"refused": "not_found"}'; end if;
  if v_from < v_today then return '{"refused": "day_past"}'; end if;
  if v_from > v_until then return '{"refused": "day_beyond_window"}'; end if;

  with wanted as (
    select o.agency_id, jsonb_agg(o.service_id order by o.service_id) as services
    from mpp.offer o
    where o.regency = p_regency and o.place_id = p_place and o.service_id = any (p_services)
    group by o.agency_id
  ), time as (
    select s.service_day, s.id, s.starts_at, s.ends_at, s.agency_id, w.services,
      s.capacity - s.taken + due.seats as free
    from wanted w
    join mpp.slot s on s.regency = p_regency and s.place_id = p_place and s.agency_id = w.agency_id
    cross join lateral (
      select count(*)::int as seats
      from mpp.booking b
      where b.regency = p_regency and b.slot_id = s.id
        and b.seat_until <= now() and b.seat_until < 'infinity'
    ) due
    where s.service_day between v_from and v_last
      and s.is_open and not s.walk_in and s.starts_at > now()
  ), day as (
    select service_day, case when count(*) = v_agencies then min(free) end as free
    from (select service_day, sum(free)::int as free from time group by service_day, agency_id) a
    group by service_day
  ), choice as (
    select service_day, jsonb_agg(
      jsonb_build_object('id', id, 'startsAt', starts_at, 'endsAt', ends_at, 'agencyId', agency_id,
        'serviceIds', services, 'free', time.free)
      order by starts_at, agency_id) as slots
    from time join day using (service_day)
    where time.free > 0 and day.free > 0
    group by service_day
  )
  select jsonb_agg(
    jsonb_build_object(
      'date', d::date,
      'state', case when day.free > 0 then 'open' when day.free = 0 then 'full' else 'closed' end,
      'free', coalesce(day.free, 0),
      'slots', coalesce(choice.slots, '[]'))
    || case when day.free is not null then '{}'
      when h.day is not null then
        jsonb_build_object('reason', jsonb_build_object('id', h.name_id, 'en', h.name_en))
      when closure.reason is not null then jsonb_build_object('reason', closure.reason)
      else '{}' end
    order by d)
  into v_days
  from generate_series(v_from::timestamp, v_last, interval '1 day') d
  left join day on day.service_day = d::date
  left join choice on choice.service_day = d::date
  left join mpp.holiday h on h.day = d::date
    and (h.kind = 'national' or v_regency.closed_on_joint_leave)
  left join lateral (
    select e -> 'reason' as reason
    from wanted w
    join mpp.schedule c on c.regency = p_regency and c.place_id = p_place and c.agency_id = w.agency_id
    cross join jsonb_array_elements(c.exceptions) e
    where (e ->> 'date')::date = d::date and e ? 'reason' limit 1) closure on true;

  while v_next <= v_until and not mpp.has_room(p_regency, p_place, p_services, v_next) loop
    v_next := v_next + 1;
  end loop;

  return jsonb_build_object('today', v_today, 'until', v_until, 'timeZone', v_regency.time_zone,
    'days', v_days, 'next', case when v_next <= v_until then v_next end);
end $$;

-- Whether all the wanted services can be had on a day: no agency of theirs is without a free seat.
create function mpp.has_room(p_regency text, p_place text, p_services text[], p_day date)
returns boolean language plpgsql stable as $$
begin
  return not exists (
    select from mpp.offer o
    where o.regency = p_regency and o.place_id = p_place and o.service_id = any (p_services)
      and not exists (
        select from mpp.slot s
        where s.regency = p_regency and s.place_id = p_place and s.agency_id = o.agency_id
          and s.service_day = p_day and s.is_open and not s.walk_in and s.starts_at > now()
          and (s.taken < s.capacity or exists (
            select from mpp.booking b
            where b.regency = p_regency and b.slot_id = s.id
              and b.seat_until <= now() and b.seat_until < 'infinity'))));
end $$;
