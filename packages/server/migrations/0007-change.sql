-- Operations of the citizen, and of the officer who acts for one: to read, cancel and move a booking,
-- and to say that one has come.

-- Reads a ticket.
create function mpp.show_booking(p_regency text, p_booking uuid, p_secret bytea)
returns jsonb language plpgsql as $$
declare
  v_booking mpp.booking;
begin
  perform mpp.enter(p_regency);
  select * into v_booking
  from mpp.booking where regency = p_regency and id = p_booking and secret = p_secret;
  return case when v_booking.id is null then '{"refused": "not_found"}' else mpp.ticket(v_booking) end;
end $$;

-- Gives a seat back. It comes free after a while; asked twice, it answers the same.
create function mpp.cancel(p_regency text, p_booking uuid, p_secret bytea, p_actor mpp.actor)
returns jsonb language plpgsql as $$
declare
  v_booking mpp.booking;
  v_free_at timestamptz;
begin
  perform mpp.enter(p_regency);
  v_booking := mpp.lock_booking(p_regency, p_booking, p_secret, p_actor);
  if v_booking.id is null then return '{"refused": "not_found"}'; end if;
  if v_booking.state = 'cancelled' then return mpp.ticket(v_booking); end if;
  if v_booking.state not in ('held', 'booked', 'checked-in') then
    return '{"refused": "wrong_state"}';
  end if;

  v_free_at := least(v_booking.seat_until, mpp.release_time(p_regency));
  update mpp.booking set state = 'cancelled', seat_until = v_free_at
  where regency = p_regency and id = p_booking
  returning * into v_booking;
  perform mpp.write_event(v_booking, p_actor);
  return mpp.ticket(v_booking);
end $$;

create function mpp.release_time(p_regency text)
returns timestamptz language plpgsql as $$
begin
  return (select now() + release_min from mpp.regency where code = p_regency)
    + random() * (select release_max - release_min from mpp.regency where code = p_regency);
end $$;

-- Moves to another slot, and keeps the old seat until the new one is won. Whom officers move, because
-- a time is no more, gives no seat back.
create function mpp.reschedule(
  p_regency text, p_key uuid, p_request bytea,
  p_booking uuid, p_secret bytea, p_new_booking uuid, p_new_slot uuid, p_actor mpp.actor,
  p_officer text default null)
returns jsonb language plpgsql as $$
declare
  v_answer jsonb := mpp.enter(p_regency, p_key, p_request);
  v_old mpp.booking;
  v_slot mpp.slot;
  v_seat int;
  v_new mpp.booking;
  v_free_at timestamptz;
begin
  if v_answer is not null then return v_answer; end if;

  select * into v_old from mpp.booking where regency = p_regency and id = p_booking;
  perform mpp.lock_person(p_regency, v_old.person);
  v_slot := mpp.lock_slot(p_regency, p_new_slot, v_old.service_id);
  v_old := mpp.lock_booking(p_regency, p_booking, p_secret, p_actor);
  if v_old.id is null then return '{"refused": "not_found"}'; end if;
  if v_old.state <> 'booked' then return '{"refused": "wrong_state"}'; end if;
  if v_old.slot_id = p_new_slot then return '{"refused": "same_slot"}'; end if;
  if mpp.has_booking(p_regency, v_old.person, v_old.service_id, v_slot.service_day, v_old.id) then
    return '{"refused": "already_booked"}';
  end if;
  v_answer := case when p_actor = 'citizen'
    then mpp.refuse_restless(p_regency, v_old.person, v_slot.service_day) end;
  if v_answer is not null then return v_answer; end if;
  if v_slot.id is not null then v_seat := mpp.take_seat(v_slot); end if;
  if v_seat is null then return mpp.refuse_slot(p_regency, p_new_slot, v_old.service_id); end if;

  v_new := v_old;
  v_new.id := p_new_booking;
  v_new.replaces := v_old.id;
  v_free_at := case when p_actor = 'citizen' then mpp.release_time(p_regency) else now() end;
  update mpp.booking set state = 'rescheduled', seat_until = v_free_at, personal = null,
    phone_ending = null
  where regency = p_regency and id = p_booking
  returning * into v_old;
  perform mpp.write_event(v_old, p_actor, p_officer);
  return mpp.remember(p_regency, p_key, p_request,
    mpp.begin_booking(v_new, v_slot, v_seat, p_actor, p_officer));
end $$;

-- Tells the agency that the person is here, on the day. Asked twice, it answers the same.
create function mpp.check_in(
  p_regency text, p_booking uuid, p_secret bytea, p_actor mpp.actor, p_priority boolean default null)
returns jsonb language plpgsql as $$
declare
  v_booking mpp.booking;
begin
  perform mpp.enter(p_regency);
  v_booking := mpp.lock_booking(p_regency, p_booking, p_secret, p_actor);
  if v_booking.id is null then return '{"refused": "not_found"}'; end if;
  if v_booking.state = 'checked-in' then return mpp.ticket(v_booking); end if;
  if v_booking.state <> 'booked' then return '{"refused": "wrong_state"}'; end if;
  if v_booking.service_day <> mpp.today(p_regency) then return '{"refused": "not_today"}'; end if;

  update mpp.booking set state = 'checked-in', priority = coalesce(p_priority, priority)
  where regency = p_regency and id = p_booking
  returning * into v_booking;
  perform mpp.write_event(v_booking, p_actor);
  return mpp.ticket(v_booking);
end $$;
