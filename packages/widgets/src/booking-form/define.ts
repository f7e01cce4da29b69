import { define } from '../define.ts';
import { BookingForm } from './booking-form.ts';

define('mpp-booking-form', BookingForm);
