import {
  type BookingState,
  checkCharacter,
  type NumberShares,
  type Queue,
  type QueuePosition,
} from '@mpp-digital/contract';

import type { FakeApi } from './fake-api.ts';
import { Refusal } from './fake-bookings.ts';
import { index, mall } from './fake-catalogue.ts';

/** Somebody with a number, as the mall knows them. */
export interface FakeVisit {
  id: string;
  code: string;
  number: string;
  agencyId: string;
  state: BookingState;
  priority: boolean;
  counter: number | null;
  at: string;
  calls: number;
}

const { timeZone } = index.regency;
const real = globalThis.EventSource;

/** The lines of the mall in memory, answered by the API and pushed to whoever follows them. */
export class FakeQueue {
  /** Minutes that one visit takes; null as long as nobody can know. */
  visitMinutes: { from: number; to: number } | null = { from: 5, to: 10 };

  /** How agencies share their numbers; all can be booked without it. */
  shares: Record<string, NumberShares> = {};

  #visits: FakeVisit[] = [];
  readonly #sources = new Set<FakeSource>();
  #pushes = true;

  /** Takes the place of the server's answers and of `EventSource`. */
  start(api: FakeApi): void {
    api.on('queue.status', ({ params }) => this.#lines(params['placeId']!));
    api.on('queue.position', ({ token }) => this.#position(token));
    const open = (source: FakeSource) => this.#open(source);
    globalThis.EventSource = class extends FakeSource {
      constructor() {
        super();
        open(this);
      }
    } as unknown as typeof EventSource;
  }

  stop(): void {
    globalThis.EventSource = real;
  }

  /** Somebody comes, with a booking for later or to wait at once. */
  join(agencyId: string, wanted: Partial<FakeVisit> = {}): FakeVisit {
    const prefix = index.agencies.find(({ id }) => id === agencyId)!.queuePrefix;
    const eleven = String(this.#visits.length + 1).padStart(11, '7K3M9QXT2BH');
    const visit: FakeVisit = {
      id: crypto.randomUUID(),
      code: eleven + checkCharacter(eleven),
      number: `${prefix}${String(this.#visits.length + 1).padStart(3, '0')}`,
      agencyId,
      state: 'checked-in',
      priority: false,
      counter: null,
      at: '',
      calls: 0,
      ...wanted,
    };
    this.#visits.push(visit);
    this.#push();
    return visit;
  }

  /** Calls a number, or calls it again. */
  call(visit: FakeVisit, counter: number, at = new Date().toISOString()): void {
    this.move(visit, { state: 'called', counter, at, calls: visit.calls + 1 });
  }

  /** Whatever else happens. */
  move(visit: FakeVisit, change: Partial<FakeVisit>): void {
    Object.assign(visit, change);
    this.#push();
  }

  /** The line to all who follow breaks, and stays broken. */
  cut(): void {
    this.#pushes = false;
    [...this.#sources].forEach((source) => source.onerror?.());
  }

  /** Who follows can be told again. */
  mend(): void {
    this.#pushes = true;
  }

  /** How many follow. */
  get followers(): number {
    return this.#sources.size;
  }

  #open(source: FakeSource) {
    this.#sources.add(source);
    source.onClose = () => this.#sources.delete(source);
    setTimeout(() => (this.#pushes ? this.#tell(source) : source.onerror?.()));
  }

  #push() {
    if (this.#pushes) this.#sources.forEach((source) => this.#tell(source));
  }

  #tell(source: FakeSource) {
    source.onmessage?.({ data: JSON.stringify(this.#lines(mall.id)) });
  }

  #lines(placeId: string): Queue {
    if (placeId !== mall.id) throw new Refusal('not_found');
    const agencies = index.agencies.map(({ id, name }) => {
      const here = this.#in(id, 'checked-in');
      const wait = this.#wait(here.length, here.length);
      return {
        agency: { id, name },
        calls: this.#calls(id),
        waiting: here.length,
        waitingPriority: here.filter(({ priority }) => priority).length,
        expected: this.#in(id, 'booked').length,
        served: this.#in(id, 'served').length,
        shares: this.shares[id] ?? null,
        wait,
      };
    });
    return { placeId, agencies, timeZone, serverTime: new Date().toISOString() };
  }

  #position(code: string): QueuePosition {
    const mine = this.#visits.find((visit) => visit.code === code);
    if (!mine) throw new Refusal('not_found');
    const { agencyId, number, state, counter } = mine;
    const { name } = index.agencies.find(({ id }) => id === agencyId)!;
    const isBefore = (other: FakeVisit) =>
      other !== mine && (other.priority === mine.priority ? other.number < number : other.priority);
    const waits = state === 'booked' || state === 'checked-in';
    const before = waits
      ? {
          here: this.#in(agencyId, 'checked-in').filter(isBefore).length,
          expected: this.#in(agencyId, 'booked').filter(isBefore).length,
        }
      : null;
    return {
      code,
      number,
      state,
      agency: { id: agencyId, name },
      placeId: mall.id,
      counter,
      before,
      wait: before && this.#wait(before.here, before.here + before.expected),
      calls: this.#calls(agencyId),
      serverTime: new Date().toISOString(),
    };
  }

  #in(agencyId: string, state: BookingState) {
    return this.#visits.filter((visit) => visit.agencyId === agencyId && visit.state === state);
  }

  #calls(agencyId: string) {
    return this.#visits
      .flatMap(({ id, number, counter, state, at, calls, agencyId: own }) =>
        own === agencyId && counter !== null && (state === 'called' || state === 'serving')
          ? [{ bookingId: id, number, counter, state, at, calls }]
          : [],
      )
      .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  }

  #wait(least: number, most: number) {
    const { visitMinutes } = this;
    return visitMinutes && { from: least * visitMinutes.from, to: (most + 1) * visitMinutes.to };
  }
}

/** As much of an `EventSource` as the SDK uses. */
class FakeSource {
  onmessage: ((event: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  onClose = () => {};

  addEventListener(): void {}

  close(): void {
    this.onClose();
  }
}
