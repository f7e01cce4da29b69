import { expect, fixture, html } from '@open-wc/testing';
import type { AgencyPerformance, PerformanceReport } from '@mpp-digital/contract';

import { Driver } from '../../test/driver.ts';
import { FakeApi, type Trouble } from '../../test/fake-api.ts';
import './define.ts';
import type { Performance } from './performance.ts';

const api = new FakeApi();
const elements = {
  ...{ requirements: 3.2, procedure: 3.1, time: 2.9, cost: 3.9, product: 3.3 },
  ...{ competence: 3.4, behaviour: 3.5, complaints: 3, facilities: 3.1 },
};

function agency(id: string, name: string, rest: Partial<AgencyPerformance>): AgencyPerformance {
  return {
    agency: { id, name: { id: name, en: `${name} (English)` } },
    visits: null,
    satisfaction: null,
    ...rest,
  };
}

const wait = { people: 90, median: 12, ninetieth: 31 };
const report: PerformanceReport = {
  month: '2026-11',
  isOver: true,
  latest: '2026-12',
  countedAt: '2026-12-02T09:00:00+07:00',
  agencies: [
    agency('bpjs', 'BPJS Kesehatan', {
      visits: { bookings: 40, served: 30, noShows: 4, cancelled: 6, wait: null },
    }),
    agency('dukcapil', 'Dukcapil', {
      visits: { bookings: 1200, served: 1100, noShows: 60, cancelled: 40, wait },
      satisfaction: { answers: 210, index: 81.5, grade: 'B', elements },
    }),
  ],
};

class PerformanceDriver extends Driver<Performance> {
  static async open(lang = 'id'): Promise<PerformanceDriver> {
    const wrapper = await fixture<HTMLElement>(
      html`<div lang=${lang}><mpp-performance regency="35.79"></mpp-performance></div>`,
    );
    return new PerformanceDriver(wrapper.querySelector('mpp-performance')!);
  }

  get report(): Performance {
    return this.element;
  }

  get bars(): string[] {
    return this.all('[part=chart] li').map((bar) => bar.innerText.replace(/\s+/g, ' ').trim());
  }

  async choose(month: string): Promise<void> {
    const select = this.one<HTMLSelectElement>('select');
    select.value = month;
    select.dispatchEvent(new Event('change'));
    await this.element.updateComplete;
  }
}

describe('mpp-performance', () => {
  beforeEach(async () => {
    await api.start();
    api.on('feedback.performance', ({ query }) => ({
      ...report,
      month: query['month'] ?? '2026-11',
    }));
  });
  afterEach(() => api.stop());

  it('shows what each agency did, the most first, as bars and in a table', async () => {
    const page = await PerformanceDriver.open();
    await page.until('Kinerja layanan, November 2026');
    expect(page.bars).to.deep.equal(['Dukcapil 1.100 orang', 'BPJS Kesehatan 30 orang']);
    const widths = page.all('.bar').map((bar) => Number(bar.getAttribute('width')));
    expect(widths[0]).to.equal(100);
    expect(widths[1]).to.be.closeTo(2.7, 0.1);
    await expect(page.report).to.be.accessible();
    page.one<HTMLDetailsElement>('details').open = true;
    const [, row] = page.all('tbody tr');
    expect([...row!.children].map((cell) => cell.textContent?.trim())).to.deep.equal([
      'Dukcapil',
      '1.200',
      '1.100',
      '60',
      '40',
      '12',
      '31',
      '81,5',
      '210',
    ]);
    await expect(page.report).to.be.accessible();
  });

  it('compares by waiting, by who did not come, and by satisfaction, and says what is not told', async () => {
    const page = await PerformanceDriver.open();
    await page.until('Dukcapil');
    page.button('Waktu tunggu').click();
    await page.until('12 menit');
    expect(page.bars).to.deep.equal(['Dukcapil 12 menit', 'BPJS Kesehatan tidak ditampilkan']);
    expect(page.button('Waktu tunggu').getAttribute('aria-pressed')).to.equal('true');
    page.button('Tidak hadir').click();
    await page.until('10%');
    expect(page.bars).to.deep.equal(['BPJS Kesehatan 10%', 'Dukcapil 5%']);
    page.button('Kepuasan (IKM)').click();
    await page.until('81,5');
  });

  it('says of this month that it is not over', async () => {
    api.on('feedback.performance', ({ query }) => ({
      ...report,
      month: query['month'] ?? '2026-11',
      isOver: query['month'] !== '2026-12',
    }));
    const page = await PerformanceDriver.open();
    await page.until('Dukcapil');
    expect(page.text).not.to.contain('belum berakhir');
    await page.choose('2026-12');
    await page.until('Kinerja layanan, Desember 2026');
    expect(page.text).to.contain('Bulan ini belum berakhir');
    expect(page.one<HTMLAnchorElement>('a').href).to.match(
      /\/v1\/35\.79\/performance\?month=2026-12$/,
    );
  });

  it('says when there is nothing yet', async () => {
    api.on('feedback.performance', () => ({ ...report, agencies: [] }));
    const page = await PerformanceDriver.open();
    await page.until('Belum ada angka untuk bulan ini.');
    await expect(page.report).to.be.accessible();
  });

  for (const trouble of ['offline', 'internal', 'wrong-shape'] satisfies Trouble[]) {
    it(`says what is wrong and reads again: ${trouble}`, async () => {
      api.trouble(trouble);
      const page = await PerformanceDriver.open();
      await page.until(() => page.all('.notice').length, 'a notice');
      await expect(page.report).to.be.accessible();
      api.lift();
      page.button('Coba lagi').click();
      await page.until('Dukcapil');
      expect(page.all('.notice')).to.be.empty;
    }).timeout(30_000);
  }

  it('keeps a month on the screen when another cannot be read', async () => {
    const page = await PerformanceDriver.open();
    await page.until('Dukcapil');
    api.trouble('not_found');
    await page.choose('2026-10');
    await page.until(() => page.all('.notice').length, 'a notice');
    expect(page.text).to.contain('Kinerja layanan, November 2026').and.to.contain('Dukcapil');
  });

  it('speaks English', async () => {
    const page = await PerformanceDriver.open('en');
    await page.until('How services did, November 2026');
    expect(page.bars[0]).to.equal('Dukcapil (English) 1,100 people');
  });

  it('stands on a narrow phone without scrolling sideways', async () => {
    const page = await PerformanceDriver.open();
    page.report.style.inlineSize = '288px';
    await page.until('Dukcapil');
    page.one<HTMLDetailsElement>('details').open = true;
    expect(page.report.scrollWidth).to.be.at.most(288);
  });
});
