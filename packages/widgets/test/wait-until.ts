import { waitUntil as wait } from '@open-wc/testing';

/** Waits until something holds, as long as a busy machine may take to bring it about. */
export const waitUntil = (
  condition: () => unknown,
  message?: string,
  { timeout = 10_000 } = {},
): Promise<void> => wait(condition, message, { timeout });
