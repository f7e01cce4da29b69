const most = 100;
const perRetry = 10;
const perAnswer = 1;
const perMillisecond = 1 / 1000;

/**
 * How many retries a server is given, so that one that is dying does not see three times the load:
 * ten at once, then one for every ten answers, or every ten seconds.
 */
export class RetryBudget {
  #tokens = most;
  #counted = Date.now();

  /** Tells that the server answers. */
  earn(): void {
    this.#add(perAnswer);
  }

  /** Takes a retry, if one is left. */
  spend(): boolean {
    const now = Date.now();
    this.#add(Math.max(0, now - this.#counted) * perMillisecond);
    this.#counted = now;
    if (this.#tokens < perRetry) return false;
    this.#tokens -= perRetry;
    return true;
  }

  #add(tokens: number) {
    this.#tokens = Math.min(most, this.#tokens + tokens);
  }
}

const budgets = new Map<string, RetryBudget>();

/** The budget of a server, shared by all clients that call it. */
export function budgetFor(origin: string): RetryBudget {
  let budget = budgets.get(origin);
  if (!budget) budgets.set(origin, (budget = new RetryBudget()));
  return budget;
}
