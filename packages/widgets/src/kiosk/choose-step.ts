import type {
  Agency,
  CatalogueIndex,
  KioskPlace,
  Queue,
  ServiceSummary,
} from '@mpp-digital/contract';
import type { Search } from '@mpp-digital/search';
import { html, type LitElement, nothing, type TemplateResult } from 'lit';

import { announceSettled } from '../announce.ts';
import { textField } from '../form/text-field.ts';
import { inLocale } from '../format/text.ts';
import { Later } from '../later.ts';
import type { Locale } from '../language.ts';
import type { KioskMessages } from '../messages/id/kiosk.ts';

/** More than these are looked for with another word. */
const most = 12;

interface Choice {
  index: CatalogueIndex;
  place: KioskPlace;
  /** Who waits, as far as it is known. */
  lines: Queue | undefined;
}

/** What one comes for: by a word, or by agency. */
export class ChooseStep {
  readonly #host: LitElement;
  readonly #onChoose: (serviceId: string) => void;
  readonly #search: Later<typeof import('@mpp-digital/search')>;
  #query = '';
  #agencyId = '';
  #found: Search | undefined;
  #foundFor: CatalogueIndex | undefined;

  constructor(host: LitElement, onChoose: (serviceId: string) => void) {
    this.#host = host;
    this.#onChoose = onChoose;
    this.#search = new Later(host, () => import('@mpp-digital/search'));
  }

  /** Forgets what was typed and chosen. */
  reset(): void {
    this.#query = this.#agencyId = '';
    this.#search.prepare();
  }

  /** Takes the last choice back; false when there is none. */
  back(): boolean {
    const wasChosen = this.#agencyId !== '';
    this.#agencyId = '';
    this.#host.requestUpdate();
    return wasChosen;
  }

  render(choice: Choice, locale: Locale, t: KioskMessages): TemplateResult {
    const { index, place } = choice;
    const services = index.services.filter(
      ({ bookable, agencyId }) => bookable && (!place.agencyId || agencyId === place.agencyId),
    );
    const agencies = index.agencies.filter(({ id }) =>
      services.some(({ agencyId }) => agencyId === id),
    );
    const [only] = agencies.length === 1 ? agencies : [];
    const agency = only ?? agencies.find(({ id }) => id === this.#agencyId);
    if (services.length === 0)
      return html`${heading(t.whichService)}
        <p>${t.noServices}</p>`;
    return agency
      ? this.#ofAgency(agency, services, choice, locale, t)
      : this.#ofAll(agencies, services, choice, locale, t);
  }

  #ofAgency(
    { id, name }: Agency,
    services: readonly ServiceSummary[],
    { lines }: Choice,
    locale: Locale,
    t: KioskMessages,
  ) {
    const own = services.filter(({ agencyId }) => agencyId === id);
    return html`${heading(inLocale(name, locale))}
      <p>${waitingAt(lines, id, t)}</p>
      ${this.#list(own, locale)}`;
  }

  #ofAll(
    agencies: readonly Agency[],
    services: readonly ServiceSummary[],
    { index, lines }: Choice,
    locale: Locale,
    t: KioskMessages,
  ) {
    const found = this.#find(index, services);
    const query = this.#query.trim();
    return html`
      ${heading(t.whichService)}
      ${textField({
        id: 'search',
        type: 'search',
        label: t.searchLabel,
        hint: t.searchHint,
        value: this.#query,
        maxLength: 80,
        onInput: (value) => {
          this.#query = value;
          this.#search.prepare();
          this.#host.requestUpdate();
          announceSettled(() => (value.trim() ? t.found(this.#find(index, services).length) : ''));
        },
      })}
      ${
        query
          ? html`<h3>${this.#search.value ? t.found(found.length) : t.loading}</h3>
              ${found.length > 0 ? this.#list(found, locale) : html`<p>${t.nothingFound}</p>`}`
          : nothing
      }
      <h3>${t.orAgency}</h3>
      <ul class="choices">
        ${agencies.map(
          ({ id, name }) => html`
            <li>
              <button type="button" @click=${() => this.#choose(id)}>
                <strong>${inLocale(name, locale)}</strong>
                <span>${waitingAt(lines, id, t)}</span>
              </button>
            </li>
          `,
        )}
      </ul>
    `;
  }

  #choose(agencyId: string) {
    this.#agencyId = agencyId;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#host.focus());
  }

  #list(services: readonly ServiceSummary[], locale: Locale) {
    return html`<ul class="choices">
      ${services.map(
        ({ id, name }) => html`
          <li>
            <button type="button" data-service=${id} @click=${() => this.#onChoose(id)}>
              <strong>${inLocale(name, locale)}</strong>
            </button>
          </li>
        `,
      )}
    </ul>`;
  }

  #find(index: CatalogueIndex, services: readonly ServiceSummary[]): ServiceSummary[] {
    const search = this.#search.value;
    if (!search) return [];
    if (!this.#found || this.#foundFor !== index) {
      this.#found = search.createSearch(index.services, index);
      this.#foundFor = index;
    }
    const ids = this.#found.find(this.#query, Infinity);
    return ids.flatMap((id) => services.find((each) => each.id === id) ?? []).slice(0, most);
  }
}

const heading = (text: string) => html`<h2 data-heading tabindex="-1">${text}</h2>`;

/** How many wait at an agency, where it is known. */
export function waitingAt(lines: Queue | undefined, agencyId: string, t: KioskMessages): string {
  const line = lines?.agencies.find(({ agency }) => agency.id === agencyId);
  return line ? t.waiting(line.waiting) : '';
}
