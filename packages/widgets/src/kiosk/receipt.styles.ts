import { css } from 'lit';

/** How a ticket looks on 80 mm paper. */
export const receiptStyles = css`
  /* The paper's measure is taken on the screen, where nobody sees it. */
  .receipt {
    position: absolute;
    inset-block-start: 0;
    inline-size: 72mm;
    visibility: hidden;
    font: 11pt/1.3 sans-serif;
    text-align: center;
    clip-path: inset(50%);
    pointer-events: none;
  }

  .receipt > * {
    max-inline-size: none;
    padding-block-start: 1.5mm;
  }

  .receipt .number {
    font-size: 44pt;
  }

  .receipt .qr {
    inline-size: 34mm;
    margin: 0 auto;
    padding: 0;
  }

  .receipt .code {
    font-size: 13pt;
  }

  @media print {
    :host {
      min-block-size: 0;
    }

    .screen,
    dialog,
    dialog[open] {
      display: none;
    }

    .receipt {
      position: static;
      visibility: visible;
      clip-path: none;
      margin: 0 4mm;
    }

    .receipt svg,
    .receipt path {
      background: #fff !important;
      fill: #000 !important;
    }
  }
`;
