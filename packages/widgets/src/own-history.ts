import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where an entry of the page's history says whose step led to it. */
const stepOf = 'mpp-step-of';

/** What one widget keeps in an entry. */
interface Part<View> {
  /** How many of its own steps led here: tells its own steps from those of others. */
  turn: number;
  view: View;
}

/** How many widgets of each kind the page has had. */
const counts: Record<string, number> = {};

let begun = 0;

/**
 * The steps of one widget among those of the others and of the page, so that Back takes back its own
 * only. Nothing but the state of the page's history entries is used, and of that only an own part:
 * the page's address and what else it keeps there stay as they are.
 */
export class OwnHistory<View> implements ReactiveController {
  /** The same after a reload, as long as the page holds the same widgets in the same order. */
  #key: string;
  readonly #onReturn: (view: View) => void;
  #turn = 0;

  /** @param onReturn - Back or Forward led to another view of this widget. */
  constructor(host: ReactiveControllerHost & Element, onReturn: (view: View) => void) {
    const { localName } = host;
    this.#key = `${localName}-${(counts[localName] = (counts[localName] ?? 0) + 1)}`;
    this.#onReturn = onReturn;
    host.addController(this);
  }

  hostConnected() {
    addEventListener('popstate', this.#return);
  }

  hostDisconnected() {
    removeEventListener('popstate', this.#return);
  }

  /** The view that was kept before a reload, or before someone came back from another page. */
  resume(): View | undefined {
    this.#turn = this.#part?.turn ?? 0;
    return this.#part?.view;
  }

  /** Begins anew, for good: what was kept before no longer counts. */
  begin(): void {
    this.#key = `mpp-${performance.timeOrigin}-${++begun}`;
  }

  /** Leaves one view for another, as a step that Back takes back. */
  go(from: View, to: View): void {
    this.keep(from);
    this.#turn++;
    this.#write('pushState', to, { [stepOf]: this.#key });
  }

  /** Notes what is on the screen. */
  keep(view: View): void {
    this.#write('replaceState', view);
  }

  /** Takes the last step back, if it was one of this widget's. */
  back(): boolean {
    const isOwn = this.#state?.[stepOf] === this.#key && this.#part?.turn === this.#turn;
    if (isOwn) history.back();
    return isOwn;
  }

  get #state(): Record<string, unknown> | null {
    return history.state as Record<string, unknown> | null;
  }

  get #part(): Part<View> | undefined {
    return this.#state?.[this.#key] as Part<View> | undefined;
  }

  #write(method: 'replaceState' | 'pushState', view: View, step?: object) {
    const state = this.#state;
    // A text or a list of the page's own has no room for a part: then its steps stay out of it.
    if (state && Object.getPrototypeOf(state) !== Object.prototype) return;
    const part: Part<View> = { turn: this.#turn, view };
    try {
      history[method]({ ...state, [this.#key]: part, ...step }, '');
    } catch {
      // A sandbox that forbids it, or too many steps in a short time: the widget's own Back works.
    }
  }

  readonly #return = () => {
    const part = this.#part;
    // A step of the page's own or of another widget changes nothing here.
    if (!part || part.turn === this.#turn) return;
    this.#turn = part.turn;
    this.#onReturn(part.view);
  };
}
