// Pictures of every state of the widgets, to be looked at: npm run screenshots [name…]
//
// On the server's own pages, in a real browser, at 360 and 1280 px, light and dark, into screenshots/.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog, readConfig, startServer } from '@mpp-digital/server';
import puppeteer from 'puppeteer-core';

import { chromeArgs, findChrome } from './browser.mjs';
import { Screen } from './screenshots/screen.mjs';
import { states } from './screenshots/states.mjs';

const wanted = process.argv.slice(2);
const folder = 'screenshots';
const data = mkdtempSync(join(tmpdir(), 'mpp-screenshots-'));

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const config = readConfig({ PORT: '0', MPP_DATA_DIR: data, MPP_HOLDS_PER_CLIENT: '10000' });
const server = await startServer(config, createLog('error'));
const browser = await puppeteer.launch({
  executablePath: await findChrome(),
  args: chromeArgs,
  headless: true,
});

let failures = 0;
for (const [name, { path, show }] of Object.entries(states)) {
  if (wanted.length > 0 && !wanted.some((each) => name.includes(each))) continue;
  for (const scheme of ['light', 'dark']) {
    // One run for both widths: what was typed and taken stays, only the window changes. And a browser
    // that was never here: it has kept nothing for bad days.
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const screen = new Screen(page, server.url);
    try {
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      await screen.open(path);
      await show(screen);
      for (const width of [360, 1280]) {
        await page.setViewport({ width, height: 800 });
        await page.screenshot({
          path: join(folder, `${name}.${width}.${scheme}.png`),
          fullPage: true,
        });
      }
    } catch (error) {
      failures++;
      console.error(`${name}, ${scheme}: ${error.message}`);
    }
    await context.close();
  }
  console.log(name);
}

await browser.close();
await server.close();
rmSync(data, { recursive: true });
process.exitCode = failures > 0 ? 1 : 0;
