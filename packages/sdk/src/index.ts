/**
 * Typed client of the MPP Digital API, for browsers, Node, Deno, Bun and Workers.
 *
 * @packageDocumentation
 */
export { MppClient } from './client.ts';
export { MppError, type MppErrorCode, type MppErrorDetails } from './errors.ts';
export { newKey } from './key.ts';
export { List, type Page } from './list.ts';
export type { AnswerCache } from './kept-answers.ts';
export type { Deprecation } from './deprecation.ts';
export type {
  CachedOptions,
  ListOptions,
  MppClientOptions,
  OnceOptions,
  OnStale,
  RequestOptions,
  SpokenOptions,
} from './options.ts';
export type {
  Availability as AvailabilityResource,
  AvailabilityQuestion,
} from './resources/availability.ts';
export type { Bookings, TicketKey } from './resources/bookings.ts';
export type { Catalogue } from './resources/catalogue.ts';
export type { Tracking, WatchOptions } from './resources/tracking.ts';

// What callers give and get, so that they need not install the contract.
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
  type Category,
  type Channel,
  type ComplaintChannel,
  type Duration,
  type ErrorCode,
  type Fee,
  type FieldError,
  type Kiosk,
  type MobileStop,
  type NewBooking,
  type NewHold,
  type OfferedAt,
  type OpeningHours,
  type Person,
  type Place,
  type PlaceKind,
  type Regency,
  type Requirement,
  type Service,
  type ServiceSummary,
  type Slot,
  type Status,
  type StatusEvent,
  type Text,
  type Ticket,
  type Unlock,
  type Weekday,
} from '@mpp-digital/contract';
