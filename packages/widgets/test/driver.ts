import type { LitElement } from 'lit';
import { waitUntil } from './wait-until.ts';

/** What people read in an element. */
export const words = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Uses a widget as a citizen does: by what is on the screen. */
export class Driver<E extends LitElement> {
  protected readonly element: E;

  constructor(element: E) {
    this.element = element;
  }

  all<T extends HTMLElement = HTMLElement>(selector: string): T[] {
    return [...this.element.renderRoot.querySelectorAll<T>(selector)];
  }

  one<T extends HTMLElement = HTMLElement>(selector: string): T {
    const [first] = this.all<T>(selector);
    if (!first) throw new Error(`${selector} is not on the screen: ${this.text}`);
    return first;
  }

  /** What can be read in a part. */
  words(part: string | Element): string {
    return words(typeof part === 'string' ? this.one(part) : part);
  }

  /** Everything that can be read. */
  get text(): string {
    return [...this.element.renderRoot.children].map(words).join(' ');
  }

  get heading(): string {
    return words(this.all('[data-heading]')[0]);
  }

  get focused(): Element | null {
    return this.element.shadowRoot!.activeElement;
  }

  has(label: string): boolean {
    return this.all('button').some((button) => words(button) === label);
  }

  button(label: string | RegExp): HTMLButtonElement {
    const found = this.all<HTMLButtonElement>('button').find((button) => {
      const name = button.getAttribute('aria-label') ?? words(button);
      return typeof label === 'string' ? name === label : label.test(name);
    });
    if (!found) throw new Error(`There is no button “${String(label)}”: ${this.text}`);
    return found;
  }

  /** Waits until a sentence can be read, or something holds. */
  async until(condition: string | (() => unknown), message = String(condition)): Promise<void> {
    const holds = () => {
      try {
        return typeof condition === 'string' ? this.text.includes(condition) : !!condition();
      } catch {
        return false; // what it asks about is not on the screen yet
      }
    };
    await waitUntil(holds).catch(() => {
      throw new Error(`“${message}” did not come; there is: ${this.text}`);
    });
    await this.element.updateComplete;
  }
}
