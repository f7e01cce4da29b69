import { expect, fixture, html, waitUntil } from '@open-wc/testing';

import './status-tracker/define.ts';
import type { StatusTracker } from './status-tracker/status-tracker.ts';
import { contrast, type Rgb } from './readable-color.ts';

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

const rgb = (color: string) => color.match(/\d+/g)!.map(Number) as Rgb;

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
