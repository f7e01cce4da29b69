import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';

import './status-tracker/define.ts';
import type { StatusTracker } from './status-tracker/status-tracker.ts';
import { contrast, type Rgb } from './readable-color.ts';
import { waitUntil } from '../test/wait-until.ts';

/** A tracker on a page with these tokens. */
async function themed(tokens: Record<string, string>) {
  const page = await fixture<HTMLElement>(
    html`<div><mpp-status-tracker regency="35.79"></mpp-status-tracker></div>`,
  );
  const tracker = page.querySelector<StatusTracker>('mpp-status-tracker')!;
  const set = (changed: Record<string, string>) => {
    for (const [name, value] of Object.entries(changed)) page.style.setProperty(name, value);
    tracker.requestUpdate();
  };
  set(tokens);
  await tracker.updateComplete;
  const button = tracker.renderRoot.querySelector<HTMLElement>('.primary')!;
  return { tracker, set, brand: () => rgb(getComputedStyle(button).backgroundColor) };
}

/** A colour that is no `rgb(…)` was left as it is. */
const rgb = (color: string) =>
  color.startsWith('rgb') ? (color.match(/\d+/g)!.map(Number) as Rgb) : left;
const left: Rgb = [NaN, NaN, NaN];

describe('a brand colour', () => {
  it('stays as it is where it can be read', async () => {
    const { brand } = await themed({ '--mpp-color-brand': '#7a1f5c' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(brand()).to.deep.equal([0x7a, 0x1f, 0x5c]);
  });

  for (const [name, tokens, surface] of [
    ['darker on white', { '--mpp-color-brand': 'gold' }, [255, 255, 255]],
    [
      'lighter on black',
      {
        '--mpp-color-brand': '#1a237e',
        '--mpp-color-surface': '#111',
        '--mpp-color-text': '#eee',
        '--mpp-color-text-muted': '#bbb',
      },
      [17, 17, 17],
    ],
  ] as const) {
    it(`becomes ${name}`, async () => {
      const { tracker, brand } = await themed(tokens);
      await waitUntil(() => contrast(brand(), [...surface]) >= 4.5, 'unreadable');
      await expect(tracker).to.be.accessible();
    });
  }

  for (const [brandColor, surface, page, behind] of [
    ['#1a237e', 'transparent', '#111', [17, 17, 17]],
    ['#1a237e', 'rgb(0 0 0 / 80%)', '#fff', [51, 51, 51]],
    ['', 'transparent', 'oklch(0.2 0.02 260)', [17, 22, 29]],
    ['oklch(0.87 0.18 90)', '#fff', '#fff', [255, 255, 255]],
    ['color-mix(in oklab, gold, white)', '#fff', '#fff', [255, 255, 255]],
  ] as const) {
    it(`becomes readable: “${brandColor}” on ${surface} on ${page}`, async () => {
      document.body.style.background = page;
      const { brand } = await themed({
        '--mpp-color-brand': brandColor,
        '--mpp-color-surface': surface,
      });
      await waitUntil(() => contrast(brand(), [...behind]) >= 4.4, 'unreadable');
      document.body.style.background = '';
    });
  }

  it('follows the page from light to dark and back, without a word', async () => {
    const { tracker, brand } = await themed({ '--mpp-color-brand': '#1a237e' });
    document.documentElement.style.colorScheme = 'dark';
    await waitUntil(() => contrast(brand(), [20, 24, 29]) >= 4.5, 'unreadable');
    document.documentElement.style.colorScheme = 'light';
    await waitUntil(() => brand().join() === '26,35,126', 'not as it is');
    // The page's own dark colours, as a switch on it sets them.
    const page = tracker.parentElement!;
    page.style.setProperty('--mpp-color-surface', '#111');
    await waitUntil(() => contrast(brand(), [17, 17, 17]) >= 4.5, 'unreadable');
    document.documentElement.style.colorScheme = '';
  });

  (navigator.userAgent.includes('Chrome/') ? it : it.skip)(
    'follows the system from light to dark',
    async () => {
      document.documentElement.style.colorScheme = 'light dark';
      const { brand } = await themed({ '--mpp-color-brand': '#1a237e' });
      await emulateMedia({ colorScheme: 'dark' });
      await waitUntil(() => contrast(brand(), [20, 24, 29]) >= 4.5, 'unreadable');
      await emulateMedia({ colorScheme: 'light' });
      document.documentElement.style.colorScheme = '';
    },
  );

  it('is judged anew when the page changes it', async () => {
    const { set, brand } = await themed({ '--mpp-color-brand': '#7a1f5c' });
    set({ '--mpp-color-brand': '#ffe9a8' });
    await waitUntil(() => contrast(brand(), [255, 255, 255]) >= 4.5, 'unreadable');
    set({ '--mpp-color-brand': '#004d40' });
    await waitUntil(() => brand().join() === '0,77,64', 'not as it is');
    set({ '--mpp-color-brand': '#ffe9a8' });
    await waitUntil(() => brand().join() !== '0,77,64', 'not judged');
    set({ '--mpp-color-brand': '' });
    await waitUntil(() => brand().join() === '11,92,173', 'not the widget’s own');
  });
});
