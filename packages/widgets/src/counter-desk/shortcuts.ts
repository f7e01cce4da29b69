import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { Act } from './desk-acts.ts';

/** One letter for each act, from its Indonesian word; never together with another key. */
export const keys: Record<Act, string> = {
  next: 'B',
  again: 'U',
  serve: 'L',
  finish: 'S',
  finishAndNext: 'B',
  skip: 'W',
  noShow: 'T',
};

/**
 * Lets letters act while the focus is in the desk or nowhere, and nothing is being typed: a letter
 * that is meant for something else does nothing here (WCAG 2.2, 2.1.4).
 */
export class Shortcuts implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #press: (key: string) => boolean;

  /** @param press - Does what a key means, and says whether it means anything now. */
  constructor(host: ReactiveControllerHost & HTMLElement, press: (key: string) => boolean) {
    this.#host = host;
    this.#press = press;
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected() {
    document.removeEventListener('keydown', this.#onKey);
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const [target] = event.composedPath();
    const here = target === document.body || event.composedPath().includes(this.#host);
    if (!here || (target as Element).matches('input, select, textarea')) return;
    if (this.#press(event.key.toUpperCase())) event.preventDefault();
  };
}
