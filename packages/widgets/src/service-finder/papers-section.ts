import type { Service, ServiceSummary } from '@mpp-digital/contract';
import { html, nothing, type LitElement } from 'lit';

import { announce, announceSettled } from '../announce.ts';
import { durationText, feeText } from './amounts.ts';
import { inLocale } from '../format/text.ts';
import { printAlone } from '../print-alone.ts';
import { checklist, sentence } from './checklist.ts';
import { papersOf } from './papers.ts';
import type { ServiceContext } from './render-context.ts';
import { offeredSentence, several } from './several.ts';
import { papersMessage, share } from './share.ts';

interface Chosen {
  /** Ids of all services that the list is for, the one on the screen first. */
  ids: readonly string[];
  /** Those of them that are read. */
  services: readonly Service[];
  onChoose: (ids: string[]) => void;
  /** Moves the focus to a part of the finder. */
  onFocus: (selector: string) => void;
}

/** What to bring: one list for one or several services, to be ticked off, printed and sent. */
export class PapersSection {
  readonly #host: LitElement;
  /** Codes of papers that are at hand: for all services, and never stored. */
  readonly #ticked = new Set<string>();
  #adding = false;
  #query = '';
  #toCopy = '';
  #copied = false;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Closes what was opened for another list. */
  reset(): void {
    this.#adding = this.#copied = false;
    this.#query = this.#toCopy = '';
  }

  readonly #onTick = (code: string) => {
    if (!this.#ticked.delete(code)) this.#ticked.add(code);
    this.#host.requestUpdate();
  };

  render(chosen: Chosen, context: ServiceContext) {
    const { services } = chosen;
    const { t, locale } = context;
    const names = sentence(
      services.map(({ name }) => inLocale(name, locale)),
      t.and,
    );
    const ticked = this.#ticked;
    return html`
      <section class="stack" aria-labelledby="papers">
        <h3 id="papers" tabindex="-1">${t.papers}</h3>
        ${services.length > 1 ? html`<p>${t.papersFor(names)}</p>` : nothing}
        ${checklist(
          { papers: papersOf(services), services: services.length, ticked, onTick: this.#onTick },
          context,
        )}
        <div class="row">
          <button type="button" class="plain" @click=${() => this.#share(names, services, context)}>
            ${t.share}
          </button>
          <button type="button" class="plain" @click=${() => printAlone(this.#host)}>
            ${t.print}
          </button>
        </div>
        ${this.#copied ? html`<p class="unprinted">${t.shared}</p>` : nothing}
        ${
          this.#toCopy
            ? html`<div class="field">
                <label for="to-copy">${t.copyYourself}</label>
                <textarea id="to-copy" readonly rows="6" .value=${this.#toCopy}></textarea>
              </div>`
            : nothing
        }
        ${this.#several(chosen, context)}
      </section>
    `;
  }

  #several({ ids, onChoose, onFocus }: Chosen, context: ServiceContext) {
    const { t, locale } = context;
    const choose = (others: string[], sentence: string) => {
      this.reset();
      onChoose(others);
      announce(sentence);
      onFocus('#papers');
    };
    const nameOf = ({ name }: ServiceSummary) => inLocale(name, locale);
    return several(
      {
        chosen: ids,
        open: this.#adding,
        query: this.#query,
        onOpen: () => {
          this.#adding = true;
          onFocus('#another');
        },
        onQuery: (query) => {
          this.#query = query;
          this.#host.requestUpdate();
          announceSettled(() => offeredSentence(this.#query, ids, context));
        },
        onAdd: (other) => choose([...ids, other.id], t.added(nameOf(other))),
        onRemove: (other) =>
          choose(
            ids.filter((id) => id !== other.id),
            t.removed(nameOf(other)),
          ),
      },
      context,
    );
  }

  async #share(title: string, services: readonly Service[], context: ServiceContext) {
    const { t, locale, page } = context;
    const link = page(`layanan/${services[0]!.id}`);
    const facts = factsOf(services, context);
    const text = papersMessage(title, facts, papersOf(services), link, locale);
    const outcome = await share(title, text);
    this.#copied = outcome === 'copied';
    if (this.#copied) announce(t.shared);
    this.#toCopy = outcome === 'refused' ? text : '';
    this.#host.requestUpdate();
  }
}

/** Who serves, what it costs and how long it takes: a line for each service. */
function factsOf(services: readonly Service[], { t, locale }: ServiceContext): string {
  return services
    .map(({ name, agency, fee, duration }) =>
      [
        ...(services.length > 1 ? [inLocale(name, locale)] : []),
        agency.shortName,
        t.feeAndTime(feeText(fee, t), durationText(duration, t)),
      ].join(' · '),
    )
    .join('\n');
}
