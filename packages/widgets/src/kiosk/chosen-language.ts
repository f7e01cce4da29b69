import type { LitElement, ReactiveController } from 'lit';

/** The language that somebody chose at the terminal, and the page's own, to go back to. */
export class ChosenLanguage implements ReactiveController {
  readonly #host: LitElement;
  #own: string | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#own = this.#host.getAttribute('lang');
  }

  /** Whether it is another than the page's own. */
  get isChosen(): boolean {
    return this.#host.getAttribute('lang') !== this.#own;
  }

  /** Speaks a language, also in the widgets inside; null for the page's own. */
  speak(locale: string | null): void {
    const lang = locale ?? this.#own;
    if (lang === null) this.#host.removeAttribute('lang');
    else this.#host.setAttribute('lang', lang);
  }
}
