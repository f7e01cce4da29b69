/** What the script tag of `mpp.js` says for every widget of the page. */
export interface PageSettings {
  /** Base URL of the server. */
  api: string;
  /** Kemendagri code of the regency or city. */
  regency: string;
  /**
   * Fetches a part of a widget that comes after the first view, checked by its hash. In the embeds the
   * build puts it in the place of `import()`.
   *
   * @internal
   */
  load?: (file: string) => Promise<unknown>;
}

declare global {
  var mppDigital: PageSettings | undefined;
}

/** Settings of the page; a page without the loader has none. */
export function pageSettings(): Partial<PageSettings> {
  return globalThis.mppDigital ?? {};
}
