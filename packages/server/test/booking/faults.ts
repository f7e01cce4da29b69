import type { ClientBase } from 'pg';

import { readMigrations } from '../../src/migrate.ts';

type Change = [from: string, to: string];

const unique = (index: string): Change => [`create unique index ${index}`, `create index ${index}`];

/** What could be wrong with the booking core, and must be seen by the race or by a scenario. */
export const faults: Record<string, Change[]> = {
  'naive: look, then insert; no lock, no unique index, no check': [
    ['  for update of s;\n  return v_slot', ';\n  return v_slot'],
    unique('booking_seat'),
    unique('booking_number'),
    ['0 <= taken and taken <= highest_seat and highest_seat <= capacity', 'true'],
  ],
  'the slot is not locked': [['  for update of s;\n  return v_slot', ';\n  return v_slot']],
  'live holds are reclaimed too': [
    [
      "      and seat_until <= now() and seat_until < 'infinity'\n    returning",
      "      and seat_until < 'infinity'\n    returning",
    ],
  ],
  'reclaimed seats are miscounted': [
    [
      'v_taken := v_taken - mpp.reclaim_seats(p_slot)',
      'v_taken := v_taken - least(1, mpp.reclaim_seats(p_slot))',
    ],
  ],
  'an expired hold can be booked': [
    [
      'if v_booking.state = \'expired\' or v_booking.seat_until <= now() then\n    return \'{"refused": "hold_expired"}\';\n  end if;\n  if mpp.has_booking',
      'if v_booking.state = \'expired\' then\n    return \'{"refused": "hold_expired"}\';\n  end if;\n  if mpp.has_booking',
    ],
  ],
  'an expired hold can be extended': [
    [
      'if v_booking.state = \'expired\' or v_booking.seat_until <= now() then\n    return \'{"refused": "hold_expired"}\';\n  end if;\n  if v_booking.extended',
      'if v_booking.state = \'expired\' then\n    return \'{"refused": "hold_expired"}\';\n  end if;\n  if v_booking.extended',
    ],
  ],
  'a hold can be extended for ever': [
    ['if v_booking.extended then return mpp.ticket(v_booking); end if;\n', ''],
  ],
  'anything can be booked as if held': [
    [
      "if v_booking.state not in ('held', 'expired') then return '{\"refused\": \"wrong_state\"}'; end if;\n  if v_booking.state = 'expired' or v_booking.seat_until <= now() then\n    return '{\"refused\": \"hold_expired\"}';\n  end if;\n  if mpp.has_booking",
      'if mpp.has_booking',
    ],
  ],
  'anything can be cancelled': [
    [
      "if v_booking.state not in ('held', 'booked', 'checked-in') then\n    return",
      'if false then\n    return',
    ],
  ],
  'reschedule leaves the old booking': [
    [
      "  update mpp.booking set state = 'rescheduled', seat_until = v_free_at, personal = null,\n    phone_ending = null\n  where regency = p_regency and id = p_booking\n  returning * into v_old;\n  perform mpp.write_event(v_old, p_actor, p_officer);\n",
      '',
    ],
  ],
  'reschedule forgets the phone': [
    ['v_new := v_old;', 'v_new := v_old; v_new.phone_ending := null;'],
  ],
  'the booking is not locked': [
    ["or p_actor = 'officer')\n  for update;", "or p_actor = 'officer');"],
  ],
  'a person may book twice': [
    unique('booking_person_day'),
    [
      'return exists (\n    select from mpp.booking\n    where regency = p_regency and person = p_person',
      'return exists (\n    select from mpp.booking\n    where false and person = p_person',
    ],
  ],
  'the person is not locked': [
    ["perform pg_advisory_xact_lock(2, hashtext(p_regency || encode(p_person, 'hex')));", 'null;'],
  ],
  'answers are not kept': [
    [
      '  insert into mpp.idempotency (regency, key, request, answer)\n  values (p_regency, p_key, p_request, p_answer);\n',
      '',
    ],
  ],
  'the key is not locked': [
    ['perform pg_advisory_xact_lock(1, hashtext(p_regency || p_key));', ''],
  ],
  'another body gets the old answer': [
    ['case when request = p_request then answer else \'{"refused": "key_reused"}\' end', 'answer'],
  ],
  'two officers, one number': [
    [
      'order by priority desc, number limit 1\n  for update skip locked;',
      'order by priority desc, number limit 1;',
    ],
  ],
  'one phone may empty a day': [
    ['order by seat_until desc offset 2 limit 1', 'order by seat_until desc offset 99 limit 1'],
  ],
  'seats are released at once': [
    ['select now() + release_min from', 'select now() from'],
    ['random() * (select release_max - release_min', '0 * (select release_max - release_min'],
  ],
  'a seat not yet given back is taken': [
    ['and seat = n and seat_until is not null)', 'and seat = n and seat_until > now())'],
  ],
  'the highest seat is forgotten': [
    ['highest_seat = greatest(highest_seat, v_seat)', 'highest_seat = v_taken + 1'],
  ],
  'a look-up of a slot reads numbers': [['with &&) where (first_number > 0)', 'with &&)']],
  'a look-up of a code reads all': [
    ["where (state = 'rescheduled') is not true;\n", "where state <> 'rescheduled';\n"],
  ],
  'the number is counted': [
    [
      'p_new.number := p_slot.first_number + p_seat - 1;',
      'p_new.number := p_slot.first_number + p_slot.taken;',
    ],
  ],
  'the chain forgets': [["sha256(coalesce(p_last, '') || convert_to", 'sha256(convert_to']],
  'expiry leaves no line': [
    [
      "if v_booking.state = 'expired' then perform mpp.write_event(v_booking, 'clock'); end if;",
      '',
    ],
  ],
  'availability forgets what is due': [
    ['then s.capacity - s.taken + due.seats else 0', 'then s.capacity - s.taken else 0'],
  ],
  'a day opens for one service of two': [
    ['case when count(*) = v_agencies then min(free) end', 'min(free)'],
  ],
  'the next day is tomorrow': [
    [
      'while v_next <= v_until and not mpp.has_room(p_regency, p_place, p_services, v_next) loop',
      'while false loop',
    ],
  ],
  'the secret is not asked for': [["and (secret = p_secret or p_actor = 'officer')", '']],
  'the server forgets whose booking': [
    [
      'where regency = p_regency and id = p_booking and (secret',
      'where id = p_booking and (secret',
    ],
    [
      "using (regency = current_setting('app.regency', true))$p$, t);\n  end loop;\n  foreach",
      'using (true)$p$, t);\n  end loop;\n  foreach',
    ],
  ],
  'priority is ignored': [['order by priority desc, number limit 1', 'order by number limit 1']],
  'a walk-in takes a bookable seat ahead': [['and (s.walk_in or s.starts_at <= now())', '']],
  'check in on any day': [
    [
      'if v_booking.service_day <> mpp.today(p_regency) then return \'{"refused": "not_today"}\'; end if;',
      '',
    ],
  ],
  'phones are guessed all at once': [
    [
      "perform pg_advisory_xact_lock(3, hashtext(p_regency || encode(p_code, 'hex')));",
      'perform pg_sleep(0.02);',
    ],
  ],
  'phones are guessed for ever': [['if v_attempt.failures >= 5 then', 'if false then']],
  'tracking begins at the last move': [
    ['where regency = p_regency and id = c.replaces limit 1) b', 'where false limit 1) b'],
  ],
  'publishing forgets what it published': [
    [
      '  update mpp.published_day set plan = v_plan\n',
      "  update mpp.published_day set plan = ''\n",
    ],
  ],
  'publishing does not look for owners': [
    ['v_owned := v_owned or v_slot.taken > v_back;', 'null;'],
  ],
  'a day of rest is sold on where somebody has booked': [
    ['set is_open = not is_open, unplanned = is_open', 'set is_open = is_open'],
  ],
  'what was closed by hand opens after a day of rest': [
    ['and capacity > 0 and (is_open or unplanned)', 'and capacity > 0'],
  ],
  'a day that was booked once is never made anew': [
    [
      'v_owned := v_owned or v_slot.taken > v_back;',
      'v_owned := v_owned or v_slot.highest_seat > 0;',
    ],
  ],
  'a phone is kept when its owner is erased': [
    [
      'set personal = null, person = null, phone_ending = null\n',
      'set personal = null, person = null\n',
    ],
  ],
  'answers are forgotten while they are given': [
    ["created_at < now() - interval '7 days'\n    limit", 'created_at < now()\n    limit'],
    ["and created_at < now() - interval '7 days');", ');'],
  ],
  'closing forgets to cancel': [
    ['if v_count > 0 and not coalesce(p_cancel, false) then', 'if false then'],
    [
      "    where regency = p_regency and slot_id = p_slot and seat_until > now()\n      and state in ('held', 'booked', 'checked-in')\n    returning *",
      '    where false returning *',
    ],
  ],
  'a capacity falls below an owned seat': [
    ['if p_capacity < v_last then', 'if p_capacity < v_taken then'],
  ],
  'numbers of two slots overlap': [
    [
      'int4range(first_number, first_number + capacity) with &&',
      'int4range(first_number, first_number + capacity) with =',
    ],
  ],
};

/** Makes the schema with a fault in it, recorded as if it were the true one. */
export async function plantFault(client: ClientBase, name: string): Promise<void> {
  const changes = faults[name];
  if (!changes) throw new Error(`There is no fault named ${name}.`);
  const migrations = await readMigrations();
  for (const [from, to] of changes) {
    const hits = migrations.filter(({ sql }) => sql.includes(from));
    if (hits.length !== 1 || hits[0]!.sql.split(from).length !== 2) {
      throw new Error(`${name}: not found exactly once: ${from}`);
    }
    hits[0]!.sql = hits[0]!.sql.replace(from, () => to);
  }
  for (const { sql } of migrations) await client.query(sql);
  for (const { name: file, sha256 } of migrations) {
    await client.query('insert into mpp.migration (name, sha256) values ($1, $2)', [file, sha256]);
  }
}
