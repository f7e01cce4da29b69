import type { FoundBookingMessages } from '../messages/id/found-booking.ts';
import type { statusTracker } from '../messages/id/status-tracker.ts';

/** Everything that there is to say of a booking that was found, besides what can be done with it. */
export type FoundMessages = typeof statusTracker & FoundBookingMessages;
