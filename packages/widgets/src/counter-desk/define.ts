import { define } from '../define.ts';
import { CounterDesk } from './counter-desk.ts';

define('mpp-counter-desk', CounterDesk);
