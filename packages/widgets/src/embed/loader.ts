import type { PageSettings } from '../page-settings.ts';

/** Files of each widget with their hashes, what it stands on first. Filled in by the build. */
declare const EMBED_FILES: Record<string, [file: string, integrity: string][]>;

/**
 * `mpp.js`: turns the links of a page into widgets, and loads what the page uses. A classic script,
 * because tag managers run no modules. Loaded twice, the second does nothing.
 */
function start(script: HTMLScriptElement) {
  const { api, regency = '' } = script.dataset;
  globalThis.mppDigital = { api: api || new URL(script.src).origin, regency } satisfies PageSettings;

  const loaded = new Set<string>();
  const load = (widget: string) => {
    const files = EMBED_FILES[widget];
    if (!files || loaded.has(widget)) return;
    loaded.add(widget);
    let url = '';
    for (const [file, integrity] of files) {
      url = new URL(file, script.src).href;
      const preload = document.createElement('link');
      preload.rel = 'modulepreload';
      preload.integrity = integrity;
      preload.crossOrigin = '';
      preload.nonce = script.nonce;
      preload.href = url;
      document.head.append(preload);
    }
    // A chunk that cannot be had leaves the link as it is, which leads to the server's own page.
    import(url).catch(() => loaded.delete(widget));
  };

  const seen = new WeakSet<HTMLElement>();
  const upgrade = (link: HTMLElement) => {
    if (seen.has(link)) return;
    seen.add(link);
    const widget = link.dataset['mppWidget']!;
    const tag = `mpp-${widget}`;
    load(widget);
    void customElements.whenDefined(tag).then(() => {
      const element = document.createElement(tag);
      for (const { name, value } of link.attributes) {
        const own = /^(?:data-mpp-(?!widget)|(?=(?:id|lang|class)$))(.+)/.exec(name);
        if (own) element.setAttribute(own[1]!, value);
      }
      link.replaceWith(element);
    });
  };

  const scan = (root: ParentNode) => {
    root.querySelectorAll<HTMLElement>('a[data-mpp-widget]').forEach(upgrade);
    for (const widget in EMBED_FILES) if (root.querySelector(`mpp-${widget}`)) load(widget);
  };

  scan(document);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const { parentElement } of addedNodes) if (parentElement) return scan(document);
    }
  }).observe(document, { childList: true, subtree: true });
}

if (!globalThis.mppDigital) start(document.currentScript as HTMLScriptElement);
