import type { Visit } from '@mpp-digital/contract';
import { MppError, newKey } from '@mpp-digital/sdk';
import type { ReactiveControllerHost } from 'lit';

import type { DeskLine } from './desk-line.ts';

/** What an officer can do with the one at the counter. */
export type Act = 'next' | 'again' | 'serve' | 'finish' | 'finishAndNext' | 'skip' | 'noShow';

/** What can be done while a visit stands so. */
export function actsFor(visit: Visit | undefined): readonly Act[] {
  if (visit?.state === 'called') return ['serve', 'again', 'skip', 'noShow'];
  if (visit?.state === 'serving') return ['finishAndNext', 'finish'];
  return ['next'];
}

/** Does what an officer asks, one thing at a time. */
export class DeskActs {
  /** What is being done. */
  pending: string | undefined;
  /** Why the last thing was not done. */
  problem: MppError | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #line: DeskLine;
  /** Keys of what may have been done although no answer came: pressed again, it happens once. */
  readonly #keys = new Map<string, string>();

  constructor(host: ReactiveControllerHost, line: DeskLine) {
    this.#host = host;
    this.#line = line;
  }

  /** Does one of the things that the counter's buttons say. */
  async act(act: Act): Promise<void> {
    const { current, seat, staff } = this.#line;
    if (!seat || !actsFor(current).includes(act)) return;
    const id = current?.bookingId ?? '';
    // Twice does no harm: a counter that is not done gets no other number.
    const callNext = () => staff.callNext(seat, seat.counter);
    await this.run(`${act} ${id}`, async () => {
      if (act === 'finishAndNext') this.#line.take(await staff.finish(id));
      const visit =
        act === 'next' || act === 'finishAndNext'
          ? await callNext()
          : await staff[act === 'again' ? 'callAgain' : act](id);
      this.#line.take(visit);
      return visit;
    });
  }

  /**
   * Does something that must happen once.
   *
   * @param name - The same for the same: tried again after a lost answer, it has the same key.
   * @returns What it gave; undefined when it was not done.
   */
  async run<T>(name: string, work: (key: string) => Promise<T>): Promise<T | undefined> {
    if (this.pending) return undefined;
    const key = this.#keys.get(name) ?? newKey();
    this.#keys.set(name, key);
    this.pending = name;
    this.problem = undefined;
    this.#host.requestUpdate();
    try {
      const result = await work(key);
      this.#keys.delete(name);
      return result;
    } catch (error) {
      this.problem = this.#line.failed(error);
      const { status = 0 } = this.problem;
      if (status >= 400 && status < 500) this.#keys.delete(name);
      return undefined;
    } finally {
      this.pending = undefined;
      this.#host.requestUpdate();
      void this.#line.refresh();
    }
  }
}
