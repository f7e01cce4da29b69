import { css } from 'lit';

/** How the application form looks, besides what all widgets share. */
export const styles = css`
  :host {
    container-type: inline-size;
  }

  .step {
    display: flex;
    flex-direction: column;
    gap: calc(5 * var(--space));
  }

  .step .stack {
    gap: calc(6 * var(--space));
  }

  .field legend,
  .group > legend {
    margin-block-end: var(--space);
  }

  .group > legend {
    font-size: 1.125em;
  }

  .group,
  .item {
    display: grid;
    gap: calc(4 * var(--space));
  }

  .group > button {
    justify-self: start;
  }

  .item {
    padding: calc(3 * var(--space)) calc(4 * var(--space)) calc(4 * var(--space));
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }

  .item > legend {
    padding-inline: var(--space);
  }

  .choices {
    display: grid;
    gap: calc(2 * var(--space));
  }

  .choices label,
  .tick-line {
    display: flex;
    gap: calc(3 * var(--space));
    align-items: center;
    box-sizing: border-box;
    min-block-size: var(--target);
    font-weight: inherit;
    cursor: pointer;
  }

  .choices label {
    padding: calc(2 * var(--space)) calc(3 * var(--space));
    border: 1px solid var(--control);
    border-radius: var(--radius);
  }

  .choices label:has(:checked) {
    border-color: var(--brand);
    box-shadow: inset 0 0 0 1px var(--brand);
  }

  .keep {
    padding-block-start: calc(3 * var(--space));
    border-block-start: 1px solid var(--line);
  }

  .with-unit {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: calc(2 * var(--space));
    align-items: center;
  }

  textarea {
    box-sizing: border-box;
    inline-size: 100%;
    padding: calc(2 * var(--space)) calc(3 * var(--space));
    border: 1px solid var(--control);
    border-radius: var(--radius);
    background: var(--surface);
    color: inherit;
    font: inherit;
    resize: vertical;
  }

  select[aria-invalid='true'],
  textarea[aria-invalid='true'] {
    border: 2px solid var(--negative);
  }

  .document + .document {
    padding-block-start: calc(4 * var(--space));
    border-block-start: 1px solid var(--line);
  }

  .file {
    display: grid;
    gap: var(--space);
    padding: calc(2 * var(--space)) calc(3 * var(--space));
    border-radius: var(--radius);
    background: var(--raised);
  }

  .file-name,
  .answer dd {
    overflow-wrap: anywhere;
  }

  .sent {
    color: var(--positive);
    font-weight: 600;
  }

  progress {
    inline-size: 100%;
    accent-color: var(--brand);
  }

  .answers {
    max-inline-size: 44em;
  }

  .answer {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: calc(3 * var(--space));
    align-items: center;
    padding-block: calc(2 * var(--space));
    border-block-end: 1px solid var(--line);
  }

  .answer dt {
    grid-column: 1;
    color: var(--muted);
  }

  .answer dd:not(.answer-change) {
    grid-column: 1;
    font-weight: 600;
  }

  .answer-change {
    grid-area: 1 / 2 / span 2;
  }

  .answer-change button {
    min-inline-size: var(--target);
  }

  .part {
    display: block;
  }

  .shown,
  .next {
    display: grid;
    gap: calc(2 * var(--space));
    padding-inline-start: 1.5em;
    list-style: decimal;
  }

  .code {
    font-size: 1.75em;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  @container (min-width: 40em) {
    .step > .primary {
      align-self: start;
    }
  }

  @media (forced-colors: active) {
    .choices label:has(:checked) {
      border-color: highlight;
    }
  }
`;
