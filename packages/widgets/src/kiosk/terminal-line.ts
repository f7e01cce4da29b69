import type { KioskPlace } from '@mpp-digital/contract';
import { Kiosk, MppError, type Transport } from '@mpp-digital/sdk/resources';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds between two looks while all is well, and while it is not. */
const [calm, eager] = [60_000, 5_000];

interface LineOptions {
  transport: () => Transport;
  /** The line to the server broke, or is back. */
  onChange: (isLost: boolean) => void;
}

/** Whether the server can be reached, and still trusts this terminal. Never gives up. */
export class TerminalLine implements ReactiveController {
  /** What this terminal is; undefined until it is known. */
  place: KioskPlace | undefined;

  /** `stranger`: the server does not trust this terminal. */
  state: 'opening' | 'ready' | 'lost' | 'stranger' = 'opening';

  readonly #host: ReactiveControllerHost;
  readonly #options: LineOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked: AbortController | undefined;

  constructor(host: ReactiveControllerHost, options: LineOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get kiosk(): Kiosk {
    return new Kiosk(this.#options.transport());
  }

  hostConnected() {
    addEventListener('online', this.look);
    addEventListener('offline', this.#lose);
    // Attributes are there by then.
    void this.#host.updateComplete.then(this.look);
  }

  hostDisconnected() {
    removeEventListener('online', this.look);
    removeEventListener('offline', this.#lose);
    this.#asked?.abort();
    clearTimeout(this.#timer);
  }

  /** Notes what an answer says of the line. */
  failed(error: unknown): MppError {
    const failure = error instanceof MppError ? error : new MppError('internal', { cause: error });
    const { code, status = 0 } = failure;
    if (code === 'unauthorized' || code === 'forbidden') this.#be('stranger');
    else if (!status || status >= 500 || code === 'unexpected_answer' || !this.place) this.#lose();
    return failure;
  }

  /** Looks now. */
  readonly look = (): void => void this.#look();

  async #look(): Promise<void> {
    this.#asked?.abort();
    const { signal } = (this.#asked = new AbortController());
    try {
      const place = await this.kiosk.me({ signal });
      if (signal.aborted) return;
      this.place = place;
      this.#be('ready');
    } catch (error) {
      if (signal.aborted) return;
      this.failed(error);
    }
    this.#again(this.state === 'lost' ? eager : calm);
  }

  readonly #lose = () => {
    this.#be('lost');
    this.#again(eager);
  };

  #again(pause: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.look, pause);
  }

  #be(state: TerminalLine['state']) {
    const before = this.state;
    this.state = state;
    if (before !== state) this.#host.requestUpdate();
    if ((before === 'lost') !== (state === 'lost')) this.#options.onChange(state === 'lost');
  }
}
