-- Twenty regencies, each with 25 agencies of 4 services: 20 slots a day each, of 5 seats.
insert into mpp.regency (code, name, time_zone)
select '35.' || r, 'Regency ' || r, 'Asia/Jakarta' from generate_series(1, 20) r;

insert into mpp.offer
select code, 'mall', 's' || n, 'a' || n % 25 from mpp.regency, generate_series(0, 99) n;

insert into mpp.slot (regency, id, place_id, agency_id, service_day, starts_at, ends_at, capacity,
  first_number)
select code, gen_random_uuid(), 'mall', 'a' || a, today + d,
  (today + d + time '08:00' + n * interval '20 min') at time zone 'Asia/Jakarta',
  (today + d + time '08:20' + n * interval '20 min') at time zone 'Asia/Jakarta', 5, 1 + 5 * n
from (select code, (now() at time zone time_zone)::date as today from mpp.regency) r,
  generate_series(0, 24) a, generate_series(0, 29) d, generate_series(0, 19) n;

-- Half of the seats are taken, one slot in ten is full; one booking in forty is an expired hold, one
-- a cancelled seat that is not yet released.
insert into mpp.booking (regency, id, slot_id, place_id, agency_id, service_day, starts_at, ends_at,
  service_id, seat, number, state, seat_until, code, secret)
select regency, gen_random_uuid(), id, place_id, agency_id, service_day, starts_at, ends_at, 's1',
  seat, first_number + seat - 1,
  case when dice < 0.025 then 'held' when dice < 0.05 then 'cancelled' else 'booked'
    end::mpp.booking_state,
  case when dice < 0.025 then now() - interval '1 min'
    when dice < 0.05 then now() + interval '20 min' else 'infinity' end,
  decode(md5(random()::text), 'hex'), '\x00'
from (
  select s.*, seat, random() as dice
  from (select *, random() as full_dice from mpp.slot) s, generate_series(1, 5) seat
  where seat <= case when full_dice < 0.1 then 5 else floor(random() * 5) end) b;

update mpp.slot s set taken = n, highest_seat = highest
from (
  select regency, slot_id, count(*) as n, max(seat) as highest from mpp.booking group by 1, 2) b
where b.regency = s.regency and b.slot_id = s.id;

-- One more, that is to be published: 30 agencies.
insert into mpp.regency (code, name, time_zone) values ('35.30', 'Regency 30', 'Asia/Jakarta');

insert into mpp.schedule
select '35.30', 'mall', 'a' || n, 10, 200,
  '[{"days": ["mon", "tue", "wed", "thu", "fri"], "open": "08:00", "close": "15:00",
     "breaks": [{"from": "12:00", "to": "13:00"}]}]'
from generate_series(1, 30) n;
