import { expect, fixture, html } from '@open-wc/testing';
import { surveyElements } from '@mpp-digital/contract';

import { FakeApi } from '../../test/fake-api.ts';
import { serviceOf } from '../../test/fake-catalogue.ts';
import { someBooking, TrackerDriver } from '../../test/tracker-driver.ts';
import '../survey/define.ts';

const api = new FakeApi();

async function served(lang?: string) {
  const ticket = someBooking(api);
  api.bookings.advance(ticket.id, 'served');
  return { ticket, driver: await TrackerDriver.showing(ticket.code, lang) };
}

describe('what the tracker leads to afterwards', () => {
  beforeEach(() => api.start());
  afterEach(() => api.stop());

  it('is the survey on the server’s page, with the code where no server logs it', async () => {
    const { ticket, driver } = await served();
    const link = driver.one<HTMLAnchorElement>('.result .row a');
    expect(link.textContent).to.equal('Beri nilai layanan ini');
    const { pathname, search, hash } = new URL(link.href);
    expect(pathname).to.equal('/35.79/survei');
    expect(search).to.equal('');
    expect(hash).to.equal(`#${ticket.code}`);
    await expect(driver.tracker).to.be.accessible();
  });

  it('is the survey of the page, where it has one', async () => {
    const said = { id: 'Bagaimana?', en: 'How?' };
    const answers = [said, said, said, said];
    const questions = surveyElements.map((element) => ({
      ...{ element, name: said, question: said, answers },
    }));
    api.on('feedback.questions', () => ({ questions }));
    const survey = await fixture<HTMLElementTagNameMap['mpp-survey']>(
      html`<mpp-survey lang="id" regency="35.79"></mpp-survey>`,
    );
    const { ticket, driver } = await served();
    driver.one('.result .row a').click();
    await driver.until(() => document.activeElement === survey, 'the survey has the focus');
    expect(survey.code).to.equal(ticket.code);
    expect(survey.shadowRoot!.querySelector('#code')).to.equal(null);
  });

  it('is no survey before somebody was served', async () => {
    const ticket = someBooking(api);
    api.bookings.advance(ticket.id, 'cancelled');
    const driver = await TrackerDriver.showing(ticket.code);
    expect(driver.has('Beri nilai layanan ini')).to.be.false;
  });

  it('is SP4N-LAPOR!, with a reference that names neither the person nor the code', async () => {
    const ticket = someBooking(api);
    const driver = await TrackerDriver.showing(ticket.secret);
    expect(driver.one<HTMLAnchorElement>('.complaint a').href).to.equal('https://www.lapor.go.id/');
    const reference = driver.words('.reference');
    expect(reference).to.contain('KTP-el hilang').and.to.contain(ticket.number);
    expect(reference).to.contain('MPP Among Warga');
    expect(reference).not.to.match(/Siti|7890/);
    expect(reference.replaceAll('-', '')).not.to.contain(ticket.code);
  });

  it('is what the service says instead', async () => {
    const service = serviceOf('ktp-el-hilang');
    const label = { id: 'Loket 12', en: 'Counter 12' };
    api.on('catalogue.service', () => ({ ...service, complaintChannels: [{ label }] }));
    const { driver } = await served();
    await driver.until('Loket 12');
    expect(driver.all('.complaint a')).to.be.empty;
  });
});
