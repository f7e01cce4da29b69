import type { PageSettings } from '../page-settings.ts';

/**
 * What each widget that most sites have is made of, what stands on nothing first: files by their
 * names, which are their hashes. Filled in by the build.
 */
declare const EMBED_FILES: Record<string, string[] | undefined>;

/** The module that knows the same of other widgets and of what comes later. Filled in by the build. */
declare const EMBED_LATER: string;

/**
 * `mpp.js`: turns the links of a page into widgets, and loads what the page uses. A classic script,
 * because tag managers run no modules.
 */
function start(script: HTMLScriptElement) {
  const { api, regency = '' } = script.dataset;

  const address = (hash: string) => new URL(`mpp/${hash}.js`, script.src).href;

  /** Has a file fetched and checked by its hash. What is here or on its way is not fetched twice. */
  const check = (hash: string) =>
    new Promise<unknown>((resolve, reject) => {
      const preload = document.createElement('link');
      preload.rel = 'modulepreload';
      preload.integrity = `sha256-${hash}`;
      preload.crossOrigin = '';
      preload.nonce = script.nonce;
      preload.href = address(hash);
      preload.onload = resolve;
      preload.onerror = reject;
      document.head.append(preload);
    });

  /** Runs the last of some files, which imports the others, when the browser has found all good. */
  const run = async (files: string[]) => {
    await Promise.all(files.map(check));
    return import(address(files.at(-1)!)) as Promise<{ default: Record<string, string[]> }>;
  };

  /** Files that come later, or of other widgets: told by two modules, of which the first is usual. */
  const filesOf = async (name: string) => {
    const usual = (await run([EMBED_LATER])).default;
    return usual[name] ?? (await run(usual['']!)).default[name]!;
  };

  globalThis.mppDigital = {
    api: api || new URL(script.src).origin,
    regency,
    load: async (file) => run(await filesOf(file)),
  } satisfies PageSettings;

  const show = async (widget: string) => run(EMBED_FILES[widget] ?? (await filesOf(widget)));

  /** What was found, and what stands for it. */
  const found = new Map<HTMLElement, HTMLElement | undefined>();
  const upgrade = (each: HTMLElement) => {
    if (found.has(each)) return;
    found.set(each, undefined);
    const named = each.dataset['mppWidget'];
    const tag = named ? `mpp-${named}` : each.localName;
    if (!tag.startsWith('mpp-')) return;
    // What cannot be had leaves the link as it is, which leads to the server's own page.
    show(tag.slice(4)).catch(console.warn);
    if (!named) return;
    void customElements.whenDefined(tag).then(() => {
      const element = document.createElement(tag);
      for (const { name, value } of each.attributes) {
        const own = /^(?:data-mpp-(?!widget)|(?=(?:id|lang|class)$))(.+)/.exec(name);
        if (own) element.setAttribute(own[1]!, value);
      }
      // The link stays, unseen: whoever made it, a framework maybe, will want to remove it.
      each.removeAttribute('id');
      each.style.display = 'none';
      each.after(element);
      found.set(each, element);
    });
  };

  // Links of editors, and the elements of developers.
  const scan = () => {
    document
      .querySelectorAll<HTMLElement>('a[data-mpp-widget],:not(:defined)')
      .forEach((each) => upgrade(each));
    found.forEach((element, each) => each.isConnected || element?.remove());
  };

  scan();
  new MutationObserver(scan).observe(document, { childList: true, subtree: true });
}

// A module script does not know itself.
const script = document.currentScript ?? document.querySelector('script[data-regency]');
if (script && !globalThis.mppDigital) start(script as HTMLScriptElement);
