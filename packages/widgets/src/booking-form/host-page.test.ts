import { expect, fixture, html } from '@open-wc/testing';

import { BookingDriver, t, words } from '../../test/booking-driver.ts';
import { FakeApi } from '../../test/fake-api.ts';
import type { BookedEvent } from '../events.ts';

const api = new FakeApi();

describe('a booking form on somebody else’s page', () => {
  beforeEach(() => api.start());
  afterEach(() => api.stop());

  it('speaks the language of the page, also when it changes midway', async () => {
    const form = await BookingDriver.checking();
    form.form.parentElement!.lang = 'en';
    await form.shows('Is this right?');
    expect(form.answers).to.include({
      'Full name': 'Sri Wahyuni',
      'Mobile number': '0812-3456-7890',
    });
    expect(form.answers['Time']).to.match(/\d\d:\d\d WIB$/);
    form.form.parentElement!.lang = 'id';
    await form.shows(t.askCheck);
    await form.book();
  });

  it('goes on when the browser translates the page', async () => {
    const form = await BookingDriver.holding();
    const texts = document.createTreeWalker(form.form.shadowRoot!, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (texts.nextNode()) found.push(texts.currentNode as Text);
    for (const text of found.filter(({ data }) => data.trim())) {
      const font = document.createElement('font');
      text.replaceWith(font);
      font.append(text.data.toUpperCase());
    }
    form.press();
    await form.shows(t.askPerson);
  });

  it('works when it is created first and told later', async () => {
    const element = document.createElement('mpp-booking-form');
    const parent = await fixture<HTMLElement>(html`<div></div>`);
    parent.append(element);
    const form = new BookingDriver(element);
    await form.shows(t.askService);
    element.setAttribute('regency', '35.79');
    element.setAttribute('service', 'ktp-el-hilang');
    await form.shows(t.askTime);
    await form.until(() => form.times.length);
  });

  it('fits into 320 px, with targets that a thumb can hit', async () => {
    const form = await BookingDriver.checking();
    form.form.style.inlineSize = '320px';
    const { right } = form.form.getBoundingClientRect();
    const wide = form.all('*').filter((each) => each.getBoundingClientRect().right > right);
    expect(wide.map((each) => each.className)).to.be.empty;
    const small = form
      .all('button')
      .filter(({ offsetHeight, offsetWidth }) => Math.min(offsetHeight, offsetWidth) < 44);
    expect(small.map(words)).to.be.empty;
  });

  it('keeps nothing of the person outside the form', async () => {
    const said: string[] = [];
    const form = await BookingDriver.checking('Kanari Rahasia', '081999888777');
    form.form.addEventListener('mpp-booked', (event: BookedEvent) =>
      said.push(JSON.stringify({ ...event })),
    );
    await form.book();
    const traces = [
      ...said,
      ...api.calls.map(({ url }) => url),
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
      JSON.stringify(history.state),
      document.cookie,
      location.href,
      form.form.outerHTML,
    ];
    expect(said).to.have.length(1);
    for (const trace of traces) expect(trace).to.not.match(/Kanari|Rahasia|81999888777/);
  });
});
