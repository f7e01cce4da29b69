import type { DeliveryAttempt } from '@mpp-digital/contract';

import type { Database } from '../database.ts';
import { describeFault, type Logger } from '../log.ts';
import { regenciesOf } from '../regencies.ts';
import type { Secrets } from '../secrets.ts';
import type { ClaimRow } from '../webhook-functions.ts';
import { messageOf } from './message.ts';
import { signedHeaders } from './signature.ts';

/** Sends to webhooks what waits. */
export interface Courier {
  /** Says that something waits in a regency. */
  wake(regency: string): void;
  /** Looks at all regencies, now and each minute: for what other servers left. */
  start(): void;
  /** Ends that. What is under way is given up, and sent again by another server, or by the next. */
  stop(): Promise<void>;
}

/** Sends one message once, see `post`. */
export type Post = (
  url: string,
  headers: Record<string, string>,
  body: string,
) => Promise<DeliveryAttempt>;

/** Messages under way at once, of all regencies. */
const most = 50;
const sweepMs = 60_000;
/** Not more often than so: also when what is due waits for a webhook that has enough under way. */
const restMs = 1_000;

/** The courier of a database. Several servers may run one each: what one has claimed, no other sends. */
export function createCourier(
  database: Database,
  secrets: Secrets,
  post: Post,
  log: Logger,
): Courier {
  /** Of each delivery under way, which webhook it is for. */
  const underWay = new Map<string, string>();
  /** Regencies that were not looked at because there was enough under way. */
  const turnedAway = new Set<string>();
  const running = new Set<Promise<void>>();
  const looks = new Map<string, { at: number; timer: NodeJS.Timeout }>();
  let sweeping: NodeJS.Timeout | undefined;
  let stopped = false;

  /** Looks after so many milliseconds at the latest. */
  function lookIn(regency: string, ms: number): void {
    const at = performance.now() + ms;
    const planned = looks.get(regency);
    if (stopped || (planned && planned.at <= at)) return;
    clearTimeout(planned?.timer);
    const timer = setTimeout(() => {
      looks.delete(regency);
      run(look(regency));
    }, ms);
    looks.set(regency, { at, timer: timer.unref() });
  }

  function run(work: Promise<void>): void {
    const done = work
      .catch((error: unknown) => {
        if (!stopped) log.error({ fault: describeFault(error) }, 'webhooks failed');
      })
      .finally(() => running.delete(done));
    running.add(done);
  }

  async function look(regency: string): Promise<void> {
    if (stopped) return;
    const room = most - underWay.size;
    if (room === 0) {
      turnedAway.add(regency);
      return;
    }
    const busy = [...underWay.values()];
    const { claims, nextIn } = await database.call('claim_deliveries', [regency, room, busy]);
    for (const claim of claims) {
      underWay.set(claim.id, claim.webhookId);
      run(deliver(regency, claim).finally(() => finish(regency, claim)));
    }
    if (nextIn !== null) lookIn(regency, Math.max(restMs, nextIn * 1_000));
  }

  function finish(regency: string, { id }: ClaimRow): void {
    underWay.delete(id);
    for (const each of turnedAway.add(regency)) lookIn(each, 0);
    turnedAway.clear();
  }

  async function deliver(regency: string, claim: ClaimRow): Promise<void> {
    const { id, webhookId, url, seed, oldSeed } = claim;
    const keys = [seed, oldSeed]
      .filter((each) => each !== null)
      .map((each) => secrets.webhookSecret(regency, webhookId, each));
    const body = JSON.stringify(messageOf(regency, claim));
    const attempt = await post(url, signedHeaders(id, Date.now(), body, keys), body);
    await database.call('end_attempt', [regency, id, JSON.stringify(attempt)]);
    // Not where to: an address can be a secret of its own.
    const { status, ms, failure } = attempt;
    const about = { regency, webhook: webhookId, delivery: id, status, ms, failure };
    if (failure === null) log.debug(about, 'webhook told');
    else log.warn(about, 'webhook not told');
  }

  async function sweep(): Promise<void> {
    for (const regency of await regenciesOf(database)) lookIn(regency, 0);
  }

  return {
    wake: (regency) => lookIn(regency, 0),
    start() {
      sweeping = setInterval(() => run(sweep()), sweepMs).unref();
      run(sweep());
    },
    async stop() {
      stopped = true;
      clearInterval(sweeping);
      for (const { timer } of looks.values()) clearTimeout(timer);
      await Promise.all(running);
    },
  };
}
