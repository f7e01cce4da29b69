import { define } from '../define.ts';
import { StatusTracker } from './status-tracker.ts';

define('mpp-status-tracker', StatusTracker);
