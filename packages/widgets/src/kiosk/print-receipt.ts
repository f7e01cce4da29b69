import { printAlone } from '../print-alone.ts';

/** Millimetres of one CSS pixel, on every screen. */
const millimetre = 25.4 / 96;

/**
 * Prints a ticket on 80 mm paper, as long as it is. `size: 80mm auto` is no page size that a browser
 * knows, so the length is measured; and `@page` does nothing inside a shadow root, so it stands in the
 * page's own style while the printer is asked.
 */
export function printReceipt(widget: HTMLElement, receipt: HTMLElement): void {
  const length = Math.ceil(receipt.getBoundingClientRect().height * millimetre) + 2;
  const paper = new CSSStyleSheet();
  paper.replaceSync(`@page { size: 80mm ${String(length)}mm; margin: 0 }
    @media print { html, body { margin: 0 !important; padding: 0 !important } }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, paper];
  const restore = () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== paper);
  };
  addEventListener('afterprint', restore, { once: true });
  printAlone(widget);
}
