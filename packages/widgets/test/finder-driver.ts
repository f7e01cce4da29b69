import { fixture, html } from '@open-wc/testing';

import '../src/service-finder/define.ts';
import type { ServiceFinder } from '../src/service-finder/service-finder.ts';
import { Driver } from './driver.ts';

/** Uses a finder as a citizen does: by what is on the screen. */
export class FinderDriver extends Driver<ServiceFinder> {
  get finder(): ServiceFinder {
    return this.element;
  }

  /** Puts a finder on the page, and waits until the services are there. */
  static async open(service = '', lang = 'id'): Promise<FinderDriver> {
    const driver = await FinderDriver.begin(service, lang);
    await driver.until(() => driver.all('.category, .papers').length, 'nothing was loaded');
    return driver;
  }

  /** Puts a finder on the page, whatever comes of it. */
  static async begin(service = '', lang = 'id'): Promise<FinderDriver> {
    const wrapper = await fixture<HTMLElement>(
      html`<div lang=${lang}>
        <mpp-service-finder regency="35.79" service=${service}>Daftar lama</mpp-service-finder>
      </div>`,
    );
    const driver = new FinderDriver(wrapper.querySelector('mpp-service-finder')!);
    await driver.finder.updateComplete;
    return driver;
  }

  /** Ids of the results on the screen, in their order. */
  get ids(): string[] {
    return this.all('.results [data-service]').map(({ dataset }) => dataset['service']!);
  }

  /** Types into a field. */
  async type(text: string, field = '#query'): Promise<void> {
    const input = this.one<HTMLInputElement>(field);
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.finder.updateComplete;
  }

  /** Types what is searched for, and waits for what is found. */
  async search(text: string): Promise<void> {
    await this.type(text);
    await this.listed();
  }

  /** Waits for results, or for the word that there are none. */
  async listed(): Promise<void> {
    await this.until(() => this.all('#count, #nothing').length, 'nothing was found or missed');
  }

  /** Unfolds what narrows the list. */
  async openFilters(): Promise<void> {
    this.one('details.filters summary').click();
    await this.until(() => this.all('#agency').length, 'no filters');
  }

  /** Presses something. */
  async press(target: HTMLElement): Promise<void> {
    target.focus();
    target.click();
    await this.finder.updateComplete;
  }

  /** Opens a result and waits for its papers. */
  async read(id: string): Promise<void> {
    await this.press(this.one(`[data-service="${id}"] a`));
    await this.until(() => this.all('.papers').length, 'no papers');
  }
}

/** What was said to people who listen. */
export function announced(): string {
  return document.querySelector('.mpp-announcer')?.textContent ?? '';
}
