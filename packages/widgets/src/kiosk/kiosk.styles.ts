import { css } from 'lit';

/** How the terminal looks on its screen, and a ticket on its paper. */
export const styles = css`
  /* Read from an arm's length, and pressed by a finger that may shake. */
  :host {
    --target: 72px;
    --space: 6px;

    min-block-size: 100vh;
    font-size: max(1.5em, 24px);
  }

  ::slotted(*) {
    --target: 72px;
    --space: 6px;
    --mpp-padding: 0px;
  }

  .screen {
    display: grid;
    gap: calc(5 * var(--space));
    align-content: start;
  }

  .content,
  form {
    display: grid;
    gap: calc(4 * var(--space));
    justify-items: start;
  }

  .content > *,
  .choices {
    inline-size: 100%;
    max-inline-size: 40em;
  }

  h2 {
    font-size: 1.6em;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--space));
    align-items: center;
    padding-block-end: calc(3 * var(--space));
    border-block-end: 1px solid var(--line);
  }

  .gap {
    flex: 1;
  }

  .lower {
    display: none;
  }

  .lower[aria-pressed='true'] {
    background: var(--brand);
    color: var(--on-brand);
  }

  /* A tall screen is moved to where a hand reaches that sits in a wheelchair. */
  @media (orientation: portrait) {
    .lower {
      display: block;
    }

    .low {
      padding-block-start: 45vh;
    }
  }

  .ways {
    display: grid;
    gap: calc(4 * var(--space));
    max-inline-size: none;
  }

  .way {
    display: grid;
    gap: var(--space);
    align-content: center;
    min-block-size: 7em;
    padding: calc(4 * var(--space));
    border-width: 3px;
    font-weight: 400;
  }

  .way strong {
    font-size: 1.4em;
    line-height: 1.2;
  }

  @container (min-width: 40em) {
    .ways {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }

    .way {
      min-block-size: 12em;
    }

    .ticket {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }

  .choices {
    display: grid;
    gap: calc(2 * var(--space));
    max-inline-size: none;
    grid-template-columns: repeat(auto-fill, minmax(min(16em, 100%), 1fr));
  }

  .choices > li {
    display: grid;
    max-inline-size: none;
  }

  .choices button {
    display: grid;
    gap: var(--space);
    align-content: center;
    text-align: start;
    font-weight: 400;
  }

  input:not([type='checkbox']) {
    font-size: 1.2em;
  }

  .papers {
    list-style: disc;
    padding-inline-start: 1.2em;
  }

  .first {
    display: flex;
    gap: calc(4 * var(--space));
    align-items: center;
    min-block-size: var(--target);
    padding: calc(3 * var(--space));
    border: 3px solid var(--control);
    border-radius: var(--radius);
  }

  .first:has(:checked) {
    border-color: var(--brand);
    background: var(--information-surface);
  }

  .first input {
    flex: none;
    inline-size: 1.6em;
    block-size: 1.6em;
    accent-color: var(--brand);
  }

  .large {
    inline-size: 100%;
    min-block-size: 4em;
    font-size: 1.2em;
  }

  .row > .large {
    inline-size: auto;
    flex: 1 1 10em;
  }

  .ticket {
    display: grid;
    gap: calc(6 * var(--space));
    max-inline-size: none;
  }

  .facts,
  .along {
    display: grid;
    gap: calc(2 * var(--space));
    align-content: start;
    justify-items: start;
  }

  .number {
    font-size: 4em;
    font-weight: 700;
    line-height: 1.1;
    font-variant-numeric: tabular-nums;
  }

  .code {
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.03em;
  }

  /* Cameras need dark on light, whatever the page's colours. */
  .qr {
    inline-size: min(11em, 100%);
    aspect-ratio: 1;
    background: #fff;
    fill: #000;
    forced-color-adjust: none;
    print-color-adjust: exact;
  }

  .camera video {
    inline-size: 100%;
    max-inline-size: 20em;
  }

  dialog {
    max-inline-size: min(24em, 90%);
    padding: calc(6 * var(--space));
    border: 3px solid var(--brand);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
    font-size: 1.1em;
  }

  dialog[open] {
    display: grid;
    gap: calc(4 * var(--space));
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 60%);
  }

  .count {
    font-size: 1.2em;
    font-variant-numeric: tabular-nums;
  }

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
