import { expect, fixture, html } from '@open-wc/testing';

import type { ApplicationForm } from '../src/application-form/application-form.ts';
import { Driver } from './driver.ts';

/** Applies as a citizen does. */
export class ApplicationDriver extends Driver<ApplicationForm> {
  static async open(
    service: string,
    { lang = 'id', kiosk = false } = {},
  ): Promise<ApplicationDriver> {
    const wrapper = await fixture<HTMLElement>(
      html`<div lang=${lang}>
        <mpp-application-form
          regency="35.79"
          service=${service}
          ?kiosk=${kiosk}
        ></mpp-application-form>
      </div>`,
    );
    const driver = new ApplicationDriver(wrapper.querySelector('mpp-application-form')!);
    await driver.element.updateComplete;
    return driver;
  }

  get form(): ApplicationForm {
    return this.element;
  }

  /** Types into the field with this label. */
  async type(label: string | RegExp, text: string): Promise<void> {
    const field = this.field(label);
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await this.element.updateComplete;
  }

  field(label: string | RegExp): HTMLInputElement {
    const found = this.all('label').find((each) =>
      typeof label === 'string' ? this.words(each).startsWith(label) : label.test(this.words(each)),
    );
    if (!found) throw new Error(`There is no field “${String(label)}”: ${this.text}`);
    const id = found.getAttribute('for');
    return id
      ? this.one<HTMLInputElement>(`[id="${id}"]`)
      : found.querySelector<HTMLInputElement>('input')!;
  }

  async choose(label: string): Promise<void> {
    this.field(label).click();
    await this.element.updateComplete;
  }

  /** Chooses a file for a document. */
  async attach(label: string, file: File): Promise<void> {
    const input = this.field(label);
    const files = new DataTransfer();
    files.items.add(file);
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    await this.element.updateComplete;
  }

  /** Presses the button that leads on. */
  async next(heading?: string): Promise<void> {
    this.one<HTMLFormElement>('form').requestSubmit();
    await this.element.updateComplete;
    if (heading === undefined) return;
    await this.until(() => this.heading === heading, heading);
    expect(this.words(this.focused!)).to.equal(heading);
  }
}
