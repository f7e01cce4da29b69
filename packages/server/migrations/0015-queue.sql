-- The line at a place's counters today: for the board and for who waits, without a name, and for the
-- officers.

-- How long a visit takes at an agency's counters, in seconds: the middle half of the last thirty of
-- two weeks. Null when there were fewer than five: then nobody can know.
create function mpp.visit_seconds(p_regency text, p_place text, p_agency text, p_today date)
returns jsonb language plpgsql stable as $$
declare
  v_count int;
  v_quartiles float8[];
begin
  select count(*), percentile_cont(array[0.25, 0.75]) within group (order by seconds)
  into v_count, v_quartiles
  from (
    select extract(epoch from ended_at - called_at)::float8 as seconds
    from mpp.booking
    where regency = p_regency and place_id = p_place and agency_id = p_agency
      and service_day between p_today - 14 and p_today and seat_until is not null and number > 0
      and state = 'served' and ended_at > called_at
    order by service_day desc, ended_at desc limit 30) latest;
  if v_count < 5 then return null; end if;
  return jsonb_build_object('from', round(v_quartiles[1]), 'to', round(v_quartiles[2]));
end $$;

-- Who is at an agency's counters, latest call first.
create function mpp.calls(p_regency text, p_place text, p_agency text, p_today date)
returns jsonb language plpgsql stable as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
        'bookingId', id, 'number', number, 'counter', counter, 'state', state, 'at', called_at,
        'calls', calls)
      order by called_at desc), '[]')
    from mpp.booking
    where regency = p_regency and place_id = p_place and agency_id = p_agency
      and service_day = p_today and seat_until is not null and number > 0
      and state in ('called', 'serving'));
end $$;

-- At how many of an agency's counters somebody was called in the last half hour.
create function mpp.counters_at_work(p_regency text, p_place text, p_agency text, p_today date)
returns int language plpgsql stable as $$
begin
  return (
    select count(distinct counter)
    from mpp.booking
    where regency = p_regency and place_id = p_place and agency_id = p_agency
      and service_day = p_today and seat_until is not null and number > 0
      and (state in ('called', 'serving') or ended_at > now() - interval '30 minutes'));
end $$;

-- Says of each agency of a place who is called, how many wait, and how many may still come.
create function mpp.queue(p_regency text, p_place text)
returns jsonb language plpgsql as $$
declare
  v_today date;
  v_agencies text[];
  v_agency text;
  v_line jsonb;
  v_lines jsonb := '[]';
begin
  perform mpp.enter(p_regency);
  v_today := mpp.today(p_regency);
  select array_agg(distinct agency_id order by agency_id) into v_agencies
  from mpp.offer where regency = p_regency and place_id = p_place;
  if v_agencies is null then return '{"refused": "not_found"}'; end if;

  foreach v_agency in array v_agencies loop
    select jsonb_build_object(
      'agencyId', v_agency,
      'waiting', count(*) filter (where state = 'checked-in'),
      'waitingPriority', count(*) filter (where state = 'checked-in' and priority),
      'expected', count(*) filter (where state = 'booked' and ends_at > now()),
      'served', count(*) filter (where state = 'served'))
    into v_line
    from mpp.booking
    where regency = p_regency and place_id = p_place and agency_id = v_agency
      and service_day = v_today and seat_until is not null and number > 0;
    v_lines := v_lines || (v_line || jsonb_build_object(
      'calls', mpp.calls(p_regency, p_place, v_agency, v_today),
      'counters', mpp.counters_at_work(p_regency, p_place, v_agency, v_today),
      'seconds', mpp.visit_seconds(p_regency, p_place, v_agency, v_today),
      'walkInShare', coalesce((
        select walk_in_share from mpp.schedule
        where regency = p_regency and place_id = p_place and agency_id = v_agency), 0)));
  end loop;
  return jsonb_build_object('agencies', v_lines);
end $$;

-- Says to one with a code how many are before: here already, and booked before and able to come.
create function mpp.queue_position(p_regency text, p_code bytea)
returns jsonb language plpgsql as $$
declare
  v_today date;
  v_mine mpp.booking;
  v_here int;
  v_expected int;
begin
  perform mpp.enter(p_regency);
  v_today := mpp.today(p_regency);
  select * into v_mine
  from mpp.booking
  where regency = p_regency and code = p_code and (state = 'rescheduled') is not true;
  if not found then return '{"refused": "not_found"}'; end if;

  if v_mine.service_day = v_today and v_mine.state in ('booked', 'checked-in') then
    select count(*) filter (where state = 'checked-in'),
      count(*) filter (where state = 'booked' and ends_at > now())
    into v_here, v_expected
    from mpp.booking
    where regency = p_regency and place_id = v_mine.place_id and agency_id = v_mine.agency_id
      and service_day = v_today and seat_until is not null and number > 0
      and state in ('booked', 'checked-in') and id <> v_mine.id
      and (skips, not priority, number) < (v_mine.skips, not v_mine.priority, v_mine.number);
  end if;
  return mpp.visit(v_mine) - 'calls' || jsonb_build_object(
    'here', v_here,
    'expected', v_expected,
    'calls', mpp.calls(p_regency, v_mine.place_id, v_mine.agency_id, v_today),
    'counters', mpp.counters_at_work(p_regency, v_mine.place_id, v_mine.agency_id, v_today),
    'seconds', mpp.visit_seconds(p_regency, v_mine.place_id, v_mine.agency_id, v_today));
end $$;

-- Says to officers who waits and who is at the counters, in the order in which they will be called,
-- and who is still expected.
create function mpp.line(p_regency text, p_place text, p_agency text)
returns jsonb language plpgsql as $$
declare
  v_today date;
  v_visits jsonb;
begin
  perform mpp.enter(p_regency);
  v_today := mpp.today(p_regency);
  select coalesce(jsonb_agg(mpp.visit(b)
    order by b.state desc, b.skips, b.priority desc, b.number), '[]') into v_visits
  from mpp.booking b
  where regency = p_regency and place_id = p_place and agency_id = p_agency
    and service_day = v_today and seat_until is not null and number > 0
    and state in ('booked', 'checked-in', 'called', 'serving');
  return jsonb_build_object('visits', v_visits);
end $$;

-- Gives who comes, as it was encrypted, to an officer of the agency, on the day.
create function mpp.visitor(p_regency text, p_booking uuid, p_agencies text[])
returns jsonb language plpgsql as $$
declare
  v_booking mpp.booking;
begin
  perform mpp.enter(p_regency);
  select * into v_booking
  from mpp.booking
  where regency = p_regency and id = p_booking
    and (p_agencies is null or agency_id = any(p_agencies));
  if v_booking.id is null then return '{"refused": "not_found"}'; end if;
  return jsonb_build_object(
    'code', encode(v_booking.code, 'hex'), 'personal', encode(v_booking.personal, 'hex'));
end $$;

-- As in 0012.
do $$ begin
  if not exists (select from pg_extension where extname = 'citus') then return; end if;
  perform create_distributed_function(oid::regprocedure, 'p_regency', colocate_with => 'mpp.slot')
  from pg_proc
  where pronamespace = 'mpp'::regnamespace
    and proname in ('receive', 'call_again', 'transfer', 'queue', 'queue_position', 'line', 'visitor');
end $$;
