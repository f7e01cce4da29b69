import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { Contact } from './application-context.ts';
import { Draft } from './draft.ts';
import type { Typed } from './typed-answers.ts';

/** Milliseconds without typing after which a draft is kept. */
const pause = 400;

interface Answers {
  typed: Typed;
  contact: Contact;
}

interface DraftOptions {
  /** On a device that others use, too. */
  isForbidden: () => boolean;
  /** Which form. */
  id: () => string;
  answers: () => Answers;
}

/** Keeps the answers on the device for as long as one wants it, and reads them after a reload. */
export class DraftKeeper implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: DraftOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  isWanted = false;
  /** Whether the answers on the screen come from a draft. */
  wasRead = false;

  constructor(host: ReactiveControllerHost, options: DraftOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  get isPossible(): boolean {
    return Draft.isPossible && !this.#options.isForbidden();
  }

  async read(): Promise<Answers | undefined> {
    this.isWanted = this.wasRead = false;
    if (!this.isPossible) return undefined;
    const kept = (await this.#draft.read()) as Answers | undefined;
    this.isWanted = this.wasRead = kept !== undefined;
    return kept;
  }

  begin(): void {
    this.isWanted = true;
    this.keep();
    this.#host.requestUpdate();
  }

  /** Something was typed: keeps it when one has come to rest. */
  keep(): void {
    clearTimeout(this.#timer);
    if (!this.isWanted || !this.isPossible) return;
    const draft = this.#draft;
    this.#timer = setTimeout(() => {
      if (this.isWanted) void draft.keep(this.#options.answers());
    }, pause);
  }

  async forget(): Promise<void> {
    clearTimeout(this.#timer);
    this.isWanted = this.wasRead = false;
    this.#host.requestUpdate();
    if (Draft.isPossible) await this.#draft.forget();
  }

  get #draft(): Draft {
    return new Draft(this.#options.id());
  }
}
