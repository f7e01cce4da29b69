-- Operations of the counter. Each officer acts for some agencies, or for all of them (null): what
-- belongs to another agency is not found.

-- What an officer is told of a visit. Who comes is asked for by itself (visitor).
create function mpp.visit(p_booking mpp.booking)
returns jsonb language sql stable as $$
  select mpp.ticket(p_booking) - '{slotId,heldUntil,extendable}'::text[] || jsonb_build_object(
    'counter', p_booking.counter,
    'calledAt', p_booking.called_at,
    'calls', p_booking.calls,
    'skips', p_booking.skips)
$$;

create function mpp.lock_visit(p_regency text, p_booking uuid, p_agencies text[])
returns mpp.booking language plpgsql as $$
declare
  v_booking mpp.booking;
begin
  select * into v_booking
  from mpp.booking
  where regency = p_regency and id = p_booking
    and (p_agencies is null or agency_id = any(p_agencies))
  for update;
  return v_booking;
end $$;

-- Takes a seat for one who is here now: a walk-in seat that is still ahead or running, or a bookable
-- seat left over in a slot that is running. A seat is sold through one door at a time: a bookable
-- one online before its slot begins, and here after that.
create type mpp.taken_seat as (slot mpp.slot, seat int);

create function mpp.take_seat_now(p_regency text, p_place text, p_service text, p_today date)
returns mpp.taken_seat language plpgsql as $$
declare
  v_slot mpp.slot;
  v_seat int;
begin
  while v_seat is null loop
    select s.* into v_slot
    from mpp.slot s
    join mpp.offer o on o.regency = s.regency and o.place_id = s.place_id
      and o.agency_id = s.agency_id and o.service_id = p_service
    where s.regency = p_regency and s.place_id = p_place and s.service_day = p_today
      and s.is_open and s.ends_at > now() and (s.walk_in or s.starts_at <= now())
      and (s.taken < s.capacity or exists (
        select from mpp.booking b
        where b.regency = p_regency and b.slot_id = s.id
          and b.seat_until <= now() and b.seat_until < 'infinity'))
    order by s.first_number limit 1
    for update of s;
    if not found then return null; end if;
    v_seat := mpp.take_seat(v_slot);
  end loop;
  return row(v_slot, v_seat);
end $$;

create function mpp.begin_visit(
  p_new mpp.booking, p_slot mpp.slot, p_seat int, p_actor mpp.actor, p_officer text)
returns jsonb language plpgsql as $$
begin
  return mpp.begin_booking(p_new, p_slot, p_seat, p_actor, p_officer)
    - '{slotId,heldUntil,extendable}'::text[]
    || '{"counter": null, "calledAt": null, "calls": 0, "skips": 0}';
end $$;

-- Gives a number to one who is here without a booking.
create function mpp.walk_in(
  p_regency text, p_key uuid, p_request bytea,
  p_booking uuid, p_place text, p_service text, p_code bytea, p_secret bytea,
  p_person bytea, p_personal bytea, p_phone_ending bytea, p_priority boolean, p_actor mpp.actor,
  p_officer text)
returns jsonb language plpgsql as $$
declare
  v_answer jsonb := mpp.enter(p_regency, p_key, p_request);
  v_today date := mpp.today(p_regency);
  v_taken mpp.taken_seat;
  v_new mpp.booking;
begin
  if v_answer is not null then return v_answer; end if;

  perform mpp.lock_person(p_regency, p_person);
  if mpp.has_booking(p_regency, p_person, p_service, v_today) then
    return '{"refused": "already_booked"}';
  end if;
  v_taken := mpp.take_seat_now(p_regency, p_place, p_service, v_today);
  if v_taken.seat is null then return '{"refused": "slot_full"}'; end if;

  v_new.id := p_booking;
  v_new.service_id := p_service;
  v_new.state := 'checked-in';
  v_new.seat_until := 'infinity';
  v_new.code := p_code;
  v_new.secret := p_secret;
  v_new.person := p_person;
  v_new.personal := p_personal;
  v_new.phone_ending := p_phone_ending;
  v_new.priority := p_priority;
  return mpp.remember(p_regency, p_key, p_request,
    mpp.begin_visit(v_new, v_taken.slot, v_taken.seat, p_actor, p_officer));
end $$;

-- Notes that one who booked is here: found by the code that the ticket says.
create function mpp.receive(
  p_regency text, p_code bytea, p_priority boolean, p_officer text, p_agencies text[])
returns jsonb language plpgsql as $$
declare
  v_id uuid;
  v_booking mpp.booking;
begin
  perform mpp.enter(p_regency);
  select id into v_id
  from mpp.booking
  where regency = p_regency and code = p_code and (state = 'rescheduled') is not true;
  v_booking := mpp.lock_visit(p_regency, v_id, p_agencies);
  if v_booking.id is null then return '{"refused": "not_found"}'; end if;
  if v_booking.state = 'checked-in' and v_booking.priority = coalesce(p_priority, v_booking.priority)
  then
    return mpp.visit(v_booking);
  end if;
  if v_booking.state not in ('booked', 'checked-in') then return '{"refused": "wrong_state"}'; end if;
  if v_booking.service_day <> mpp.today(p_regency) then return '{"refused": "not_today"}'; end if;

  update mpp.booking set state = 'checked-in', priority = coalesce(p_priority, priority)
  where regency = p_regency and id = v_id
  returning * into v_booking;
  perform mpp.write_event(v_booking, 'officer', p_officer);
  return mpp.visit(v_booking);
end $$;

-- Calls the next number to a counter that is done with the one before. The rule: of those who are
-- here, who was not skipped before who was, then priority, then by number. Two officers at the same
-- instant pass over each other's row; the same counter twice waits for itself.
create function mpp.call_next(
  p_regency text, p_key uuid, p_request bytea, p_place text, p_agency text, p_counter int,
  p_officer text)
returns jsonb language plpgsql as $$
declare
  v_answer jsonb := mpp.enter(p_regency, p_key, p_request);
  v_today date := mpp.today(p_regency);
  v_booking mpp.booking;
begin
  if v_answer is not null then return v_answer; end if;

  perform pg_advisory_xact_lock(4, hashtext(p_regency || p_place || p_counter));
  if exists (
    select from mpp.booking
    where regency = p_regency and place_id = p_place and agency_id = p_agency
      and service_day = v_today and state in ('called', 'serving') and counter = p_counter
      and seat_until is not null and number > 0)
  then
    return '{"refused": "counter_busy"}';
  end if;
  select * into v_booking
  from mpp.booking
  where regency = p_regency and place_id = p_place and agency_id = p_agency
    and service_day = v_today and state = 'checked-in' and seat_until is not null and number > 0
  order by skips, priority desc, number limit 1
  for update skip locked;
  if not found then return '{"refused": "queue_empty"}'; end if;

  update mpp.booking set state = 'called', counter = p_counter, called_at = now(), calls = 1
  where regency = p_regency and id = v_booking.id
  returning * into v_booking;
  perform mpp.write_event(v_booking, 'officer', p_officer);
  return mpp.remember(p_regency, p_key, p_request, mpp.visit(v_booking));
end $$;

-- Calls a number once more.
create function mpp.call_again(
  p_regency text, p_key uuid, p_request bytea, p_booking uuid, p_officer text, p_agencies text[])
returns jsonb language plpgsql as $$
declare
  v_answer jsonb := mpp.enter(p_regency, p_key, p_request);
  v_booking mpp.booking;
begin
  if v_answer is not null then return v_answer; end if;

  v_booking := mpp.lock_visit(p_regency, p_booking, p_agencies);
  if v_booking.id is null then return '{"refused": "not_found"}'; end if;
  if v_booking.state <> 'called' then return '{"refused": "wrong_state"}'; end if;
  update mpp.booking set called_at = now(), calls = calls + 1
  where regency = p_regency and id = p_booking
  returning * into v_booking;
  perform mpp.write_event(v_booking, 'officer', p_officer);
  return mpp.remember(p_regency, p_key, p_request, mpp.visit(v_booking));
end $$;

-- Moves a called number on, or back into the line. Asked twice, it answers the same.
create function mpp.advance(
  p_regency text, p_booking uuid, p_state mpp.booking_state, p_officer text, p_agencies text[])
returns jsonb language plpgsql as $$
declare
  v_booking mpp.booking;
begin
  perform mpp.enter(p_regency);
  v_booking := mpp.lock_visit(p_regency, p_booking, p_agencies);
  if v_booking.id is null then return '{"refused": "not_found"}'; end if;
  if v_booking.state = p_state and (p_state <> 'checked-in' or v_booking.skips > 0) then
    return mpp.visit(v_booking);
  end if;
  if (v_booking.state, p_state) not in (
    ('called', 'serving'), ('serving', 'served'), ('called', 'no-show'), ('called', 'checked-in'))
  then
    return '{"refused": "wrong_state"}';
  end if;

  update mpp.booking set
    state = p_state,
    skips = case when p_state = 'checked-in' then skips + 1 else skips end,
    counter = case when p_state = 'checked-in' then null else counter end,
    ended_at = case when p_state in ('served', 'no-show') then now() end
  where regency = p_regency and id = p_booking
  returning * into v_booking;
  perform mpp.write_event(v_booking, 'officer', p_officer);
  return mpp.visit(v_booking);
end $$;

-- Sends who is at a counter to another service, at the end of whose line a number is taken. The code
-- travels on, as in a reschedule.
create function mpp.transfer(
  p_regency text, p_key uuid, p_request bytea, p_booking uuid, p_new_booking uuid, p_service text,
  p_officer text, p_agencies text[])
returns jsonb language plpgsql as $$
declare
  v_answer jsonb := mpp.enter(p_regency, p_key, p_request);
  v_today date := mpp.today(p_regency);
  v_old mpp.booking;
  v_taken mpp.taken_seat;
  v_refusal text;
  v_new mpp.booking;
begin
  if v_answer is not null then return v_answer; end if;

  select * into v_old from mpp.booking where regency = p_regency and id = p_booking;
  perform mpp.lock_person(p_regency, v_old.person);
  if mpp.has_booking(p_regency, v_old.person, p_service, v_today, p_booking) then
    return '{"refused": "already_booked"}';
  end if;
  begin
    v_taken := mpp.take_seat_now(p_regency, v_old.place_id, p_service, v_today);
    v_old := mpp.lock_visit(p_regency, p_booking, p_agencies);
    v_refusal := case
      when v_old.id is null then 'not_found'
      when v_old.state not in ('called', 'serving') then 'wrong_state'
      when v_taken.seat is null then 'slot_full' end;
    -- Undoes that a seat was taken.
    if v_refusal is not null then raise exception using errcode = 'MPP01'; end if;
  exception when sqlstate 'MPP01' then
    return jsonb_build_object('refused', v_refusal);
  end;

  v_new := v_old;
  v_new.id := p_new_booking;
  v_new.service_id := p_service;
  v_new.state := 'checked-in';
  v_new.replaces := v_old.id;
  update mpp.booking set state = 'rescheduled', seat_until = now(), ended_at = now(),
    personal = null, phone_ending = null
  where regency = p_regency and id = p_booking
  returning * into v_old;
  perform mpp.write_event(v_old, 'officer', p_officer);
  return mpp.remember(p_regency, p_key, p_request,
    mpp.begin_visit(v_new, v_taken.slot, v_taken.seat, 'officer', p_officer));
end $$;
