import type { Place, Queue as Lines } from '@mpp-digital/contract';
import { MppError } from '@mpp-digital/sdk';
import { Catalogue, Queue, type Transport } from '@mpp-digital/sdk/resources';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import { patiently } from '../patience.ts';

/** Milliseconds until a first look that failed is repeated by itself. */
const pause = 5_000;

interface WatchOptions {
  transport: () => Transport;
  /** The place that is wanted; empty for the first mall. */
  placeId: () => string;
  /** Whether nobody needs it while the page is out of sight. */
  mayRest: () => boolean;
  /** Something has changed. */
  onLines: (lines: Lines) => void;
  /** The line to the server broke, or is back. */
  onTrouble: (isBroken: boolean) => void;
}

/** Follows the lines of a place, and keeps what it last knew. Never gives up. */
export class LinesWatch implements ReactiveController {
  /** The lines, as last known. */
  lines: Lines | undefined;

  /** Where they are; undefined until it is known, and when the catalogue cannot be had. */
  place: Place | undefined;

  /** Why nothing newer is known. */
  trouble: MppError | undefined;

  /** Whether the first answer takes longer than people like. */
  slow = false;

  readonly #host: ReactiveControllerHost;
  readonly #options: WatchOptions;
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
    if (this.#stop) this.again();
  }

  hostDisconnected() {
    removeEventListener('online', this.again);
    document.removeEventListener('visibilitychange', this.#rest);
    this.#halt();
  }

  /** Begins anew, at another place. */
  start(): void {
    this.lines = this.place = undefined;
    this.again();
  }

  /** Looks now. What is known stays until the answer is there. */
  readonly again = (): void => {
    this.#halt();
    this.#stop = new AbortController();
    void this.#follow(this.#stop.signal);
  };

  readonly #rest = () => {
    if (document.visibilityState === 'visible') this.again();
    else if (this.lines && this.#options.mayRest()) this.#halt();
  };

  #halt() {
    this.#stop?.abort();
    clearTimeout(this.#later);
  }

  async #follow(signal: AbortSignal) {
    const { transport, placeId, onLines } = this.#options;
    this.slow = false;
    const tellSlow = () => {
      if (signal.aborted) return;
      this.slow = true;
      this.#host.requestUpdate();
    };
    try {
      const naming = this.#findPlace(signal);
      const id = placeId() || (await patiently(naming, tellSlow))?.id;
      if (!id) throw new MppError('not_found');
      const onTrouble = (error: MppError | undefined) => this.#note(error);
      const all = new Queue(transport()).watch(id, { signal, onTrouble });
      for (let next = await patiently(all.next(), tellSlow); !next.done; next = await all.next()) {
        if (signal.aborted) return;
        this.slow = false;
        this.lines = next.value;
        this.#note(undefined);
        onLines(next.value);
      }
    } catch (error) {
      if (signal.aborted) return;
      this.slow = false;
      this.#note(error instanceof MppError ? error : new MppError('internal', { cause: error }));
      this.#later = setTimeout(this.again, pause);
    }
  }

  #note(trouble: MppError | undefined) {
    const changes = Boolean(trouble) !== Boolean(this.trouble);
    this.trouble = trouble;
    if (changes && this.lines) this.#options.onTrouble(Boolean(trouble));
    this.#host.requestUpdate();
  }

  /** Its name and opening hours. Only who names no place cannot do without. */
  async #findPlace(signal: AbortSignal): Promise<Place | undefined> {
    const wanted = this.#options.placeId();
    try {
      for await (const place of new Catalogue(this.#options.transport()).places({ signal })) {
        if (wanted ? place.id !== wanted : place.kind !== 'mall') continue;
        this.place = place;
        this.#host.requestUpdate();
        break;
      }
    } catch (error) {
      if (!wanted) throw error;
    }
    return this.place;
  }
}
