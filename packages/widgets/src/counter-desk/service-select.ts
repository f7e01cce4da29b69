import type { ServiceSummary } from '@mpp-digital/contract';
import { html, type TemplateResult } from 'lit';

import type { Locale } from '../language.ts';

interface ServiceSelect {
  id: string;
  label: string;
  services: readonly ServiceSummary[];
  value: string;
  onChange: (serviceId: string) => void;
}

/** A choice of one service. */
export function serviceSelect(parts: ServiceSelect, locale: Locale): TemplateResult {
  const { id, label, services, value, onChange } = parts;
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      <select
        id=${id}
        @change=${(event: Event) => onChange((event.target as HTMLSelectElement).value)}
      >
        ${services.map(
          (service) =>
            html`<option value=${service.id} ?selected=${service.id === value}>
              ${service.name[locale]}
            </option>`,
        )}
      </select>
    </div>
  `;
}
