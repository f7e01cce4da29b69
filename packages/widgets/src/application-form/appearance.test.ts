import { expect } from '@open-wc/testing';

import { ApplicationDriver } from '../../test/application-driver.ts';
import { FakeApi } from '../../test/fake-api.ts';
import { formOf } from '../../test/fake-forms.ts';
import { forceColors } from '../../test/force-colors.ts';
import './define.ts';

const api = new FakeApi();

describe('the application form on the screen', () => {
  beforeEach(async () => {
    await api.start();
    api.on('applications.form', ({ params }) => formOf(params['serviceId']!));
  });
  afterEach(() => api.stop());

  it('fits a phone of 320 pixels, with targets for thumbs', async () => {
    const driver = await ApplicationDriver.open('sip-perawat');
    driver.form.style.inlineSize = '320px';
    await driver.until(() => driver.heading === 'Tentang Anda', 'the first step');
    await driver.next();
    for (const part of driver.all('input, button, label, p, h2, li')) {
      expect(part.getBoundingClientRect().right, part.outerHTML).to.be.at.most(
        driver.form.getBoundingClientRect().right + 1,
      );
    }
    for (const target of driver.all('.choices label, .tick-line, button, input[type="text"]')) {
      expect(target.getBoundingClientRect().height, target.outerHTML).to.be.at.least(44);
    }
  });

  it('shows what is chosen where the system chooses the colours', async function () {
    if (!navigator.userAgent.includes('Chrome')) this.skip();
    await forceColors(true);
    try {
      const driver = await ApplicationDriver.open('sip-perawat');
      await driver.until(() => driver.heading === 'Tentang Anda', 'the first step');
      const [label, other] = driver.all('.choices label');
      label!.click();
      await driver.form.updateComplete;
      const { borderColor } = getComputedStyle(label!);
      expect(borderColor).not.to.equal(getComputedStyle(other!).borderColor);
      await expect(driver.form).to.be.accessible();
    } finally {
      await forceColors(false);
    }
  });
});
