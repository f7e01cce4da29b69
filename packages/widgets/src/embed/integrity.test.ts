// What the loader stands on: browsers check a module by the hash that its preload link names, also
// when it is written as in a file's name, and say whether it fits.
import { assert } from '@open-wc/testing';

const modules = ['announce', 'clipboard', 'language', 'patience', 'print-alone', 'readable-color'];

const isWebKit = /AppleWebKit/.test(navigator.userAgent) && !/Chrom/.test(navigator.userAgent);

/** The module at an address of its own, because browsers keep modules by their addresses. */
const copyOf = (name: string) =>
  new URL(`../${name}.ts?copy=${Math.random()}`, import.meta.url).href;

async function hashOf(address: string): Promise<string> {
  const response = await fetch(address);
  assert.isTrue(response.ok, address);
  const bytes = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  const base64 = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace('=', '');
}

function preload(href: string, hash: string) {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'modulepreload', integrity: `sha256-${hash}`, crossOrigin: '', href });
  const told = new Promise<boolean>((resolve) => {
    link.onload = () => resolve(true);
    link.onerror = () => resolve(false);
  });
  document.head.append(link);
  return told;
}

describe('a preloaded module', () => {
  for (const name of modules) {
    it(`runs when its hash fits, as a name writes it: ${name}`, async () => {
      const address = copyOf(name);
      const hash = await hashOf(address);
      // As often as somebody needs it, also while it is on its way.
      const told = await Promise.all([preload(address, hash), preload(address, hash)]);
      assert.deepEqual([...told, await preload(address, hash)], [true, true, true]);
      assert.isNotEmpty(Object.keys((await import(address)) as object));
    });
  }

  it('is refused when its hash does not fit, before anybody imports it', async function () {
    // WebKit asks for the file a second time when a hash is given, and does not check it.
    if (isWebKit) this.skip();
    const address = copyOf('patience');
    assert.isFalse(await preload(address, (await hashOf(address)).replace(/^.{4}/, 'AAAA')));
  });
});
