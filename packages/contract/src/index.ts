/**
 * What the MPP Digital API is: schemas, operations, error codes and state tables. No I/O.
 *
 * @packageDocumentation
 */
import { applications } from './applications.ts';
import { availability } from './availability.ts';
import { bookings } from './bookings.ts';
import { catalogue } from './catalogue.ts';
import { feedback } from './feedback.ts';
import { mall } from './mall.ts';
import { kiosk } from './kiosk.ts';
import { mobile } from './mobile.ts';
import { queue } from './queue.ts';
import { staffApplications } from './staff-applications.ts';
import { staff } from './staff.ts';
import { tracking } from './tracking.ts';
import { uploads } from './uploads.ts';
import { webhooks } from './webhooks.ts';

export * from './application-states.ts';
export * from './applications.ts';
export * from './availability.ts';
export * from './booking-facts.ts';
export * from './bookings.ts';
export * from './catalogue.ts';
export * from './code.ts';
export * from './email.ts';
export * from './errors.ts';
export * from './feedback.ts';
export * from './form-answers.ts';
export * from './form-formats.ts';
export * from './form.ts';
export * from './mall.ts';
export * from './kiosk.ts';
export {
  Closure,
  Counter,
  DayHours,
  Mall,
  MallAgency,
  MallUnit,
  StopDay,
  StopMove,
  UsualStop,
} from './mall-state.ts';
export * from './mobile.ts';
export * from './operation.ts';
export * from './page.ts';
export * from './phone.ts';
export * from './problem.ts';
export * from './queue.ts';
export * from './service.ts';
export * from './staff-applications.ts';
export * from './staff.ts';
export * from './states.ts';
export * from './text.ts';
export * from './tracking.ts';
export * from './uploads.ts';
export * from './webhook-events.ts';
export * from './webhooks.ts';
export { parse } from '#schema';

/** Every operation of the API, by resource. */
export const operations = {
  catalogue,
  availability,
  bookings,
  tracking,
  queue,
  mobile,
  staff,
  mall,
  feedback,
  applications,
  uploads,
  staffApplications,
  webhooks,
  kiosk,
} as const;
