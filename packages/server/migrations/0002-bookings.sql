-- Seats, queue numbers and holds.
--
-- The model
--   A slot has the seats 1 to capacity. Seat n is called by the number first_number + n - 1, so
--   numbers run in time order and nothing counts them.
--   A booking owns its seat until seat_until: a hold for minutes, a booking for good, a cancelled
--   one a little longer, so that nobody can sell the moment at which a seat comes free.
--   seat_until is null once the seat has been given back. One seat, one owner: index booking_seat.
--   A booking never changes its slot, and while it owns a seat its slot does not change (publish_day
--   may make another of one that nobody owns a seat of). To reschedule is to end one booking and begin another,
--   which carries the code on.
--   Seats for people who walk in are slots of their own (walk_in), beside the bookable ones.
--   A number is given again after a cancel: boards and queues go by booking, never by number.
--
-- The clock
--   Only the database's clock judges, and a call is judged by the moment at which it began.
--   Nothing runs in the background: a seat whose time is up counts as free, and the first one who
--   needs it takes it back (reclaim_seats).
--
-- The locks, in this order and no other
--   1 idempotency key   2 person   3 slot   4 booking   5 status event
--   1 and 2 are advisory locks. A call locks one slot; walk_in and publish_day may lock several,
--   by number. READ COMMITTED: each statement sees what was committed while the one before waited.
--
-- The answers
--   Each operation is one call and one transaction. It answers a ticket, or {"refused": code}
--   having changed nothing that anyone can see. Errors are faults, never answers: 55P03 (waited
--   too long for a lock), 40P01 and 40001 are to be retried.

create type mpp.booking_state as enum (
  'held', 'booked', 'checked-in', 'called', 'serving', 'served',
  'cancelled', 'rescheduled', 'no-show', 'expired'
);

create type mpp.actor as enum ('citizen', 'officer', 'clock');

-- Which agency serves a service at a place.
create table mpp.offer (
  regency    text not null,
  place_id   text not null,
  service_id text not null,
  agency_id  text not null,
  primary key (regency, place_id, service_id)
);

create table mpp.slot (
  regency      text not null,
  id           uuid not null,
  place_id     text not null,
  agency_id    text not null,
  service_day  date not null,                         -- the day of starts_at in the regency's zone
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  capacity     int not null,
  taken        int not null default 0,                -- seats with an owner: bookings with seat_until
  highest_seat int not null default 0,                -- no owner sits beyond it
  first_number int not null check (first_number > 0),
  walk_in      boolean not null default false,
  is_open      boolean not null default true,
  unplanned    boolean not null default false,        -- closed because the schedule has it no more
  primary key (regency, id),
  check (starts_at < ends_at and not (is_open and unplanned)),
  constraint slot_not_overbooked check (
    0 <= taken and taken <= highest_seat and highest_seat <= capacity),
  -- Publishing again makes nothing twice.
  constraint slot_once unique (regency, place_id, agency_id, starts_at, walk_in),
  -- A number of an agency's day belongs to one slot. It says nothing of taken, so that counting a seat
  -- touches no index. Its condition always holds: a query that does not say it cannot use this index,
  -- which the planner else takes for a lookup now and then, and reads far too much of.
  constraint slot_numbers_apart exclude using gist (
    regency with =, place_id with =, agency_id with =, service_day with =,
    int4range(first_number, first_number + capacity) with &&) where (first_number > 0)
) with (fillfactor = 50);                             -- room to count on the same page

create index slot_day on mpp.slot (regency, place_id, agency_id, service_day, first_number);

create table mpp.booking (
  regency      text not null,
  id           uuid not null,
  slot_id      uuid not null,
  place_id     text not null,                         -- these five are what the slot's were
  agency_id    text not null,
  service_day  date not null,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  service_id   text not null,
  seat         int not null check (seat > 0),
  number       int not null check (number > 0),       -- the slot's first_number + seat - 1
  state        mpp.booking_state not null,
  seat_until   timestamptz,
  extended     boolean not null default false,        -- a hold that was kept once more
  code         bytea not null,                        -- HMAC of the code; the code itself is nowhere
  secret       bytea not null,                        -- HMAC of the ticket secret
  person       bytea,                                 -- HMAC of the phone or NIK; unknown while held
  phone_ending bytea,                                 -- HMAC of code and the phone's last four digits
  personal     bytea,                                 -- encrypted name and phone; null when erased
  priority     boolean not null default false,        -- old, disabled, pregnant, with an infant
  counter      int,                                   -- where the number was called
  called_at    timestamptz,                           -- when it was called last
  calls        int not null default 0,                -- how often it was called at this counter
  skips        int not null default 0,                -- how often nobody came, and it went back in line
  ended_at     timestamptz,                           -- when the counter was done with it
  surveyed     boolean not null default false,        -- its survey was answered; the answers are apart
  replaces     uuid,                                  -- the booking that was rescheduled to this one
  reason       jsonb,                                 -- {id, en}: why officers moved or cancelled it
  created_at   timestamptz not null default now(),
  primary key (regency, id),
  constraint booking_owns_its_seat check (
    case state
      when 'held'        then seat_until is not null and seat_until < 'infinity'
      when 'expired'     then seat_until is null
      when 'cancelled'   then seat_until is null or seat_until < 'infinity'
      when 'rescheduled' then seat_until is null or seat_until < 'infinity'
      else seat_until is not null and seat_until = 'infinity'
    end)
);

-- Behind a wall the planner knows little of what is in a table, and plans that were made for an empty
-- one stay until autovacuum has looked. So each of these indexes has a condition that only the queries
-- it is for say or imply: else it is taken for any, and the whole regency is read.

-- No seat twice; one that was given back is nobody's. It leads to all bookings of a slot, also for the
-- foreign key when a slot goes.
create unique index booking_seat on mpp.booking (
  regency, slot_id, (case when seat_until is not null then seat end)) where slot_id is not null;

-- No number twice at one agency on one day. It also serves call_next.
create unique index booking_number on mpp.booking (regency, place_id, agency_id, service_day, number)
  where seat_until is not null and number > 0;

-- One living booking per person, service and day.
create unique index booking_person_day on mpp.booking (regency, person, service_id, service_day)
  where state in ('booked', 'checked-in', 'called', 'serving');

-- One code whatever happens to the booking. Not <>, which follows from any other state.
create unique index booking_code on mpp.booking (regency, code)
  where (state = 'rescheduled') is not true;

-- The few seats that come free by the clock. A query that looks for those whose time is up must also
-- say < 'infinity', or the planner cannot know that this index has them all.
create index booking_seat_due on mpp.booking (regency, slot_id, seat_until)
  where seat_until < 'infinity';

-- The few of them that a person has given back.
create index booking_given_back on mpp.booking (regency, person, service_day, seat_until)
  where seat_until < 'infinity' and person is not null;

-- The history of a booking. No column can hold a citizen's data, so that erasing a person leaves the
-- chain whole. Each hash covers the line and the hash before it.
create table mpp.status_event (
  regency    text not null,
  booking_id uuid not null,
  seq        int not null,
  at         timestamptz not null,
  actor      mpp.actor not null,
  state      mpp.booking_state not null,
  hash       bytea not null,
  officer    text,                                    -- which one, by the id that the sign-in gave
  primary key (regency, booking_id, seq)
);

-- Answers that were given, to be given again. Kept for 7 days (0014).
create table mpp.idempotency (
  regency    text not null,
  key        uuid not null,
  request    bytea not null,                          -- hash of operation and body
  answer     jsonb not null,
  created_at timestamptz not null default now(),
  primary key (regency, key)
);

-- Failed attempts to unlock a ticket, by HMAC of the code: also of codes that do not exist.
create table mpp.attempt (
  regency  text not null,
  code     bytea not null,
  failures int not null,
  since    timestamptz not null,
  primary key (regency, code)
);

create index attempt_since on mpp.attempt (regency, since);
