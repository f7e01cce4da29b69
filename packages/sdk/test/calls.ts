import type { operations } from '@mpp-digital/contract';
import type { MppClient } from '@mpp-digital/sdk';
import type {
  Applications,
  Feedback,
  Kiosk,
  Mall,
  Mobile,
  Queue,
  Staff,
  StaffApplications,
  Uploads,
  Webhooks,
} from '@mpp-digital/sdk/resources';

type Tables = typeof operations;

/** What citizens need, and what it is not part of. */
export type Everything = MppClient & {
  queue: Queue;
  mobile: Mobile;
  staff: Staff;
  mall: Mall;
  kiosk: Kiosk;
  feedback: Feedback;
  applications: Applications;
  uploads: Uploads;
  staffApplications: StaffApplications;
  webhooks: Webhooks;
};

/** A call of each operation, and what it gives: an operation that is missing here does not compile. */
export type Calls = {
  [R in keyof Tables]: {
    [O in keyof Tables[R]]: {
      call: (client: Everything) => PromiseLike<unknown>;
      answer: unknown;
      /** What is sent with it. */
      sent?: { query?: object; body?: object; bytes?: string };
    };
  };
};
