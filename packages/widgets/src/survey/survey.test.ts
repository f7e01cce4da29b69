import { expect, fixture, html } from '@open-wc/testing';
import { surveyElements, type SurveyElement } from '@mpp-digital/contract';

import { Driver } from '../../test/driver.ts';
import { FakeApi, type Trouble } from '../../test/fake-api.ts';
import './define.ts';
import type { Survey } from './survey.ts';

const api = new FakeApi();
const code = '7K3M9QXT2BHR';
/** The SDK tries three times, with pauses, before it gives up. */
const patience = 20_000;

const said = (id: string) => ({ id, en: `${id} (English)` });
const questions = surveyElements.map((element) => ({
  element,
  name: said(element),
  question: said(`Bagaimana ${element}?`),
  answers: ['Buruk', 'Cukup', 'Baik', 'Sangat baik'].map(said),
}));

/** Answers a survey as a citizen does. */
class SurveyDriver extends Driver<Survey> {
  static async open(attributes: { code?: string; lang?: string } = {}): Promise<SurveyDriver> {
    const wrapper = await fixture<HTMLElement>(
      html`<div lang=${attributes.lang ?? 'id'}>
        <mpp-survey regency="35.79" code=${attributes.code ?? code}></mpp-survey>
      </div>`,
    );
    const driver = new SurveyDriver(wrapper.querySelector('mpp-survey')!);
    await driver.element.updateComplete;
    return driver;
  }

  get survey(): Survey {
    return this.element;
  }

  async ready(): Promise<this> {
    await this.until(() => this.all('fieldset').length === 9, 'nine questions');
    return this;
  }

  async choose(element: SurveyElement, score: number): Promise<void> {
    this.one(`#${element}-${score}`).click();
    await this.element.updateComplete;
  }

  async chooseAll(score: number): Promise<void> {
    for (const element of surveyElements) await this.choose(element, score);
  }

  async send(): Promise<void> {
    this.one<HTMLFormElement>('form').requestSubmit();
    await this.element.updateComplete;
  }
}

describe('mpp-survey', () => {
  beforeEach(async () => {
    await api.start();
    api.on('feedback.questions', () => ({ questions }));
    api.on('feedback.answer', () => ({ month: '2026-12' }));
  });
  afterEach(() => api.stop());

  it('takes the code out of the address where the page says so', async () => {
    const address = location.pathname + location.search;
    history.replaceState(null, '', `${address}#${code}`);
    const survey = await fixture<Survey>(html`<mpp-survey regency="35.79" fragment></mpp-survey>`);
    expect(survey.code).to.equal(code);
    expect(location.hash).to.equal('');
  });

  it('asks nine questions, sends the scores with the code, and thanks', async () => {
    const driver = await (await SurveyDriver.open()).ready();
    expect(driver.heading).to.equal('Bagaimana layanan tadi?');
    await expect(driver.survey).to.be.accessible();
    await driver.chooseAll(3);
    await driver.choose('cost', 4);
    await driver.send();
    await driver.until('Jawaban Anda sudah kami terima.');
    const [call] = api.callsOf('feedback.answer');
    expect(call!.token).to.equal(code);
    expect(call!.url).not.to.contain(code);
    expect(call!.body).to.deep.equal({
      ...Object.fromEntries(surveyElements.map((element) => [element, 3])),
      cost: 4,
    });
    expect(driver.focused?.textContent).to.equal('Terima kasih');
    await expect(driver.survey).to.be.accessible();
  });

  it('says what is missing, leads to it, and keeps what was answered', async () => {
    const driver = await (await SurveyDriver.open({ code: '' })).ready();
    await driver.choose('time', 2);
    await driver.send();
    await driver.until('Pilih jawaban tentang cost');
    expect(driver.focused?.id).to.equal('error-summary');
    expect(driver.all('#error-summary a')).to.have.length(9);
    await expect(driver.survey).to.be.accessible();
    driver.one('#error-summary a[href="#cost-1"]').click();
    expect(driver.focused?.id).to.equal('cost-1');
    expect(driver.one<HTMLInputElement>('#time-2').checked).to.equal(true);
    expect(api.callsOf('feedback.answer')).to.have.length(0);

    await driver.chooseAll(4);
    const field = driver.one<HTMLInputElement>('#code');
    field.value = '7k3m 9qxt-2bhr';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await driver.send();
    await driver.until('Terima kasih');
    expect(api.callsOf('feedback.answer')[0]!.token).to.equal(code);
  });

  const refusals: Partial<Record<Trouble, string>> = {
    not_found: 'Tidak ada antrean dengan kode ini.',
    wrong_state: 'Kunjungan dengan kode ini belum selesai dilayani.',
    already_answered: 'Jawaban untuk kunjungan ini sudah kami terima.',
    offline: 'Tidak ada sambungan. Isian Anda masih ada.',
  };
  for (const [trouble, sentence] of Object.entries(refusals)) {
    it(`says what came of the answers: ${trouble}`, async () => {
      const driver = await (await SurveyDriver.open()).ready();
      await driver.chooseAll(1);
      api.trouble(trouble as Trouble, 'feedback.answer');
      await driver.send();
      await driver.until(sentence);
      const isOver = trouble === 'already_answered';
      expect(driver.all('input:checked')).to.have.length(isOver ? 0 : 9);
      api.lift();
      if (isOver) return;
      await driver.send();
      await driver.until('Jawaban Anda sudah kami terima.');
    }).timeout(patience);
  }

  for (const trouble of ['offline', 'internal', 'wrong-shape'] as const) {
    it(`tries again when there are no questions: ${trouble}`, async () => {
      api.trouble(trouble);
      const driver = await SurveyDriver.open();
      await driver.until(() => driver.has('Coba lagi'), 'Coba lagi');
      await expect(driver.survey).to.be.accessible();
      api.lift();
      driver.button('Coba lagi').click();
      await driver.ready();
    }).timeout(patience);
  }

  it('says that the line is slow, and goes on', async () => {
    api.trouble('slow');
    const driver = await SurveyDriver.open();
    await driver.until('Sambungan lambat.');
    api.lift();
    await driver.ready();
  }).timeout(patience);

  it('speaks English where the page does', async () => {
    const driver = await (await SurveyDriver.open({ lang: 'en' })).ready();
    expect(driver.heading).to.equal('How was the service?');
    expect(driver.words('legend')).to.contain('(English)');
  });
});
