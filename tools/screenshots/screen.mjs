/* global document -- the functions given to the page run in it */
import { setTimeout as sleep } from 'node:timers/promises';

/** A page as a citizen uses it: by what can be read in its widget. */
export class Screen {
  #page;
  #url;
  #trouble = new Map();

  constructor(page, url) {
    this.#page = page;
    this.#url = url;
  }

  async open(path) {
    await this.#page.setRequestInterception(true);
    this.#page.on('request', (request) => void this.#answer(request));
    await this.#page.setViewport({ width: 360, height: 800 });
    await this.#page.goto(this.#url + path);
  }

  get url() {
    return this.#url;
  }

  /** From now on, requests to these addresses are `slow`, `offline` or answered with a status. */
  trouble(kind, part = '/v1/') {
    this.#trouble.set(part, kind);
  }

  lift() {
    this.#trouble.clear();
  }

  async reload() {
    await this.#page.reload();
  }

  async #answer(request) {
    const kind = [...this.#trouble].find(([part]) => request.url().includes(part))?.[1];
    if (kind === 'slow') await sleep(30_000);
    if (kind === 'offline') return request.abort('internetdisconnected');
    if (typeof kind === 'number') {
      const problem = { type: 'about:blank', title: '', code: 'busy', status: kind, requestId: '' };
      return request.respond({
        status: kind,
        contentType: 'application/problem+json',
        headers: { 'access-control-allow-origin': '*' },
        body: JSON.stringify(problem),
      });
    }
    return request.continue().catch(() => undefined);
  }

  /** Waits until something can be read. */
  async reads(text, seconds = 25) {
    await this.#page
      .waitForFunction(
        (wanted) =>
          [...document.querySelectorAll(':defined')].some((element) =>
            element.shadowRoot?.textContent.replace(/\s+/g, ' ').includes(wanted),
          ),
        { timeout: seconds * 1000, polling: 100 },
        text,
      )
      .catch(() => {
        throw new Error(`“${text}” cannot be read`);
      });
    await sleep(300);
  }

  /** Presses a button, a link, a choice or a label that says this, or that a selector finds. */
  async press(what) {
    const pressed = await this.#page.evaluate((wanted) => {
      const roots = [...document.querySelectorAll(':defined')].flatMap((e) => e.shadowRoot ?? []);
      for (const root of roots) {
        const words = (element) => element.textContent.replace(/\s+/g, ' ').trim();
        const found = /^[[.#]/.test(wanted)
          ? root.querySelector(wanted)
          : [...root.querySelectorAll('button, a, label, summary')].find((each) =>
              words(each).startsWith(wanted),
            );
        if (found) {
          found.click();
          return true;
        }
      }
      return false;
    }, what);
    if (!pressed) throw new Error(`nothing says “${what}”`);
    await sleep(300);
  }

  /** Sets an attribute, as a host page would. */
  async set(widget, name, value) {
    await this.#page.$eval(
      widget,
      (element, ...given) => element.setAttribute(...given),
      name,
      value,
    );
  }

  async type(selector, text) {
    const field = await this.#page.waitForSelector(`>>> ${selector}`, {
      visible: true,
      timeout: 20_000,
    });
    await field.type(text);
    await sleep(400);
  }

  /** Takes a seat through the API, and gives its ticket. */
  async book() {
    const api = `${this.#url}/v1/35.79`;
    const days = await fetch(
      `${api}/places/mpp-among-warga/availability?services=ktp-el-hilang&days=14`,
    );
    const slots = (await days.json()).days.flatMap((day) => day.slots);
    const answer = await fetch(`${api}/bookings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({
        slotId: slots[Math.floor(Math.random() * slots.length)].id,
        serviceId: 'ktp-el-hilang',
        name: 'Sri Wahyuni',
        phone: `+628${Math.floor(1e9 + Math.random() * 8e9)}`,
      }),
    });
    return answer.json();
  }
}
