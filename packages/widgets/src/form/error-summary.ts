import { html, nothing, type TemplateResult } from 'lit';

/**
 * All that is wrong with a form, above it, each a link to its field. Give it the focus when it
 * appears.
 *
 * @param problems - Field ids with their sentences.
 */
export function errorSummary(
  title: string,
  problems: ReadonlyMap<string, string>,
): TemplateResult | typeof nothing {
  if (problems.size === 0) return nothing;
  const toField = (event: Event, id: string) => {
    event.preventDefault();
    const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
    root.getElementById(id)?.focus();
  };
  return html`
    <div class="notice negative" role="alert" tabindex="-1" id="error-summary" part="notice">
      <p><strong>${title}</strong></p>
      <ul>
        ${[...problems].map(
          ([id, sentence]) =>
            html`<li>
              <a href="#${id}" @click=${(event: Event) => toField(event, id)}>${sentence}</a>
            </li>`,
        )}
      </ul>
    </div>
  `;
}
