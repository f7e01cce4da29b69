import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import puppeteer from 'puppeteer-core';

import { chromeArgs, findChrome } from '../tools/browser.mjs';
import { startProcess } from './child.ts';
import { sideBySide } from './rounds.ts';

/** Each finds more than the twenty that are shown at once. */
const words = ['izin', 'surat'];

/**
 * The finder's first twenty cards, from the typed word to laid-out, in place of twenty others; beside
 * setting the same markup as innerHTML, in place of the same others, in an element with the same
 * styles. In Chromium, slowed down four times as a cheap phone is.
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
  // visible: what happens in a shadow root wakes no waiting for an element that is only there.
  await page.waitForSelector('mpp-service-finder >>> .category', { visible: true });
  // The search and its results are fetched after the first view.
  await page.evaluate(search, words[0]!, words[1]!, 'lit');
  await page.waitForSelector('mpp-service-finder >>> [data-service]', { visible: true });
  await (await page.createCDPSession()).send('Emulation.setCPUThrottlingRate', { rate: 4 });

  const all = async (how: 'lit' | 'innerHTML') => {
    const [one, other] = words as [string, string];
    const times = [
      await page.evaluate(search, one, other, how),
      await page.evaluate(search, other, one, how),
    ];
    return (times[0]! + times[1]!) / 2;
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

/** Milliseconds from twenty other results to twenty for this word on the screen; runs in the page. */
async function search(word: string, other: string, how: string): Promise<number> {
  interface Finder extends HTMLElement {
    query: string;
    updateComplete: Promise<boolean>;
  }
  const finder = document.querySelector<Finder>('mpp-service-finder')!;
  const root = finder.shadowRoot!;
  const show = async (query: string) => {
    finder.query = query;
    await finder.updateComplete;
    finder.getBoundingClientRect();
    return root.querySelector('.results')?.innerHTML.replace(/<!--.*?-->/g, '') ?? '';
  };
  const markup = await show(word);
  const before = await show(other);
  await new Promise((resolve) => setTimeout(resolve, 100)); // what comes after a search
  if (how === 'lit') {
    const start = performance.now();
    finder.query = word;
    await finder.updateComplete;
    finder.getBoundingClientRect();
    return performance.now() - start;
  }
  const list = root.querySelector('.results')!.cloneNode() as HTMLElement;
  /* eslint-disable no-restricted-syntax -- the yardstick is innerHTML itself */
  list.innerHTML = before;
  root.append(list);
  list.getBoundingClientRect();
  const start = performance.now();
  list.innerHTML = markup;
  list.getBoundingClientRect();
  const time = performance.now() - start;
  /* eslint-enable no-restricted-syntax */
  list.remove();
  return time;
}
