/**
 * Typed client of the MPP Digital API.
 *
 * @packageDocumentation
 */
export type { AnswerCache } from './answer-cache.ts';
export { MppClient, type MppClientOptions } from './client.ts';
export { MppError, type MppErrorCode } from './errors.ts';
export { newKey } from './key.ts';
export { List, type Page } from './list.ts';
export { Availability as AvailabilityResource, type Wanted } from './resources/availability.ts';
export { Bookings, type TicketKey } from './resources/bookings.ts';
export { Catalogue } from './resources/catalogue.ts';
export { Tracking, type WatchOptions } from './resources/tracking.ts';
export type { Resource } from './resource.ts';
export type { Deprecation, RequestOptions } from './transport.ts';

export {
  formatCode,
  normalisePhone,
  parseCode,
  parseSecret,
  type Agency,
  type Availability,
  type AvailableDay,
  type BookingState,
  type BookingStatus,
  type CatalogueIndex,
  type Channel,
  type ErrorCode,
  type FieldError,
  type NewBooking,
  type NewHold,
  type Person,
  type Place,
  type Service,
  type ServiceSummary,
  type Slot,
  type Status,
  type StatusEvent,
  type Text,
  type Ticket,
  type Unlock,
} from '@mpp-digital/contract';
