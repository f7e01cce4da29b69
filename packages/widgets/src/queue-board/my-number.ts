import type { AgencyQueue, Queue as Lines, QueuePosition } from '@mpp-digital/contract';
import { MppError } from '@mpp-digital/sdk';
import { Queue, type Transport } from '@mpp-digital/sdk/resources';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds until a look that failed is repeated by itself. */
const pause = 5_000;

interface MyNumberOptions {
  transport: () => Transport;
  /** Known for the first time since it was asked for. */
  onFound: (position: QueuePosition) => void;
  /** The number is called, or called again. */
  onCalled: (counter: number) => void;
}

/** One's own place in the line: looked up by the code, and again whenever one's line has changed. */
export class MyNumber implements ReactiveController {
  /** The code that is followed; empty for none. */
  code = '';

  /** As last known. */
  position: QueuePosition | undefined;

  /** Why it is not known better. */
  trouble: MppError | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #options: MyNumberOptions;
  #stop: AbortController | undefined;
  #later: ReturnType<typeof setTimeout> | undefined;
  #isDue = false;
  #line = '';
  #call = '';

  constructor(host: ReactiveControllerHost, options: MyNumberOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected() {
    if (this.code) this.look();
  }

  hostDisconnected() {
    this.#halt();
  }

  /** Follows a code. */
  start(code: string): void {
    this.forget();
    this.code = code;
    this.look();
  }

  /** Forgets the code, and what it told. */
  forget(): void {
    this.#halt();
    this.code = this.#line = this.#call = '';
    this.position = this.trouble = undefined;
    this.#host.requestUpdate();
  }

  /** Hears what changed at the place: who waits elsewhere need not ask. */
  hear({ agencies }: Lines): void {
    const { position } = this;
    if (!position) {
      this.#isDue = this.#stop !== undefined;
      return;
    }
    const line = agencies.find(({ agency }) => agency.id === position.agency.id);
    if (this.#isNew(line)) this.look();
  }

  /** Looks now, or once more when the answer that is awaited is there. */
  look(): void {
    this.#isDue = true;
    if (this.#stop || !this.code) return;
    clearTimeout(this.#later);
    this.#stop = new AbortController();
    void this.#look(this.#stop.signal);
  }

  #isNew(line: AgencyQueue | undefined): boolean {
    const before = this.#line;
    this.#line = JSON.stringify(line ?? '');
    return this.#line !== before;
  }

  #halt() {
    this.#stop?.abort();
    this.#stop = undefined;
    clearTimeout(this.#later);
  }

  async #look(signal: AbortSignal) {
    try {
      while (this.#isDue) {
        this.#isDue = false;
        const position = await new Queue(this.#options.transport()).position(this.code, { signal });
        if (signal.aborted) return;
        this.#show(position);
      }
    } catch (error) {
      if (signal.aborted) return;
      this.trouble = error instanceof MppError ? error : new MppError('internal', { cause: error });
      if (this.trouble.code !== 'not_found') this.#later = setTimeout(() => this.look(), pause);
    }
    this.#stop = undefined;
    this.#host.requestUpdate();
  }

  #show(position: QueuePosition) {
    const { onFound, onCalled } = this.#options;
    const isFirst = !this.position;
    this.position = position;
    this.trouble = undefined;
    this.#host.requestUpdate();
    if (isFirst) onFound(position);
    const { state, number, counter } = position;
    const at = position.calls.find(
      (call) => call.number === number && call.counter === counter,
    )?.at;
    const call = state === 'called' && counter !== null ? `${counter} ${at}` : '';
    if (call && call !== this.#call) onCalled(counter!);
    this.#call = call;
  }
}
