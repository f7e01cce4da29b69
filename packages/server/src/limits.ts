import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

import { retryLater } from './problem.ts';

/**
 * How often one network may do what others could suffer from. Counted in this process's memory, and
 * generously: a whole town can stand behind one address. Reading is never limited.
 */
export class Limits {
  readonly #holds: RateLimiterMemory;
  readonly #unlocks = new RateLimiterMemory({ points: 30, duration: 900 });
  readonly #misses = new RateLimiterMemory({ points: 60, duration: 900 });
  readonly #twice = new RateLimiterMemory({ points: 60, duration: 900 });

  /** @param holdsPerClient - How many seats a network may hold within ten minutes. */
  constructor(holdsPerClient: number) {
    this.#holds = new RateLimiterMemory({ points: holdsPerClient, duration: 600 });
  }

  /** Counts a seat that is to be held. */
  async hold(network: string): Promise<void> {
    await consume(this.#holds, network);
  }

  /** Counts an attempt to get a ticket by code and phone. */
  async unlock(network: string): Promise<void> {
    await consume(this.#unlocks, network);
  }

  /** Refuses a network that has asked for too many codes that do not exist. */
  async lookUp(network: string): Promise<void> {
    await refuseBeyond(this.#misses, network);
  }

  /** Counts a code that does not exist. */
  async missed(network: string): Promise<void> {
    await this.#misses.penalty(network);
  }

  /** Refuses a network that has tried too many people who had a booking already. */
  async book(network: string): Promise<void> {
    await refuseBeyond(this.#twice, network);
  }

  /** Counts a person who had a booking already: asking on would tell who has one. */
  async alreadyBooked(network: string): Promise<void> {
    await this.#twice.penalty(network);
  }
}

async function consume(limiter: RateLimiterMemory, network: string): Promise<void> {
  try {
    await limiter.consume(network);
  } catch (error) {
    if (error instanceof RateLimiterRes) {
      throw retryLater('too_many_requests', error.msBeforeNext / 1000);
    }
    throw error;
  }
}

async function refuseBeyond(limiter: RateLimiterMemory, network: string): Promise<void> {
  const spent = await limiter.get(network);
  if (spent && spent.consumedPoints >= limiter.points) {
    throw retryLater('too_many_requests', spent.msBeforeNext / 1000);
  }
}
