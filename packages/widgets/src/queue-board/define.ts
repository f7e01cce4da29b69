import { define } from '../define.ts';
import { QueueBoard } from './queue-board.ts';

define('mpp-queue-board', QueueBoard);
