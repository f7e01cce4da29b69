import { initialState, Task, TaskStatus } from '@lit/task';
import type { Service } from '@mpp-digital/contract';
import { MppError } from '@mpp-digital/sdk';
import type { FinderClient } from '../finder-client.ts';
import { html, type LitElement, nothing } from 'lit';

import { notice } from '../form/notice.ts';
import { serviceView } from '../messages/id/service-view.ts';
import { patiently } from '../patience.ts';
import { book } from './book.ts';
import { type NearestTime, nearestTime } from './nearest-time.ts';
import type { FoundContext, ServiceContext } from './render-context.ts';
import { ServiceParts } from './service-parts.ts';
import { troubleText } from './trouble.ts';

interface Leads {
  /** Notes what is on the screen, because the page may be left now. */
  onLeave: () => void;
  /** Moves the focus to a part of the finder. */
  onFocus: (selector: string) => void;
}

/** One service on the screen: what to bring, how to be served, and its whole standard. */
export class ServiceView {
  /** Since when the details on the screen were kept, when the server cannot be reached. */
  since: Date | undefined;

  readonly #host: LitElement;
  readonly #parts: ServiceParts;
  readonly #details: Task<readonly [FinderClient, string], void>;
  readonly #nearest: Task<readonly [FinderClient, Service | undefined], NearestTime | undefined>;
  /** What was read so far, by id: it stays on the screen when it cannot be read again. */
  readonly #services = new Map<string, Service>();
  /** Ids of the service on the screen and of those whose papers are on the same list. */
  #chosen: readonly string[] = [];
  #slow = false;

  constructor(host: LitElement, client: () => FinderClient, serviceId: string) {
    this.#host = host;
    this.#parts = new ServiceParts(host);
    this.#details = new Task(host, {
      // A widget that was taken from the page asks for nothing any more.
      args: () => [client(), host.isConnected ? this.#chosen.join() : ''] as const,
      task: ([client, ids], { signal }) => this.#read(client, ids, signal),
    });
    this.#nearest = new Task(host, {
      args: () => [client(), this.service] as const,
      task: ([client, service], { signal }) =>
        service?.bookable ? nearestTime(client, service.id, service.places, signal) : initialState,
    });
    this.open(serviceId);
  }

  /** Puts another service on the screen; none for an empty id. */
  open(serviceId: string): void {
    this.#chosen = serviceId ? [serviceId] : [];
    this.#parts.reset();
    this.since = undefined;
  }

  /** Forgets what another server or regency said. */
  forget(): void {
    this.#services.clear();
  }

  /** Reads again what could not be read. */
  again(): void {
    if (this.#details.status === TaskStatus.ERROR || this.since) void this.#details.run();
    if (this.#nearest.status === TaskStatus.ERROR) void this.#nearest.run();
  }

  async #read(client: FinderClient, ids: string, signal: AbortSignal): Promise<void> {
    this.#slow = false;
    this.since = undefined;
    const onStale = (since: Date) => (this.since = since);
    const reading = (ids ? ids.split(',') : []).map(async (id) => {
      this.#services.set(id, await client.catalogue.service(id, { signal, onStale }));
    });
    await patiently(Promise.all(reading), () => {
      this.#slow = true;
      this.#host.requestUpdate();
    });
  }

  /** What was read of the service on the screen. */
  get service(): Service | undefined {
    return this.#services.get(this.#chosen[0] ?? '');
  }

  /** Whether the service on the screen could not be read. */
  get missing(): boolean {
    return this.#details.status === TaskStatus.ERROR && !this.service;
  }

  /** All below the name and the facts. */
  render(leads: Leads, found: FoundContext) {
    const { service } = this;
    const context = { ...found, t: { ...serviceView, ...found.t } };
    return html`${this.#state(context)} ${service ? this.#body(service, leads, context) : nothing}`;
  }

  #state({ t }: ServiceContext) {
    const { status, error } = this.#details;
    if (status === TaskStatus.PENDING && !this.service)
      return html`<p class="muted" role="status">${this.#slow ? t.slow : t.loading}</p>`;
    if (status !== TaskStatus.ERROR) return nothing;
    if (error instanceof MppError && error.code === 'not_found')
      return notice('warning', t.serviceUnknown);
    return notice('negative', troubleText(t.detailsFailed, error, t), {
      label: t.retry,
      run: () => this.again(),
    });
  }

  #body(service: Service, { onLeave, onFocus }: Leads, context: ServiceContext) {
    const services = this.#chosen.flatMap((id) => this.#services.get(id) ?? []);
    const { status, value } = this.#nearest;
    const known = status === TaskStatus.COMPLETE || status === TaskStatus.ERROR;
    const nearest = known ? (value ?? null) : undefined;
    const onBook = (id: string) => {
      onLeave();
      book(this.#host, id, context.page(`janji?layanan=${encodeURIComponent(id)}`));
    };
    const onChoose = (ids: string[]) => (this.#chosen = ids);
    const ids = this.#chosen;
    return this.#parts.render(
      { service, ids, services, nearest, onChoose, onBook, onFocus },
      context,
    );
  }
}
