import type { LitElement, ReactiveController } from 'lit';

/** A language that the widgets speak. */
export type Locale = 'id' | 'en';

/**
 * Follows the `lang` of the nearest ancestor, so that one page may hold widgets in two languages,
 * and so that a page's language switch reaches them.
 */
export class Language implements ReactiveController {
  readonly #host: LitElement;
  #lang = '';

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get locale(): Locale {
    return this.#lang.startsWith('en') ? 'en' : 'id';
  }

  hostConnected() {
    this.#follow();
    observe(this.#follow);
  }

  hostDisconnected() {
    followers.delete(this.#follow);
  }

  /** Lets the widget's words be read aloud in their own language, whatever the page's is. */
  hostUpdated() {
    const isSaid = this.#lang.startsWith(this.locale);
    for (const part of this.#host.renderRoot.children) {
      if (isSaid) part.removeAttribute('lang');
      else part.setAttribute('lang', this.locale);
    }
  }

  readonly #follow = () => {
    const lang = nearestLang(this.#host);
    if (lang === this.#lang) return;
    this.#lang = lang;
    this.#host.requestUpdate();
  };
}

const followers = new Set<() => void>();
let observer: MutationObserver | undefined;

/** One observer for the page, however many widgets it holds. */
function observe(follow: () => void) {
  followers.add(follow);
  observer ??= new MutationObserver(() => followers.forEach((each) => each()));
  observer.observe(document.documentElement, { attributeFilter: ['lang'], subtree: true });
}

function nearestLang(element: Element): string {
  const holder = element.closest('[lang]');
  if (holder) return holder.getAttribute('lang')!.toLowerCase();
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLang(root.host) : '';
}
