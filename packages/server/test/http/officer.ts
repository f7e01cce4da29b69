// What an officer does: signs in as a browser does it, and then works through the SDK.
import {
  Feedback,
  Kiosk,
  Mall,
  Queue,
  Staff,
  StaffApplications,
  Transport,
  Webhooks,
} from '@mpp-digital/sdk/resources';

import { regency } from './citizen.ts';

/** Cookies by host, as far as a sign-in needs them. */
export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** Follows no redirect, so that each step can be seen. */
  async fetch(address: string | URL, init: RequestInit = {}): Promise<Response> {
    const { host } = new URL(address);
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, jar);
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set('cookie', [...jar].map((pair) => pair.join('=')).join('; '));
    const response = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value) jar.set(name!, value);
      else jar.delete(name!);
    }
    return response;
  }

  /** Goes where it is sent, until there is a page. */
  async open(address: string | URL, init: RequestInit = {}): Promise<Response> {
    let response = await this.fetch(address, init);
    let at = new URL(address);
    while (response.status >= 300 && response.status < 400) {
      at = new URL(response.headers.get('location')!, at);
      response = await this.fetch(at);
    }
    Object.defineProperty(response, 'url', { value: at.href });
    return response;
  }

  cookie(address: string, name: string): string | undefined {
    return this.#cookies.get(new URL(address).host)?.get(name);
  }
}

/** Signs in, choosing an account at the local provider; gives the page that it ends on. */
export async function signIn(browser: Browser, url: string, account: string): Promise<Response> {
  const choice = await browser.open(`${url}/staff/sign-in`);
  return browser.open(choice.url, {
    method: 'POST',
    body: new URLSearchParams({ officer: account }),
  });
}

/** An officer at work. */
export async function officerAt(url: string, account: string) {
  const browser = new Browser();
  await signIn(browser, url, account);
  const transport = new Transport({
    baseUrl: url,
    regency,
    fetch: (address, init) => browser.fetch(address as string, init),
  });
  return {
    browser,
    staff: new Staff(transport),
    desk: new StaffApplications(transport),
    queue: new Queue(transport),
    mall: new Mall(transport),
    feedback: new Feedback(transport),
    webhooks: new Webhooks(transport),
    kiosk: new Kiosk(transport),
  };
}
