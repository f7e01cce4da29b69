import * as z from '#schema';

import { applicationStates } from './application-states.ts';
import { moment, regencyCode, slug } from './text.ts';

/** The form of the messages. A change that a receiver must know of will have another. */
export const webhookVersion = '1';

/** What bookings are told of. A hold is nobody's news: it becomes a booking, or nothing. */
export const bookingEventTypes = [
  'booking.booked',
  'booking.checked-in',
  'booking.called',
  'booking.serving',
  'booking.served',
  'booking.cancelled',
  'booking.rescheduled',
  'booking.no-show',
] as const;

/** What applications are told of. */
export const applicationEventTypes = [
  'application.submitted',
  'application.verifying',
  'application.needs-correction',
  'application.awaiting-payment',
  'application.processing',
  'application.issued',
  'application.ready-for-pickup',
  'application.completed',
  'application.rejected',
  'application.withdrawn',
] as const;

/** What a webhook may be told of, `booking.called`. */
export type WebhookEventType =
  (typeof bookingEventTypes)[number] | (typeof applicationEventTypes)[number];

const told = {
  /** The form of this message. */
  version: z.literal(webhookVersion),
  /** When it happened. Messages may come late and in any order: go by this. */
  timestamp: moment,
};

const about = {
  /** Kemendagri code of the regency in which it happened. */
  regency: regencyCode,
  /**
   * Id of the booking or the application: whoever made it was told. It proves nothing and opens
   * nothing, so who reads this message learns no more than that it came.
   */
  id: z.uuid(),
  /** What it is for. */
  serviceId: slug,
  /** Who serves it. */
  agencyId: slug,
  /** Where; null for what is not bound to a place. */
  placeId: z.nullable(slug),
};

export const BookingEvent = z.object({
  /** What happened: `booking.` and the state that it came into. */
  type: z.enum(bookingEventTypes),
  /** What it happened to. */
  kind: z.literal('booking'),
  ...told,
  /** Which booking, and where it stands now. */
  data: z.object({
    ...about,
    /** The state that it came into. */
    state: z.enum([
      'booked',
      'checked-in',
      'called',
      'serving',
      'served',
      'cancelled',
      'rescheduled',
      'no-show',
    ]),
  }),
});
/** A booking came into another state. */
export interface BookingEvent extends z.infer<typeof BookingEvent> {}

export const ApplicationEvent = z.object({
  /** What happened: `application.` and the state that it came into. */
  type: z.enum(applicationEventTypes),
  /** What it happened to. */
  kind: z.literal('application'),
  ...told,
  /** Which application, and where it stands now. */
  data: z.object({
    ...about,
    /** The state that it came into. */
    state: z.enum(applicationStates),
  }),
});
/** An application came into another state. */
export interface ApplicationEvent extends z.infer<typeof ApplicationEvent> {}

export const WebhookTest = z.object({
  /** A test. */
  type: z.literal('webhook.test'),
  /** Nothing happened. */
  kind: z.literal('test'),
  ...told,
  /** Whose webhook it is. */
  data: z.object({
    /** Kemendagri code of the regency. */
    regency: regencyCode,
  }),
});
/** Somebody wanted to see whether messages arrive. */
export interface WebhookTest extends z.infer<typeof WebhookTest> {}

export const WebhookEvent = z.discriminatedUnion('kind', [
  BookingEvent,
  ApplicationEvent,
  WebhookTest,
]);
/** What a webhook tells: which thing came into which state, and nothing of a person. */
export type WebhookEvent = BookingEvent | ApplicationEvent | WebhookTest;
