import { html } from 'hono/html';

import type { Fields } from './form.ts';
import type { MallWords } from './mall-words.ts';
import type { Markup } from './page.ts';

/** What one form was sent with, where it was refused. */
export interface FormAt {
  /** What was typed, else what holds. */
  value: (name: string, stored?: string) => string;
  /** What is wrong with a field. */
  error: (name: string) => string | undefined;
}

/** What was typed before: into one form at most. */
export class Typed {
  /** Where forms are sent. */
  readonly action: string;
  readonly #fields: Fields | undefined;
  readonly #errors: ReadonlyMap<string, string>;

  constructor(action: string, fields?: Fields, errors: ReadonlyMap<string, string> = new Map()) {
    this.action = action;
    this.#fields = fields;
    this.#errors = errors;
  }

  /** Whether a form of this agency or unit was refused. */
  isAbout(id: string): boolean {
    return this.#fields?.('form') !== 'close' && this.#whose() === id;
  }

  /** One form of the page. */
  of(form: string, whose?: string): FormAt {
    const fields = this.#fields;
    const isThis =
      fields !== undefined &&
      fields('form') === form &&
      (whose === undefined || this.#whose() === whose);
    return {
      value: (name, stored = '') => (isThis ? fields(name) : stored),
      error: (name) => (isThis ? this.#errors.get(name) : undefined),
    };
  }

  #whose(): string | undefined {
    return this.#fields && (this.#fields('unit') || this.#fields('untuk'));
  }
}

/** A form of the page, about the mall, an agency or a unit. */
export function mallForm(
  { typed }: { typed: Typed },
  form: string,
  whose: string,
  content: Markup,
  about: 'untuk' | 'unit' = 'untuk',
): Markup {
  return html`<form method="post" action="${typed.action}" novalidate>
    <input type="hidden" name="form" value="${form}" />
    <input type="hidden" name="${about}" value="${whose}" />
    ${content}
  </form>`;
}

/** A question with one line to write in. */
interface Line {
  /** What its id begins with: names return in other forms of the page. */
  id: string;
  name: string;
  label: string;
  hint?: string;
  stored?: string;
  type?: 'text' | 'date' | 'number';
  describedBy?: string;
}

/** The question, what is wrong with the answer, and the line. */
export function input(at: FormAt, line: Line): Markup {
  const { id, name, label, hint, stored, type = 'text', describedBy = '' } = line;
  const own = `${id}-${name}`;
  const error = at.error(name);
  const described = [describedBy, hint ? `${own}-petunjuk` : '', error ? `${own}-salah` : ''];
  return html`<div class="field ${error ? 'wrong' : ''}">
    <label for="${own}">${label}</label>
    ${hint ? html`<span class="hint" id="${own}-petunjuk">${hint}</span>` : ''}
    ${error ? html`<span class="error" id="${own}-salah">${error}</span>` : ''}
    <input
      type="${type}"
      id="${own}"
      name="${name}"
      value="${at.value(name, stored)}"
      autocomplete="off"
      aria-describedby="${described.filter(Boolean).join(' ')}"
      ${error ? html`aria-invalid="true"` : ''}
    />
  </div>`;
}

/** A text in both languages. */
export function textFields(
  at: FormAt,
  words: MallWords,
  id: string,
  name: string,
  label = words.reasonId,
): Markup {
  return html`${input(at, { id, name, label })}
  ${input(at, { id, name: `${name}-en`, label: words.reasonEn, hint: words.reasonEnHint })}`;
}

/** All that a form was sent with, to be sent once more. */
export function hiddenFields(all: Iterable<readonly [string, string]>, except: readonly string[]) {
  return [...all]
    .filter(([name]) => !except.includes(name))
    .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
}
