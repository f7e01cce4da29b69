/** What the script tag of `mpp.js` says for every widget of the page. */
export interface PageSettings {
  /** Base URL of the server. */
  api: string;
  /** Kemendagri code of the regency or city. */
  regency: string;
}

declare global {
  var mppDigital: PageSettings | undefined;
}

/** Settings of the page; a page without the loader has none. */
export function pageSettings(): Partial<PageSettings> {
  return globalThis.mppDigital ?? {};
}
