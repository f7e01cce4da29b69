/**
 * The parts of the client, for programs that must be small: a transport, and the resources that one
 * uses over it. `MppClient` is all of them.
 *
 * @example
 * ```ts
 * import { Catalogue, Transport } from '@mpp-digital/sdk/resources';
 *
 * const transport = new Transport({ baseUrl: 'https://mpp.example.go.id', regency: '35.79' });
 * const { services } = await new Catalogue(transport).index();
 * console.log(services.length);
 * ```
 *
 * @packageDocumentation
 */
export type { MppClient } from './client.ts';
export type { AnswerCache } from './kept-answers.ts';
export { MppError } from './errors.ts';
export { Applications } from './resources/applications.ts';
export { Availability } from './resources/availability.ts';
export { Bookings } from './resources/bookings.ts';
export { Catalogue } from './resources/catalogue.ts';
export { Feedback } from './resources/feedback.ts';
export { Mall } from './resources/mall.ts';
export { Kiosk } from './resources/kiosk.ts';
export { Mobile } from './resources/mobile.ts';
export { Queue } from './resources/queue.ts';
export { StaffApplications } from './resources/staff-applications.ts';
export { Staff } from './resources/staff.ts';
export { Tracking } from './resources/tracking.ts';
export { Uploads } from './resources/uploads.ts';
export { Webhooks, type DeliveryOptions } from './resources/webhooks.ts';
export { Transport } from './transport.ts';
