import type { QueueOptions } from 'pg-boss';

/** The queues, each with a word on what its jobs hold. A job holds ids only: it is kept for a while. */
export const queues = {
  /** One message to one citizen; see `messages/message-job.ts`. Tried again for about six hours. */
  messages: {
    retryLimit: 9,
    retryDelay: 60,
    retryBackoff: true,
    retryDelayMax: 7_200,
    expireInSeconds: 120,
    deleteAfterSeconds: 7 * 86_400,
  },
} as const satisfies Record<string, QueueOptions>;

export type QueueName = keyof typeof queues;
