import type { PageSettings } from '../page-settings.ts';

/** What each widget is made of, what stands on nothing first. Filled in by the build. */
declare const EMBED_FILES: Record<string, string[]>;

/** The hash of each file. Filled in by the build. */
declare const EMBED_HASHES: Record<string, string>;

/**
 * `mpp.js`: turns the links of a page into widgets, and loads what the page uses. A classic script,
 * because tag managers run no modules. Loaded twice, the second does nothing.
 */
function start(script: HTMLScriptElement) {
  const { api, regency = '' } = script.dataset;
  globalThis.mppDigital = {
    api: api || new URL(script.src).origin,
    regency,
  } satisfies PageSettings;

  const preloaded = new Set<string>();
  const load = (widget: string) => {
    const files = EMBED_FILES[widget];
    const address = (file: string) => new URL(`mpp/${file}.js`, script.src).href;
    for (const file of files ?? []) {
      if (preloaded.has(file)) continue;
      preloaded.add(file);
      const preload = document.createElement('link');
      preload.rel = 'modulepreload';
      preload.integrity = `sha256-${EMBED_HASHES[file]}`;
      preload.crossOrigin = '';
      preload.nonce = script.nonce;
      preload.href = address(file);
      document.head.append(preload);
    }
    // A chunk that cannot be had leaves the link as it is, which leads to the server's own page.
    if (files) import(address(files.at(-1)!)).catch(console.warn);
  };

  const seen = new WeakSet<Element>();
  const upgrade = (found: HTMLElement) => {
    if (seen.has(found)) return;
    seen.add(found);
    const widget = found.dataset['mppWidget'];
    load(widget ?? found.localName.slice(4));
    if (!widget) return;
    const tag = `mpp-${widget}`;
    void customElements.whenDefined(tag).then(() => {
      const element = document.createElement(tag);
      for (const { name, value } of found.attributes) {
        const own = /^(?:data-mpp-(?!widget)|(?=(?:id|lang|class)$))(.+)/.exec(name);
        if (own) element.setAttribute(own[1]!, value);
      }
      found.replaceWith(element);
    });
  };

  // Links of editors, and the elements of developers.
  const scan = () =>
    document
      .querySelectorAll<HTMLElement>('a[data-mpp-widget],:not(:defined)')
      .forEach((found) => upgrade(found));

  scan();
  new MutationObserver(scan).observe(document, { childList: true, subtree: true });
}

if (!globalThis.mppDigital) start(document.currentScript as HTMLScriptElement);
