import { Task, TaskStatus } from '@lit/task';
import type { Place } from '@mpp-digital/contract';
import type { FinderClient } from '../finder-client.ts';
import type { ReactiveControllerHost } from 'lit';

import { patiently } from '../patience.ts';
import { Catalogue } from './catalogue.ts';

interface Reader {
  client: () => FinderClient;
  /** Whether someone asks for the places now: few people do. */
  needsPlaces: () => boolean;
  onRead: () => void;
  onError: (error: unknown) => void;
}

/** Reads the catalogue, and keeps what was read on the screen when it cannot be read again. */
export class CatalogueReading {
  /** Undefined as long as nothing is known. */
  catalogue: Catalogue | undefined;
  /** Since when it was kept, when the server cannot be reached. */
  since: Date | undefined;
  /** It takes longer than people like to wait without a word. */
  slow = false;

  readonly #host: ReactiveControllerHost;
  readonly #index: Task<readonly [FinderClient], void>;
  readonly #places: Task<readonly [FinderClient, boolean], Place[]>;

  constructor(host: ReactiveControllerHost, { client, needsPlaces, onRead, onError }: Reader) {
    this.#host = host;
    this.#index = new Task(host, {
      args: () => [client()] as const,
      task: ([wanted], { signal }) => this.#read(wanted, signal),
      onComplete: onRead,
      onError,
    });
    this.#places = new Task(host, {
      args: () => [client(), needsPlaces()] as const,
      task: async ([wanted, needed], { signal }) => {
        const places: Place[] = [];
        if (needed) {
          for await (const place of wanted.catalogue.places({ signal })) places.push(place);
        }
        return places;
      },
    });
  }

  /** Places, once they were asked for and read. */
  get places(): readonly Place[] {
    return this.#places.value ?? [];
  }

  /** Why the catalogue could not be read the last time; undefined when it could. */
  get error(): unknown {
    return this.#index.status === TaskStatus.ERROR ? this.#index.error : undefined;
  }

  /** Reads again what could not be read. */
  again(): void {
    if (this.error || this.since) void this.#index.run();
    if (this.#places.status === TaskStatus.ERROR) void this.#places.run();
  }

  async #read(client: FinderClient, signal: AbortSignal): Promise<void> {
    this.slow = false;
    let since: Date | undefined;
    const onStale = (moment: Date) => (since = moment);
    const index = await patiently(client.catalogue.index({ signal, onStale }), () => {
      this.slow = true;
      this.#host.requestUpdate();
    });
    if (signal.aborted) return;
    this.catalogue = new Catalogue(index);
    this.since = since;
  }
}
