import { fixture, html } from '@open-wc/testing';
import {
  checkCharacter,
  type KioskArrival,
  type KioskPlace,
  type Ticket,
} from '@mpp-digital/contract';
import { sendKeys } from '@web/test-runner-commands';

import '../src/kiosk/define.ts';
import type { Kiosk } from '../src/kiosk/kiosk.ts';
import { Driver } from './driver.ts';
import type { FakeApi } from './fake-api.ts';
import { index, mall, serviceOf } from './fake-catalogue.ts';

export const place: KioskPlace = {
  id: 'antrean-1',
  name: { id: 'Anjungan antrean', en: 'Queue kiosk' },
  location: { id: 'Meja penerima tamu', en: 'Reception' },
  placeId: mall.id,
  agencyId: null,
  prints: ['tiket antrean'],
  access: ['QR'],
  printsTickets: false,
};

const codeOf = (eleven: string) => eleven + checkCharacter(eleven);

/** Somebody's ticket, as they bring it. */
export const code = codeOf('7K3M9QXT2BH');
export const secret = `${code}${'0123456789ABCDEFGHJKMNPQRS'}`;

let taken = 0;

/** A number of a service, as the server gives it. */
export function ticketFor(serviceId: string, priority = false): Ticket {
  const service = serviceOf(serviceId)!;
  const { agency } = service;
  const own = codeOf(String(++taken).padStart(11, '8K3M9QXT2BH'));
  const now = new Date().toISOString();
  return {
    id: crypto.randomUUID(),
    secret: own + secret.slice(12),
    code: own,
    state: 'checked-in',
    number: `${agency.queuePrefix}${String(taken).padStart(3, '0')}`,
    service: { id: service.id, name: service.name },
    agency: { id: agency.id, name: agency.name },
    place: { id: mall.id, name: mall.name, address: mall.address, counters: [1, 2] },
    startsAt: now,
    endsAt: now,
    timeZone: index.regency.timeZone,
    heldUntil: null,
    serverTime: now,
    priority,
    extendable: false,
    link: `https://mpp.example.go.id/35.79/lacak#${own}${secret.slice(12)}`,
  };
}

/** What the server says of the ticket that somebody brings. */
export function arrivalOf(change: Partial<KioskArrival> = {}): KioskArrival {
  const {
    id: _,
    secret: __,
    extendable: ___,
    link: ____,
    ...facts
  } = ticketFor('ktp-el-rusak-ubah');
  return { ...facts, code, number: 'A042', outcome: 'received', ...change };
}

/** A terminal that the server trusts. */
export function trust(api: FakeApi, change: Partial<KioskPlace> = {}): void {
  api.on('kiosk.me', () => ({ ...place, ...change }));
  api.on('kiosk.takeNumber', ({ body }) =>
    ticketFor(String(body['serviceId']), body['priority'] === true),
  );
  api.on('kiosk.checkIn', () => arrivalOf());
}

/** Stands before the terminal. */
export class KioskDriver extends Driver<Kiosk> {
  static async open(attributes: { idle?: number; lang?: string } = {}): Promise<KioskDriver> {
    const wrapper = await fixture<HTMLElement>(
      html`<div lang=${attributes.lang ?? 'id'}>
        <mpp-kiosk regency="35.79" idle=${attributes.idle ?? 60}>
          <p slot="find">Semua layanan <a href="https://www.lapor.go.id/">Lapor</a></p>
          <p>Sedang dibuka</p>
        </mpp-kiosk>
      </div>`,
    );
    const driver = new KioskDriver(wrapper.querySelector('mpp-kiosk')!);
    await driver.element.updateComplete;
    return driver;
  }

  static async ready(attributes: { idle?: number; lang?: string } = {}): Promise<KioskDriver> {
    const driver = await KioskDriver.open(attributes);
    await driver.until(() => driver.all('.way').length === 3, 'the three ways');
    return driver;
  }

  get kiosk(): Kiosk {
    return this.element;
  }

  async press(label: string | RegExp): Promise<void> {
    this.button(label).click();
    await this.element.updateComplete;
  }

  /** From the start to the question whether it is this service. */
  async choose(serviceId: string): Promise<void> {
    await this.press(/^Ambil nomor antrean/);
    await this.until(() => this.all('.choices button').length > 0, 'agencies');
    const { agency } = serviceOf(serviceId)!;
    await this.press(new RegExp(`^${agency.name.id}`));
    await this.until(() => this.all(`[data-service=${serviceId}]`).length, 'its services');
    this.one(`[data-service=${serviceId}]`).click();
    await this.until('Ambil nomor:');
  }

  /** What a scanner does: it types as fast as it can. */
  async scan(text: string): Promise<void> {
    for (const key of [...text, 'Enter']) {
      const target = this.focused ?? document.body;
      target.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
      );
    }
    await this.element.updateComplete;
  }

  async type(selector: string, text: string): Promise<void> {
    this.one(selector).focus();
    await sendKeys({ type: text });
    await this.element.updateComplete;
  }
}
