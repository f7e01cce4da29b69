-- Parts: what the operations are made of.

-- Opens a call: names the tenant, bounds every wait, and looks whether this key was answered before.
-- A twin in flight holds the key's lock: we wait for it, and then give its answer.
create function mpp.enter(p_regency text, p_key uuid default null, p_request bytea default null)
returns jsonb language plpgsql as $$
declare
  v_answer jsonb;
begin
  perform set_config('app.regency', p_regency, true), set_config('lock_timeout', '2s', true);
  if p_key is null then return null; end if;

  perform pg_advisory_xact_lock(1, hashtext(p_regency || p_key));
  select case when request = p_request then answer else '{"refused": "key_reused"}' end
  into v_answer
  from mpp.idempotency where regency = p_regency and key = p_key;
  return v_answer;
end $$;

-- Closes a call that succeeded.
create function mpp.remember(p_regency text, p_key uuid, p_request bytea, p_answer jsonb)
returns jsonb language plpgsql as $$
begin
  insert into mpp.idempotency (regency, key, request, answer)
  values (p_regency, p_key, p_request, p_answer);
  return p_answer;
end $$;

-- Whoever is about to claim a day for a person waits here for that person's other calls.
create function mpp.lock_person(p_regency text, p_person bytea)
returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(2, hashtext(p_regency || encode(p_person, 'hex')));
end $$;

create function mpp.has_booking(
  p_regency text, p_person bytea, p_service text, p_day date, p_besides uuid default null)
returns boolean language plpgsql as $$
begin
  return exists (
    select from mpp.booking
    where regency = p_regency and person = p_person and service_id = p_service and service_day = p_day
      and state in ('booked', 'checked-in', 'called', 'serving') and id is distinct from p_besides);
end $$;

-- Refuses a person who has given back three seats of a day that have not come free yet, and says when
-- to come back: else one phone could empty a day, by taking its seats and giving them back.
create function mpp.refuse_restless(p_regency text, p_person bytea, p_day date)
returns jsonb language plpgsql as $$
declare
  v_free_at timestamptz;
begin
  select seat_until into v_free_at
  from mpp.booking
  where regency = p_regency and person = p_person and service_day = p_day
    and seat_until > now() and seat_until < 'infinity'
  order by seat_until desc offset 2 limit 1;
  return case when found then jsonb_build_object('refused', 'too_many_requests', 'retryAfter',
    ceil(extract(epoch from v_free_at - now()))::int) end;
end $$;

-- Locks a slot that can be booked for this service now. One that is plainly closed or full is
-- neither locked nor found, so that a crowd before it writes nothing.
create function mpp.lock_slot(p_regency text, p_slot uuid, p_service text)
returns mpp.slot language plpgsql as $$
declare
  v_slot mpp.slot;
begin
  select s.* into v_slot
  from mpp.slot s
  where s.regency = p_regency and s.id = p_slot
    and s.is_open and not s.walk_in and s.starts_at > now()
    and exists (
      select from mpp.offer o
      where o.regency = p_regency and o.place_id = s.place_id and o.service_id = p_service
        and o.agency_id = s.agency_id)
    and (s.taken < s.capacity or exists (
      select from mpp.booking b
      where b.regency = p_regency and b.slot_id = s.id
        and b.seat_until <= now() and b.seat_until < 'infinity'))
  for update of s;
  return v_slot;
end $$;

-- Says why lock_slot or take_seat found nothing.
create function mpp.refuse_slot(p_regency text, p_slot uuid, p_service text)
returns jsonb language plpgsql as $$
begin
  return case when exists (
      select from mpp.slot s
      join mpp.offer o on o.regency = s.regency and o.place_id = s.place_id
        and o.agency_id = s.agency_id and o.service_id = p_service
      where s.regency = p_regency and s.id = p_slot
        and s.is_open and not s.walk_in and s.starts_at > now())
    then '{"refused": "slot_full"}' else '{"refused": "slot_closed"}' end;
end $$;

-- Takes back the seats of a locked slot whose time is up, and says how many.
create function mpp.reclaim_seats(p_slot mpp.slot)
returns int language plpgsql as $$
declare
  v_booking mpp.booking;
  v_count int := 0;
begin
  for v_booking in
    update mpp.booking
    set seat_until = null, state = case when state = 'held' then 'expired' else state end
    where regency = p_slot.regency and slot_id = p_slot.id
      and seat_until <= now() and seat_until < 'infinity'
    returning *
  loop
    v_count := v_count + 1;
    if v_booking.state = 'expired' then perform mpp.write_event(v_booking, 'clock'); end if;
  end loop;
  return v_count;
end $$;

-- Takes the smallest free seat of a locked slot; null, and nothing changed, when there is none.
create function mpp.take_seat(p_slot mpp.slot)
returns int language plpgsql as $$
declare
  v_taken int := p_slot.taken;
  v_seat int;
begin
  if v_taken = p_slot.capacity then
    v_taken := v_taken - mpp.reclaim_seats(p_slot);
  end if;
  if v_taken = p_slot.capacity then return null; end if;

  -- As many owners as seats up to the highest: they sit without a gap. Nothing is looked up then, and
  -- nothing can be looked up slowly by a plan that was made while the tables were small.
  if v_taken = p_slot.highest_seat then
    v_seat := v_taken + 1;
  else
    v_seat := mpp.first_gap(p_slot);
  end if;

  update mpp.slot set taken = v_taken + 1, highest_seat = greatest(highest_seat, v_seat)
  where regency = p_slot.regency and id = p_slot.id;
  return v_seat;
end $$;

-- The smallest free seat of a locked slot in which somebody sits beyond it. Planned anew each time: a
-- plan from a new database's first hour reads all bookings of the regency in a busier one.
create function mpp.first_gap(p_slot mpp.slot)
returns int language plpgsql set plan_cache_mode = force_custom_plan as $$
begin
  return (
    select n
    from generate_series(1, p_slot.highest_seat) n
    where not exists (
      select from mpp.booking
      where regency = p_slot.regency and slot_id = p_slot.id and seat = n and seat_until is not null)
    order by n limit 1);
end $$;

-- Begins a booking on a seat just taken. The caller has filled in what the slot does not know.
create function mpp.begin_booking(
  p_new mpp.booking, p_slot mpp.slot, p_seat int, p_actor mpp.actor, p_officer text default null)
returns jsonb language plpgsql as $$
begin
  p_new.regency := p_slot.regency;
  p_new.slot_id := p_slot.id;
  p_new.place_id := p_slot.place_id;
  p_new.agency_id := p_slot.agency_id;
  p_new.starts_at := p_slot.starts_at;
  p_new.ends_at := p_slot.ends_at;
  p_new.number := p_slot.first_number + p_seat - 1;
  p_new.priority := coalesce(p_new.priority, false);
  p_new.extended := false;
  insert into mpp.booking (
    regency, id, slot_id, place_id, agency_id, service_day, starts_at, ends_at, service_id, seat,
    number, state, seat_until, code, secret, person, phone_ending, personal, priority, replaces)
  values (
    p_slot.regency, p_new.id, p_slot.id, p_slot.place_id, p_slot.agency_id, p_slot.service_day,
    p_slot.starts_at, p_slot.ends_at, p_new.service_id, p_seat,
    p_new.number, p_new.state, p_new.seat_until, p_new.code, p_new.secret, p_new.person,
    p_new.phone_ending, p_new.personal, p_new.priority, p_new.replaces);
  perform mpp.write_event(p_new, p_actor, p_officer);
  return mpp.ticket(p_new);
end $$;

-- Finds and locks a booking for one who may change it: the citizen by the secret, the officer by
-- having been let in. Unknown and not allowed look the same.
create function mpp.lock_booking(p_regency text, p_booking uuid, p_secret bytea, p_actor mpp.actor)
returns mpp.booking language plpgsql as $$
declare
  v_booking mpp.booking;
begin
  select * into v_booking
  from mpp.booking
  where regency = p_regency and id = p_booking and (secret = p_secret or p_actor = 'officer')
  for update;
  return v_booking;
end $$;

-- Adds a line to the history of a booking that we have locked or just made, and to the outbox (0019).
create function mpp.write_event(
  p_booking mpp.booking, p_actor mpp.actor, p_officer text default null)
returns void language plpgsql as $$
declare
  v_seq int;
  v_last bytea;
  v_at timestamptz := clock_timestamp();
begin
  select seq, hash into v_seq, v_last
  from mpp.status_event
  where regency = p_booking.regency and booking_id = p_booking.id
  order by seq desc limit 1;
  v_seq := coalesce(v_seq, 0) + 1;

  insert into mpp.status_event (regency, booking_id, seq, at, actor, officer, state, hash)
  values (p_booking.regency, p_booking.id, v_seq, v_at, p_actor, p_officer, p_booking.state,
    mpp.event_hash(v_last, p_booking.regency, p_booking.id, v_seq, v_at, p_actor, p_officer,
      p_booking.state));
  perform mpp.announce(p_booking.regency, 'booking', p_booking.id, v_seq, p_booking.state::text, v_at);
end $$;

create function mpp.event_hash(
  p_last bytea, p_regency text, p_booking uuid, p_seq int, p_at timestamptz, p_actor mpp.actor,
  p_officer text, p_state mpp.booking_state)
returns bytea language sql stable as $$
  select sha256(coalesce(p_last, '') || convert_to(concat_ws('/', p_regency, p_booking, p_seq,
    (extract(epoch from p_at) * 1000000)::bigint, p_actor, p_officer, p_state), 'UTF8'))
$$;

-- What a booking's owner is told. A hold whose time is up has expired, even if nobody took the seat
-- back yet.
create function mpp.ticket(p_booking mpp.booking)
returns jsonb language sql stable as $$
  select jsonb_build_object(
    'id', p_booking.id,
    'slotId', p_booking.slot_id,
    'state', case when p_booking.state = 'held' and p_booking.seat_until <= now()
      then 'expired' else p_booking.state end,
    'number', p_booking.number,
    'serviceId', p_booking.service_id,
    'agencyId', p_booking.agency_id,
    'placeId', p_booking.place_id,
    'startsAt', p_booking.starts_at,
    'endsAt', p_booking.ends_at,
    'heldUntil', case when p_booking.state = 'held' and p_booking.seat_until > now()
      then p_booking.seat_until end,
    'priority', p_booking.priority,
    'extendable', p_booking.state = 'held' and not p_booking.extended and p_booking.seat_until > now())
    || case when p_booking.reason is null then '{}'
      else jsonb_build_object('reason', p_booking.reason) end
$$;

create function mpp.today(p_regency text)
returns date language plpgsql stable as $$
begin
  return (select (now() at time zone time_zone)::date from mpp.regency where code = p_regency);
end $$;
