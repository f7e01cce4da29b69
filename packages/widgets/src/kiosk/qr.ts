import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';

import type { QrCode } from '../ticket/qr-code.ts';

/** Draws one address at a time as a QR code; the drawing is fetched when it is first wanted. */
export class Qr {
  readonly #host: ReactiveControllerHost;
  #text = '';
  #drawn: QrCode | 'missing' | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Draws a text. Resolves when it is on the screen, or cannot be. */
  async draw(text: string): Promise<void> {
    this.#text = text;
    this.#drawn = undefined;
    const drawn = await import('../ticket/qr-code.ts').then(
      ({ qrCode }) => qrCode(text),
      () => 'missing' as const,
    );
    if (this.#text === text) this.#drawn = drawn;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }

  /** Forgets it. */
  clear(): void {
    this.#text = '';
    this.#drawn = undefined;
  }

  render(label: string, missing: string): TemplateResult {
    if (this.#drawn === 'missing') return html`<p>${missing}</p>`;
    if (!this.#drawn) return html`<div class="qr"></div>`;
    const { size, path } = this.#drawn;
    return html`<svg
      class="qr"
      part="qr"
      role="img"
      aria-label=${label}
      viewBox="0 0 ${size} ${size}"
      shape-rendering="crispEdges"
    >
      <path d=${path}></path>
    </svg>`;
  }
}
