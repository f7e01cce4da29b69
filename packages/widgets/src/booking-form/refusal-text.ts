import { MppError } from '@mpp-digital/sdk';

import { errorText } from '../messages/error-text.ts';
import type { BookingFormMessages } from '../messages/id/booking-form.ts';

/** Why the server said no; after too many tries also when to try again, if it says so. */
export function refusalText(error: unknown, t: Required<BookingFormMessages>): string {
  const seconds =
    error instanceof MppError && error.code === 'too_many_requests' && error.retryAfter;
  return seconds ? t.tryLater(Math.ceil(seconds / 60)) : errorText(error, t);
}
