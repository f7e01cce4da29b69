/**
 * All widgets, defined. Import one by one from `@mpp-digital/widgets/<widget>/define` to load less,
 * or the class alone from `@mpp-digital/widgets/<widget>`.
 *
 * @packageDocumentation
 */
import './application-form/define.ts';
import './booking-form/define.ts';
import './counter-desk/define.ts';
import './kiosk/define.ts';
import './mobile-schedule/define.ts';
import './performance/define.ts';
import './queue-board/define.ts';
import './service-finder/define.ts';
import './status-tracker/define.ts';
import './survey/define.ts';

import type { ApplicationFormMessages as ApplicationFormTexts } from './messages/id/application-form.ts';
import type { BookingFormMessages as BookingFormTexts } from './messages/id/booking-form.ts';
import type { KioskMessages as KioskTexts } from './messages/id/kiosk.ts';
import type { MobileScheduleMessages as MobileScheduleTexts } from './messages/id/mobile-schedule.ts';
import type { PerformanceMessages as PerformanceTexts } from './messages/id/performance.ts';
import type { QueueBoardMessages as QueueBoardTexts } from './messages/id/queue-board.ts';
import type { ServiceFinderMessages as ServiceFinderTexts } from './messages/id/service-finder.ts';
import type { StatusTrackerMessages as StatusTrackerTexts } from './messages/id/status-tracker.ts';
import type { SurveyMessages as SurveyTexts } from './messages/id/survey.ts';

export { ApplicationForm } from './application-form/application-form.ts';
export { AppliedEvent } from './application-form/applied-event.ts';
export { BookingForm } from './booking-form/booking-form.ts';
export { CounterDesk } from './counter-desk/counter-desk.ts';
export * from './events.ts';
export { Kiosk } from './kiosk/kiosk.ts';
export { MobileSchedule } from './mobile-schedule/mobile-schedule.ts';
export { Performance } from './performance/performance.ts';
export { QueueBoard } from './queue-board/queue-board.ts';
export { ServiceFinder } from './service-finder/service-finder.ts';
export { StatusTracker } from './status-tracker/status-tracker.ts';
export { Survey } from './survey/survey.ts';

/** The sentences of the application form: what `strings` may replace. */
export interface ApplicationFormMessages extends ApplicationFormTexts {}

/** The sentences of the booking form: what `strings` may replace. */
export interface BookingFormMessages extends BookingFormTexts {}

/** The sentences of the kiosk: what `strings` may replace. */
export interface KioskMessages extends KioskTexts {}

/** The sentences of the mobile schedule: what `strings` may replace. */
export interface MobileScheduleMessages extends MobileScheduleTexts {}

/** The sentences of the performance report: what `strings` may replace. */
export interface PerformanceMessages extends PerformanceTexts {}

/** The sentences of the queue board: what `strings` may replace. */
export interface QueueBoardMessages extends QueueBoardTexts {}

/** The sentences of the service finder: what `strings` may replace. */
export interface ServiceFinderMessages extends ServiceFinderTexts {}

/** The sentences of the status tracker: what `strings` may replace. */
export interface StatusTrackerMessages extends StatusTrackerTexts {}

/** The sentences of the survey: what `strings` may replace. */
export interface SurveyMessages extends SurveyTexts {}
