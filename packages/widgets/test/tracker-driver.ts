import { fixture, html } from '@open-wc/testing';
import type { Ticket } from '@mpp-digital/contract';

import '../src/status-tracker/define.ts';
import type { StatusTracker } from '../src/status-tracker/status-tracker.ts';
import { Driver } from './driver.ts';
import type { FakeApi } from './fake-api.ts';

/** Somebody's booking on the first day with room; the phone number ends with 7890. */
export function someBooking({ bookings }: FakeApi, service = 'ktp-el-hilang'): Ticket {
  const dates = Array.from({ length: 14 }, (_, days) => bookings.later(bookings.today, days));
  const days = dates.map((date) => bookings.day(date, [service]));
  const [slot] = days.find(({ state }) => state === 'open')!.slots;
  return bookings.take(slot!.id, service, { name: 'Siti Rahayu', phone: '+6281234567890' });
}

/** Uses a tracker as a citizen does: by what is on the screen. */
export class TrackerDriver extends Driver<StatusTracker> {
  get tracker(): StatusTracker {
    return this.element;
  }

  /** Puts a tracker on the page. */
  static async open(code = '', lang = 'id'): Promise<TrackerDriver> {
    const wrapper = await fixture<HTMLElement>(
      html`<div lang=${lang}>
        <mpp-status-tracker regency="35.79" code=${code}>
          <p slot="help">Telepon 0341 000</p>
        </mpp-status-tracker>
      </div>`,
    );
    const driver = new TrackerDriver(wrapper.querySelector('mpp-status-tracker')!);
    await driver.tracker.updateComplete;
    return driver;
  }

  /** A tracker that shows what has this code, or the whole ticket when it is a secret. */
  static async showing(code: string, lang = 'id'): Promise<TrackerDriver> {
    const driver = await TrackerDriver.open(code, lang);
    await driver.until(() => driver.all(code.length > 12 ? '.ticket-keeping' : '.result').length);
    return driver;
  }

  async press(label: string): Promise<void> {
    const button = this.button(label);
    button.focus();
    button.click();
    await this.tracker.updateComplete;
  }

  /** Types into a field and sends the form. */
  async enter(value: string, field = '#entry'): Promise<void> {
    const input = this.one<HTMLInputElement>(field);
    input.focus();
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    input.form!.requestSubmit();
    await this.tracker.updateComplete;
  }
}
