import { readFile } from 'node:fs/promises';

import type { Page } from 'puppeteer-core';

/** Whatever axe finds wrong with a page. */
export async function axeFaults(page: Page): Promise<string[]> {
  const axe = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  const session = await page.createCDPSession();
  // Not by a script element, which the page's policy would refuse.
  await session.send('Runtime.evaluate', { expression: axe });
  return page.evaluate(async () => {
    const { run } = Reflect.get(window, 'axe') as {
      run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    };
    const { violations } = await run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
  });
}
