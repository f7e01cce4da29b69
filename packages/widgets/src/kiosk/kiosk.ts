import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';

import { announce } from '../announce.ts';
import { MppElement } from '../element.ts';
import type { BookEvent } from '../events.ts';
import { notice } from '../form/notice.ts';
import { kiosk, type KioskMessages } from '../messages/id/kiosk.ts';
import { CodeScanner } from '../status-tracker/code-scanner.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { arriveStep } from './arrive-step.ts';
import { bar } from './bar.ts';
import { ChooseStep } from './choose-step.ts';
import { ChosenLanguage } from './chosen-language.ts';
import { confirmStep } from './confirm-step.ts';
import { Flow, type Step } from './flow.ts';
import { HandOver } from './hand-over.ts';
import { IdleReset } from './idle-reset.ts';
import { styles } from './kiosk.styles.ts';
import { MallFacts } from './mall-facts.ts';
import { OwnTicket } from './own-ticket.ts';
import { PristineChildren } from './pristine-children.ts';
import { arriveSentence, takeSentence } from './sentences.ts';
import { startStep } from './start-step.ts';
import { TerminalActs } from './terminal-acts.ts';
import { TerminalLine } from './terminal-line.ts';
import { receipt, ticketStep } from './ticket-step.ts';
import { TypedScan } from './typed-scan.ts';

/**
 * The whole screen of a terminal of the mall's own: take a queue number, check in with a ticket, find
 * a service. For the server's own page `/kiosk`, or another page of the same origin, because the
 * terminal is known by a cookie of the server.
 *
 * Stores nothing, asks for no name, and goes back to its start when nobody is there: it asks before,
 * and any touch says no. A ticket is scanned by the camera, or by a scanner that types, whatever is on
 * the screen; it is printed on 80 mm paper where the kiosk has a printer. Links lead to a QR code for
 * one's own phone, never away.
 *
 * @summary The screen of a mall's own terminal.
 *
 * @slot find - A service finder, and what else shows services. It is made anew for everyone.
 *
 * @csspart way - One of the three large ways on at the start.
 * @csspart number - The queue number.
 * @csspart qr - A QR code for the phone.
 * @csspart field - A label with its hint and control.
 * @csspart notice - What went wrong, and what came of it.
 *
 * @example
 * ```html
 * <mpp-kiosk regency="35.79">
 *   <mpp-service-finder slot="find" regency="35.79"></mpp-service-finder>
 * </mpp-kiosk>
 * ```
 *
 * @tag mpp-kiosk
 *
 * @attr idle - Seconds without a touch until it asks whether somebody is there; 60 without it.
 */
export class Kiosk extends MppElement<KioskMessages> {
  /** @internal */
  static override styles = [tokens, controls, styles];

  static override properties: PropertyDeclarations = {
    ...MppElement.properties,
    idle: { type: Number },
  };

  /** Seconds without a touch until it asks whether somebody is there. */
  declare idle: number;

  protected override readonly texts = {
    id: kiosk,
    en: () => import('../messages/en/kiosk.ts').then((module) => module.kiosk),
  };

  #isLow = false;

  readonly #language: ChosenLanguage = new ChosenLanguage(this);
  readonly #line: TerminalLine = new TerminalLine(this, {
    transport: () => this.transport,
    onChange: (isLost) => announce(isLost ? this.messages.lost : this.messages.lineBack),
  });
  readonly #acts: TerminalActs = new TerminalActs(this, this.#line);
  readonly #facts: MallFacts = new MallFacts(this, () => this.transport);
  readonly #own: OwnTicket = new OwnTicket(this, () => this.transport);
  readonly #children: PristineChildren = new PristineChildren(this);
  readonly #flow: Flow = new Flow({
    host: this,
    line: this.#line,
    acts: this.#acts,
    own: this.#own,
    messages: () => this.messages,
    locale: () => this.locale,
    ticketPage: () => this.page('lacak'),
    onStep: (step) => this.#prepare(step),
  });
  readonly #choose: ChooseStep = new ChooseStep(this, (id) => this.#flow.confirm(id));
  readonly #handOver: HandOver = new HandOver(this, {
    pages: () => this.pages,
    onService: (id) => this.#flow.confirm(id),
    onLink: () => this.#flow.go('phone'),
  });
  readonly #camera: CodeScanner = new CodeScanner(this, {
    messages: () => ({}),
    onRead: (text) => this.#flow.scan(text),
  });
  readonly #idle: IdleReset = new IdleReset(this, {
    seconds: () => this.idle,
    isUsed: () => !this.#acts.isPending && this.#isUsed,
    onReset: () => {
      this.#reset();
      announce(this.messages.wasReset);
    },
  });

  constructor() {
    super();
    this.idle = 60;
    new TypedScan(this, (text) => this.#flow.scan(text));
    this.addEventListener('mpp-book', (event: BookEvent) => {
      event.preventDefault();
      this.#flow.confirm(event.serviceId);
    });
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    // Fetched while there is a line: who comes when it is lost may read English and take a link along, too.
    for (const part of [this.texts.en(), import('../ticket/qr-code.ts')])
      part.catch(() => undefined);
  }

  /** Whether somebody has left something on it. */
  get #isUsed(): boolean {
    return this.#flow.step !== 'start' || this.#isLow || this.#language.isChosen;
  }

  /** Fetches what a step shows. */
  #prepare(step: Step) {
    this.#camera.stop();
    const { serviceId } = this.#flow;
    if (step === 'choose' || step === 'confirm') this.#facts.look(this.#line.place?.placeId);
    if (step === 'confirm') this.#facts.lookAt(serviceId);
  }

  readonly #reset = () => {
    this.#choose.reset();
    this.#handOver.clear();
    this.#children.renew();
    this.#isLow = false;
    this.#language.speak(null);
    this.#idle.touch();
    this.#flow.reset();
  };

  readonly #back = () => {
    const { step, before } = this.#flow;
    this.#acts.reset();
    if (step === 'choose' && this.#choose.back()) this.#flow.go('choose');
    else if (before) this.#flow.go(before);
    else this.#reset();
  };

  protected override render(): TemplateResult {
    const t = this.messages;
    const { state, place } = this.#line;
    if (state === 'stranger') {
      return html`<div class="screen">
        <h2 data-heading tabindex="-1">${t.stranger}</h2>
        <p><a href="${this.server}/kiosk">${t.setUp}</a></p>
      </div>`;
    }
    const { step } = this.#flow;
    const { ticket } = this.#own;
    return html`
      <div class=${this.#isLow ? 'screen low' : 'screen'}>
        ${bar(
          {
            place,
            canGoBack: step !== 'start' && step !== 'ticket',
            canRestart: this.#isUsed,
            isLow: this.#isLow,
            onBack: this.#back,
            onRestart: this.#reset,
            onLanguage: () => this.#language.speak(this.locale === 'id' ? 'en' : 'id'),
            onLow: () => {
              this.#isLow = !this.#isLow;
              this.requestUpdate();
            },
          },
          this.locale,
          t,
        )}
        <div role="status">${state === 'lost' ? notice('warning', t.lost) : nothing}</div>
        <div class="content">
          ${place ? this.#content(t) : html`<p role="status">${t.opening}</p>`}
        </div>
        <div class="find" ?hidden=${step !== 'find'}><slot name="find"></slot></div>
      </div>
      ${ticket ? receipt({ ticket, qr: this.#qr(t) }, this.locale, t) : nothing}
      ${this.#idle.render(t)}
    `;
  }

  #content(t: KioskMessages): TemplateResult | typeof nothing {
    const { step } = this.#flow;
    const isLost = this.#line.state === 'lost';
    if (step === 'start') {
      return startStep(
        isLost,
        (way) => (isLost && way !== 'find' ? announce(t.lost) : this.#flow.go(way)),
        t,
      );
    }
    if (step === 'choose') return this.#chooseStep(t);
    if (step === 'confirm') return this.#confirmStep(isLost, t);
    if (step === 'arrive') return this.#arriveStep(isLost, t);
    if (step === 'phone') return this.#handOver.render(t);
    if (step === 'find') return html`<h2 data-heading tabindex="-1">${t.find}</h2>`;
    return this.#ticketStep(t);
  }

  #chooseStep(t: KioskMessages) {
    const { index, lines } = this.#facts;
    const { place } = this.#line;
    if (!index || !place) return html`<p role="status">${t.loading}</p>`;
    return this.#choose.render({ index, place, lines }, this.locale, t);
  }

  #confirmStep(isLost: boolean, t: KioskMessages) {
    const { serviceId, priority } = this.#flow;
    const service = this.#facts.service(serviceId);
    if (!service) return html`<p role="status">${t.loading}</p>`;
    const { standard, lines } = this.#facts;
    const { trouble, isPending } = this.#acts;
    const otherDay = this.page(`janji?layanan=${serviceId}`);
    return confirmStep(
      {
        ...{ service, standard, lines, priority, isPending, isLost },
        onPriority: (is) => (this.#flow.priority = is),
        trouble: takeSentence(trouble, t),
        onOtherDay: trouble?.code === 'slot_full' ? () => this.#handOver.show(otherDay) : undefined,
        onTake: () => void this.#flow.take(),
      },
      this.locale,
      t,
    );
  }

  #arriveStep(isLost: boolean, t: KioskMessages) {
    const { typed, codeError } = this.#flow;
    const { trouble, isPending } = this.#acts;
    return arriveStep(
      {
        ...{ typed, isPending, isLost },
        error: codeError && t[codeError],
        trouble: arriveSentence(trouble, t),
        camera: globalThis.BarcodeDetector ? this.#camera.render() : nothing,
        onInput: (text) => (this.#flow.typed = text),
        onSubmit: () => void this.#flow.checkIn(this.#flow.typed),
      },
      t,
    );
  }

  #ticketStep(t: KioskMessages) {
    const { ticket, position, print } = this.#own;
    if (!ticket) return nothing;
    const onPrint = this.#line.place?.printsTickets ? print : undefined;
    const parts = { ticket, position, qr: this.#qr(t), onPrint, onDone: this.#reset };
    return ticketStep(parts, this.locale, t);
  }

  #qr(t: KioskMessages) {
    return this.#own.qr.render(t.qrLabel, t.qrMissing);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mpp-kiosk': Kiosk;
  }
}
