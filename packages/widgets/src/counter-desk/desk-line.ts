import type { Officer, Visit, Visitor } from '@mpp-digital/contract';
import { MppError } from '@mpp-digital/sdk';
import { Queue, Staff, type Transport } from '@mpp-digital/sdk/resources';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where an officer sits. */
export interface Seat {
  placeId: string;
  agencyId: string;
  counter: number;
}

/** What is known of the line at a counter, kept up to date while the desk is on the page. */
export class DeskLine implements ReactiveController {
  /** Who is signed in; null when nobody is, undefined while that is not known. */
  officer: Officer | null | undefined;
  visits: readonly Visit[] = [];
  timeZone = 'UTC';
  /** When the line was last read, by the server's clock. */
  readAt = '';
  /** Who is at this counter, as far as is known. */
  visitor: Visitor | undefined;
  /** Why the line cannot be read at present. */
  trouble: MppError | undefined;
  seat: Seat | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #transport: () => Transport;
  #stop: AbortController | undefined;
  #visitorOf = '';

  constructor(host: ReactiveControllerHost, transport: () => Transport) {
    this.#host = host;
    this.#transport = transport;
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('visibilitychange', this.#look);
    void this.identify();
  }

  hostDisconnected() {
    document.removeEventListener('visibilitychange', this.#look);
    this.#stop?.abort();
  }

  get staff(): Staff {
    return new Staff(this.#transport());
  }

  /** Who is at this counter. */
  get current(): Visit | undefined {
    const { seat } = this;
    return this.visits.find(
      ({ state, counter }) =>
        counter === seat?.counter && (state === 'called' || state === 'serving'),
    );
  }

  /** Finds out who is signed in. */
  async identify(): Promise<void> {
    try {
      this.officer = await this.staff.me();
      this.trouble = undefined;
      // Somebody else may have sat here before.
      if (this.seat && !this.#maySit(this.seat)) this.sit(undefined);
    } catch (error) {
      this.failed(error);
    }
    this.#host.requestUpdate();
  }

  #maySit({ placeId, agencyId, counter }: Seat): boolean {
    return Boolean(
      this.officer?.agencies.some(
        (agency) =>
          agency.id === agencyId && agency.placeId === placeId && agency.counters.includes(counter),
      ),
    );
  }

  /** Follows the line from here. */
  sit(seat: Seat | undefined): void {
    this.#stop?.abort();
    this.#stop = undefined;
    this.seat = seat;
    this.visits = [];
    this.visitor = undefined;
    this.#visitorOf = '';
    if (seat) void this.#follow(seat, (this.#stop = new AbortController()).signal);
    this.#host.requestUpdate();
  }

  /** Reads the line now. */
  async refresh(): Promise<void> {
    const { seat } = this;
    if (!seat) return;
    try {
      const { visits, timeZone, serverTime } = await this.staff.line(seat);
      if (this.seat !== seat) return;
      Object.assign(this, { visits, timeZone, readAt: serverTime, trouble: undefined });
      void this.#identifyVisitor();
    } catch (error) {
      this.failed(error);
    }
    this.#host.requestUpdate();
  }

  /** Takes over what an answer said of one visit, until the line is read again. */
  take(visit: Visit): void {
    this.visits = [visit, ...this.visits.filter(({ bookingId }) => bookingId !== visit.bookingId)];
    void this.#identifyVisitor();
    this.#host.requestUpdate();
  }

  /** Notes what went wrong; a sign-in that has ended is known then. */
  failed(error: unknown): MppError {
    const known = error instanceof MppError ? error : new MppError('internal', { cause: error });
    if (known.code === 'unauthorized') this.officer = null;
    else this.trouble = known;
    this.#host.requestUpdate();
    return known;
  }

  async #follow(seat: Seat, signal: AbortSignal) {
    const queue = new Queue(this.#transport());
    while (!signal.aborted) {
      try {
        const onTrouble = (error: MppError | undefined) => {
          this.trouble = error;
          this.#host.requestUpdate();
        };
        for await (const _ of queue.watch(seat.placeId, { signal, onTrouble })) {
          await this.refresh();
        }
      } catch (error) {
        if (signal.aborted) return;
        this.failed(error);
      }
      await new Promise((resolve) => setTimeout(resolve, 5_000));
    }
  }

  async #identifyVisitor() {
    const id = this.current?.bookingId ?? '';
    if (id === this.#visitorOf) return;
    this.#visitorOf = id;
    this.visitor = undefined;
    if (!id) return;
    try {
      const visitor = await this.staff.visitor(id);
      if (this.#visitorOf === id) this.visitor = visitor;
    } catch (error) {
      this.#visitorOf = '';
      this.failed(error);
    }
    this.#host.requestUpdate();
  }

  /** Who signed in again in another tab comes back to this one. */
  readonly #look = () => {
    if (document.visibilityState === 'visible' && this.officer === null) void this.identify();
  };
}
