import { initialState, Task } from '@lit/task';
import type { Requirement } from '@mpp-digital/contract';
import { html, nothing } from 'lit';

import { notice } from '../form/notice.ts';
import { inLocale } from '../format/text.ts';
import type { ActionsContext } from './ticket-context.ts';

/** The service's papers as a list to tick off. What is ticked is for the eye: nothing keeps it. */
export class PapersToBring {
  readonly #context: ActionsContext;
  readonly #papers;

  constructor(context: ActionsContext, serviceId: () => string | undefined) {
    this.#context = context;
    this.#papers = new Task(context.host, {
      args: () => [context.client(), serviceId()] as const,
      task: async ([client, id], { signal }) =>
        id ? (await client.catalogue.service(id, { signal })).requirements : initialState,
    });
  }

  render() {
    const t = this.#context.messages();
    return html`
      <section class="ticket-papers" aria-labelledby="ticket-papers">
        <h3 id="ticket-papers">${t.bringTitle}</h3>
        ${this.#papers.render({
          pending: () => html`<p class="muted">${t.bringLoading}</p>`,
          error: () =>
            notice('information', t.bringMissing, {
              label: t.retry,
              run: () => void this.#papers.run(),
            }),
          complete: (papers) =>
            papers.length ? this.#list(papers) : html`<p>${t.bringNothing}</p>`,
        })}
      </section>
    `;
  }

  #list(papers: readonly Requirement[]) {
    const locale = this.#context.locale();
    return html`
      <ul>
        ${papers.map(
          ({ text, when }) => html`
            <li>
              <label class="tick">
                <input type="checkbox" />
                <span>
                  ${inLocale(text, locale)}
                  ${when ? html`<span class="muted">(${inLocale(when, locale)})</span>` : nothing}
                </span>
              </label>
            </li>
          `,
        )}
      </ul>
    `;
  }
}
