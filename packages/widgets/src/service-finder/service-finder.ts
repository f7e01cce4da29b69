import type { ServiceSummary } from '@mpp-digital/contract';
import { html, type PropertyDeclarations, type PropertyValues } from 'lit';

import { finderClient } from '../finder-client.ts';
import { announce } from '../announce.ts';
import { MppElement } from '../element.ts';
import { notice } from '../form/notice.ts';
import { Later } from '../later.ts';
import { type ServiceFinderMessages, serviceFinder } from '../messages/id/service-finder.ts';
import { Reconnect } from '../reconnect.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { book } from './book.ts';
import { browse } from './browse.ts';
import { CatalogueReading } from './catalogue-reading.ts';
import { anyFilter, type Filters, filtered, noFilters, pageSize } from './filters.ts';
import { keptNote } from './kept-note.ts';
import type { RenderContext } from './render-context.ts';
import { searchField } from './search-field.ts';
import { styles } from './service-finder.styles.ts';
import { troubleText } from './trouble.ts';
import { type View, ViewHistory } from './view-history.ts';

/**
 * Finds a public service by the words people use, and shows what to bring, what it costs, how long
 * it takes and where to go.
 *
 * @summary Search for services, with each service's standard.
 *
 * @slot - Shown when the services can be had neither from the server nor from an earlier visit: for
 *   instance a plain list, or the office's address.
 *
 * @event {BookEvent} mpp-book - Someone wants a time for a service. Cancel it to lead elsewhere;
 *   otherwise the booking form on the page gets the service, or the server's page opens.
 *
 * @csspart filters - What narrows the list.
 * @csspart results - The list of services.
 * @csspart result - One service in the list.
 * @csspart service - One service, opened.
 * @csspart checklist - The papers to bring.
 * @csspart ways - The ways to be served.
 * @csspart office - Address and opening hours.
 * @csspart notice - What went wrong, and what to do.
 *
 * @cssproperty [--mpp-color-brand=#0b5cad] - Colour of links and of the main button.
 *
 * @example
 * ```html
 * <mpp-service-finder api="https://mpp.example.go.id" regency="35.79"></mpp-service-finder>
 * ```
 *
 * @tag mpp-service-finder
 */
export class ServiceFinder extends MppElement<ServiceFinderMessages> {
  static override styles = [tokens, controls, styles];

  static override properties: PropertyDeclarations = {
    query: {},
    service: {},
    filters: { state: true, attribute: false },
    shown: { state: true, attribute: false },
    allCategories: { state: true, attribute: false },
  };

  /** What is searched for. */
  declare query: string;

  /** Id of the service on the screen; empty for the list. */
  declare service: string;

  declare private filters: Filters;
  declare private shown: number;
  declare private allCategories: boolean;

  protected override readonly texts = {
    id: serviceFinder,
    en: () => import('../messages/en/service-finder.ts').then((module) => module.serviceFinder),
  };

  readonly #view = new Later(this, async () => {
    const { ServiceView } = await import('./service-view.ts');
    const view = new ServiceView(this, () => finderClient(this.transport));
    view.open(this.service ?? '');
    return view;
  });

  readonly #searching = new Later(this, () => import('./searching.ts'));
  readonly #history = new ViewHistory(this, (view, later) => this.#return(view, later));
  #afterUpdate: (() => void) | undefined;
  #announcement: ReturnType<typeof setTimeout> | undefined;

  readonly #reading = new CatalogueReading(this, {
    client: () => finderClient(this.transport),
    needsPlaces: () => this.#needsPlaces,
    onError: (error) => announce(troubleText(this.messages.catalogueFailed, error, this.messages)),
  });

  constructor() {
    super();
    this.query = this.service = '';
    this.filters = noFilters;
    this.shown = pageSize;
    this.allCategories = false;
    new Reconnect(this, this.#again);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('api') || changed.has('regency')) {
      this.#reading.catalogue = undefined;
      this.#view.value?.forget();
    }
    if (changed.has('service')) this.#view.value?.open(this.service ?? '');
  }

  protected override updated(changed: PropertyValues): void {
    this.#afterUpdate?.();
    this.#afterUpdate = undefined;
    if ((changed.has('query') || changed.has('filters')) && this.hasUpdated && !this.service)
      this.#announceSoon();
  }

  /** What fits the words, before it is narrowed. */
  get #found(): ServiceSummary[] {
    return this.#find(this.query ?? '');
  }

  #find(words: string): ServiceSummary[] {
    return this.#reading.catalogue?.find(words, this.#searching.value?.createSearch) ?? [];
  }

  get #browsing(): boolean {
    const { query, filters } = this;
    const empty = this.#reading.catalogue?.services.size === 0;
    return !empty && !query?.trim() && !anyFilter(filters) && !filters.everything;
  }

  get #needsPlaces(): boolean {
    if (!this.#reading.catalogue || this.service) return false;
    return (
      this.#searching.value?.otherNeed(this.query) === 'place' ||
      (!this.#browsing && filtered(this.#found, this.filters).length === 0)
    );
  }

  get #now(): View {
    const { service, query, filters, shown } = this;
    return { service, query, filters, shown, scroll: scrollY };
  }

  readonly #again = () => {
    this.#reading.again();
    this.#view.value?.again();
    for (const part of [this.#view, this.#searching]) if (part.error) part.fetch();
  };

  /** Goes on to another view, which Back leaves again. */
  #go(next: Partial<View>) {
    const from = this.#now;
    const to = { ...from, ...next, shown: pageSize, scroll: 0 };
    this.#history.go(from, to);
    Object.assign(this, {
      query: to.query,
      service: to.service,
      filters: to.filters,
      shown: to.shown,
    });
    this.#afterUpdate = () => {
      // The top of the widget, where it was scrolled away.
      if (this.getBoundingClientRect().top < 0) this.scrollIntoView();
      this.focus({ preventScroll: true });
    };
  }

  #return({ service, query, filters, shown, scroll }: View, later: boolean) {
    const left = this.service;
    Object.assign(this, { service, query, filters, shown });
    if (!later) return;
    this.#afterUpdate = () => {
      const result = this.renderRoot.querySelector<HTMLElement>(`[data-service="${left}"] a`);
      if (result && !service) result.focus({ preventScroll: true });
      else this.focus({ preventScroll: true });
      scrollTo(scrollX, scroll);
    };
  }

  readonly #onQuery = (query: string) => {
    this.query = query;
    this.shown = pageSize;
    if (this.filters.everything) this.filters = { ...this.filters, everything: false };
  };

  readonly #onFilter = (filters: Filters) => {
    this.filters = filters;
    this.shown = pageSize;
  };

  readonly #onMore = () => {
    const next = this.shown;
    this.shown += pageSize;
    this.#focusOn(`.results > :nth-child(${next + 1}) a`);
  };

  #onBook(serviceId: string) {
    this.#history.keep(this.#now);
    book(this, serviceId, this.page(`janji?layanan=${encodeURIComponent(serviceId)}`));
  }

  /** Moves the focus to the first of these that is on the screen. */
  #focusOn(...selectors: string[]) {
    this.#afterUpdate = () => {
      const found = selectors.map((each) => this.renderRoot.querySelector<HTMLElement>(each));
      found.find(Boolean)?.focus();
    };
    this.requestUpdate();
  }

  /** Says how much was found, once the typing has come to rest. */
  #announceSoon() {
    clearTimeout(this.#announcement);
    this.#announcement = setTimeout(() => {
      if (!this.#reading.catalogue || this.service || this.#browsing) return;
      const { length } = filtered(this.#found, this.filters);
      announce(length ? this.messages.found(length) : this.messages.nothing(this.query));
    }, 800);
  }

  protected override render() {
    const { messages: t, locale, query } = this;
    const { catalogue, since, places } = this.#reading;
    const context: RenderContext = {
      t,
      locale,
      catalogue,
      find: (words) => this.#find(words),
      page: (path) => this.page(path),
    };
    if (this.service) {
      const leads = {
        onBack: () => this.#history.back() || this.#go({ service: '' }),
        onBook: (id: string) => this.#onBook(id),
        onFocus: (selector: string) => this.#focusOn(selector),
      };
      return html`${keptNote(since ?? this.#view.value?.since, this.#again, context)}
      ${this.#view.value?.render(leads, context) ?? this.#waiting(context, this.#view.error)}`;
    }
    const onSubmit = () => this.#focusOn('#count', '#nothing');
    return html`
      ${searchField({ query, onQuery: this.#onQuery, onSubmit }, context)}
      ${keptNote(since, this.#again, context)}
      ${this.#searching.value?.elsewhere({ need: this.#searching.value.otherNeed(query), places }, context)}
      ${catalogue ? this.#list(context) : this.#waiting(context, this.#reading.error)}
    `;
  }

  #list(context: RenderContext) {
    const { filters, query } = this;
    if (this.#browsing)
      return browse(
        {
          all: this.allCategories,
          onAll: () => {
            this.allCategories = true;
          },
          onCategory: (categoryId) => this.#go({ filters: { ...noFilters, categoryId } }),
          onEverything: () => this.#go({ filters: { ...noFilters, everything: true } }),
        },
        context,
      );
    const searching = this.#searching.value;
    if (!searching) return this.#waiting(context, this.#searching.error);
    return searching.foundServices(
      {
        query,
        found: this.#found,
        filters,
        shown: this.shown,
        places: this.#reading.places,
        onFilter: this.#onFilter,
        onUnfilter: (next) => {
          this.#onFilter(next);
          this.#focusOn('#count', '#nothing', '[data-heading]');
        },
        onOpen: (service) => this.#go({ service }),
        onMore: this.#onMore,
      },
      context,
    );
  }

  #waiting({ t }: RenderContext, error: unknown) {
    const { slow } = this.#reading;
    if (!error)
      return html`<p class="muted" role="status">${slow ? t.slow : t.loadingServices}</p>`;
    return html`
      ${notice('negative', troubleText(t.catalogueFailed, error, t), {
        label: t.retry,
        run: this.#again,
      })}
      <slot></slot>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mpp-service-finder': ServiceFinder;
  }
}
