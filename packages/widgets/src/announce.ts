let region: HTMLElement | undefined;

/**
 * Says something to people who listen to the page. One polite live region in the page itself serves
 * all widgets, because screen readers overlook live regions inside shadow roots.
 */
export function announce(sentence: string): void {
  if (!region?.isConnected) {
    region = document.createElement('div');
    region.setAttribute('role', 'status');
    region.className = 'mpp-announcer';
    // Set one by one, because a strict content security policy forbids a style attribute.
    const { style } = region;
    style.position = 'absolute';
    style.inlineSize = style.blockSize = '1px';
    style.overflow = 'hidden';
    style.clipPath = 'inset(50%)';
    style.whiteSpace = 'nowrap';
    document.body.append(region);
  }
  // An empty moment between two sentences makes the same sentence heard twice.
  region.textContent = '';
  setTimeout(() => region && (region.textContent = sentence), 50);
}

let settling: ReturnType<typeof setTimeout> | undefined;

/**
 * Says something once nothing else was asked to be said for a moment: for what changes while one
 * types.
 *
 * @param sentence - Asked when it is said; empty for nothing.
 */
export function announceSettled(sentence: () => string): void {
  clearTimeout(settling);
  settling = setTimeout(() => {
    const said = sentence();
    if (said) announce(said);
  }, 800);
}
