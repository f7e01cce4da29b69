import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';

import { patiently } from '../patience.ts';

/** What is said while an answer is waited for: after a while, that the connection is slow. */
export class Waiting {
  readonly #host: ReactiveControllerHost;
  #isSlow = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Watches how long an answer takes. */
  for<T>(answer: Promise<T>): Promise<T> {
    this.#isSlow = false;
    return patiently(answer, () => {
      this.#isSlow = true;
      this.#host.requestUpdate();
    });
  }

  render(t: { loading: string; slow: string }): TemplateResult {
    return html`<p class="muted loading" role="status">${this.#isSlow ? t.slow : t.loading}</p>`;
  }
}
