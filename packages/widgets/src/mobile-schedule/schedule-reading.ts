import { initialState, Task, TaskStatus } from '@lit/task';
import type { MobileSchedule, Village } from '@mpp-digital/contract';
import { Mobile, type Transport } from '@mpp-digital/sdk/resources';
import type { ReactiveControllerHost } from 'lit';

import { patiently } from '../patience.ts';

/** How many days are shown. */
export const shownDays = 28;

interface Reader {
  transport: () => Transport;
  /** Code of the chosen village; empty while none is. */
  village: () => string;
}

/** Reads the villages, and what comes to the chosen one. */
export class ScheduleReading {
  /** Since when it was kept, when the server cannot be reached. */
  since: Date | undefined;
  /** It takes longer than people like to wait without a word. */
  slow = false;

  readonly #host: ReactiveControllerHost;
  readonly #village: () => string;
  readonly #villages: Task<readonly [Transport], readonly Village[]>;
  readonly #schedule: Task<
    readonly [Transport, string],
    { village: string; schedule: MobileSchedule }
  >;

  constructor(host: ReactiveControllerHost, { transport, village }: Reader) {
    this.#host = host;
    this.#village = village;
    this.#villages = new Task(host, {
      args: () => [transport()] as const,
      task: async ([way], { signal }) => {
        const { villages } = await this.#patiently(new Mobile(way).villages({ signal }));
        return villages;
      },
    });
    this.#schedule = new Task(host, {
      args: () => [transport(), village()] as const,
      task: async ([way, code], { signal }) => {
        if (!code) return initialState;
        let since: Date | undefined;
        const onStale = (moment: Date) => (since = moment);
        const asked = { village: code, days: shownDays, signal, onStale };
        const schedule = await this.#patiently(new Mobile(way).stops(asked));
        this.since = since;
        return { village: code, schedule };
      },
    });
  }

  /** Undefined as long as they are not known. */
  get villages(): readonly Village[] | undefined {
    return this.#villages.value;
  }

  /** What comes to the chosen village; undefined as long as it is not known. */
  get schedule(): MobileSchedule | undefined {
    const { value } = this.#schedule;
    return value?.village === this.#village() ? value.schedule : undefined;
  }

  /** Why what is wanted now could not be read. */
  get error(): unknown {
    const wanted = this.#village() ? this.#schedule : this.#villages;
    return wanted.status === TaskStatus.ERROR ? wanted.error : undefined;
  }

  /** Reads again what could not be read. */
  readonly again = (): void => {
    if (this.#villages.status === TaskStatus.ERROR) void this.#villages.run();
    if (this.#schedule.status === TaskStatus.ERROR || this.since) void this.#schedule.run();
  };

  #patiently<T>(work: Promise<T>): Promise<T> {
    this.slow = false;
    return patiently(work, () => {
      this.slow = true;
      this.#host.requestUpdate();
    });
  }
}
