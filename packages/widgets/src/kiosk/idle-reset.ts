import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';

import type { KioskMessages } from '../messages/id/kiosk.ts';

interface IdleOptions {
  /** Seconds without a touch until it asks. */
  seconds: () => number;
  /** Whether there is something to put away. */
  isUsed: () => boolean;
  /** Nobody is there. */
  onReset: () => void;
}

/** Seconds to answer, as WCAG 2.2.1 asks for; and as often as one likes. */
const toAnswer = 20;

const signs = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const;

/** Puts away what somebody left on the screen. It asks before, and any touch or key says no. */
export class IdleReset implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: IdleOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #left: number | undefined;

  constructor(host: LitElement, options: IdleOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected() {
    for (const sign of signs) addEventListener(sign, this.touch, { capture: true, passive: true });
    this.touch();
  }

  hostDisconnected() {
    for (const sign of signs) removeEventListener(sign, this.touch, { capture: true });
    clearTimeout(this.#timer);
  }

  hostUpdated() {
    if (this.#dialog?.open === false) this.#dialog.showModal();
  }

  get #dialog() {
    return this.#host.shadowRoot?.querySelector<HTMLDialogElement>('dialog.idle');
  }

  /** Somebody is there: begins to count anew. */
  readonly touch = (): void => {
    clearTimeout(this.#timer);
    this.#show(undefined);
    this.#timer = setTimeout(this.#ask, this.#options.seconds() * 1000);
  };

  readonly #ask = () => {
    if (!this.#options.isUsed()) return this.touch();
    this.#show(toAnswer);
    this.#timer = setTimeout(this.#count, 1000);
  };

  readonly #count = () => {
    this.#show((this.#left ?? 1) - 1);
    this.#timer = setTimeout(this.#count, 1000);
    if (this.#left! > 0) return;
    this.touch();
    this.#options.onReset();
  };

  #show(left: number | undefined) {
    if (left === this.#left) return;
    this.#left = left;
    // Closed, it gives the focus back to where it was.
    if (left === undefined) this.#dialog?.close();
    this.#host.requestUpdate();
  }

  /** The question, while it is asked. What counts down is read aloud now and then only. */
  render(t: KioskMessages): TemplateResult | typeof nothing {
    const left = this.#left;
    if (left === undefined) return nothing;
    const aloud = left > 10 ? toAnswer : left > 5 ? 10 : 5;
    return html`
      <dialog class="idle" role="alertdialog" aria-labelledby="idle" aria-describedby="idle-note">
        <h2 id="idle">${t.stillThere}</h2>
        <p class="count" aria-hidden="true">${t.resetIn(left)}</p>
        <p class="visually-hidden" role="status">${t.resetIn(aloud)}</p>
        <p id="idle-note">${t.resetNote}</p>
        <div class="row">
          <button type="button" class="primary" @click=${this.touch}>${t.stay}</button>
          <button type="button" @click=${this.#options.onReset}>${t.restart}</button>
        </div>
      </dialog>
    `;
  }
}
