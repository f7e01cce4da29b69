import type { ServiceSummary } from '@mpp-digital/contract';
import { html, type PropertyDeclarations, type PropertyValues } from 'lit';

import { announce, announceSettled } from '../announce.ts';
import { MppElement } from '../element.ts';
import { finderClient } from '../finder-client.ts';
import { Later } from '../later.ts';
import { type ServiceFinderMessages, serviceFinder } from '../messages/id/service-finder.ts';
import { Reconnect } from '../reconnect.ts';
import { adopt } from '../styles/adopt.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { Browse } from './browse.ts';
import { CatalogueReading } from './catalogue-reading.ts';
import { anyFilter, type Filters, filtered, noFilters, pageSize } from './filters.ts';
import type { FilterPanel } from './filter-panel.ts';
import { FocusGoal } from './focus-goal.ts';
import type { FoundContext, RenderContext } from './render-context.ts';
import { searchField } from './search-field.ts';
import { styles } from './service-finder.styles.ts';
import type { ServiceView } from './service-view.ts';
import { troubleText } from './trouble.ts';
import { type View, ViewHistory } from './view-history.ts';
import { waiting } from './waiting.ts';

type Searching = typeof import('./searching.ts') & { panel: FilterPanel };

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
  /** @internal */
  static override styles = [tokens, controls, styles];

  static override properties: PropertyDeclarations = {
    query: {},
    service: {},
    filters: { state: true, attribute: false },
    shown: { state: true, attribute: false },
  };

  /** What is searched for. */
  declare query: string;

  /** Id of the service on the screen; empty for the list. */
  declare service: string;

  declare private filters: Filters;
  declare private shown: number;

  protected override readonly texts = {
    id: serviceFinder,
    en: () => import('../messages/en/service-finder.ts').then((module) => module.serviceFinder),
  };

  readonly #view: Later<ServiceView> = new Later(
    this,
    async () => {
      const { ServiceView } = await import('./service-view.ts');
      return new ServiceView(this, () => finderClient(this.transport), this.service ?? '');
    },
    false,
  );

  readonly #searching: Later<Searching> = new Later(this, async () => {
    const searching = await import('./searching.ts');
    adopt(this, [searching.listStyles]);
    this.#announceFound();
    return { ...searching, panel: new searching.FilterPanel(this) };
  });

  readonly #browse: Browse = new Browse(this, {
    onCategory: (categoryId) => this.#go({ filters: { ...noFilters, categoryId } }),
    onEverything: () => this.#go({ filters: { ...noFilters, everything: true } }),
  });

  readonly #focus = new FocusGoal(this);
  readonly #history = new ViewHistory(this, (view, later) => this.#return(view, later));

  readonly #reading = new CatalogueReading(this, {
    client: () => finderClient(this.transport),
    needsPlaces: () => this.#needsPlaces,
    onRead: () => this.#announceFound(),
    onError: (error) => announce(troubleText(this.messages.catalogueFailed, error, this.messages)),
  });

  constructor() {
    super();
    this.query = this.service = '';
    this.filters = noFilters;
    this.shown = pageSize;
    new Reconnect(this, this.#again);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('api') || changed.has('regency')) {
      this.#reading.catalogue = undefined;
      this.#view.value?.forget();
    }
    if (changed.has('service')) this.#view.value?.open(this.service ?? '');
    // Who looks at a list is about to look at a service.
    if (this.service || !this.#browsing) {
      this.#searching.prepare();
      this.#view.prepare();
    }
  }

  protected override updated(changed: PropertyValues): void {
    if ((changed.has('query') || changed.has('filters')) && this.hasUpdated && !this.service)
      this.#announceFound();
  }

  /** What fits the words, before it is narrowed. */
  #find(words = this.query ?? ''): ServiceSummary[] {
    return this.#reading.catalogue?.find(words, this.#searching.value?.createSearch) ?? [];
  }

  get #browsing(): boolean {
    const { query, filters } = this;
    const empty = this.#reading.catalogue?.services.size === 0;
    return !empty && !query?.trim() && !anyFilter(filters) && !filters.everything;
  }

  get #needsPlaces(): boolean {
    if (!this.#reading.catalogue || this.service || !this.#searching.value) return false;
    return (
      this.#searching.value.otherNeed(this.query) === 'place' ||
      (!this.#browsing && filtered(this.#find(), this.filters).length === 0)
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
    const to = { ...this.#now, ...next, shown: pageSize, scroll: 0 };
    this.#history.go(this.#now, to);
    const { query, service, filters, shown } = to;
    Object.assign(this, { query, service, filters, shown });
    // To the top of the widget, where it was scrolled away.
    const place = () => this.getBoundingClientRect().top < 0 && this.scrollIntoView();
    this.#focus.setAndPlace(place, '[data-heading]');
  }

  #return({ service, query, filters, shown, scroll }: View, later: boolean) {
    const left = this.service;
    Object.assign(this, { service, query, filters, shown });
    if (!later) return;
    const result = service ? [] : [`.results [data-service="${left}"] a`];
    this.#focus.setAndPlace(() => scrollTo(scrollX, scroll), ...result, '[data-heading]');
  }

  readonly #onQuery = (query: string) => {
    this.query = query;
    this.shown = pageSize;
    this.#focus.clear();
    if (this.filters.everything) this.filters = { ...this.filters, everything: false };
  };

  readonly #onFilter = (filters: Filters) => {
    this.filters = filters;
    this.shown = pageSize;
  };

  readonly #onMore = () => {
    this.#focus.set(`.results > :nth-child(${this.shown + 1}) a`);
    this.shown += pageSize;
  };

  /** Says how much was found, once the typing has come to rest. */
  readonly #announceFound = () =>
    announceSettled(() => {
      const { query, filters } = this;
      const searching = this.#searching.value;
      if (!this.#reading.catalogue || this.service || this.#browsing) return '';
      if (!searching) return this.#searching.whenHere(this.#announceFound);
      const { length } = filtered(this.#find(), filters);
      return searching.foundSentence(length, query, { ...searching.finding, ...this.messages });
    });

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
    const searching = this.#searching.value;
    const found = searching && { ...context, t: { ...searching.finding, ...t } };
    if (this.service)
      return found ? this.#one(searching, found) : this.#wait(this.#searching, context);
    const onSubmit = () => this.#focus.set('#count', '#nothing');
    return html`
      ${searchField({ query, onQuery: this.#onQuery, onSubmit }, context)}
      ${found && searching.keptNote(since, this.#again, found)}
      ${found && searching.elsewhere({ need: searching.otherNeed(query), places }, found)}
      ${this.#below(context, searching, found)}
    `;
  }

  #below(context: RenderContext, searching?: Searching, found?: FoundContext) {
    if (!context.catalogue) return this.#wait(this.#reading, context);
    if (this.#browsing) return this.#browse.render(context);
    return searching && found ? this.#list(searching, found) : this.#wait(this.#searching, context);
  }

  #wait({ error }: { error: unknown }, context: RenderContext) {
    const { slow, loadingServices, catalogueFailed } = context.t;
    const loading = this.#reading.slow ? slow : loadingServices;
    return waiting({ error, loading, failed: catalogueFailed, onAgain: this.#again }, context);
  }

  #one(searching: Searching, context: FoundContext) {
    const { value: view, error } = this.#view;
    const { loading, detailsFailed: failed } = context.t;
    const leads = {
      onLeave: () => this.#history.keep(this.#now),
      onFocus: (selector: string) => this.#focus.set(selector),
    };
    const article = {
      id: this.service,
      service: view?.service,
      missing: view?.missing ?? Boolean(error),
      onBack: () => this.#history.back() || this.#go({ service: '' }),
      body:
        view?.render(leads, context) ??
        waiting({ error, loading, failed, onAgain: this.#again }, context),
    };
    return html`${searching.keptNote(this.#reading.since ?? view?.since, this.#again, context)}
    ${searching.serviceArticle(article, context)}`;
  }

  #list(searching: Searching, context: FoundContext) {
    const { filters, query } = this;
    return searching.foundServices(
      {
        panel: searching.panel,
        query,
        found: this.#find(),
        filters,
        shown: this.shown,
        answered: searching.otherNeed(query) !== undefined,
        places: this.#reading.places,
        onFilter: this.#onFilter,
        onUnfilter: (next) => {
          this.#onFilter(next);
          this.#focus.set('#count', '#nothing', '[data-heading]');
        },
        onOpen: (service) => this.#go({ service }),
        onMore: this.#onMore,
      },
      context,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mpp-service-finder': ServiceFinder;
  }
}
