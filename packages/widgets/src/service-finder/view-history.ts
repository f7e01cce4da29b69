import { parseCode } from '@mpp-digital/contract';
import type { ReactiveControllerHost } from 'lit';

import { OwnHistory } from '../own-history.ts';
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

/** Lets the browser's Back return from a service to the list as it was. */
export class ViewHistory extends OwnHistory<View> {
  readonly #onReturn: (view: View, later: boolean) => void;
  #begun = false;

  /**
   * @param onReturn - Puts a view back on the screen; `later` when Back or Forward was pressed, not
   *   when the page has only just come back.
   */
  constructor(
    host: ReactiveControllerHost & Element,
    onReturn: (view: View, later: boolean) => void,
  ) {
    super(host, (view) => onReturn(view, true));
    this.#onReturn = onReturn;
  }

  override hostConnected() {
    super.hostConnected();
    const view = !this.#begun && this.resume();
    this.#begun = true;
    if (view) this.#onReturn(view, false);
  }

  override go(from: View, to: View): void {
    super.go(from, harmless(to));
  }

  override keep(view: View): void {
    super.keep(harmless(view));
  }
}

/** A code or a number of a person, typed into the wrong field, is not written to the history. */
const harmless = (view: View): View => {
  const { query } = view;
  return /\d{6}/.test(query) || parseCode(query) ? { ...view, query: '' } : view;
};
