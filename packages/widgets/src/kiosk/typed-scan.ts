import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds between two keys, at most, of a scanner: people type slower, and need not be told apart. */
const quick = 120;

/**
 * Hears a scanner that types, wherever the focus is: keys in quick succession that end with Enter. A
 * link that is pasted is heard, too.
 */
export class TypedScan implements ReactiveController {
  readonly #onScan: (text: string) => boolean;
  #typed = '';
  #last = 0;

  /** @param onScan - Says whether it was a ticket: then Enter does nothing else. */
  constructor(host: ReactiveControllerHost, onScan: (text: string) => boolean) {
    this.#onScan = onScan;
    host.addController(this);
  }

  hostConnected() {
    addEventListener('keydown', this.#press, true);
    addEventListener('paste', this.#paste, true);
  }

  hostDisconnected() {
    removeEventListener('keydown', this.#press, true);
    removeEventListener('paste', this.#paste, true);
  }

  readonly #press = (event: KeyboardEvent) => {
    const { key, timeStamp } = event;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (timeStamp - this.#last > quick) this.#typed = '';
    this.#last = timeStamp;
    if (key.length === 1) this.#typed += key;
    if (key !== 'Enter') return;
    const text = this.#typed;
    this.#typed = '';
    if (text && this.#onScan(text)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  readonly #paste = (event: ClipboardEvent) => {
    if (this.#onScan(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
  };
}
