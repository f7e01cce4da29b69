import type { Service } from '@mpp-digital/contract';
import { html, type LitElement } from 'lit';

import { adopt } from '../styles/adopt.ts';
import type { NearestTime } from './nearest-time.ts';
import { PapersSection } from './papers-section.ts';
import type { ServiceContext } from './render-context.ts';
import { serviceStyles } from './service-view.styles.ts';
import { procedure, standard } from './standard.ts';
import { ways } from './ways.ts';

interface Shown {
  service: Service;
  /** Ids of the service on the screen and of those whose papers are on the same list. */
  ids: readonly string[];
  services: readonly Service[];
  /** Null when there is none, undefined as long as it is not known. */
  nearest: NearestTime | null | undefined;
  onChoose: (ids: string[]) => void;
  onBook: (serviceId: string) => void;
  onFocus: (selector: string) => void;
}

/** What one service needs and offers: the part of the finder that is fetched after the list. */
export class ServiceParts {
  readonly #papers: PapersSection;

  constructor(host: LitElement) {
    this.#papers = new PapersSection(host);
    adopt(host, [serviceStyles]);
  }

  /** Takes the ticks away: another service is on the screen. */
  reset(): void {
    this.#papers.reset();
  }

  render(
    { service, ids, services, nearest, onChoose, onBook, onFocus }: Shown,
    context: ServiceContext,
  ) {
    return html`
      ${this.#papers.render({ ids, services: [...services], onChoose, onFocus }, context)}
      <section class="stack" part="ways">
        ${ways({ service, others: services.slice(1), nearest, onBook }, context)}
      </section>
      <section class="stack unprinted">${procedure(service, context)}</section>
      <section class="stack unprinted">${standard(service, context)}</section>
    `;
  }
}
