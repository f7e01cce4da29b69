import type { LitElement } from 'lit';

import { announce } from '../announce.ts';
import type { Locale } from '../language.ts';
import type { KioskMessages } from '../messages/id/kiosk.ts';
import type { OwnTicket } from './own-ticket.ts';
import { arrivedTicket, readTicket, takenTicket, type ShownTicket } from './shown-ticket.ts';
import type { TerminalActs } from './terminal-acts.ts';
import type { TerminalLine } from './terminal-line.ts';
import { newsOf } from './ticket-step.ts';

/** What is on the screen. */
export type Step = 'start' | 'choose' | 'confirm' | 'arrive' | 'find' | 'ticket' | 'phone';

interface FlowOptions {
  host: LitElement;
  line: TerminalLine;
  acts: TerminalActs;
  own: OwnTicket;
  messages: () => KioskMessages;
  locale: () => Locale;
  /** Address of the server's page that shows a ticket. */
  ticketPage: () => string;
  /** Another step is coming. */
  onStep: (step: Step) => void;
}

/** One person's way through the terminal, from the start to a ticket. In memory only. */
export class Flow {
  step: Step = 'start';
  serviceId = '';
  priority = false;
  typed = '';
  codeError: 'codeWrong' | 'codeUnknown' | undefined;

  readonly #options: FlowOptions;
  /** Where an address for the phone was shown. */
  #before: Step = 'start';

  constructor(options: FlowOptions) {
    this.#options = options;
  }

  /** Shows another step, and begins to read it at its heading. */
  go(step: Step): void {
    const { host, onStep } = this.#options;
    if (step === 'phone' && this.step !== 'phone') this.#before = this.step;
    this.step = step;
    onStep(step);
    host.requestUpdate();
    void host.updateComplete.then(() => {
      scrollTo(0, 0);
      host.focus();
    });
  }

  /** The step before; undefined when that is the start. */
  get before(): Step | undefined {
    if (this.step === 'confirm') return 'choose';
    return this.step === 'phone' && this.#before !== 'start' ? this.#before : undefined;
  }

  /** Forgets everything. */
  reset(): void {
    this.#options.acts.reset();
    this.#options.own.clear();
    this.serviceId = this.typed = '';
    this.priority = false;
    this.codeError = undefined;
    this.go('start');
  }

  /** Asks whether it is this service. */
  confirm(serviceId: string): void {
    this.#options.acts.reset();
    this.serviceId = serviceId;
    this.go('confirm');
  }

  /** Takes a number for the service. */
  async take(): Promise<void> {
    const { acts } = this.#options;
    if (this.#saysLost()) return;
    const ticket = await acts.take(this.serviceId, this.priority);
    if (ticket) await this.#show(takenTicket(ticket));
    else this.#focusProblem();
  }

  /** What a scanner, a camera or the clipboard gave: whether it was a ticket. */
  scan(text: string): boolean {
    if (!readTicket(text) || this.#options.line.state === 'stranger') return false;
    this.typed = '';
    this.#options.own.clear();
    this.go('arrive');
    void this.checkIn(text);
    return true;
  }

  /** Notes who shows this ticket. */
  async checkIn(text: string): Promise<void> {
    const { acts, ticketPage } = this.#options;
    const read = readTicket(text);
    this.codeError = read ? undefined : 'codeWrong';
    if (read && this.#saysLost()) return;
    const arrival = read && (await acts.checkIn(read.code));
    if (arrival) return this.#show(arrivedTicket(arrival, read, ticketPage()));
    if (acts.trouble?.code === 'not_found') this.codeError = 'codeUnknown';
    this.#focusProblem();
  }

  #saysLost(): boolean {
    const isLost = this.#options.line.state === 'lost';
    if (isLost) announce(this.#options.messages().lost);
    return isLost;
  }

  async #show(ticket: ShownTicket) {
    const { own, line, messages, locale } = this.#options;
    this.typed = '';
    const drawn = own.show(ticket);
    this.go('ticket');
    announce(newsOf(ticket, locale(), messages()));
    await drawn;
    if (ticket.outcome !== 'taken' || !line.place?.printsTickets) return;
    announce(messages().printing);
    own.print();
  }

  #focusProblem() {
    const { host } = this.#options;
    host.requestUpdate();
    const place = this.codeError ? '#code' : '#problem';
    void host.updateComplete.then(() => {
      host.renderRoot.querySelector<HTMLElement>(place)?.focus();
    });
  }
}
