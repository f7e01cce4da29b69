/** The widget that does what a page of the server does, by the first word of the page's path. */
const widgets: Record<string, string> = {
  layanan: 'mpp-service-finder',
  janji: 'mpp-booking-form',
  lacak: 'mpp-status-tracker',
};

/** A page's word, the service that it is about, and the language, which the widget knows itself. */
const goal = /^(\w+)\/?([\w-]*)(\?lang=\w+)?$/;

interface Widget extends HTMLElement {
  service?: string;
  updateComplete?: Promise<unknown>;
}

/**
 * Shows a widget of the same page instead of the server's page that does the same. Whoever asks for a
 * new tab gets one.
 *
 * @param from - The widget that holds the link.
 * @param pages - Where the server's pages are.
 */
export function leadNearer(event: MouseEvent, from: HTMLElement, pages: string): void {
  const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
  if (!link?.href.startsWith(pages) || !isPlain(event)) return;
  const [, word = '', id] = goal.exec(link.href.slice(pages.length)) ?? [];
  const widget = widgetOf(word);
  if (!widget || widget.localName === from.localName) return;
  event.preventDefault();
  if (id) widget.service = id;
  void show(widget);
}

/** A widget of the page that can be seen there. */
export function widgetOf(word: string): Widget | undefined {
  const found = document.querySelectorAll<Widget>(widgets[word] ?? 'mpp-none');
  return [...found].find((each) => each.getClientRects().length > 0);
}

/** Scrolls to a widget of the page and gives it the focus, once it can take it. */
export async function show(widget: Widget): Promise<void> {
  widget.scrollIntoView();
  await customElements.whenDefined(widget.localName);
  await widget.updateComplete;
  widget.focus();
}

/** A click that means this page, and that nothing else has answered. */
export const isPlain = (event: MouseEvent): boolean =>
  !(event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
