-- Operations of one who has the code only.

-- Says where the booking with this code stands, and nothing of the person.
create function mpp.track(p_regency text, p_code bytea)
returns jsonb language plpgsql as $$
declare
  v_booking mpp.booking;
  v_timeline jsonb;
begin
  perform mpp.enter(p_regency);
  select * into v_booking
  from mpp.booking
  where regency = p_regency and code = p_code and (state = 'rescheduled') is not true;
  if not found then return '{"refused": "not_found"}'; end if;

  -- limit: one look for each step, whatever the planner thinks of how many there are.
  with recursive chain as (
    select v_booking.id as id, v_booking.replaces as replaces, 0 as step
    union all
    select b.id, b.replaces, c.step + 1
    from chain c cross join lateral (
      select id, replaces from mpp.booking where regency = p_regency and id = c.replaces limit 1) b
  )
  select jsonb_agg(jsonb_build_object('at', e.at, 'state', e.state) order by c.step desc, e.seq)
  into v_timeline
  from chain c cross join lateral (
    select * from mpp.status_event where regency = p_regency and booking_id = c.id limit 1000) e;

  if v_booking.state = 'held' and v_booking.seat_until <= now() then
    v_timeline := v_timeline || jsonb_build_object('at', v_booking.seat_until, 'state', 'expired');
  end if;
  return mpp.ticket(v_booking) - '{slotId,priority,extendable}'::text[]
    || jsonb_build_object('timeline', v_timeline);
end $$;

-- Gives the ticket for the code and the end of the phone number. After five failures within a
-- quarter of an hour it refuses, and says when to come back. Codes that do not exist are counted
-- too, so that unknown and wrong look the same.
create function mpp.unlock(p_regency text, p_code bytea, p_phone_ending bytea)
returns jsonb language plpgsql as $$
declare
  v_attempt mpp.attempt;
  v_booking mpp.booking;
begin
  perform mpp.enter(p_regency);
  perform pg_advisory_xact_lock(3, hashtext(p_regency || encode(p_code, 'hex')));
  select * into v_attempt
  from mpp.attempt
  where regency = p_regency and code = p_code and since > now() - interval '15 minutes';
  if v_attempt.failures >= 5 then
    return jsonb_build_object('refused', 'too_many_requests', 'retryAfter',
      ceil(extract(epoch from v_attempt.since + interval '15 minutes' - now()))::int);
  end if;

  select * into v_booking
  from mpp.booking
  where regency = p_regency and code = p_code and (state = 'rescheduled') is not true
    and phone_ending = p_phone_ending;
  if found then return mpp.ticket(v_booking); end if;

  -- Each failure drops a few rows whose time is up, so that they never pile up.
  delete from mpp.attempt
  where regency = p_regency and code in (
    select code from mpp.attempt
    where regency = p_regency and since <= now() - interval '15 minutes'
    order by since limit 10
    for update skip locked);
  insert into mpp.attempt (regency, code, failures, since)
  values (p_regency, p_code, coalesce(v_attempt.failures, 0) + 1, coalesce(v_attempt.since, now()))
  on conflict (regency, code) do update set failures = excluded.failures, since = excluded.since;
  return '{"refused": "not_found"}';
end $$;
