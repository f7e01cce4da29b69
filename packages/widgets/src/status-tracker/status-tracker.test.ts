import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { formatCode, type Ticket } from '@mpp-digital/contract';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';

import { FakeApi } from '../../test/fake-api.ts';
import './define.ts';
import type { StatusTracker } from './status-tracker.ts';

const api = new FakeApi();
const isChromium = navigator.userAgent.includes('Chrome/');

/** Somebody's booking on the first day with room. */
function booked(): Ticket {
  const { bookings } = api;
  const days = Array.from({ length: 14 }, (_, days) => bookings.later(bookings.today, days));
  const { slots } = days
    .map((date) => bookings.day(date, ['ktp-el-hilang']))
    .find(({ state }) => state === 'open')!;
  return bookings.take(slots[0]!.id, 'ktp-el-hilang', {
    name: 'Siti Rahayu',
    phone: '+6281234567890',
  });
}

const words = (element: Element | null | undefined) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const text = (tracker: StatusTracker) => words(tracker.renderRoot as unknown as Element);
const all = (tracker: StatusTracker, selector: string) => [
  ...tracker.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const one = (tracker: StatusTracker, selector: string) => all(tracker, selector)[0];
const button = (tracker: StatusTracker, label: string) =>
  all(tracker, 'button').find((each) => words(each) === label)!;
const focused = (tracker: StatusTracker) => tracker.shadowRoot!.activeElement;
const shows = (tracker: StatusTracker, what: string | RegExp) =>
  waitUntil(
    () => (typeof what === 'string' ? text(tracker).includes(what) : what.test(text(tracker))),
    `“${what}” did not come; there is: ${text(tracker)}`,
    { timeout: 5000 },
  );

async function tracker(attributes: Partial<StatusTracker> = {}): Promise<StatusTracker> {
  const element = await fixture<StatusTracker>(
    html`<mpp-status-tracker
      lang="id"
      regency="35.79"
      code=${attributes.code ?? ''}
    ></mpp-status-tracker>`,
  );
  await element.updateComplete;
  return element;
}

function type(element: StatusTracker, value: string, id = 'entry') {
  const field = one(element, `#${id}`) as HTMLInputElement;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.form!.requestSubmit();
}

describe('mpp-status-tracker', () => {
  beforeEach(() => api.start());
  afterEach(() => api.stop());

  it('asks one question', async () => {
    const element = await tracker();
    expect(words(one(element, 'h2'))).to.equal('Sudah sampai mana?');
    expect(all(element, 'input')).to.have.lengthOf(1);
    expect(api.calls).to.be.empty;
    await expect(element).to.be.accessible();
  });

  it('finds a code typed in any fashion, and moves the focus to what it found', async () => {
    const ticket = booked();
    const element = await tracker();
    type(element, formatCode(ticket.code).toLowerCase().replaceAll('-', ' '));
    await shows(element, ticket.number);
    expect(focused(element)).to.equal(one(element, 'h2'));
    expect(words(focused(element))).to.equal('KTP-el hilang');
    await expect(element).to.be.accessible();
  });

  it('says at once that a code is mistyped, without asking the server', async () => {
    const element = await tracker();
    type(element, '7K3M-9QXT-2BH');
    await shows(element, 'Kode terdiri dari 12 huruf dan angka');
    expect(api.calls).to.be.empty;
    expect(focused(element)).to.equal(one(element, '#entry'));
    expect(one(element, '#entry')?.getAttribute('aria-invalid')).to.equal('true');
    await expect(element).to.be.accessible();
  });
});
