import type { Query } from '../test-database.ts';
import { granted, type Operations } from './operations.ts';

/** What must hold when all is quiet: each statement finds what is wrong, and must find nothing. */
export const audits: Record<string, string> = {
  'taken is not the number of owned seats': `
    select from mpp.slot s
    where taken > capacity or taken <> (
      select count(*) from mpp.booking b
      where b.regency = s.regency and b.slot_id = s.id and seat_until is not null)`,

  'owner beyond the highest seat': `
    select from mpp.booking b join mpp.slot s on s.regency = b.regency and s.id = b.slot_id
    where b.seat > s.highest_seat and b.seat_until is not null`,

  'seat with two owners': `
    select from mpp.booking where seat_until is not null
    group by regency, slot_id, seat having count(*) > 1`,

  'seat outside the slot, or facts that are not the slot’s': `
    select from mpp.booking b join mpp.slot s on s.regency = b.regency and s.id = b.slot_id
    where b.seat_until is not null and (b.number <> s.first_number + b.seat - 1
      or b.seat > s.capacity
      or (b.place_id, b.agency_id, b.service_day, b.starts_at, b.ends_at)
        is distinct from (s.place_id, s.agency_id, s.service_day, s.starts_at, s.ends_at))`,

  'number with two owners at one agency on one day': `
    select from mpp.booking where seat_until is not null
    group by regency, place_id, agency_id, service_day, number having count(*) > 1`,

  'numbers in two slots of one agency’s day': `
    select from mpp.slot a join mpp.slot b using (regency, place_id, agency_id, service_day)
    where a.id <> b.id and a.first_number < b.first_number + b.capacity
      and b.first_number < a.first_number + a.capacity`,

  'person with two living bookings': `
    select from mpp.booking
    where person is not null and state in ('booked', 'checked-in', 'called', 'serving')
    group by regency, person, service_id, service_day having count(*) > 1`,

  'state that does not fit the seat': `
    select from mpp.booking
    where (state in ('booked', 'checked-in', 'called', 'serving', 'served', 'no-show'))
        is distinct from coalesce(seat_until = 'infinity', false)
      or (state = 'held' and seat_until is null) or (state = 'expired' and seat_until is not null)`,

  'broken chain': `
    select from (
      select *, lag(hash) over (partition by regency, booking_id order by seq) as last,
        row_number() over (partition by regency, booking_id order by seq) as place
      from mpp.status_event) e
    where seq <> place or hash <> sha256(coalesce(last, '') || convert_to(
      concat_ws('/', regency, booking_id, seq, (extract(epoch from at) * 1000000)::bigint, actor,
        officer, state), 'UTF8'))`,

  'last event is not the state': `
    select from mpp.booking b
    left join lateral (
      select state from mpp.status_event e
      where e.regency = b.regency and e.booking_id = b.id order by seq desc limit 1) e on true
    where e.state is distinct from b.state`,

  'move that is not allowed': `
    select from (
      select state, lag(state) over (partition by regency, booking_id order by seq) as before
      from mpp.status_event) e
    where (coalesce(before::text, '-'), state::text) not in (
      ('-', 'held'), ('-', 'booked'), ('-', 'checked-in'),
      ('held', 'booked'), ('held', 'cancelled'), ('held', 'expired'),
      ('booked', 'checked-in'), ('booked', 'cancelled'), ('booked', 'rescheduled'),
      ('checked-in', 'cancelled'), ('checked-in', 'called'),
      ('called', 'serving'), ('serving', 'served'), ('called', 'no-show'), ('booked', 'no-show'),
      ('called', 'called'), ('called', 'checked-in'),
      ('called', 'rescheduled'), ('serving', 'rescheduled'))`,

  'rescheduled without exactly one successor with the same code': `
    select from mpp.booking o
    left join mpp.booking n on n.regency = o.regency and n.replaces = o.id
    where o.state = 'rescheduled' and (n.id is null or n.code <> o.code or n.secret <> o.secret
      or n.person <> o.person or (n.phone_ending is null) <> (n.state = 'rescheduled') or o.phone_ending is not null
      or (select count(*) from mpp.booking x
          where x.regency = o.regency and x.replaces = o.id) <> 1)`,

  'successor of a booking that was not rescheduled': `
    select from mpp.booking n join mpp.booking o on o.regency = n.regency and o.id = n.replaces
    where o.state <> 'rescheduled'`,

  'booking that no answer made': `
    select from mpp.booking b
    where not exists (
      select from mpp.idempotency i
      where i.regency = b.regency and i.answer ->> 'id' = b.id::text)`,

  'booking made by two answers': `
    select from mpp.idempotency
    group by regency, answer ->> 'id', answer ->> 'state' having count(*) > 1`,

  'answer without its booking': `
    select from mpp.idempotency i
    left join mpp.booking b on b.regency = i.regency and b.id = (i.answer ->> 'id')::uuid
    where b.id is null or b.number <> (i.answer ->> 'number')::int`,

  'number called twice': `
    select from mpp.status_event where state = 'called'
    group by regency, booking_id having count(*) > 1`,
};

/** What must hold besides, where nobody has moved the clock. */
export const clockAudits: Record<string, string> = {
  'hold expired before its time': `
    select from mpp.booking b join mpp.regency r on r.code = b.regency
    join mpp.status_event e on e.regency = b.regency and e.booking_id = b.id and e.state = 'expired'
    where e.at < b.created_at + r.hold_for`,

  'hold booked after its time': `
    select from mpp.booking b join mpp.regency r on r.code = b.regency
    join mpp.status_event h on h.regency = b.regency and h.booking_id = b.id and h.seq = 1
      and h.state = 'held'
    join mpp.idempotency i on i.regency = b.regency and i.answer ->> 'id' = b.id::text
      and i.answer ->> 'state' = 'booked'
    where i.created_at >= b.created_at + r.hold_for * case when b.extended then 2 else 1 end`,

  'hold kept longer than twice its time': `
    select from mpp.booking b join mpp.regency r on r.code = b.regency
    where b.state = 'held'
      and b.seat_until > b.created_at + r.hold_for * case when b.extended then 2 else 1 end`,

  'seat released too early': `
    select from (
      select b.created_at, lag(e.at) over w as ended, lag(e.state) over w as end_state,
        lag(p.state) over w as before, r.release_min
      from mpp.booking b join mpp.regency r on r.code = b.regency
      join mpp.status_event e on e.regency = b.regency and e.booking_id = b.id
        and e.seq = (
          select max(seq) from mpp.status_event x
          where x.regency = b.regency and x.booking_id = b.id)
      left join mpp.status_event p on p.regency = b.regency and p.booking_id = b.id
        and p.seq = e.seq - 1
      window w as (partition by b.regency, b.slot_id, b.seat order by b.created_at)) s
    where end_state in ('cancelled', 'rescheduled') and before <> 'held' and release_min > '2 s'
      and created_at < ended + release_min - interval '1.5 s'`,
};

/** How much each audit finds, of those that find anything. */
export async function runAudits(query: Query): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [name, text] of Object.entries({ ...audits, ...clockAudits })) {
    const [wrong] = await query<{ n: number }>(`select count(*) as n from (${text}) wrong`);
    if (Number(wrong!.n) > 0) found[name] = Number(wrong!.n);
  }
  return found;
}

/** How many slots availability says otherwise than a plain count does. */
export async function auditAvailability(
  query: Query,
  operations: Operations,
  regency: string,
  services: string[],
): Promise<number> {
  const answer = granted(await operations.availability(regency, services));
  const said = answer.days.flatMap(({ slots }) => slots).map(({ id, free }) => `${id} ${free}`);
  const rows = await query<{ id: string; free: number }>(
    `select s.id, capacity - count(b.id) as free from mpp.slot s
     left join mpp.booking b
       on b.regency = s.regency and b.slot_id = s.id and b.seat_until > now()
     where s.regency = $1 and is_open and not walk_in and s.starts_at > now()
     group by s.id, capacity having capacity > count(b.id)`,
    [regency],
  );
  const counted = rows.map(({ id, free }) => `${id} ${free}`);
  return (
    said.filter((line) => !counted.includes(line)).length +
    counted.filter((line) => !said.includes(line)).length
  );
}
