import { define } from '../define.ts';
import { ServiceFinder } from './service-finder.ts';

define('mpp-service-finder', ServiceFinder);
