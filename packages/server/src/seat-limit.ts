import { Problem, retryLater } from './problem.ts';

const windowMs = 600_000;

/** What one network has taken. */
interface Taken {
  /** When it is forgotten. */
  until: number;
  /** Idempotency keys, and whether the request of each has been given its seat. */
  keys: Map<string, boolean>;
}

/**
 * How many seats one network may take within ten minutes, held or booked. They are counted by the
 * keys of the requests: the same request again is the same seat, and what was refused is none.
 */
export class SeatLimit {
  readonly #seats: number;
  /** Oldest first: all are kept equally long. */
  readonly #networks = new Map<string, Taken>();

  constructor(seats: number) {
    this.#seats = seats;
  }

  /** Asks for a seat, unless the network has too many. */
  async take<T>(network: string, key: string, ask: () => Promise<T>): Promise<T> {
    const taken = this.#takenBy(network);
    const isNew = !taken.keys.has(key);
    if (isNew) {
      if (taken.keys.size >= this.#seats) throw tooMany(taken);
      taken.keys.set(key, false);
    }
    try {
      const answer = await ask();
      taken.keys.set(key, true);
      return answer;
    } catch (error) {
      // Whatever else went wrong, the seat may have been taken.
      if (isNew && error instanceof Problem) taken.keys.delete(key);
      throw error;
    }
  }

  #takenBy(network: string): Taken {
    const now = Date.now();
    for (const [name, { until }] of this.#networks) {
      if (until > now) break;
      this.#networks.delete(name);
    }
    const taken = this.#networks.get(network) ?? { until: now + windowMs, keys: new Map() };
    this.#networks.set(network, taken);
    return taken;
  }
}

/** Where some are still waiting for their answer, a moment may be enough: it may be no. */
function tooMany({ until, keys }: Taken): Problem {
  const areGiven = [...keys.values()].every(Boolean);
  return retryLater('too_many_requests', areGiven ? (until - Date.now()) / 1000 : 1);
}
