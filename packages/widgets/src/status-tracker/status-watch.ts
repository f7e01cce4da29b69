import type { Status } from '@mpp-digital/contract';
import { MppError, type Tracking } from '@mpp-digital/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import { patiently } from '../patience.ts';

/** Milliseconds until a first look that failed is repeated by itself. */
const pause = 30_000;

interface WatchOptions {
  tracking: () => Tracking;
  /** It stands otherwise than before. */
  onStatus: (status: Status) => void;
}

/**
 * Watches where one booking stands, and keeps what it last knew. Rests while nobody looks at the
 * page, and looks at once when somebody does or when the line is back.
 */
export class StatusWatch implements ReactiveController {
  /** Where it stands, as last known. */
  status: Status | undefined;

  /** When that was known, by the server's clock. */
  knownAt = '';

  /** What went wrong with the last look. */
  trouble: MppError | undefined;

  /** Whether the first answer is still awaited. */
  pending = false;

  /** Whether it is awaited longer than people like. */
  slow = false;

  readonly #host: ReactiveControllerHost;
  readonly #options: WatchOptions;
  #code = '';
  #stop: AbortController | undefined;
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, options: WatchOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected() {
    addEventListener('online', this.again);
    document.addEventListener('visibilitychange', this.#rest);
    this.again();
  }

  hostDisconnected() {
    removeEventListener('online', this.again);
    document.removeEventListener('visibilitychange', this.#rest);
    this.#halt();
  }

  /** Looks for a code. */
  start(code: string): void {
    this.forget();
    this.#code = code;
    this.again();
  }

  /** Forgets code and status. */
  forget(): void {
    this.#halt();
    this.#code = this.knownAt = '';
    this.status = this.trouble = undefined;
    this.pending = this.slow = false;
    this.#host.requestUpdate();
  }

  /** Looks now. What is known stays until the answer is there. */
  readonly again = (): void => {
    this.#halt();
    this.#stop = new AbortController();
    if (this.#code) void this.#watch(this.#code, this.#stop.signal);
  };

  readonly #rest = () => {
    if (document.visibilityState === 'visible') this.again();
    else if (this.status) this.#halt();
  };

  #halt() {
    this.#stop?.abort();
    clearTimeout(this.#later);
  }

  async #watch(code: string, signal: AbortSignal) {
    this.pending = true;
    this.slow = false;
    this.#host.requestUpdate();
    const statuses = this.#options.tracking().watch(code, {
      signal,
      onLook: ({ serverTime }) => {
        this.knownAt = serverTime;
        this.#host.requestUpdate();
      },
      onTrouble: (error) => {
        this.trouble = error;
        this.#host.requestUpdate();
      },
    });
    try {
      const first = statuses.next();
      const tellSlow = () => {
        if (signal.aborted) return;
        this.slow = true;
        this.#host.requestUpdate();
      };
      for (let next = await patiently(first, tellSlow); !next.done; next = await statuses.next()) {
        if (signal.aborted) return;
        this.status = next.value;
        this.trouble = undefined;
        this.pending = this.slow = false;
        this.#options.onStatus(next.value);
        this.#host.requestUpdate();
      }
    } catch (error) {
      if (signal.aborted) return;
      this.trouble = error instanceof MppError ? error : new MppError('internal', { cause: error });
      this.pending = this.slow = false;
      this.#host.requestUpdate();
      if (mayPass(this.trouble)) this.#later = setTimeout(this.again, pause);
    }
  }
}

/** Whether another answer may come without another code. */
const mayPass = ({ status = 0 }: MppError) => status < 400 || status === 429 || status >= 500;
