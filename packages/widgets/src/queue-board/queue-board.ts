import { formatCode, parseCode, type Queue as Lines } from '@mpp-digital/contract';
import { html, type PropertyDeclarations, type PropertyValues } from 'lit';

import { announce } from '../announce.ts';
import { MppElement } from '../element.ts';
import { queueBoard, type QueueBoardMessages } from '../messages/id/queue-board.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { CallSpeaker } from './call-speaker.ts';
import { LinesWatch } from './lines-watch.ts';
import { MyNumber } from './my-number.ts';
import type { CodeProblem } from './my-turn.ts';
import { phone } from './phone.ts';
import { styles } from './queue-board.styles.ts';
import { lostText, remarks } from './remarks.ts';
import { ServerClock } from './server-clock.ts';
import { wall } from './wall.ts';
import { wallStyles } from './wall.styles.ts';

/**
 * Shows who is called to which counter, how many wait and how long it may take, live. With a code it
 * follows one's own number: how many are before, and where to go when it is called. With `wall` it is
 * the board on the wall of the place: large, for many agencies, and it says each call aloud, in
 * Indonesian.
 *
 * Shows numbers only, never a name. Stores nothing.
 *
 * @summary Who is called, how many wait, and one's own turn.
 *
 * @slot help - Shown when the server cannot be reached: for instance the office's phone number.
 *
 * @csspart field - The label of the code with its hint and control.
 * @csspart mine - One's own number, and what to do.
 * @csspart number - The queue number.
 * @csspart calls - Who is at the counters of an agency.
 * @csspart call - On the wall: the newest call.
 * @csspart notice - What went wrong, and why nobody serves now.
 *
 * @cssproperty [--mpp-color-brand=#0b5cad] - Colour of links, of the main button, and of the newest
 *   call on the wall.
 *
 * @example
 * ```html
 * <mpp-queue-board api="https://mpp.example.go.id" regency="35.79" wall></mpp-queue-board>
 * ```
 *
 * @tag mpp-queue-board
 */
export class QueueBoard extends MppElement<QueueBoardMessages> {
  /** @internal */
  static override styles = [tokens, controls, styles, wallStyles];

  static override properties: PropertyDeclarations = {
    place: {},
    agency: {},
    code: {},
    wall: { type: Boolean, reflect: true },
    chosen: { state: true, attribute: false },
    typed: { state: true, attribute: false },
    problem: { state: true, attribute: false },
  };

  /** Id of the place; without it, the first mall of the catalogue. */
  declare place: string;

  /** Id of the only agency to show; without it, all, or the one that is chosen. */
  declare agency: string;

  /** The code whose turn to show, written in any fashion. */
  declare code: string;

  /** For the wall of the place: large, all agencies, calls said aloud. */
  declare wall: boolean;

  declare private chosen: string;
  declare private typed: string;
  declare private problem: CodeProblem | undefined;

  protected override readonly texts = {
    id: queueBoard,
    en: () => import('../messages/en/queue-board.ts').then((module) => module.queueBoard),
  };

  readonly #clock: ServerClock = new ServerClock(this);
  readonly #speaker: CallSpeaker = new CallSpeaker(this);

  readonly #watch: LinesWatch = new LinesWatch(this, {
    transport: () => this.transport,
    placeId: () => this.#mine.position?.placeId ?? this.place,
    mayRest: () => !this.wall && !this.#mine.code,
    onLines: (lines) => this.#hear(lines),
    onTrouble: (isBroken) => announce(isBroken ? this.#lostText() : this.messages.lineBack),
  });

  readonly #mine: MyNumber = new MyNumber(this, {
    transport: () => this.transport,
    onFound: ({ code }) => {
      this.typed = formatCode(code);
      this.#goToMine();
      if (this.#movesFocus) this.#focusHeading();
    },
    onCalled: (counter) => {
      announce(this.messages.calledTo(counter));
      // Where nobody has touched the page, browsers refuse, and complain.
      if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.([400, 200, 400]);
    },
  });

  #movesFocus = false;

  constructor() {
    super();
    this.place = this.agency = this.code = this.chosen = this.typed = '';
    this.wall = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const moves = changed.has('api') || changed.has('regency') || changed.has('place');
    if (moves) {
      this.#speaker.forget();
      this.#watch.start();
    }
    if (changed.has('agency')) this.#speaker.forget();
    if (changed.has('code') && this.code) {
      this.typed = this.code;
      this.#follow(this.code);
    } else if (changed.get('code')) this.#forget();
    else if (moves) this.#mine.look();
  }

  #hear(lines: Lines) {
    this.#clock.set(lines.serverTime);
    this.#goToMine();
    this.#mine.hear(lines);
    if (this.wall) this.#speaker.hear(this.#wanted(lines), lines.serverTime);
  }

  /** A number may be for another place than the one that the page shows. */
  #goToMine() {
    const shown = this.#watch.lines?.placeId ?? this.place;
    const { position } = this.#mine;
    if (position && position.placeId !== shown) this.#watch.start();
  }

  /** The lines that are asked for: of one agency, or of all. */
  #wanted({ agencies }: Lines) {
    const only = agencies.filter(({ agency }) => agency.id === this.agency);
    return only.length > 0 ? only : agencies;
  }

  #follow(given: string) {
    // A ticket's link bears the secret, which begins with the code, behind the #.
    const code = parseCode(/#(\S+)/.exec(given)?.[1] ?? given);
    this.problem = code ? undefined : given.trim() ? 'codeMistyped' : 'codeMissing';
    if (code) this.#mine.start(code);
    else this.#mine.forget();
  }

  #forget() {
    this.#mine.forget();
    this.typed = this.code = '';
    this.problem = undefined;
    this.removeAttribute('code');
  }

  readonly #onInput = (typed: string) => {
    this.typed = typed;
  };

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    this.#movesFocus = true;
    this.#follow(this.typed);
    if (this.problem) this.renderRoot.querySelector<HTMLElement>('#code')?.focus();
  };

  readonly #onOtherCode = () => {
    this.#forget();
    this.#focusHeading();
  };

  readonly #onChoose = (agencyId: string) => {
    this.chosen = agencyId;
    this.#focusHeading();
  };

  #focusHeading() {
    this.#movesFocus = false;
    void this.updateComplete.then(() => this.focus());
  }

  override render() {
    const t = this.messages;
    const { lines, place } = this.#watch;
    const { now } = this.#clock;
    if (this.wall) {
      if (!lines) return html`<div class="wall">${this.#remarks()}</div>`;
      const agencies = this.#wanted(lines);
      const [speaker, remarks] = [this.#speaker, this.#remarks()] as const;
      return wall({ lines, agencies, place, now, remarks, speaker }, t, this.locale);
    }
    return phone(
      {
        lines,
        place,
        onlyAgency: this.agency,
        chosenAgency: this.chosen,
        remarks: this.#remarks(),
        now,
        isLive: !this.#watch.trouble,
        onChoose: this.#onChoose,
        mine: this.#mine,
        bookingPage: this.page('lacak'),
        typed: this.typed,
        problem: this.problem,
        onInput: this.#onInput,
        onSubmit: this.#onSubmit,
        onOtherCode: this.#onOtherCode,
      },
      t,
      this.locale,
    );
  }

  #lostText() {
    return lostText(this.#watch.lines!, this.messages, this.locale);
  }

  #remarks() {
    return remarks(this.#watch, this.#clock.now, this.messages, this.locale);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mpp-queue-board': QueueBoard;
  }
}
