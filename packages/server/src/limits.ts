import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

import { retryLater } from './problem.ts';
import { SeatLimit } from './seat-limit.ts';

/**
 * How often one network may do what others could suffer from. Counted in this process's memory, and
 * generously: a whole town can stand behind one address. Reading is never limited.
 */
export class Limits {
  /** Seats that are taken, held or booked. */
  readonly seats: SeatLimit;
  /** Applications that are handed in. */
  readonly applications = new SeatLimit(200);
  /** Files that are begun: each may be 5 MB on our disk for a day. */
  readonly uploads = new SeatLimit(400);
  /** Numbers that a terminal of the mall's own gives: one every ten seconds, as a printer can. */
  readonly terminals: SeatLimit = new SeatLimit(60);
  readonly #unlocks = new RateLimiterMemory({ points: 30, duration: 900 });
  readonly #misses = new RateLimiterMemory({ points: 60, duration: 900 });
  readonly #twice = new RateLimiterMemory({ points: 60, duration: 900 });

  /** @param holdsPerClient - How many seats a network may take within ten minutes. */
  constructor(holdsPerClient: number) {
    this.seats = new SeatLimit(holdsPerClient);
  }

  /** Refuses a network that has failed too often to get a ticket by code and phone. */
  async unlock(network: string): Promise<void> {
    await refuseBeyond(this.#unlocks, network);
  }

  /** Counts a code and the end of a phone number that do not belong together. */
  async notUnlocked(network: string): Promise<void> {
    await this.#unlocks.penalty(network);
  }

  /**
   * Counts a code that does not exist, and refuses a network that has asked for too many. One that
   * exists is shown to everybody: whole towns call from one network.
   */
  async missed(network: string): Promise<void> {
    try {
      await this.#misses.consume(network);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw retryLater('too_many_requests', error.msBeforeNext / 1000);
    }
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

async function refuseBeyond(limiter: RateLimiterMemory, network: string): Promise<void> {
  const spent = await limiter.get(network);
  if (spent && spent.consumedPoints >= limiter.points) {
    throw retryLater('too_many_requests', spent.msBeforeNext / 1000);
  }
}
