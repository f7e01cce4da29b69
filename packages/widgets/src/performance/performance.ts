import { Task } from '@lit/task';
import type { PerformanceReport } from '@mpp-digital/contract';
import { MppError } from '@mpp-digital/sdk';
import { Feedback, type Transport } from '@mpp-digital/sdk/resources';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';

import { MppElement } from '../element.ts';
import { notice } from '../form/notice.ts';
import { problem } from '../form/problem.ts';
import { Waiting } from '../form/waiting.ts';
import { format } from '../format/moments.ts';
import { errorText } from '../messages/error-text.ts';
import { performance, type PerformanceMessages } from '../messages/id/performance.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { chart } from './chart.ts';
import { figuresTable } from './figures-table.ts';
import { type Measure, measures } from './measures.ts';
import { styles } from './performance.styles.ts';

/** How many months can be chosen: this one, and those that the server still tells of. */
const monthsTold = 25;

/**
 * Shows how the agencies did in a month: how many were served, how long people waited, how many did
 * not come, and how satisfied they were; as bars, with all figures in a table behind.
 *
 * @summary How services did, for everyone to see.
 *
 * @slot help - Shown when the server cannot be reached.
 *
 * @csspart chart - The bars.
 * @csspart notice - What went wrong, and that a month is not over.
 *
 * @cssproperty [--mpp-color-brand=#0b5cad] - Colour of bars, buttons and links.
 *
 * @example
 * ```html
 * <mpp-performance api="https://mpp.example.go.id" regency="35.79"></mpp-performance>
 * ```
 *
 * @tag mpp-performance
 *
 * @attr month - The month to begin with, `2026-12`; without it the newest that is over.
 */
export class Performance extends MppElement<PerformanceMessages> {
  /** @internal */
  static override styles = [tokens, controls, styles];

  static override properties: PropertyDeclarations = {
    ...MppElement.properties,
    month: {},
    measure: { state: true, attribute: false },
  };

  /** The month that is shown, `2026-12`; without it the newest that is over. */
  declare month: string;

  declare private measure: Measure;

  protected override readonly texts = {
    id: performance,
    en: () => import('../messages/en/performance.ts').then((module) => module.performance),
  };

  readonly #waiting: Waiting = new Waiting(this);
  /** What was read last stays on the screen while another month is read, or cannot be. */
  #shown: PerformanceReport | undefined;

  readonly #reading: Task<readonly [Transport, string], PerformanceReport> = new Task(this, {
    args: () => [this.transport, this.month] as const,
    task: async ([transport, month], { signal }) => {
      const asked = new Feedback(transport).performance(month || undefined, { signal });
      this.#shown = await this.#waiting.for(asked);
      return this.#shown;
    },
  });

  constructor() {
    super();
    this.month = '';
    this.measure = 'visits';
  }

  protected override render(): TemplateResult {
    const t = this.messages;
    const report = this.#shown;
    const name = report ? this.#nameOf(report.month) : '';
    return html`<div class="stack">
      <h2 data-heading tabindex="-1">${report ? t.heading(name) : t.heading('…')}</h2>
      ${this.#reading.render({
        pending: () => (report ? nothing : this.#waiting.render(t)),
        error: (error) => this.#trouble(error, t),
      })}
      ${report ? this.#report(report, name, t) : nothing}
    </div>`;
  }

  #trouble(error: unknown, t: PerformanceMessages) {
    const again = { label: t.retry, run: () => void this.#reading.run() };
    const causes: Partial<Record<string, string>> = t.causes;
    const cause = error instanceof MppError ? causes[error.code] : undefined;
    return html`${problem(cause ? t.again(cause) : errorText(error, t), again)}
      <slot name="help"></slot>`;
  }

  #report(report: PerformanceReport, name: string, t: PerformanceMessages) {
    const { agencies, isOver } = report;
    const { locale, measure } = this;
    return html`
      ${this.#months(report, t)} ${isOver ? nothing : notice('information', t.soFar)}
      ${
        agencies.length === 0
          ? html`<p>${t.none}</p>`
          : html`
              <div class="row" role="group" aria-label=${t.what}>
                ${measures.map((each) => this.#choice(each, t))}
              </div>
              <p class="muted">${t.explained[measure]}</p>
              ${chart(agencies, measure, name, t, locale)}
              ${figuresTable(agencies, t.heading(name), t, locale)}
            `
      }
      <p>
        <a href=${new Feedback(this.transport).performanceAddress(report.month)}>${t.open}</a>
      </p>
    `;
  }

  #choice(measure: Measure, t: PerformanceMessages) {
    return html`<button
      type="button"
      aria-pressed=${measure === this.measure}
      @click=${() => (this.measure = measure)}
    >
      ${t.measures[measure]}
    </button>`;
  }

  #months({ month, latest }: PerformanceReport, t: PerformanceMessages) {
    const choose = (event: Event) => (this.month = (event.target as HTMLSelectElement).value);
    return html`<div class="field">
      <label for="month">${t.months}</label>
      <select id="month" @change=${choose}>
        ${Array.from({ length: monthsTold }, (_, back) => monthBefore(latest, back)).map(
          (each) =>
            html`<option value=${each} ?selected=${each === month}>${this.#nameOf(each)}</option>`,
        )}
      </select>
    </div>`;
  }

  /** `Desember 2026`. */
  #nameOf(month: string): string {
    return format(this.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(month),
    );
  }
}

/** The month so many months before. */
function monthBefore(month: string, months: number): string {
  const date = new Date(month);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 7);
}

declare global {
  interface HTMLElementTagNameMap {
    'mpp-performance': Performance;
  }
}
