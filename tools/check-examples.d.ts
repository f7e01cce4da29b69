import type { MppClient } from '@mpp-digital/sdk';

declare global {
  /** What examples in the documentation call. */
  const client: MppClient;
}
