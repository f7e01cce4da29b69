import { setTimeout as sleep } from 'node:timers/promises';

import type { TicketRow } from '../../src/database-functions.ts';
import type { OperatorFunctions } from '../../src/operator-functions.ts';
import { codeOf } from '../../src/database-trouble.ts';
import type { Database } from '../../src/database.ts';
import { hash, mint, operationsOf, refusal, type Minted } from './operations.ts';
import { holdMs, regencies, services, type RaceSlot } from './race-world.ts';

/** What racers were told. */
export interface RaceReport {
  calls: number;
  /** How often each operation answered what: `book booked`, `hold slot_full`, `cancel error 23505`. */
  answers: Record<string, number>;
  /** Answers to the same key that were not the same. */
  unlikeReplays: number;
  /** Walls that did not hold. */
  wallsCrossed: number;
  /** Ids of bookings that were acknowledged. */
  acknowledged: string[];
  /** Ids of bookings that officers were told to call. */
  called: string[];
}

type Answer = object;
type Own = Minted & { regency: string };

const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!;
const chance = (share: number) => Math.random() < share;

/** Lets citizens, officers and an operator run for the same few seats, all at once. */
export async function race(
  database: Database,
  slots: RaceSlot[],
  { calls, racers }: { calls: number; racers: number },
): Promise<RaceReport> {
  const report: RaceReport = {
    ...{ calls: 0, answers: {}, unlikeReplays: 0, wallsCrossed: 0, acknowledged: [], called: [] },
  };
  const operations = operationsOf(database);
  const mine: Own[] = [];
  const slotOf = (regency: string) => pick(slots.filter((slot) => slot.regency === regency)).id;
  const person = (regency: string) => hash(`${regency} ${Math.floor(Math.random() * 1200)}`);

  /** Asks once, and notes what came. */
  async function ask<T extends Answer>(name: string, send: () => Promise<T>) {
    report.calls++;
    const note = (said: string) => {
      report.answers[`${name} ${said}`] = (report.answers[`${name} ${said}`] ?? 0) + 1;
    };
    try {
      const answer = await send();
      note(refusal(answer) ?? ('state' in answer ? String(answer.state) : 'done'));
      return refusal(answer) === undefined ? answer : undefined;
    } catch (error) {
      const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
      note(`error ${codeOf(cause) || String(cause)}`);
      return undefined;
    }
  }

  /** Sometimes the same request three times at once, or again, or its key with another body. */
  async function post(
    name: 'hold' | 'book' | 'bookHold' | 'reschedule' | 'walkIn' | 'callNext',
    m: Minted,
    send: (m: Minted) => Promise<Answer>,
  ): Promise<TicketRow | undefined> {
    const twins = Array.from({ length: chance(0.2) ? 3 : 1 }, () => ask(name, () => send(m)));
    const won = (await Promise.all(twins)).filter((answer) => answer !== undefined);
    const [first] = won as TicketRow[];
    if (!first) return undefined;
    if (chance(0.05)) {
      const again = await ask(name, () => send(m));
      if (again) won.push(again);
      const another = await send({ ...m, request: Buffer.from('another') });
      if (refusal(another) !== 'key_reused') report.unlikeReplays++;
    }
    if (new Set(won.map((answer) => JSON.stringify(answer))).size > 1) report.unlikeReplays++;
    report.acknowledged.push(first.id);
    return first;
  }

  const lives: [share: number, live: (regency: string) => Promise<void>][] = [
    [0.24, holdAndBook],
    [0.22, bookAtOnce],
    [0.06, walkIn],
    [0.1, serve],
    [0.01, look],
    [0.01, operate],
    [0.14, giveBack],
    [0.13, move],
    [0.07, checkIn],
    [0.02, tryWalls],
  ];

  async function holdAndBook(regency: string) {
    const m = mint();
    const slot = slotOf(regency);
    if (!(await post('hold', m, (n) => operations.hold(regency, n, slot, pick(services))))) return;
    const fate = Math.random();
    if (fate < 0.25) return; // walked away
    if (fate < 0.45)
      await sleep(holdMs + 50); // too slow
    else if (fate < 0.6) await sleep(holdMs - 15 + Math.random() * 30); // at the very moment
    if (chance(0.2)) {
      await ask('extend', () => operations.extend(regency, m));
      if (chance(0.3)) await sleep(holdMs - 15 + Math.random() * 30);
    }
    if (fate > 0.92) return void (await ask('cancel', () => operations.cancel(regency, m)));
    const book = (who = person(regency)) =>
      post('bookHold', mint(), (n) => operations.bookHold(regency, n, m, who, chance(0.1)));
    const [booked] = await Promise.all([
      book(),
      fate > 0.85 ? book() : fate > 0.8 && ask('cancel', () => operations.cancel(regency, m)),
    ]);
    if (booked) mine.push({ ...m, regency });
  }

  /** Sometimes one person in two tabs; who then has two days swaps them in one instant. */
  async function bookAtOnce(regency: string) {
    const who = person(regency);
    const service = pick(services);
    const tabs = [{ ...mint(), regency, slot: slotOf(regency) }];
    if (chance(0.25)) tabs.push({ ...mint(), regency, slot: slotOf(regency) });
    const priority = chance(0.1);
    const booked = await Promise.all(
      tabs.map(({ slot, ...m }) =>
        post('book', m, (n) => operations.book(regency, n, slot, service, who, priority)),
      ),
    );
    const won = tabs.filter((_, i) => booked[i]);
    mine.push(...won);
    const [one, two] = won;
    if (one && two) {
      await Promise.all([
        post('reschedule', mint(), (n) => operations.reschedule(regency, n, one, two.slot)),
        post('reschedule', mint(), (n) => operations.reschedule(regency, n, two, one.slot)),
      ]);
    }
  }

  async function walkIn(regency: string) {
    const m = mint();
    const who = chance(0.5) ? person(regency) : null;
    const service = pick(services);
    const taken = await post('walkIn', m, (n) => operations.walkIn(regency, n, service, who));
    if (taken && chance(0.3)) mine.push({ ...m, regency });
  }

  /** Two counters call at once. */
  async function serve(regency: string) {
    const call = () => {
      const counter = Math.ceil(Math.random() * 20);
      return post('callNext', mint(), (n) => operations.callNext(regency, n, counter));
    };
    for (const next of await Promise.all([call(), chance(0.5) ? call() : undefined])) {
      if (!next) continue;
      report.called.push(next.id);
      for (const state of chance(0.67)
        ? (['serving', 'served'] as const)
        : (['no-show', 'served'] as const)) {
        await ask('advance', () => operations.advance(regency, next.id, state));
      }
    }
  }

  async function look(regency: string) {
    await ask('availability', () => operations.availability(regency, services));
  }

  /** Closes a slot with its bookings and opens it again, or takes a seat away and gives it back. */
  async function operate(regency: string) {
    const slot = pick(slots.filter((each) => each.regency === regency));
    const operator = <N extends 'close_slot' | 'set_capacity'>(
      name: N,
      values: Parameters<OperatorFunctions[N]>,
    ) => ask(name, () => database.operate(regency, (each) => each.call(name, values)));
    if (chance(0.2)) {
      await operator('close_slot', [regency, slot.id, true]);
      await database.operate(regency, (each) =>
        each.rows({ text: 'update mpp.slot set is_open = true where id = $1', values: [slot.id] }),
      );
    } else {
      await operator('set_capacity', [regency, slot.id, slot.capacity - 1]);
      await operator('set_capacity', [regency, slot.id, slot.capacity]);
    }
  }

  function own(): Own | undefined {
    return mine.length > 0 ? pick(mine) : undefined;
  }
  function forget(b: Own) {
    const at = mine.indexOf(b);
    if (at >= 0) mine.splice(at, 1);
  }

  async function giveBack() {
    const b = own();
    if (!b) return;
    const cancel = () => ask('cancel', () => operations.cancel(b.regency, b));
    await Promise.all([cancel(), chance(0.3) && cancel()]);
    forget(b);
  }

  async function move() {
    const b = own();
    if (!b) return;
    const m = mint();
    const reschedule = (next: Minted) => {
      const slot = slotOf(b.regency);
      return post('reschedule', next, (n) => operations.reschedule(b.regency, n, b, slot));
    };
    const [moved] = await Promise.all([
      reschedule(m),
      chance(0.15)
        ? ask('cancel', () => operations.cancel(b.regency, b))
        : chance(0.15) && reschedule(mint()),
    ]);
    if (!moved) return;
    forget(b);
    mine.push({ ...m, regency: b.regency, secret: b.secret, code: b.code });
  }

  async function checkIn() {
    const b = own();
    if (!b) return;
    const here = () => ask('checkIn', () => operations.checkIn(b.regency, b));
    await Promise.all([here(), chance(0.3) && here()]);
  }

  async function tryWalls() {
    const b = own();
    if (!b) return;
    const other = regencies[(regencies.indexOf(b.regency as '35.79') + 1) % regencies.length]!;
    const guess = { ...b, secret: Buffer.from('guess') };
    const tries = await Promise.all([
      operations.cancel(other, b),
      operations.cancel(other, b, 'officer'),
      operations.cancel(b.regency, guess),
      operations.track(other, b.code),
    ]);
    const seen = await database.rows(other, {
      text: 'select from mpp.booking where regency = $1',
      values: [b.regency],
    });
    if (seen.length > 0 || tries.some((answer) => refusal(answer) !== 'not_found')) {
      report.wallsCrossed++;
    }
  }

  await Promise.all(
    Array.from({ length: racers }, async () => {
      while (report.calls < calls) await liveOf(lives)(pick(regencies));
    }),
  );
  return report;
}

function liveOf<T>(lives: [share: number, live: T][]): T {
  let dice = Math.random();
  for (const [share, live] of lives) if ((dice -= share) < 0) return live;
  return lives[0]![1];
}
