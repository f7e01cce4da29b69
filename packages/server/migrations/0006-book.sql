-- Operations of the citizen: to hold a seat and to book one.

-- Keeps a seat for the minutes it takes to fill in the form.
create function mpp.hold(
  p_regency text, p_key uuid, p_request bytea,
  p_booking uuid, p_slot uuid, p_service text, p_code bytea, p_secret bytea)
returns jsonb language plpgsql as $$
declare
  v_answer jsonb := mpp.enter(p_regency, p_key, p_request);
  v_slot mpp.slot;
  v_seat int;
  v_new mpp.booking;
begin
  if v_answer is not null then return v_answer; end if;

  v_slot := mpp.lock_slot(p_regency, p_slot, p_service);
  if v_slot.id is not null then v_seat := mpp.take_seat(v_slot); end if;
  if v_seat is null then return mpp.refuse_slot(p_regency, p_slot, p_service); end if;

  v_new.id := p_booking;
  v_new.service_id := p_service;
  v_new.state := 'held';
  v_new.seat_until := now() + (select hold_for from mpp.regency where code = p_regency);
  v_new.code := p_code;
  v_new.secret := p_secret;
  return mpp.remember(p_regency, p_key, p_request,
    mpp.begin_booking(v_new, v_slot, v_seat, 'citizen'));
end $$;

-- Keeps a held seat once more as long, from now. Asked twice, it answers the same.
create function mpp.extend_hold(p_regency text, p_booking uuid, p_secret bytea)
returns jsonb language plpgsql as $$
declare
  v_booking mpp.booking;
  v_until timestamptz := now() + (select hold_for from mpp.regency where code = p_regency);
begin
  perform mpp.enter(p_regency);
  v_booking := mpp.lock_booking(p_regency, p_booking, p_secret, 'citizen');
  if v_booking.id is null then return '{"refused": "not_found"}'; end if;
  if v_booking.state not in ('held', 'expired') then return '{"refused": "wrong_state"}'; end if;
  if v_booking.state = 'expired' or v_booking.seat_until <= now() then
    return '{"refused": "hold_expired"}';
  end if;
  if v_booking.extended then return mpp.ticket(v_booking); end if;

  update mpp.booking set seat_until = v_until, extended = true
  where regency = p_regency and id = p_booking
  returning * into v_booking;
  return mpp.ticket(v_booking);
end $$;

-- Books a seat at once.
create function mpp.book(
  p_regency text, p_key uuid, p_request bytea,
  p_booking uuid, p_slot uuid, p_service text, p_code bytea, p_secret bytea,
  p_person bytea, p_personal bytea, p_phone_ending bytea, p_priority boolean default false)
returns jsonb language plpgsql as $$
declare
  v_answer jsonb := mpp.enter(p_regency, p_key, p_request);
  v_slot mpp.slot;
  v_seat int;
  v_new mpp.booking;
begin
  if v_answer is not null then return v_answer; end if;

  perform mpp.lock_person(p_regency, p_person);
  v_slot := mpp.lock_slot(p_regency, p_slot, p_service);
  if mpp.has_booking(p_regency, p_person, p_service, v_slot.service_day) then
    return '{"refused": "already_booked"}';
  end if;
  v_answer := mpp.refuse_restless(p_regency, p_person, v_slot.service_day);
  if v_answer is not null then return v_answer; end if;
  if v_slot.id is not null then v_seat := mpp.take_seat(v_slot); end if;
  if v_seat is null then return mpp.refuse_slot(p_regency, p_slot, p_service); end if;

  v_new.id := p_booking;
  v_new.service_id := p_service;
  v_new.state := 'booked';
  v_new.seat_until := 'infinity';
  v_new.code := p_code;
  v_new.secret := p_secret;
  v_new.person := p_person;
  v_new.personal := p_personal;
  v_new.phone_ending := p_phone_ending;
  v_new.priority := p_priority;
  return mpp.remember(p_regency, p_key, p_request,
    mpp.begin_booking(v_new, v_slot, v_seat, 'citizen'));
end $$;

-- Turns a hold into a booking: same seat, same number, and no lock on the slot.
create function mpp.book_hold(
  p_regency text, p_key uuid, p_request bytea,
  p_booking uuid, p_secret bytea,
  p_person bytea, p_personal bytea, p_phone_ending bytea, p_priority boolean default false)
returns jsonb language plpgsql as $$
declare
  v_answer jsonb := mpp.enter(p_regency, p_key, p_request);
  v_booking mpp.booking;
begin
  if v_answer is not null then return v_answer; end if;

  perform mpp.lock_person(p_regency, p_person);
  v_booking := mpp.lock_booking(p_regency, p_booking, p_secret, 'citizen');
  if v_booking.id is null then return '{"refused": "not_found"}'; end if;
  if v_booking.state not in ('held', 'expired') then return '{"refused": "wrong_state"}'; end if;
  if v_booking.state = 'expired' or v_booking.seat_until <= now() then
    return '{"refused": "hold_expired"}';
  end if;
  if mpp.has_booking(p_regency, p_person, v_booking.service_id, v_booking.service_day) then
    return '{"refused": "already_booked"}';
  end if;
  v_answer := mpp.refuse_restless(p_regency, p_person, v_booking.service_day);
  if v_answer is not null then return v_answer; end if;

  update mpp.booking
  set state = 'booked', seat_until = 'infinity', person = p_person, personal = p_personal,
    phone_ending = p_phone_ending, priority = coalesce(p_priority, false)
  where regency = p_regency and id = p_booking
  returning * into v_booking;
  perform mpp.write_event(v_booking, 'citizen');
  return mpp.remember(p_regency, p_key, p_request, mpp.ticket(v_booking));
end $$;
