// Lets Web Test Runner drive WebKitGTK: W3C WebDriver over fetch, nothing else.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const keyCodes = {
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  Backspace: '\uE003',
  Delete: '\uE017',
  Shift: '\uE008',
  Space: ' ',
  Home: '\uE011',
  End: '\uE010',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

/** @param webkit - What `findWebKit` found. */
export function webkitLauncher({ driver, browser, virtualDisplay }) {
  const pages = new Map();
  let driverProcess;
  let base;
  let session;

  async function call(method, path, body) {
    const response = await fetch(base + path, {
      method,
      signal: AbortSignal.timeout(30_000),
      ...(body && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKit, ${path}: ${value?.error} ${value?.message}`);
    return value;
  }

  const page = (method, path, body) => call(method, `/session/${session}${path}`, body);
  const act = (source) => page('POST', '/actions', { actions: [source] });
  const mouse = (...actions) =>
    act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  const move = (x, y) => ({ type: 'pointerMove', duration: 0, x, y, origin: 'viewport' });
  const down = { type: 'pointerDown', button: 0 };
  const up = { type: 'pointerUp', button: 0 };

  return {
    name: 'WebKit',
    type: 'webdriver', // what @web/test-runner-commands looks for
    concurrency: 1,

    // The runner has no hook for starting a browser but this one.
    async initialize() {
      const port = await freePort();
      base = `http://127.0.0.1:${port}`;
      const environment = { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1' };
      if (process.getuid() === 0) environment.WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS = '1';
      const command = [...(virtualDisplay ? ['xvfb-run', '-a'] : []), driver, `--port=${port}`];
      driverProcess = spawn(command[0], command.slice(1), {
        env: environment,
        stdio: 'ignore',
        detached: true,
      });
      await ready(() => call('GET', '/status'));
      const options = { binary: browser, args: ['--automation'] };
      const { sessionId } = await call('POST', '/session', {
        capabilities: {
          alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options },
        },
      });
      session = sessionId;
    },

    async stop() {
      if (session) await call('DELETE', `/session/${session}`).catch(() => {});
      session = undefined;
      // With its children: xvfb-run does not pass signals on.
      if (driverProcess?.exitCode === null) process.kill(-driverProcess.pid);
    },

    isActive: (id) => pages.has(id),
    getBrowserUrl: (id) => pages.get(id),

    async startSession(id, url) {
      pages.set(id, url);
      await page('POST', '/url', { url });
    },

    async stopSession(id) {
      pages.delete(id);
      await page('POST', '/url', { url: 'about:blank' });
      return {};
    },

    startDebugSession() {
      return Promise.reject(new Error('WebKit cannot be debugged here: use --manual.'));
    },

    sendKeys(_id, keys) {
      const actions = keys
        .map((key) => keyCodes[key] ?? key)
        .flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]);
      return act({ type: 'key', id: 'keyboard', actions });
    },
    sendMouseMove: (_id, x, y) => mouse(move(x, y)),
    sendMouseClick: (_id, x, y) => mouse(move(x, y), down, up),
    sendMouseDown: () => mouse(down),
    sendMouseUp: () => mouse(up),
    resetMouse: () => page('DELETE', '/actions'),
  };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

async function ready(ask) {
  for (let tries = 0; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (tries === 80) throw error;
      await wait(250);
    }
  }
}
