import { expect, fixture, html } from '@open-wc/testing';

import '../src/booking-form/define.ts';
import type { BookingForm } from '../src/booking-form/booking-form.ts';
import { bookingForm } from '../src/messages/id/booking-form.ts';
import { bookingSteps } from '../src/messages/id/booking-steps.ts';
import { Driver, words } from './driver.ts';

export { words };

/** All that the form says. */
export const t = { ...bookingForm, ...bookingSteps };

/** Goes through a booking form as a citizen does: by what is on the screen. */
export class BookingDriver extends Driver<BookingForm> {
  get form(): BookingForm {
    return this.element;
  }

  /** Puts a form on a page that nobody has used before, and waits for its first question. */
  static async open(service = 'ktp-el-hilang', lang = 'id'): Promise<BookingDriver> {
    history.replaceState(null, '');
    sessionStorage.clear();
    return BookingDriver.reopen(service, lang);
  }

  /** Puts a form on the page as it is, as when it was loaded again. */
  static async reopen(service = 'ktp-el-hilang', lang = 'id'): Promise<BookingDriver> {
    const wrapper = await fixture<HTMLElement>(
      html`<div lang=${lang}>
        <mpp-booking-form regency="35.79" service=${service}></mpp-booking-form>
      </div>`,
    );
    const driver = new BookingDriver(wrapper.querySelector('mpp-booking-form')!);
    await driver.form.updateComplete;
    return driver;
  }

  /** Puts a form on the page, chooses the first free time, and waits until it is held. */
  static async holding(service?: string): Promise<BookingDriver> {
    const driver = await BookingDriver.open(service);
    await driver.choose();
    return driver;
  }

  /** A form at its check. */
  static async checking(name = 'Sri Wahyuni', phone = '0812 3456 7890'): Promise<BookingDriver> {
    const driver = await BookingDriver.holding();
    await driver.fillIn(name, phone);
    return driver;
  }

  /** From a held seat to the check. */
  async fillIn(name: string, phone: string): Promise<void> {
    await this.next('Siapa yang datang?');
    this.type('name', name);
    this.type('phone', phone);
    await this.next('Sudah benar?');
  }

  get times(): HTMLInputElement[] {
    return this.all<HTMLInputElement>('input[name=time]');
  }

  /** Answers of the check, by their labels. */
  get answers(): Record<string, string> {
    return Object.fromEntries(
      this.all('.answer').map((row) => [...row.children].map(words) as [string, string]),
    );
  }

  async shows(heading: string): Promise<void> {
    await this.until(() => this.heading === heading, heading);
  }

  /** Chooses a time and waits until its seat is held. */
  async choose(position = 0): Promise<void> {
    await this.until(() => this.times.length > position, 'no times');
    this.times[position]!.click();
    await this.until(() => this.all('.held, [role=timer]').length, 'nothing held');
  }

  type(id: string, value: string): void {
    const input = this.one<HTMLInputElement>(`#${id}`);
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Loads the page again. */
  async reload(service?: string): Promise<BookingDriver> {
    this.form.remove();
    return BookingDriver.reopen(service);
  }

  /** Taps the one primary button, which counts the taps, as a finger does. */
  tap(times = 1): void {
    for (let detail = 1; detail <= times; detail++) {
      const click = { detail, bubbles: true, cancelable: true, composed: true };
      this.one('button.primary').dispatchEvent(new MouseEvent('click', click));
    }
  }

  /** Presses the one primary button. */
  press(): void {
    this.one('button.primary').click();
  }

  async next(heading: string): Promise<void> {
    this.press();
    await this.shows(heading);
    expect(this.focused?.matches('[data-heading]'), 'the heading has the focus').to.be.true;
  }

  /** Presses the one primary button of the check, and waits for the ticket. */
  async book(): Promise<void> {
    this.press();
    await this.shows('✓ Tempat Anda aman');
  }
}
