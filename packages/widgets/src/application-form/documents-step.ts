import { fileTypes, type FormDocument } from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';

import type { Locale } from '../language.ts';
import type { ApplicationFormMessages } from '../messages/id/application-form.ts';
import type { ApplicationStepsMessages } from '../messages/id/application-steps.ts';
import { errorText } from '../messages/error-text.ts';
import type { Problems } from './answer-problems.ts';
import type { SentFile, SentFiles } from './sent-files.ts';

/** Id of what chooses the file of a document. */
export const fileField = (code: string): string => `file-${code}`;

type Messages = ApplicationFormMessages & ApplicationStepsMessages;

/** The documents of the case, each with what was chosen for it. */
export function documentsStep(
  documents: readonly FormDocument[],
  files: SentFiles,
  problems: Problems,
  locale: Locale,
  t: Messages,
): TemplateResult {
  return html`
    <p>${t.documentsHelp}</p>
    ${documents.map(({ code, text, help, optional }) => {
      const id = fileField(code);
      const error = problems.get(id);
      const describedBy = [help && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
      const onChange = (event: Event) => {
        const input = event.target as HTMLInputElement;
        for (const file of input.files ?? []) files.add(code, file);
        // The same file can be chosen again.
        input.value = '';
      };
      return html`
        <div class="field document" part="field">
          <label for=${id}>
            ${text[locale]} ${optional ? html`<span class="muted">${t.optional}</span>` : nothing}
          </label>
          ${help ? html`<p class="hint" id="${id}-hint">${help[locale]}</p>` : nothing}
          ${error ? html`<p class="field-error" id="${id}-error">${error}</p>` : nothing}
          ${files.of(code).map((file) => sentFile(file, files, id, t))}
          <input
            type="file"
            id=${id}
            multiple
            accept=${fileTypes.join()}
            aria-describedby=${describedBy || nothing}
            aria-invalid=${error ? 'true' : nothing}
            @change=${onChange}
          />
        </div>
      `;
    })}
  `;
}

function sentFile(file: SentFile, files: SentFiles, id: string, t: Messages): TemplateResult {
  const { name, state, percent, error } = file;
  const remove = (event: Event) => {
    const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
    files.remove(file);
    root.getElementById(id)?.focus();
  };
  const isTooLarge = error instanceof Error && 'code' in error && error.code === 'too_large';
  return html`
    <div class="file" part="file">
      <p class="file-name"><bdi>${name}</bdi></p>
      ${
        state === 'sent'
          ? html`<p class="sent"><span aria-hidden="true">✓ </span>${t.sent}</p>`
          : state === 'failed'
            ? html`<p class="field-error" role="alert">
                ${isTooLarge ? t.tooLarge : errorText(error, t)}
              </p>`
            : html`<progress max="100" .value=${percent} aria-label=${name}></progress>
                <p class="muted">${state === 'waiting' ? t.lineLost : t.sending(percent)}</p>`
      }
      <div class="row">
        ${
          state === 'failed' && !isTooLarge
            ? html`<button type="button" @click=${() => void files.send(file)}>
                ${t.again}<span class="visually-hidden"> ${name}</span>
              </button>`
            : nothing
        }
        <button type="button" class="plain" @click=${remove}>
          ${state === 'sending' || state === 'waiting' ? t.cancel : t.removeFile}<span
            class="visually-hidden"
          >
            ${name}</span
          >
        </button>
      </div>
    </div>
  `;
}
