import { parseCode } from '@mpp-digital/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { Filters } from './filters.ts';

/** What is on the screen of a finder. */
export interface View {
  /** Id of the service on show; empty for the list. */
  service: string;
  query: string;
  filters: Filters;
  /** How many results are on the screen. */
  shown: number;
  /** How far the page is scrolled, in px. */
  scroll: number;
}

let finders = 0;

/**
 * Lets the browser's Back return from a service to the list as it was. Only the state of the
 * page's history entries is used: the host page's address stays as it is.
 */
export class ViewHistory implements ReactiveController {
  /** The same after a reload, as long as the page holds the same finders in the same order. */
  readonly #key = `mpp-service-finder-${++finders}`;
  readonly #onReturn: (view: View, later: boolean) => void;
  #begun = false;

  /**
   * @param onReturn - Puts a view back on the screen; `later` when Back or Forward was pressed, not
   *   when the page has only just come back.
   */
  constructor(host: ReactiveControllerHost, onReturn: (view: View, later: boolean) => void) {
    this.#onReturn = onReturn;
    host.addController(this);
  }

  hostConnected() {
    addEventListener('popstate', this.#return);
    // After a reload, or when someone comes back from another page.
    if (!this.#begun && this.#entry) this.#onReturn(this.#entry, false);
    this.#begun = true;
  }

  hostDisconnected() {
    removeEventListener('popstate', this.#return);
  }

  /** Leaves one view for another, as a step that Back takes back. */
  go(from: View, to: View): void {
    this.#write('replaceState', from);
    this.#write('pushState', to, true);
  }

  /** Notes what is on the screen, for when someone leaves the page and comes back. */
  keep(view: View): void {
    this.#write('replaceState', view);
  }

  /** Takes the last step back, where there was one. */
  back(): boolean {
    const { pushed = false } = this.#entry ?? {};
    if (pushed) history.back();
    return pushed;
  }

  get #entry(): (View & { pushed?: boolean | undefined }) | undefined {
    const state = history.state as Record<string, View> | null;
    return state?.[this.#key];
  }

  #write(method: 'replaceState' | 'pushState', view: View, pushed = this.#entry?.pushed): void {
    const state = history.state as object | null;
    const entry = { ...view, query: harmless(view.query), pushed };
    try {
      history[method]({ ...state, [this.#key]: entry }, '');
    } catch {
      // A sandbox that forbids it, or too many steps in a short time: the link “all” still works.
    }
  }

  readonly #return = () => {
    // An entry of the host's own, for instance after a link within the page, changes nothing here.
    if (this.#entry) this.#onReturn(this.#entry, true);
  };
}

/** A code or a number of a person, typed into the wrong field, is not written to the history. */
const harmless = (query: string) => (/\d{6}/.test(query) || parseCode(query) ? '' : query);
