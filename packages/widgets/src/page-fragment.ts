import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Shorter fragments are places in the page, not codes. */
const shortest = 12;

/**
 * Takes a ticket's secret out of the page's address: `…/lacak#<secret>`. It is removed from the
 * address bar at once, so that it stays neither in the history nor in a screenshot. A link that is
 * opened in a tab with this page is heard too.
 */
export class PageFragment implements ReactiveController {
  readonly #wanted: () => boolean;
  readonly #take: (fragment: string) => void;

  constructor(
    host: ReactiveControllerHost,
    wanted: () => boolean,
    take: (fragment: string) => void,
  ) {
    this.#wanted = wanted;
    this.#take = take;
    host.addController(this);
  }

  hostConnected() {
    addEventListener('hashchange', this.read);
    addEventListener('pageshow', this.read);
  }

  hostDisconnected() {
    removeEventListener('hashchange', this.read);
    removeEventListener('pageshow', this.read);
  }

  readonly read = (): void => {
    const fragment = location.hash.slice(1);
    if (!this.#wanted() || fragment.length < shortest || document.getElementById(fragment)) return;
    try {
      history.replaceState(history.state, '', location.pathname + location.search);
    } catch {
      // A sandboxed frame has an address of its own, which nobody sees.
    }
    this.#take(fragment);
  };
}
