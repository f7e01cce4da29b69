-- Operations of the counter.

-- Takes a number for one who is here: a walk-in seat that is still ahead or running, or a bookable
-- seat left over in a slot that is running. A seat is sold through one door at a time: a bookable
-- one online before its slot begins, and here after that.
create function mpp.walk_in(
  p_regency text, p_key uuid, p_request bytea,
  p_booking uuid, p_place text, p_service text, p_code bytea, p_secret bytea,
  p_person bytea, p_personal bytea, p_phone_ending bytea, p_priority boolean, p_actor mpp.actor)
returns jsonb language plpgsql as $$
declare
  v_answer jsonb := mpp.enter(p_regency, p_key, p_request);
  v_today date := mpp.today(p_regency);
  v_slot mpp.slot;
  v_seat int;
  v_new mpp.booking;
begin
  if v_answer is not null then return v_answer; end if;

  perform mpp.lock_person(p_regency, p_person);
  if mpp.has_booking(p_regency, p_person, p_service, v_today) then
    return '{"refused": "already_booked"}';
  end if;
  while v_seat is null loop
    select s.* into v_slot
    from mpp.slot s
    join mpp.offer o on o.regency = s.regency and o.place_id = s.place_id
      and o.agency_id = s.agency_id and o.service_id = p_service
    where s.regency = p_regency and s.place_id = p_place and s.service_day = v_today
      and s.is_open and s.ends_at > now() and (s.walk_in or s.starts_at <= now())
      and (s.taken < s.capacity or exists (
        select from mpp.booking b
        where b.regency = p_regency and b.slot_id = s.id
          and b.seat_until <= now() and b.seat_until < 'infinity'))
    order by s.first_number limit 1
    for update of s;
    if not found then return '{"refused": "slot_full"}'; end if;
    v_seat := mpp.take_seat(v_slot);
  end loop;

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
    mpp.begin_booking(v_new, v_slot, v_seat, p_actor));
end $$;

-- Calls the next number to a counter. The rule: of those who are here, priority first, then by
-- number. Two officers at the same instant pass over each other's row.
create function mpp.call_next(
  p_regency text, p_key uuid, p_request bytea, p_place text, p_agency text, p_counter text)
returns jsonb language plpgsql as $$
declare
  v_answer jsonb := mpp.enter(p_regency, p_key, p_request);
  v_today date := mpp.today(p_regency);
  v_booking mpp.booking;
begin
  if v_answer is not null then return v_answer; end if;

  select * into v_booking
  from mpp.booking
  where regency = p_regency and place_id = p_place and agency_id = p_agency
    and service_day = v_today and state = 'checked-in' and seat_until is not null and number > 0
  order by priority desc, number limit 1
  for update skip locked;
  if not found then return '{"refused": "queue_empty"}'; end if;

  update mpp.booking set state = 'called', counter_id = p_counter
  where regency = p_regency and id = v_booking.id
  returning * into v_booking;
  perform mpp.write_event(v_booking, 'officer');
  return mpp.remember(p_regency, p_key, p_request, mpp.ticket(v_booking));
end $$;

-- Moves a called number on. Asked twice, it answers the same.
create function mpp.advance(p_regency text, p_booking uuid, p_state mpp.booking_state)
returns jsonb language plpgsql as $$
declare
  v_booking mpp.booking;
begin
  perform mpp.enter(p_regency);
  v_booking := mpp.lock_booking(p_regency, p_booking, null, 'officer');
  if v_booking.id is null then return '{"refused": "not_found"}'; end if;
  if v_booking.state = p_state then return mpp.ticket(v_booking); end if;
  if (v_booking.state, p_state) not in
    (('called', 'serving'), ('serving', 'served'), ('called', 'no-show')) then
    return '{"refused": "wrong_state"}';
  end if;

  update mpp.booking set state = p_state
  where regency = p_regency and id = p_booking
  returning * into v_booking;
  perform mpp.write_event(v_booking, 'officer');
  return mpp.ticket(v_booking);
end $$;
