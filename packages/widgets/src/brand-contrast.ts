import type { LitElement, ReactiveController } from 'lit';

/**
 * Keeps the host's brand colour readable: where `--mpp-color-brand` would not stand out from the
 * surface, the widget uses a darker or lighter shade of it, and black or white on it where what
 * `--mpp-color-on-brand` says could not be read there (WCAG 2.2, 1.4.3 and 1.4.11).
 */
export class BrandContrast implements ReactiveController {
  readonly #host: LitElement;
  #checked = '';
  #isDue = false;
  /** The page has set a colour of its own. */
  #isOwn = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    // A page that goes from light to dark says no word of it, but two colours of the widget's box that
    // nobody sees change by a transition.
    this.#host.addEventListener('transitionend', this.#onTransition);
  }

  hostUpdated() {
    // The first time before anything is seen; afterwards once the page is laid out, which asking for
    // a style would make it do in the middle of somebody's typing.
    if (!this.#checked) return this.#check();
    if (this.#isDue) return;
    this.#isDue = true;
    requestAnimationFrame(() => setTimeout(() => this.#check()));
  }

  readonly #onTransition = ({ target }: Event) => {
    if (target === this.#host) this.#check();
  };

  #check() {
    this.#isDue = false;
    const style = getComputedStyle(this.#host);
    const own = ['brand', 'on-brand', 'surface'].map((role) =>
      style.getPropertyValue(`--mpp-color-${role}`),
    );
    const state = `${own.join()} ${style.backgroundColor} ${style.color}`;
    if (state === this.#checked) return;
    this.#checked = state;
    this.#isOwn ||= own.some(Boolean);
    // Few sites set a colour of their own: only they fetch what judges it.
    if (this.#isOwn) {
      import('./readable-color.ts').then(
        ({ keepReadable }) => keepReadable(this.#host),
        () => undefined,
      );
    }
  }
}
