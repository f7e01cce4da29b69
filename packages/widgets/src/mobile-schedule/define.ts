import { define } from '../define.ts';
import { MobileSchedule } from './mobile-schedule.ts';

define('mpp-mobile-schedule', MobileSchedule);
