import type { MppError } from '@mpp-digital/sdk';
import { html, nothing, type TemplateResult } from 'lit';

import { notice } from '../form/notice.ts';
import { textField } from '../form/text-field.ts';
import { errorText } from '../messages/error-text.ts';
import type { StatusTrackerMessages } from '../messages/id/status-tracker.ts';
import { causeText } from '../ticket/cause-text.ts';
import type { CodeScanner } from './code-scanner.ts';

/** What is wrong with what was given, by the name of its sentence. */
export type Problem = 'entryMissing' | 'entryMistyped' | 'linkBroken' | 'unknown';

interface Question {
  typed: string;
  problem: Problem | undefined;
  /** The answer is awaited, longer than people like when it is slow. */
  pending: boolean;
  slow: boolean;
  trouble: MppError | undefined;
  /** Undefined where the browser reads no QR codes, and until its code is here. */
  scanner: CodeScanner | undefined;
  onInput: (typed: string) => void;
  onSubmit: (event: SubmitEvent) => void;
  onAgain: () => void;
}

/** “How far is it?”, with one field. */
export function question(parts: Question, t: StatusTrackerMessages): TemplateResult {
  const { pending, slow, trouble } = parts;
  const problem = trouble?.code === 'not_found' ? 'unknown' : parts.problem;
  return html`
    <form
      class="stack"
      novalidate
      autocapitalize="characters"
      autocorrect="off"
      spellcheck="false"
      @submit=${parts.onSubmit}
    >
      <h2 data-heading tabindex="-1">${t.question}</h2>
      ${textField({
        id: 'entry',
        label: t.entryLabel,
        hint: t.entryHint,
        error: problem && t[problem],
        value: parts.typed,
        onInput: parts.onInput,
      })}
      ${trouble && !problem ? failure(trouble, parts.onAgain, t) : nothing}
      <div class="row">
        <button class="primary">${pending ? t.looking : t.show}</button>
        ${parts.scanner?.render() ?? nothing}
      </div>
      <p role="status" class="muted">${slow ? t.slow : nothing}</p>
    </form>
  `;
}

function failure(error: MppError, run: () => void, t: StatusTrackerMessages) {
  const cause = causeText(error, t);
  const sentence = cause ? t.lookFailed(cause) : errorText(error, t);
  return html`
    ${notice('negative', sentence, { label: t.retry, run })}
    <slot name="help"></slot>
  `;
}
