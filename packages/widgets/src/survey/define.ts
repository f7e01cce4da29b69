import { define } from '../define.ts';
import { Survey } from './survey.ts';

define('mpp-survey', Survey);
