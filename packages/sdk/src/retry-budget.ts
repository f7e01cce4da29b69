const capacity = 10;
const refund = 0.2;

const tokens = new Map<string, number>();

/**
 * Takes one retry out of the budget that all clients of a page or process have for a server. While
 * it answers, the budget fills; when it does not, the retries end, so that a server in trouble does
 * not also get three times the load.
 */
export function spendRetry(url: string): boolean {
  const { origin } = new URL(url);
  const left = tokens.get(origin) ?? capacity;
  if (left < 1) return false;
  tokens.set(origin, left - 1);
  return true;
}

/** A server that answered earns a part of a retry. */
export function earnRetry(url: string): void {
  const { origin } = new URL(url);
  tokens.set(origin, Math.min(capacity, (tokens.get(origin) ?? capacity) + refund));
}
