import { define } from '../define.ts';
import { Performance } from './performance.ts';

define('mpp-performance', Performance);
