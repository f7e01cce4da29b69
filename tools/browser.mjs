// Finds the browsers that tests and screenshots run in.
//
// A Chromium is always found: CHROME_PATH, else Chrome, Chromium or Edge where they are usually
// installed, else a locked Chromium from npm (Linux x64), else Chrome's own download. Firefox and
// WebKit are used where they are installed.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const cache = join(import.meta.dirname, '..', '.cache');
const onLinux = process.platform === 'linux';

const windowsPrograms = [
  process.env.PROGRAMFILES,
  process.env['PROGRAMFILES(X86)'],
  process.env.LOCALAPPDATA,
].filter(Boolean);

const usualPlaces =
  {
    linux: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome-stable',
      '/usr/bin/google-chrome',
      '/usr/bin/microsoft-edge',
    ],
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: windowsPrograms.flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  }[process.platform] ?? [];

/** Quiet, alone, and allowed to run as root in a container. */
export const chromeArgs = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  ...(onLinux && (process.getuid() === 0 || process.env.CI)
    ? ['--no-sandbox', '--disable-dev-shm-usage']
    : []),
];

/** Path of a Chromium; may set LD_LIBRARY_PATH for the children of this process. */
export async function findChrome() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  const installed = process.env.MPP_BUNDLED_CHROME ? undefined : usualPlaces.find(existsSync);
  if (installed) return installed;
  return onLinux && process.arch === 'x64' ? bundledChromium() : downloadedChrome();
}

/** Path of a Firefox, or undefined. */
export function findFirefox() {
  return (
    process.env.FIREFOX_PATH ??
    onPath('firefox-esr') ??
    onPath('firefox') ??
    ['/Applications/Firefox.app/Contents/MacOS/firefox'].find(existsSync)
  );
}

/** WebKitGTK's driver and browser, or undefined. Without a display it needs `xvfb-run`. */
export function findWebKit() {
  const driver = onPath('WebKitWebDriver');
  const [browser] = onLinux ? globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser') : [];
  if (!driver || !browser) return undefined;
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return { driver, browser };
  return onPath('xvfb-run') && { driver, browser, virtualDisplay: true };
}

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find(existsSync);
}

async function bundledChromium() {
  const tool = join(import.meta.dirname, 'chromium');
  const library = join(tool, 'node_modules', '@sparticuz', 'chromium');
  if (!existsSync(join(library, 'bin', 'chromium.br'))) {
    console.error('No Chrome or Chromium found: installing a locked one from npm (67 MB, once).');
    const install = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    const { status } = spawnSync('npm', install, { cwd: tool, stdio: ['ignore', 2, 2] });
    if (status !== 0) throw new Error('No browser: install Chromium or set CHROME_PATH.');
  }
  const { version } = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8'));
  const folder = join(cache, `chromium-${version}`);
  const binary = join(folder, 'chromium');
  if (!existsSync(binary)) await unpack(library, folder);
  if (spawnSync(binary, ['--version']).status !== 0) {
    const path = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH];
    process.env.LD_LIBRARY_PATH = path.filter(Boolean).join(':');
  }
  return binary;
}

/** The library unpacks into the temporary folder, not at once: give it its own, then rename. */
async function unpack(library, folder) {
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = draft;
  try {
    const chromium = await import(pathToFileURL(join(library, 'build', 'index.js')));
    await chromium.default.executablePath(join(library, 'bin'));
    await chromium.inflate(join(library, 'bin', 'al2023.tar.br')); // shared libraries, if missing
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  try {
    renameSync(draft, folder);
  } catch {
    rmSync(draft, { recursive: true, force: true }); // another process was faster
  }
}

function downloadedChrome() {
  const folder = join(cache, 'browsers');
  const find = () => globSync(join(folder, '**', 'chrome-headless-shell{,.exe}'))[0];
  if (!find()) {
    const { status } = spawnSync(
      'npx',
      ['browsers', 'install', 'chrome-headless-shell@stable', '--path', folder],
      { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' },
    );
    if (status !== 0) throw new Error('No browser: install Chrome or set CHROME_PATH.');
  }
  return find();
}
