// A town whose citizens are written to, with a clock that can be set.
import type { Recipient } from '../../src/messages/carrier.ts';
import { Undeliverable, type Carrier, type Message } from '../../src/messages/carrier.ts';
import { Catalogue } from '../../src/catalogue.ts';
import type { Language } from '../../src/handler.ts';
import type { NewJob } from '../../src/jobs/jobs.ts';
import { createLog } from '../../src/log.ts';
import { messageConsumer } from '../../src/messages/message-consumer.ts';
import type { MessageJob } from '../../src/messages/message-job.ts';
import { send } from '../../src/messages/send.ts';
import { readMessageSettings } from '../../src/messages/settings.ts';
import { newBooking, whoComes } from '../../src/new-booking.ts';
import { createRelay } from '../../src/outbox/relay.ts';
import { Secrets } from '../../src/secrets.ts';
import { granted, mint } from '../booking/operations.ts';
import { regency, type Town } from '../booking/town.ts';
import type { TestDatabase } from '../test-database.ts';

export const phone = '+6281234509876';
export const timeZone = 'Asia/Jakarta';

/** A moment of the wall clock in Jakarta: `at('2026-12-01 09:20')`. */
export const at = (wall: string) => new Date(`${wall.replace(' ', 'T')}:00+07:00`);

const catalogue = new Catalogue({
  regency: { code: regency, name: 'Kota Batu', timeZone },
  version: '1',
  ...{ categories: [], services: [], mobileUnits: [], forms: [], kiosks: [] },
  agencies: [
    {
      id: 'dukcapil',
      name: { id: 'Dukcapil', en: 'Civil Registry' },
      shortName: 'Dukcapil',
      queuePrefix: 'A',
    },
  ],
  places: [
    {
      id: 'mall',
      kind: 'mall',
      name: { id: 'MPP Among Warga', en: 'Among Warga Mall' },
      address: 'Jl. Panglima Sudirman 507',
      openingHours: [],
    },
  ],
});

export interface PostOptions {
  /** Path of a file as `MPP_MESSAGES_FILE` names it. */
  file?: string;
  carriers?: readonly Carrier['name'][];
}

/** The post office of a town; its jobs wait in a list that the test looks at. */
export function postOffice(database: TestDatabase, town: Town, options: PostOptions = {}) {
  const { file, carriers: names = ['gateway'] } = options;
  const secrets = new Secrets(new Uint8Array(32).fill(7));
  const waiting = new Map<string, NewJob>();
  const sent: (Message & { to: Recipient })[] = [];
  let clock = new Date();
  let trouble: Error | undefined;

  const jobs = {
    enqueue: (_: unknown, __: unknown, list: readonly NewJob[]) => {
      for (const job of list) if (!waiting.has(job.id)) waiting.set(job.id, job);
      return Promise.resolve();
    },
  };
  const carriers = names.map((name): Carrier => ({
    name,
    reaches: (person) => (name === 'gateway' ? person.phone !== '' : person.email !== undefined),
    send: (message, to) => {
      if (trouble) return Promise.reject(trouble);
      sent.push({ ...message, to });
      return Promise.resolve();
    },
    close: () => undefined,
  }));
  const post = {
    ...{ carriers, database, secrets, jobs },
    settingsOf: readMessageSettings(file),
    publicUrl: 'https://mpp.example.go.id',
    catalogues: { get: () => Promise.resolve(catalogue) },
    now: () => clock,
    log: createLog('silent'),
  };
  const relay = createRelay(
    database,
    [messageConsumer({ ...post, carriers: names })],
    createLog('silent'),
  );
  const done = new Set<string>();

  return {
    sent,
    relay,

    /** The clock of the post office; the database has its own. */
    setClock: (now: Date) => (clock = now),

    /** What the next messages meet. */
    setTrouble: (error: Error | undefined) => (trouble = error),
    refusal: new Undeliverable('http-422'),

    /** Jobs that were not done yet: what they are, and when. */
    waiting: () =>
      [...waiting.values()]
        .filter(({ id }) => !done.has(id))
        .map(({ data, startAfter }) => ({
          ...(data as MessageJob),
          startAfter: startAfter?.toISOString(),
        })),

    /** Does what is due by the clock. */
    async deliver(retries = 0) {
      const due = [...waiting.values()].filter(
        ({ id, startAfter }) => !done.has(id) && (startAfter ?? clock) <= clock,
      );
      for (const { id, data } of due) {
        const signal = new AbortController().signal;
        await send({ id, data: data as MessageJob, retries, signal }, post);
        done.add(id);
      }
    },

    /** Does a job again, as when nobody knew whether it was done. */
    forgetDone: () => done.clear(),

    /** Books as a citizen who reads this language; in the database's present. */
    async book(slot: string, language: Language = 'id', email?: string) {
      const { key, request } = mint();
      const made = newBooking(secrets, regency, key);
      const person = { name: 'Siti Rahasiawati', phone, ...(email !== undefined && { email }) };
      granted(
        await database.call('book', [
          ...([regency, key, request, made.id, slot, 'ktp', made.storedCode] as const),
          made.storedSecret,
          ...whoComes(secrets, regency, made.code, made.storedCode, person, language),
        ]),
      );
      return { ...made, owned: { id: made.id, secret: made.storedSecret } };
    },

    /** Lets the town's clock be Jakarta's, and a slot begin at this moment. */
    async slotAt(startsAt: Date, firstNumber: number) {
      const id = await town.slot({ minutes: 60, capacity: 20, firstNumber });
      await database.admin(
        `update mpp.slot set starts_at = $2::timestamptz, ends_at = $2::timestamptz + interval '30 min',
           service_day = ($2::timestamptz at time zone $3)::date
         where id = $1`,
        [id, startsAt.toISOString(), timeZone],
      );
      return id;
    },
  };
}

export type PostOffice = ReturnType<typeof postOffice>;
