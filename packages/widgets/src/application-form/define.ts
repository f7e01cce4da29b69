import { define } from '../define.ts';
import { ApplicationForm } from './application-form.ts';

define('mpp-application-form', ApplicationForm);
