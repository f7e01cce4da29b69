import { html, nothing, type TemplateResult } from 'lit';

import type { ApplicationFormMessages } from '../messages/id/application-form.ts';
import type { DraftKeeper } from './draft-keeper.ts';

/** “Simpan isian di perangkat ini”: asked where a draft can be kept. */
export function keepQuestion(
  drafts: DraftKeeper,
  t: ApplicationFormMessages,
  forget: () => void,
): TemplateResult | typeof nothing {
  if (!drafts.isPossible) return nothing;
  const onChange = (event: Event) => {
    if ((event.target as HTMLInputElement).checked) drafts.begin();
    else forget();
  };
  return html`
    <div class="field keep">
      <label class="tick-line">
        <input
          type="checkbox"
          id="keep"
          aria-describedby="keep-hint"
          .checked=${drafts.isWanted}
          @change=${onChange}
        />
        <span>${t.keep}</span>
      </label>
      <p class="hint" id="keep-hint">${t.keepHint}</p>
    </div>
  `;
}
