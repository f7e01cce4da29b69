import type { Wait } from '@mpp-digital/contract';

import type { QueueBoardMessages } from '../messages/id/queue-board.ts';

/** How long it may take, as people say it: in steps of five minutes, and never one number. */
export function waitText({ from, to }: Wait, t: QueueBoardMessages): string {
  const least = Math.floor(from / 5) * 5;
  const most = Math.max(5, Math.ceil(to / 5) * 5);
  if (most === 5) return t.waitShort('5');
  return least === 0 ? t.waitUpTo(String(most)) : t.waitRange(String(least), String(most));
}
