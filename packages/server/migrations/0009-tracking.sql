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

-- Refuses a code for which the end of the phone number was guessed wrong five times within a quarter of
-- an hour, and says when to come back. Codes that do not exist are counted too, so that unknown and
-- wrong look the same.
create function mpp.refuse_guessing(p_regency text, p_code bytea)
returns jsonb language plpgsql as $$
declare
  v_since timestamptz;
begin
  perform pg_advisory_xact_lock(3, hashtext(p_regency || encode(p_code, 'hex')));
  select since into v_since
  from mpp.attempt
  where regency = p_regency and code = p_code and since > now() - interval '15 minutes'
    and failures >= 5;
  return case when found then jsonb_build_object('refused', 'too_many_requests', 'retryAfter',
    ceil(extract(epoch from v_since + interval '15 minutes' - now()))::int) end;
end $$;

-- Counts a wrong guess.
create function mpp.note_guess(p_regency text, p_code bytea)
returns void language plpgsql as $$
begin
  -- Each failure drops a few rows whose time is up, so that they never pile up.
  delete from mpp.attempt
  where regency = p_regency and code in (
    select code from mpp.attempt
    where regency = p_regency and since <= now() - interval '15 minutes'
    order by since limit 10
    for update skip locked);
  insert into mpp.attempt as known (regency, code, failures, since)
  values (p_regency, p_code, 1, now())
  on conflict (regency, code) do update set
    failures = case when known.since > now() - interval '15 minutes' then known.failures else 0 end + 1,
    since = case when known.since > now() - interval '15 minutes' then known.since else now() end;
end $$;

-- Gives the ticket for the code and the end of the phone number; few tries.
create function mpp.unlock(p_regency text, p_code bytea, p_phone_ending bytea)
returns jsonb language plpgsql as $$
declare
  v_refusal jsonb;
  v_booking mpp.booking;
begin
  perform mpp.enter(p_regency);
  v_refusal := mpp.refuse_guessing(p_regency, p_code);
  if v_refusal is not null then return v_refusal; end if;

  select * into v_booking
  from mpp.booking
  where regency = p_regency and code = p_code and (state = 'rescheduled') is not true
    and phone_ending = p_phone_ending;
  if found then return mpp.ticket(v_booking); end if;
  perform mpp.note_guess(p_regency, p_code);
  return '{"refused": "not_found"}';
end $$;
