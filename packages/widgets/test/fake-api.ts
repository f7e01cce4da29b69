import {
  type ErrorCode,
  errors,
  NewBooking,
  type Operation,
  operations,
  parse,
  Person,
} from '@mpp-digital/contract';

import { FakeBookings, Refusal } from './fake-bookings.ts';
import { index, mall, serviceOf } from './fake-catalogue.ts';
import { fakeStops, fakeVillages } from './fake-stops.ts';

/**
 * What can be wrong: no way to the server, no answer yet (until it is lifted), an answer of another
 * shape, work done but its answer lost, or a refusal.
 */
export type Trouble = 'offline' | 'slow' | 'wrong-shape' | 'lost-answer' | ErrorCode;

/** A request as the server saw it. */
export interface Call {
  /** `bookings.book`. */
  operation: string;
  params: Record<string, string>;
  query: Record<string, string>;
  body: Record<string, unknown>;
  /** What `Authorization: Bearer …` carried. */
  token: string;
  headers: Headers;
  url: string;
}

type Handler = (call: Call) => unknown;

const all = '*';
const own = crypto.randomUUID();
const routes = Object.entries(operations).flatMap(([resource, named]) =>
  Object.entries(named as Record<string, Operation>).map(([name, operation]) => ({
    operation: `${resource}.${name}`,
    method: operation.method,
    media: operation.media ?? 'application/json',
    idempotent: operation.idempotent,
    path: new RegExp(`/v1/35\\.79${operation.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
  })),
);

/**
 * A small server in place of `fetch`, built on the contract's operations and the real catalogue.
 *
 * @example
 * ```ts
 * const api = new FakeApi();
 * beforeEach(() => api.start());
 * afterEach(() => api.stop());
 * api.trouble('slot_full', 'bookings.hold');
 * ```
 */
export class FakeApi {
  /** All requests since the start, those in trouble too. */
  calls: Call[] = [];

  /** Times and seats. */
  bookings = new FakeBookings();

  #troubles = new Map<string, { kind: Trouble; lifted: Promise<void>; lift: () => void }>();
  #own = new Map<string, Handler>();
  #kept = new Map<string, unknown>();
  #retryAfter = '';
  #real: typeof fetch | undefined;

  /** Takes the place of `fetch`, with nothing kept, nothing booked and nothing wrong. */
  async start(): Promise<void> {
    // Other pages of the same test run share the browser's store: each works in one of its own.
    const { open, delete: remove } = CacheStorage.prototype;
    caches.open = (name) => open.call(caches, name + own);
    await remove.call(caches, `mpp-digital${own}`);
    this.#real ??= globalThis.fetch;
    globalThis.fetch = (input, init) => this.#fetch(new Request(input, init));
    this.calls = [];
    this.bookings = new FakeBookings();
    this.#own.clear();
    this.#kept.clear();
    this.lift();
  }

  /** Gives `fetch` back. What still waits is refused, so that it is not asked again. */
  stop(): void {
    if (this.#real) globalThis.fetch = this.#real;
    this.#real = undefined;
    this.lift();
  }

  /** Brings trouble, to one operation or to all. */
  trouble(kind: Trouble, operation = all): void {
    let lift = () => {};
    const lifted = new Promise<void>((resolve) => (lift = resolve));
    this.#troubles.set(operation, { kind, lifted, lift });
  }

  /** Ends all trouble; what waited is answered. */
  lift(): void {
    this.#troubles.forEach(({ lift }) => lift());
    this.#troubles.clear();
  }

  /** Answers an operation otherwise. */
  on(operation: string, handler: Handler): void {
    this.#own.set(operation, handler);
  }

  /**
   * Refuses an operation for so many seconds.
   *
   * @returns What ends it.
   */
  tooMany(operation: string, seconds: number): () => void {
    this.trouble('too_many_requests', operation);
    this.#retryAfter = String(seconds);
    return () => {
      this.#retryAfter = '';
      this.lift();
    };
  }

  /** Requests for one operation. */
  callsOf(operation: string): Call[] {
    return this.calls.filter((call) => call.operation === operation);
  }

  async #fetch(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const route = routes.find(
      ({ method, path }) => method === request.method && path.test(decodeURI(url.pathname)),
    );
    if (!route) return this.#real!.call(globalThis, request);
    const { operation } = route;
    const call: Call = {
      operation,
      params: { ...route.path.exec(decodeURI(url.pathname))!.groups },
      query: Object.fromEntries(url.searchParams),
      body: request.method === 'POST' ? await readBody(request) : {},
      token: request.headers.get('authorization')?.replace(/^Bearer /, '') ?? '',
      headers: request.headers,
      url: request.url,
    };
    this.calls.push(call);
    const trouble = this.#troubles.get(operation) ?? this.#troubles.get(all);
    if (trouble?.kind === 'offline') throw new TypeError('Failed to fetch');
    if (trouble?.kind === 'slow') await Promise.race([trouble.lifted, aborted(request.signal)]);
    if (!this.#real) return problem('not_found');
    if (trouble?.kind === 'wrong-shape') return Response.json({ hello: ['world'] });
    if (trouble && trouble.kind in errors) {
      return problem(trouble.kind as ErrorCode, this.#retryAfter);
    }
    try {
      const result = this.#answer(call);
      if (trouble?.kind === 'lost-answer') throw new TypeError('Failed to fetch');
      const body = route.media === 'application/json' ? JSON.stringify(result) : String(result);
      return new Response(body, { headers: { 'content-type': route.media } });
    } catch (error) {
      if (error instanceof Refusal) return problem(error.code);
      throw error;
    }
  }

  /** The same key gets the same answer. */
  #answer(call: Call): unknown {
    const key = call.headers.get('idempotency-key');
    if (key && this.#kept.has(key)) return this.#kept.get(key);
    const result = (this.#own.get(call.operation) ?? this.#handlers[call.operation]!)(call);
    if (key) this.#kept.set(key, result);
    return result;
  }

  readonly #handlers: Record<string, Handler> = {
    'catalogue.index': () => index,
    'catalogue.service': ({ params }) => found(serviceOf(params['serviceId']!)),
    'catalogue.services': () => ({
      items: index.services.map(({ id }) => serviceOf(id)),
      next: null,
    }),
    'catalogue.agencies': () => ({ items: index.agencies, next: null }),
    'catalogue.places': () => ({ items: [mall], next: null }),
    'availability.days': ({ query }) => this.#days(query),
    'bookings.hold': ({ body }) =>
      this.bookings.take(String(body['slotId']), String(body['serviceId'])),
    'bookings.book': ({ body }) => {
      const wanted = valid(NewBooking, body);
      return this.bookings.take(wanted.slotId, wanted.serviceId, wanted);
    },
    'bookings.extendHold': (call) => this.bookings.extend(this.#owned(call)),
    'bookings.bookHold': (call) => this.bookings.book(this.#owned(call), valid(Person, call.body)),
    'bookings.show': (call) => this.bookings.show(this.#owned(call)),
    'bookings.reschedule': (call) =>
      this.bookings.reschedule(this.#owned(call), String(call.body['slotId'])),
    'bookings.cancel': (call) => this.bookings.cancel(this.#owned(call)),
    'bookings.unlock': ({ body }) =>
      this.bookings.unlock(String(body['code']), String(body['phoneEnding'])),
    'bookings.calendar': (call) =>
      `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nSUMMARY:${this.bookings.seat(this.#owned(call)).ticket.number}\r\nEND:VCALENDAR\r\n`,
    'mobile.villages': () => ({ villages: fakeVillages }),
    'mobile.stops': ({ query }) => {
      found(fakeVillages.find(({ code }) => code === query['village']));
      return fakeStops(this.bookings.today, query['village']!);
    },
    'tracking.status': ({ token }) => this.bookings.status(token.slice(0, 12)),
  };

  /** The booking's id, for who knows its secret. */
  #owned({ params, token }: Call): string {
    const id = params['bookingId']!;
    if (this.bookings.seat(id).ticket.secret !== token) throw new Refusal('not_found');
    return id;
  }

  #days(query: Record<string, string>) {
    const services = query['services']!.split(',');
    services.forEach((id) => found(serviceOf(id)));
    const { today } = this.bookings;
    const from = query['from'] ?? today;
    if (from < today) throw new Refusal('day_past');
    const until = this.bookings.later(today, 30);
    if (from > until) throw new Refusal('day_beyond_window');
    const dates = (first: string, count: number) =>
      Array.from({ length: count }, (_, position) => this.bookings.later(first, position));
    const days = dates(from, Number(query['days'] ?? 7)).map((date) =>
      this.bookings.day(date, services),
    );
    const after = dates(this.bookings.later(days.at(-1)!.date, 1), 14);
    const next = after.find((date) => this.bookings.day(date, services).state === 'open');
    return {
      placeId: mall.id,
      timeZone: index.regency.timeZone,
      days,
      next: next ?? null,
      until,
    };
  }
}

function problem(code: ErrorCode, retryAfter = ''): Response {
  const { status, title } = errors[code];
  return new Response(
    JSON.stringify({ type: `about:blank#${code}`, title, status, code, requestId: 'test' }),
    {
      status,
      headers: {
        'content-type': 'application/problem+json',
        ...(retryAfter && { 'retry-after': retryAfter }),
      },
    },
  );
}

function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Refusal('not_found');
  return thing;
}

function valid<S extends Parameters<typeof parse>[0]>(schema: S, body: unknown) {
  try {
    return parse(schema, body);
  } catch {
    throw new Refusal('invalid_request');
  }
}

async function readBody(request: Request): Promise<Record<string, unknown>> {
  const text = await request.text();
  return text ? (JSON.parse(text) as Record<string, unknown>) : {};
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason as Error)),
  );
}
