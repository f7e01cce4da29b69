import { css } from 'lit';

import { colors } from './colors.ts';

/** The public `--mpp-*` tokens with their defaults, and the box that a widget is. */
export const tokens = [
  colors,
  css`
    :host {
      --radius: var(--mpp-radius, 6px);
      --space: var(--mpp-space, 4px);
      --target: 44px;

      /* Important, because a page's reset of all elements would win over it. */
      box-sizing: border-box !important;
      padding: var(--mpp-padding, calc(4 * var(--space))) !important;
      display: block;
      max-inline-size: 100%;
      border-radius: var(--radius);
      background-color: var(--surface);
      color: var(--text);
      overflow-wrap: break-word;
      container-type: inline-size;

      /*
       * Colours that nobody sees: the end of their transition tells that the page went from light to
       * dark, see brand-contrast.ts.
       */
      outline-color: var(--surface);
      column-rule-color: var(--text);
      transition: 1ms;
      transition-property: outline-color, column-rule-color;

      /* The page's font and its size, but not how it sets what is around the widget. */
      font-family: var(--mpp-font, inherit);
      font-style: normal;
      font-weight: 400;
      line-height: 1.5;
      letter-spacing: normal;
      word-spacing: normal;
      text-transform: none;
      text-align: start;
      text-indent: 0;
      text-shadow: none;
      white-space: normal;
      direction: ltr;
    }

    :host([hidden]) {
      display: none;
    }

    /* Not inherited: what is inside <details> would inherit from a slot of the browser's own. */
    *,
    ::before,
    ::after {
      box-sizing: border-box;
    }

    /* Black on white, whatever the screen shows. */
    @media print {
      :host {
        padding: 0 !important;
      }

      :host,
      * {
        color: #000 !important;
        background: #fff !important;
      }
    }
  `,
];
