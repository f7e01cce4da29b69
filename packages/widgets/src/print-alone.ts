const mark = 'data-mpp-print';

/**
 * Prints one widget without the rest of the page. A shadow root can hide only what is inside it, so
 * while the print dialogue is open the page gets one more style sheet, for print alone, that hides
 * what is neither around the widget nor in it, and lets what is around it be as long as it is. A widget inside another shadow root prints with that
 * root's host.
 */
export function printAlone(widget: HTMLElement): void {
  let shown: Element = widget;
  for (let root = shown.getRootNode(); root instanceof ShadowRoot; root = shown.getRootNode()) {
    shown = root.host;
  }
  const alone = new CSSStyleSheet();
  alone.replaceSync(
    `@media print {
      body :not([${mark}], [${mark}] *, :has([${mark}])) { display: none !important }
      :has([${mark}]) {
        block-size: auto !important; max-block-size: none !important; overflow: visible !important;
        position: static !important; transform: none !important; background: none !important;
      }
    }`,
  );
  const rest = document.adoptedStyleSheets;
  document.adoptedStyleSheets = [...rest, alone];
  shown.toggleAttribute(mark, true);
  const restore = () => {
    shown.removeAttribute(mark);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== alone);
  };
  addEventListener('afterprint', restore, { once: true });
  window.print();
}
