import type { Jobs } from '../jobs/jobs.ts';
import type { OutboxConsumer } from '../outbox/consumer.ts';
import type { Carrier } from './carrier.ts';
import { gatewayCarrier } from './gateway.ts';
import { mailCarrier } from './mail.ts';
import type { MessageConfig } from './message-config.ts';
import { messageConsumer } from './message-consumer.ts';
import type { MessageJob } from './message-job.ts';
import { send, type Post } from './send.ts';

/** What tells citizens of their bookings. */
export interface Messages {
  consumer: OutboxConsumer;
  /** Sends from now on. */
  start(): Promise<void>;
  /** Gives back what the carriers hold. */
  close(): void;
}

/** Messages at a time. */
const atATime = 4;

/** Makes it, if anything can carry a message. */
export function createMessages(
  { gateway, mail }: MessageConfig,
  rest: Omit<Post, 'carriers' | 'jobs'> & { jobs: Jobs },
): Messages | undefined {
  const carriers: Carrier[] = [];
  if (gateway) carriers.push(gatewayCarrier(gateway));
  if (mail) carriers.push(mailCarrier(mail));
  if (carriers.length === 0) return undefined;

  const post: Post = { ...rest, carriers };
  return {
    consumer: messageConsumer({ ...post, carriers: carriers.map(({ name }) => name) }),
    start: () => rest.jobs.work<MessageJob>('messages', atATime, (job) => send(job, post)),
    close() {
      for (const carrier of carriers) carrier.close();
    },
  };
}
