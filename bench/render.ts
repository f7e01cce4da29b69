import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import puppeteer from 'puppeteer-core';

import { chromeArgs, findChrome } from '../tools/browser.mjs';
import { startProcess } from './child.ts';
import { sideBySide } from './rounds.ts';

const words = ['akta', 'pajak', 'izin', 'kartu'];

/**
 * The finder's first twenty cards, from the typed word to laid-out, beside setting the same markup
 * as innerHTML in an element with the same styles. In Chromium, slowed down four times as a cheap
 * phone is.
 */
export async function bench(): Promise<Record<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), 'mpp-bench-'));
  const server = await startProcess('mpp-server.ts', { MPP_DATA_DIR: folder, DATABASE_URL: '' });
  // A page of its own: the server's pages forbid innerHTML.
  const host = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end(`<!doctype html><html lang="id">
      <script src="${server.url}/mpp.js" defer data-regency="35.79"></script>
      <mpp-service-finder></mpp-service-finder>`);
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  const browser = await puppeteer.launch({
    executablePath: await findChrome(),
    args: chromeArgs,
    headless: true,
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 360, height: 740 });
  await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}`);
  await page.waitForSelector('mpp-service-finder >>> .category');
  // The search and its results are fetched after the first view.
  await page.evaluate(search, 'ktp', 'lit');
  await page.waitForSelector('mpp-service-finder >>> [data-service]');
  await (await page.createCDPSession()).send('Emulation.setCPUThrottlingRate', { rate: 4 });

  const all = async (how: 'lit' | 'innerHTML') => {
    let sum = 0;
    for (const word of words) sum += await page.evaluate(search, word, how);
    return sum / words.length;
  };
  await all('lit');
  await all('innerHTML');
  const { one, other, ratio } = await sideBySide(
    7,
    () => all('lit'),
    () => all('innerHTML'),
  );
  console.log(`  finder ${one.toFixed(1)} ms, innerHTML ${other.toFixed(1)} ms`);
  await browser.close();
  host.close();
  await server.stop();
  await rm(folder, { recursive: true });
  return { 'render.cards-to-innerhtml': ratio };
}

/** Milliseconds from no results to twenty on the screen; runs in the page. */
async function search(word: string, how: string): Promise<number> {
  interface Finder extends HTMLElement {
    query: string;
    updateComplete: Promise<boolean>;
  }
  const finder = document.querySelector<Finder>('mpp-service-finder')!;
  const root = finder.shadowRoot!;
  finder.query = word;
  await finder.updateComplete;
  const list = root.querySelector('.results');
  const markup = list?.outerHTML.replace(/<!--.*?-->/g, '') ?? '';
  finder.query = '';
  await finder.updateComplete;
  finder.getBoundingClientRect();
  const start = performance.now();
  if (how === 'lit') {
    finder.query = word;
    await finder.updateComplete;
    finder.getBoundingClientRect();
    return performance.now() - start;
  }
  const box = document.createElement('div');
  // eslint-disable-next-line no-restricted-syntax -- the yardstick is innerHTML itself
  box.innerHTML = markup;
  root.append(box);
  box.getBoundingClientRect();
  const time = performance.now() - start;
  box.remove();
  return time;
}
