import { fixture, html, waitUntil } from '@open-wc/testing';

import '../src/service-finder/define.ts';
import type { ServiceFinder } from '../src/service-finder/service-finder.ts';

/** Uses a finder as a citizen does: by what is on the screen. */
export class FinderDriver {
  readonly finder: ServiceFinder;

  constructor(finder: ServiceFinder) {
    this.finder = finder;
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

  all<T extends HTMLElement = HTMLElement>(selector: string): T[] {
    return [...this.finder.renderRoot.querySelectorAll<T>(selector)];
  }

  one<T extends HTMLElement = HTMLElement>(selector: string): T {
    const [first] = this.all<T>(selector);
    if (!first) throw new Error(`${selector} is not on the screen: ${this.text}`);
    return first;
  }

  /** What can be read in a part. */
  words(part: string | Element): string {
    const element = typeof part === 'string' ? this.one(part) : part;
    return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  }

  /** Everything that can be read. */
  get text(): string {
    return [...this.finder.renderRoot.children].map((part) => this.words(part)).join(' ');
  }

  get heading(): string {
    return this.words('[data-heading]');
  }

  get focused(): Element | null {
    return this.finder.shadowRoot!.activeElement;
  }

  /** Ids of the results on the screen, in their order. */
  get ids(): string[] {
    return this.all('.results [data-service]').map(({ dataset }) => dataset['service']!);
  }

  button(label: string | RegExp): HTMLButtonElement {
    const found = this.all<HTMLButtonElement>('button').find((button) => {
      const name = button.getAttribute('aria-label') ?? this.words(button);
      return typeof label === 'string' ? name === label : label.test(name);
    });
    if (!found) throw new Error(`There is no button ${label}: ${this.text}`);
    return found;
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

  async until(condition: () => unknown, message = ''): Promise<void> {
    const holds = () => Boolean(condition());
    await waitUntil(holds, message, { timeout: 10_000 }).catch(() => {
      throw new Error(`${message}; there is: ${this.text}`);
    });
    await this.finder.updateComplete;
  }
}

/** What was said to people who listen. */
export function announced(): string {
  return document.querySelector('.mpp-announcer')?.textContent ?? '';
}
