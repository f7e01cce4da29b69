import type { CatalogueIndex, Queue as Lines, Service } from '@mpp-digital/contract';
import { Catalogue, Queue, type Transport } from '@mpp-digital/sdk/resources';
import type { ReactiveControllerHost } from 'lit';

/** What the terminal knows of the mall: its services, and who waits. All of it is public. */
export class MallFacts {
  index: CatalogueIndex | undefined;
  lines: Lines | undefined;
  /** The standard of the service that was looked at last. */
  standard: Service | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #transport: () => Transport;

  constructor(host: ReactiveControllerHost, transport: () => Transport) {
    this.#host = host;
    this.#transport = transport;
  }

  /** Looks at the services and the lines anew. What cannot be had stays as it was. */
  look(placeId: string | undefined): void {
    this.#note(new Catalogue(this.#transport()).index(), (index) => (this.index = index));
    if (placeId === undefined) return;
    this.#note(new Queue(this.#transport()).status(placeId), (lines) => (this.lines = lines));
  }

  /** Looks at what a service asks for: a help that nobody waits for. */
  lookAt(serviceId: string): void {
    this.standard = undefined;
    this.#note(new Catalogue(this.#transport()).service(serviceId), (standard) => {
      this.standard = standard;
    });
  }

  service(id: string) {
    return this.index?.services.find((service) => service.id === id);
  }

  #note<T>(answer: Promise<T>, take: (value: T) => void) {
    answer.then(
      (value) => {
        take(value);
        this.#host.requestUpdate();
      },
      () => undefined,
    );
  }
}
