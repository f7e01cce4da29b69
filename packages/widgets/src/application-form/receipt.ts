import { type Application, formatCode } from '@mpp-digital/contract';
import { html, nothing, type TemplateResult } from 'lit';

import { announce } from '../announce.ts';
import { copy } from '../clipboard.ts';
import { longDay } from '../format/moments.ts';
import type { Locale } from '../language.ts';
import type { ApplicationStepsMessages } from '../messages/id/application-steps.ts';

/** What the applicant keeps: the code, the link, and what comes next. */
export function receipt(
  { code, link, dueOn, service, agency }: Application,
  locale: Locale,
  t: ApplicationStepsMessages,
): TemplateResult {
  const onCopy = async () => {
    if (await copy(link)) announce(t.copied);
  };
  return html`
    <div class="stack receipt" part="receipt">
      <h2 data-heading tabindex="-1">${t.done}</h2>
      <p>${service.name[locale]} · ${agency.name[locale]}</p>
      <div>
        <p class="muted">${t.code}</p>
        <p class="code" translate="no">${formatCode(code)}</p>
        <p>${t.codeHint}</p>
      </div>
      <p><a href=${link}>${t.link}</a></p>
      <p class="muted">${t.linkHint}</p>
      <div class="row"><button type="button" @click=${onCopy}>${t.copy}</button></div>
      <h3>${t.what}</h3>
      <ol class="next">
        <li>${t.checked}</li>
        ${dueOn ? html`<li>${t.due(longDay(dueOn, locale))}</li>` : nothing}
        <li>${t.fetch}</li>
      </ol>
    </div>
  `;
}
