import type { QueuePosition } from '@mpp-digital/contract';
import { Queue, type Transport } from '@mpp-digital/sdk/resources';
import type { LitElement, ReactiveController } from 'lit';

import { printReceipt } from './print-receipt.ts';
import { Qr } from './qr.ts';
import { isHere, type ShownTicket } from './shown-ticket.ts';

/** Milliseconds between two looks at the line. */
const pause = 8_000;

/** The ticket on the screen, its QR code, and where it stands in the line. In memory only. */
export class OwnTicket implements ReactiveController {
  ticket: ShownTicket | undefined;
  /** As last known. */
  position: QueuePosition | undefined;
  readonly qr: Qr;

  readonly #host: LitElement;
  readonly #transport: () => Transport;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement, transport: () => Transport) {
    this.#host = host;
    this.#transport = transport;
    this.qr = new Qr(host);
    host.addController(this);
  }

  hostDisconnected() {
    this.clear();
  }

  /** Shows a ticket. Resolves when it can be printed. */
  async show(ticket: ShownTicket): Promise<void> {
    this.clear();
    this.ticket = ticket;
    if (isHere(ticket)) void this.#look(ticket);
    await this.qr.draw(ticket.link);
  }

  /** Forgets it. */
  clear(): void {
    clearTimeout(this.#timer);
    this.ticket = this.position = undefined;
    this.qr.clear();
  }

  /** Asks the printer. */
  readonly print = (): void => {
    const paper = this.#host.renderRoot.querySelector<HTMLElement>('.receipt');
    if (paper) printReceipt(this.#host, paper);
  };

  async #look(ticket: ShownTicket) {
    try {
      const position = await new Queue(this.#transport()).position(ticket.code);
      if (this.ticket !== ticket) return;
      this.position = position;
      this.#host.requestUpdate();
    } catch {
      // What was known of the line stays on the screen, and the terminal itself says what is wrong.
    }
    if (this.ticket === ticket) this.#timer = setTimeout(() => void this.#look(ticket), pause);
  }
}
