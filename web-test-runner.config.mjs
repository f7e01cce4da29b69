import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';

import { chromeArgs, findChrome, findFirefox, findWebKit } from './tools/browser.mjs';
import { webkitLauncher } from './tools/webkit-launcher.mjs';

const firefox = findFirefox();
const webkit = findWebKit();

// A window and a store of its own for each test page: one behind another is never painted.
const createPage = async ({ browser }) => (await browser.createBrowserContext()).newPage();

// The runner uses a page for one file after another, and Chromium keeps 50 steps of its history: of
// a full one it drops the steps that a script made, and Back leads out of the tests.
async function createForgetfulPage({ browser }) {
  const page = await createPage({ browser });
  const session = await page.createCDPSession();
  sessions.set(page, session);
  const goto = page.goto.bind(page);
  page.goto = async (...address) => {
    await session.send('Page.resetNavigationHistory');
    return goto(...address);
  };
  return page;
}

const sessions = new WeakMap();

// The runner's own emulateMedia() knows no forced colours in Chromium, and says nothing of it.
const forceColors = {
  name: 'force-colors',
  async executeCommand({ command, payload, session }) {
    if (command !== 'force-colors') return undefined;
    const devtools = sessions.get(session.browser.getPage(session.id));
    const features = [{ name: 'forced-colors', value: payload.active ? 'active' : 'none' }];
    await devtools.send('Emulation.setEmulatedMedia', { features });
    return true;
  },
};

const launchers = {
  chromium: async () =>
    chromeLauncher({
      createPage: createForgetfulPage,
      launchOptions: { executablePath: await findChrome(), args: chromeArgs },
    }),
  firefox: () =>
    firefox &&
    chromeLauncher({
      puppeteer,
      createPage,
      // Its contexts are tabs of one window, and the timers of a tab in the back run late.
      concurrency: 1,
      launchOptions: {
        browser: 'firefox',
        executablePath: firefox,
        // A window behind another counts as seen: else its frames come ever more rarely.
        extraPrefsFirefox: { 'layout.testing.top-level-always-active': true },
      },
    }),
  webkit: () => webkit && webkitLauncher(webkit),
};

// BROWSERS=chromium npm run test:browser, to run in one. Without it, in all that are installed.
const named = process.env.BROWSERS?.split(',');
const browsers = [];
for (const name of named ?? Object.keys(launchers)) {
  const launcher = await launchers[name]?.();
  if (launcher) browsers.push(launcher);
  else if (named) throw new Error(`BROWSERS names ${name}, which is not installed here.`);
  else console.log(`${name} is not installed: these tests run without it.`);
}

export default {
  files: ['packages/widgets/{src,test}/**/*.test.ts', '!**/*.node.test.ts'],
  rootDir: '.',
  nodeResolve: { exportConditions: ['mpp-src', 'production', 'default'] },
  plugins: [
    forceColors,
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.base.json' }),
  ],
  browsers,
  concurrentBrowsers: 2,
  concurrency: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  // Mocha's own two seconds are too few for the first accessibility check on a busy machine.
  testFramework: { config: { timeout: 15_000 } },
  coverageConfig: {
    include: ['packages/*/src/**/*.ts'],
    reporters: ['text-summary', 'lcov'],
  },
};
