import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { Availability, AvailableDay, Slot } from '@mpp-digital/contract';
import { MppClient } from '@mpp-digital/sdk';
import { LitElement } from 'lit';

import { FakeApi } from '../../test/fake-api.ts';
import type { Locale } from '../language.ts';
import { element } from '../messages/id/element.ts';
import { timeChoice } from '../messages/id/time-choice.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { nearestTime } from './nearest-time.ts';
import { TimeChoice } from './time-choice.ts';
import { timeChoiceStyles } from './time-choice.styles.ts';
import { waitUntil } from '../../test/wait-until.ts';

const messages = { ...element, ...timeChoice };
const api = new FakeApi();

/** The smallest widget that lets one choose a time. */
class Host extends LitElement {
  static override styles = [tokens, controls, timeChoiceStyles];
  readonly client = new MppClient({ baseUrl: location.origin, regency: '35.79' });
  locale: Locale = 'id';
  readonly times: TimeChoice = new TimeChoice(this, {
    client: () => this.client,
    wanted: () => ({ placeId: 'mpp-among-warga', serviceId: 'ktp-el-baru' }),
    messages: () => messages,
    locale: () => this.locale,
    onChoose: (slot) => this.dispatchEvent(new CustomEvent('chosen', { detail: slot })),
  });

  override render() {
    return this.times.render();
  }
}
customElements.define('time-choice-host', Host);

const all = (host: Host, selector: string) => [
  ...host.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const words = (element: Element | undefined) => element?.textContent.replace(/\s+/g, ' ').trim();
const rows = (host: Host) => all(host, '.choice').map(words);
const button = (host: Host, label: string) =>
  all(host, 'button').find((each) => words(each) === label)!;

async function shown(): Promise<Host> {
  const host = await fixture<Host>(html`<time-choice-host></time-choice-host>`);
  await waitUntil(() => !host.renderRoot.querySelector('.loading'), 'nothing came');
  return host;
}

/** Answers as a server in that zone would, from Tuesday 22 December 2026 on. */
function answer(days: Partial<AvailableDay>[], more: Partial<Availability> = {}): Availability {
  return {
    placeId: 'mpp-among-warga',
    timeZone: 'Asia/Jakarta',
    days: days.map((day, position) => ({
      date: `2026-12-${22 + position}`,
      state: 'closed',
      free: 0,
      slots: [],
      ...day,
    })),
    next: null,
    until: '2027-01-20',
    ...more,
  };
}

const slot = (startsAt: string): Slot => ({
  id: `00000000-0000-4000-8000-${startsAt.replace(/\D/g, '').slice(0, 12)}`,
  startsAt,
  endsAt: startsAt,
  agencyId: 'dukcapil',
  serviceIds: ['ktp-el-baru'],
  free: 1,
});

describe('choosing a time', () => {
  beforeEach(() => api.start());
  afterEach(() => api.stop());

  it('says honestly of each day what room it has', async () => {
    api.on('availability.days', () =>
      answer([
        { state: 'full' },
        { state: 'open', free: 18, slots: [slot('2026-12-23T08:20:00+07:00')] },
        { state: 'open', free: 1, slots: [slot('2026-12-24T08:20:00+07:00')] },
        { reason: { id: 'Hari Raya Natal', en: 'Christmas Day' } },
        {},
      ]),
    );
    const host = await shown();
    expect(rows(host)).to.deep.equal([
      'Selasa 22 Des · hari ini penuh',
      'Rabu 23 Des · besok 18 tempat',
      'Kamis 24 Des 1 tempat',
      'Jumat 25 Des libur: Hari Raya Natal',
      'Sabtu 26 Des tutup',
    ]);
    const radios = all(host, 'input[name=day]') as HTMLInputElement[];
    expect(radios.map(({ disabled }) => disabled)).to.deep.equal([true, false, false, true, true]);
    expect(radios.map(({ checked }) => checked)).to.deep.equal([false, true, false, false, false]);
    await expect(host).shadowDom.to.be.accessible();
  });

  it('shows times by the clock of the place, whatever the zone of the phone', async () => {
    api.on('availability.days', () =>
      answer([{ state: 'open', free: 1, slots: [slot('2026-12-22T23:30:00Z')] }], {
        timeZone: 'Asia/Jayapura',
      }),
    );
    const host = await shown();
    expect(words(all(host, '.chip')[0])).to.equal('08.30');
    expect(words(all(host, '.times legend')[0])).to.equal('Pilih jam (WIT)');
  });

  it('groups few times by the part of the day, and many by the hour', async () => {
    const host = await shown();
    expect(all(host, '.group-name').map(words)).to.deep.equal(['Pagi', 'Siang']);

    const many = Array.from({ length: 20 }, (_, n) =>
      slot(
        `2026-12-22T${String(8 + Math.floor(n / 6)).padStart(2, '0')}:${(n % 6) * 10 || '00'}:00+07:00`,
      ),
    );
    api.on('availability.days', () => answer([{ state: 'open', free: 20, slots: many }]));
    await host.times.refresh();
    await host.updateComplete;
    expect(all(host, '.group-name').map(words)).to.deep.equal([
      'Jam 08',
      'Jam 09',
      'Jam 10',
      'Jam 11',
    ]);
    await expect(host).shadowDom.to.be.accessible();
  });

  it('tells its widget what was chosen, and shows it chosen', async () => {
    const host = await shown();
    const chip = all(host, 'input[name=time]')[3] as HTMLInputElement;
    const chosen = oneEvent<CustomEvent<Slot>>(host, 'chosen');
    chip.click();
    expect((await chosen).detail.id).to.equal(chip.value);
    expect(host.times.slot?.id).to.equal(chip.value);
    await host.updateComplete;
    expect(chip.checked).to.be.true;
  });

  it('shows the times of another day when it is chosen', async () => {
    const host = await shown();
    const [first, second] = all(host, 'input[name=day]:enabled') as HTMLInputElement[];
    const before = (all(host, 'input[name=time]')[0] as HTMLInputElement).value;
    const chip = all(host, 'input[name=time]')[2] as HTMLInputElement;
    chip.click();
    second!.click();
    await host.updateComplete;
    expect(first!.checked).to.be.false;
    expect(all(host, 'input[name=time]:checked')).to.be.empty;
    expect(host.times.slot).to.equal(undefined);
    expect((all(host, 'input[name=time]')[0] as HTMLInputElement).value).to.not.equal(before);
  });

  it('adds the days that follow, and moves the focus to the first of them with room', async () => {
    const host = await shown();
    const before = rows(host).length;
    button(host, messages.laterDays).click();
    await waitUntil(() => rows(host).length === before + 7);
    const added = () => all(host, 'input[name=day]').slice(before);
    await waitUntil(() => added().includes(host.shadowRoot!.activeElement as HTMLElement));
    // The window ends: the last day is the last that can be booked, and nothing more is promised.
    for (let more; (more = button(host, messages.laterDays));) {
      const shown = rows(host).length;
      more.click();
      await waitUntil(() => rows(host).length > shown || !button(host, messages.laterDays));
    }
    expect(rows(host).length).to.equal(31);
  });

  it('goes to the next day with room when the first week has none', async () => {
    api.on('availability.days', ({ query }) =>
      query['from']
        ? answer([
            {
              date: '2027-01-04',
              state: 'open',
              free: 2,
              slots: [slot('2027-01-04T09:00:00+07:00')],
            },
          ])
        : answer([{ state: 'full' }, { state: 'full' }], { next: '2027-01-04' }),
    );
    const host = await shown();
    expect(words(all(host, '.notice')[0])).to.contain('Yang paling dekat: Senin, 4 Januari.');
    expect(rows(host)).to.deep.equal(['Senin 4 Jan 2 tempat']);
  });

  it('says until when there is nothing, when there is nothing', async () => {
    api.on('availability.days', () => answer([{ state: 'full' }]));
    const host = await shown();
    expect(words(all(host, '.notice')[0])).to.contain('sampai Rabu, 20 Januari 2027');
    expect(all(host, 'input')).to.be.empty;
  });

  it('says that it loads instead of that there is nothing', async () => {
    api.trouble('slow', 'availability.days');
    const host = await fixture<Host>(html`<time-choice-host></time-choice-host>`);
    expect(words(all(host, '[role=status]')[0])).to.equal(messages.loading);
    expect(all(host, '.notice')).to.be.empty;
    const said = () => words(all(host, '[role=status]')[0]);
    await waitUntil(() => said() === messages.slow, 'nothing of the slow line');
    api.lift();
    await waitUntil(() => rows(host).length === 7);
  });

  for (const trouble of ['offline', 'internal', 'invalid_request', 'wrong-shape'] as const) {
    it(`says so when the answer is ${trouble}, and "Coba lagi" brings the days`, async () => {
      api.trouble(trouble, 'availability.days');
      const host = await fixture<Host>(html`<time-choice-host></time-choice-host>`);
      await waitUntil(() => all(host, '[role=alert]').length === 1);
      await expect(host).shadowDom.to.be.accessible();
      api.lift();
      button(host, messages.retry).click();
      await waitUntil(() => rows(host).length === 7);
      expect(all(host, '.notice')).to.be.empty;
    });
  }

  it('recovers by itself when the phone is online again', async () => {
    api.trouble('offline', 'availability.days');
    const host = await fixture<Host>(html`<time-choice-host></time-choice-host>`);
    await waitUntil(() => all(host, '.notice.negative').length === 1);
    api.lift();
    dispatchEvent(new Event('online'));
    await waitUntil(() => rows(host).length === 7);
  });

  it('keeps the days on the screen when asking again fails', async () => {
    const host = await shown();
    api.trouble('internal', 'availability.days');
    await host.times.refresh();
    await host.updateComplete;
    expect(rows(host).length).to.equal(7);
    expect(all(host, '.notice.negative').length).to.equal(1);
  });

  it('finds the free time that is nearest to one that is gone', async () => {
    const host = await shown();
    const slots = host.times;
    const [first] = all(host, 'input[name=time]') as HTMLInputElement[];
    api.bookings.fill(first!.value);
    await slots.refresh();
    const gone = first!.value.slice(-12, -4).replace(/(....)(..)(..)/, '$1-$2-$3');
    expect(nearestTime(`${gone}T08:20:00+07:00`, slots.others)?.startsAt).to.equal(
      `${gone}T08:40:00+07:00`,
    );
  });

  it('shows a time that is held although a fresh list no longer has it', async () => {
    api.bookings.capacity = 1;
    const host = await shown();
    const chip = all(host, 'input[name=time]')[1] as HTMLInputElement;
    chip.click();
    api.bookings.fill(chip.value);
    await host.times.refresh();
    await host.updateComplete;
    const checked = all(host, 'input[name=time]:checked') as HTMLInputElement[];
    expect(checked.map(({ value }) => value)).to.deep.equal([chip.value]);
  });

  it('fits into 320 px', async () => {
    const host = await shown();
    host.style.inlineSize = '320px';
    expect(host.renderRoot.querySelector('.time-choice')!.scrollWidth).to.be.at.most(320);
    const small = all(host, 'label, button').filter((each) => each.offsetHeight < 44);
    expect(small.map(words)).to.be.empty;
  });
});
