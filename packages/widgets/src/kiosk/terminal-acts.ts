import type { KioskArrival, Ticket } from '@mpp-digital/contract';
import { newKey } from '@mpp-digital/sdk';
import { MppError } from '@mpp-digital/sdk/resources';
import type { ReactiveControllerHost } from 'lit';

import type { TerminalLine } from './terminal-line.ts';

/** Does what somebody at the terminal asks for, one thing at a time. */
export class TerminalActs {
  isPending = false;
  /** Why the last thing was not done. */
  trouble: MppError | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #line: TerminalLine;
  /** Of a wish whose answer did not come: pressed again, it is the same wish. */
  #wish: { name: string; key: string } | undefined;
  #turn = 0;

  constructor(host: ReactiveControllerHost, line: TerminalLine) {
    this.#host = host;
    this.#line = line;
  }

  /** Forgets what was asked for, also what is on its way. */
  reset(): void {
    this.#turn++;
    this.#wish = this.trouble = undefined;
    this.isPending = false;
  }

  /** Takes a number; undefined when there is none, or nobody waits for it any more. */
  take(serviceId: string, priority: boolean): Promise<Ticket | undefined> {
    const name = `${serviceId} ${String(priority)}`;
    const { key } = (this.#wish = this.#wish?.name === name ? this.#wish : { name, key: newKey() });
    return this.#do(() =>
      this.#line.kiosk.takeNumber({ serviceId, priority }, { idempotencyKey: key }),
    );
  }

  /** Notes that somebody is here. */
  checkIn(code: string): Promise<KioskArrival | undefined> {
    return this.#do(() => this.#line.kiosk.checkIn({ code }));
  }

  async #do<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.isPending) return undefined;
    const turn = ++this.#turn;
    this.isPending = true;
    this.trouble = undefined;
    this.#host.requestUpdate();
    try {
      const result = await work();
      if (turn !== this.#turn) return undefined;
      this.#wish = undefined;
      return result;
    } catch (error) {
      const failure = this.#line.failed(error);
      if (turn !== this.#turn) return undefined;
      this.trouble = failure;
      const { status = 0 } = failure;
      if (status >= 400 && status < 500) this.#wish = undefined;
      return undefined;
    } finally {
      if (turn === this.#turn) this.isPending = false;
      this.#host.requestUpdate();
    }
  }
}
