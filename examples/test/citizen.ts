import { setTimeout as sleep } from 'node:timers/promises';

import puppeteer, { type Browser, type Page } from 'puppeteer-core';

import { chromeArgs, findChrome } from '../../tools/browser.mjs';

/** A browser that is found or installed. */
export async function openBrowser(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: await findChrome(),
    args: chromeArgs,
    headless: true,
    timeout: 120_000, // a busy machine starts it slowly
  });
}

/** visible: what happens in a shadow root wakes no waiting for an element that is only there. */
export const patience = { timeout: 30_000, polling: 50, visible: true };

/** Uses a page as a citizen does: by what can be read in a widget. */
export class Citizen {
  readonly page: Page;
  /** Errors of the page; a test that ends well has none. */
  readonly errors: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.errors.push(String(error)));
  }

  /** A page at a phone's width. */
  static async open(browser: Browser, url: string, width = 360): Promise<Citizen> {
    const page = await browser.newPage();
    await page.setViewport({ width, height: 740 });
    const citizen = new Citizen(page);
    await page.goto(url);
    return citizen;
  }

  /** All that can be read in a widget. */
  text(widget: string): Promise<string> {
    return this.page.evaluate((tag) => {
      const parts = document.querySelector(tag)?.shadowRoot?.children ?? [];
      return [...(parts as Iterable<HTMLElement>)]
        .map(({ innerText }) => innerText)
        .join(' ')
        .replace(/\s+/g, ' ');
    }, widget);
  }

  /** Waits until something can be read in a widget. */
  async reads(widget: string, words: string): Promise<void> {
    const until = Date.now() + patience.timeout;
    while (!(await this.text(widget)).includes(words)) {
      if (Date.now() < until) await sleep(patience.polling);
      else throw new Error(`“${words}” cannot be read; there is: ${await this.text(widget)}`);
    }
  }

  async type(widget: string, selector: string, text: string): Promise<void> {
    const field = await this.page.waitForSelector(`${widget} >>> ${selector}`, patience);
    await field!.type(text);
  }

  /** Presses what says this, or what a selector finds. */
  async press(widget: string, what: string): Promise<void> {
    const press = (tag: string, wanted: string) => {
      const root = document.querySelector(tag)?.shadowRoot;
      const says = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();
      const found = /^[[.#]/.test(wanted)
        ? root?.querySelector<HTMLElement>(wanted)
        : [...(root?.querySelectorAll<HTMLElement>('button, a, label, summary') ?? [])].find(
            (each) => says(each).startsWith(wanted),
          );
      found?.click();
      return Boolean(found);
    };
    await this.page.waitForFunction(press, patience, widget, what).catch(async () => {
      throw new Error(`Nothing says “${what}”; there is: ${await this.text(widget)}`);
    });
    await sleep(50);
  }

  /** The value of an attribute, a number or a text deep in a widget. */
  read(widget: string, selector: string): Promise<string> {
    return this.page.evaluate(
      (tag, wanted) =>
        document.querySelector(tag)?.shadowRoot?.querySelector(wanted)?.textContent.trim() ?? '',
      widget,
      selector,
    );
  }

  /** From the times to the check, in the booking form. */
  async fillIn(name: string, phone: string): Promise<void> {
    const form = 'mpp-booking-form';
    await this.press(form, '[name=time]');
    await this.reads(form, 'ditahan');
    await this.press(form, 'Lanjut');
    await this.type(form, '#name', name);
    await this.type(form, '#phone', phone);
    await this.press(form, 'Lanjut');
    await this.reads(form, 'Sudah benar?');
  }
}
