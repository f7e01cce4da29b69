/**
 * Gives a class its tag, once. A page may hold two copies of this library, for a site's own and a
 * pasted one: the first wins, and the second says so instead of breaking the page.
 *
 * @internal
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!globalThis.customElements) return; // on a server
  const other = customElements.get(tag);
  if (!other) customElements.define(tag, element);
  else if (other !== element) console.warn(`<${tag}> is defined already; this copy stays unused.`);
}
