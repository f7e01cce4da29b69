/**
 * All widgets, defined. Import one by one from `@mpp-digital/widgets/<widget>/define` to load less,
 * or the class alone from `@mpp-digital/widgets/<widget>`.
 *
 * @packageDocumentation
 */
import './booking-form/define.ts';
import './service-finder/define.ts';
import './status-tracker/define.ts';

export { BookingForm } from './booking-form/booking-form.ts';
export * from './events.ts';
export type { BookingFormMessages } from './messages/id/booking-form.ts';
export type { ServiceFinderMessages } from './messages/id/service-finder.ts';
export type { StatusTrackerMessages } from './messages/id/status-tracker.ts';
export { ServiceFinder } from './service-finder/service-finder.ts';
export { StatusTracker } from './status-tracker/status-tracker.ts';
