import { adoptStyles, type CSSResult, type LitElement, supportsAdoptingStyleSheets } from 'lit';

/** Adds the styles of a part that is fetched after the first view; twice is the same as once. */
export function adopt(host: LitElement, styles: readonly CSSResult[]): void {
  const root = host.renderRoot as ShadowRoot;
  if (!supportsAdoptingStyleSheets) return adoptStyles(root, [...styles]);
  const sheets = styles.map(({ styleSheet }) => styleSheet!);
  root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...sheets])];
}
