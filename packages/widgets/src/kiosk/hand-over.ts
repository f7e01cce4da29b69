import { html, type LitElement, type TemplateResult } from 'lit';

import type { KioskMessages } from '../messages/id/kiosk.ts';
import { Qr } from './qr.ts';

interface HandOverOptions {
  /** Where the server's pages of the regency are. */
  pages: () => string;
  /** A link wants a number for this service: that can be had here. */
  onService: (serviceId: string) => void;
  /** There is an address to show. */
  onLink: () => void;
}

/**
 * Keeps links from leading away: who presses one gets its address as a QR code for their own phone. What
 * a widget answers itself is left to it.
 */
export class HandOver {
  readonly #options: HandOverOptions;
  readonly #qr: Qr;
  #link = '';

  constructor(host: LitElement, options: HandOverOptions) {
    this.#options = options;
    this.#qr = new Qr(host);
    host.addEventListener('click', (event) => {
      const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
      // The terminal's own links are for whoever looks after it.
      if (event.defaultPrevented || !link?.href || link.getRootNode() === host.renderRoot) return;
      event.preventDefault();
      this.#lead(link.href);
    });
  }

  /** Shows an address. */
  show(link: string): void {
    this.#link = link;
    void this.#qr.draw(link);
    this.#options.onLink();
  }

  /** Forgets it. */
  clear(): void {
    this.#link = '';
    this.#qr.clear();
  }

  #lead(link: string) {
    const { pages, onService } = this.#options;
    const booking = `${pages()}janji?`;
    const service = link.startsWith(booking)
      ? new URLSearchParams(link.slice(booking.length)).get('layanan')
      : null;
    if (service) onService(service);
    else this.show(link);
  }

  render(t: KioskMessages): TemplateResult {
    return html`
      <h2 data-heading tabindex="-1">${t.onPhone}</h2>
      <p>${t.onPhoneLead}<br /><strong>${this.#link}</strong></p>
      ${this.#qr.render(t.qrLabel, t.qrMissing)}
    `;
  }
}
