import { define } from '../define.ts';
import { Kiosk } from './kiosk.ts';

define('mpp-kiosk', Kiosk);
