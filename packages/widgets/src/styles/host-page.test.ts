import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';

import '../status-tracker/define.ts';
import type { StatusTracker } from '../status-tracker/status-tracker.ts';
import { printAlone } from '../print-alone.ts';

/** Media are set through Chromium's own protocol. */
const inChromium = navigator.userAgent.includes('Chrome/') ? it : it.skip;

/** A tracker on a page with a style of its own. */
async function styled(css: string): Promise<StatusTracker> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
  const page = await fixture<HTMLElement>(
    html`<main><mpp-status-tracker regency="35.79"></mpp-status-tracker></main>`,
  );
  const tracker = page.querySelector('mpp-status-tracker')!;
  await tracker.updateComplete;
  return tracker;
}

describe('a widget on a page with a style of its own', () => {
  afterEach(() => {
    document.adoptedStyleSheets = [];
  });

  for (const reset of [
    '* { margin: 0; padding: 0; box-sizing: content-box }',
    'mpp-status-tracker { padding: 0 !important; inline-size: 100% }',
  ]) {
    it(`keeps its own distance: ${reset}`, async () => {
      const tracker = await styled(reset);
      const { left, right } = tracker.getBoundingClientRect();
      const form = tracker.shadowRoot!.querySelector('form')!.getBoundingClientRect();
      expect(form.left - left).to.equal(16);
      expect(right).to.be.at.most(tracker.parentElement!.getBoundingClientRect().right);
    });
  }

  it('has the distance that the page asks for by its token', async () => {
    const tracker = await styled(':root { --mpp-padding: 8px 0 }');
    expect(getComputedStyle(tracker).padding).to.equal('8px 0px');
  });

  it('sets its texts as ever, in the page’s font and size', async () => {
    const tracker = await styled(`main {
      font: italic 900 20px/3 monospace; letter-spacing: 5px; word-spacing: 9px; text-indent: 40px;
      text-transform: uppercase; text-align: right; text-shadow: 1px 1px red; white-space: nowrap;
      direction: rtl;
    }`);
    const style = getComputedStyle(tracker.shadowRoot!.querySelector('.hint')!);
    for (const [name, value] of Object.entries(asEver)) {
      expect(style.getPropertyValue(name), name).to.equal(value);
    }
    expect(style.fontFamily).to.equal('monospace');
    expect(style.fontSize).to.equal('20px');
  });

  inChromium('is printed black on white, as long as it is', async () => {
    const tracker = await styled(`
      :root { color-scheme: dark; overflow: hidden; --mpp-color-text: #eee }
      body, main { block-size: 100px; overflow: hidden; transform: scale(0.5) }
    `);
    await emulateMedia({ media: 'print', colorScheme: 'dark' });
    const { print } = window;
    let printed: string[] = [];
    window.print = () => {
      printed = ['main', 'body', 'html'].flatMap((each) => {
        const { overflow, transform } = getComputedStyle(document.querySelector(each)!);
        return [overflow, transform];
      });
    };
    printAlone(tracker);
    window.print = print;
    const { color, backgroundColor } = getComputedStyle(
      tracker.shadowRoot!.querySelector('.hint')!,
    );
    dispatchEvent(new Event('afterprint'));
    await emulateMedia({ media: 'screen', colorScheme: 'light' });
    expect(new Set(printed)).to.deep.equal(new Set(['visible', 'none']));
    expect([color, backgroundColor]).to.deep.equal(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  });
});

const asEver = {
  'font-style': 'normal',
  'font-weight': '400',
  'line-height': '30px',
  'letter-spacing': 'normal',
  'word-spacing': '0px',
  'text-indent': '0px',
  'text-transform': 'none',
  'text-align': 'start',
  'text-shadow': 'none',
  'white-space': 'normal',
  direction: 'ltr',
};
