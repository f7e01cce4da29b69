import { createHash, randomBytes, randomUUID } from 'node:crypto';

import type { Actor } from '../../src/database-functions.ts';
import type { Database } from '../../src/database.ts';

/** What the server makes for one POST: a key, the hash of the request, an id, a code, a secret. */
export interface Minted {
  key: string;
  request: Uint8Array;
  id: string;
  code: Uint8Array;
  secret: Uint8Array;
}

/** What one must have to change a booking. */
export type Owned = Pick<Minted, 'id' | 'secret'>;

export const mint = (): Minted => ({
  key: randomUUID(),
  request: randomBytes(8),
  id: randomUUID(),
  code: randomBytes(16),
  secret: randomBytes(16),
});

export const hash = (text: string): Uint8Array => createHash('sha256').update(text).digest();

const personal = hash('name and phone, encrypted');

/** Whoever works at the counter in these tests. */
export const officer = 'petugas-1';

/** The operations as the tests say them: short, with what the server would fill in filled in. */
export function operationsOf({ call }: Pick<Database, 'call'>) {
  return {
    hold: (regency: string, m: Minted, slot: string, service: string) =>
      call('hold', [regency, m.key, m.request, m.id, slot, service, m.code, m.secret]),

    extend: (regency: string, b: Owned) => call('extend_hold', [regency, b.id, b.secret]),

    book: (
      regency: string,
      m: Minted,
      slot: string,
      service: string,
      person: Uint8Array,
      priority = false,
    ) =>
      call('book', [
        ...([regency, m.key, m.request, m.id, slot, service, m.code, m.secret] as const),
        ...([person, personal, endingOf(m.code), priority] as const),
      ]),

    bookHold: (regency: string, m: Minted, held: Minted, person: Uint8Array, priority = false) =>
      call('book_hold', [
        ...([regency, m.key, m.request, held.id, held.secret] as const),
        ...([person, personal, endingOf(held.code), priority] as const),
      ]),

    show: (regency: string, b: Owned) => call('show_booking', [regency, b.id, b.secret]),

    cancel: (regency: string, b: Owned, actor: Actor = 'citizen') =>
      call('cancel', [regency, b.id, b.secret, actor]),

    reschedule: (regency: string, m: Minted, b: Owned, slot: string, actor: Actor = 'citizen') =>
      call('reschedule', [regency, m.key, m.request, b.id, b.secret, m.id, slot, actor]),

    checkIn: (regency: string, b: Owned, actor: Actor = 'citizen') =>
      call('check_in', [regency, b.id, b.secret, actor, null]),

    walkIn: (
      regency: string,
      m: Minted,
      service: string,
      person: Uint8Array | null,
      priority = false,
    ) =>
      call('walk_in', [
        ...([regency, m.key, m.request, m.id, 'mall', service, m.code, m.secret] as const),
        ...([person, null, null, priority, 'officer', officer] as const),
      ]),

    receive: (regency: string, code: Uint8Array, agencies: string[] | null = null) =>
      call('receive', [regency, code, null, officer, agencies]),

    callNext: (regency: string, m: Minted, counter: number) =>
      call('call_next', [regency, m.key, m.request, 'mall', 'dukcapil', counter, officer]),

    callAgain: (regency: string, m: Minted, id: string, agencies: string[] | null = null) =>
      call('call_again', [regency, m.key, m.request, id, officer, agencies]),

    advance: (
      regency: string,
      id: string,
      state: 'serving' | 'served' | 'no-show' | 'checked-in',
      agencies: string[] | null = null,
    ) => call('advance', [regency, id, state, officer, agencies]),

    transfer: (
      regency: string,
      m: Minted,
      id: string,
      service: string,
      agencies: string[] | null = null,
    ) =>
      call('transfer', [
        ...([regency, m.key, m.request, id, m.id, service, officer, agencies] as const),
      ]),

    queue: (regency: string) => call('queue', [regency, 'mall']),

    position: (regency: string, code: Uint8Array) => call('queue_position', [regency, code]),

    line: (regency: string, agency = 'dukcapil') => call('line', [regency, 'mall', agency]),

    track: (regency: string, code: Uint8Array) => call('track', [regency, code]),

    unlock: (regency: string, code: Uint8Array, ending = endingOf(code)) =>
      call('unlock', [regency, code, ending]),

    availability: (
      regency: string,
      services: string[],
      from: string | null = null,
      days = 7,
      place = 'mall',
    ) => call('availability', [regency, place, services, from, days]),
  };
}

export type Operations = ReturnType<typeof operationsOf>;

/** HMAC of a code and of the end of the phone number that belongs to it, in these tests. */
export const endingOf = (code: Uint8Array): Uint8Array => hash(`${String(code)} 7890`);

/** The refusal, or undefined. */
export const refusal = (answer: object): string | undefined =>
  'refused' in answer ? String(answer.refused) : undefined;

/** The answer of an operation that must have succeeded. */
export function granted<T extends object>(answer: T): Exclude<T, { refused: string }> {
  const code = refusal(answer);
  if (code !== undefined) throw new Error(`refused: ${code}`);
  return answer as Exclude<T, { refused: string }>;
}
