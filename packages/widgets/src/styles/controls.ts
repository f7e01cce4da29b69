import { css } from 'lit';

/** How headings, buttons, links, fields and notices look in every widget. */
export const controls = css`
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset,
  figure {
    margin: 0;
    padding: 0;
  }

  h2 {
    font-size: 1.375em;
    line-height: 1.25;
    text-wrap: balance;
  }

  h3 {
    font-size: 1.125em;
    line-height: 1.3;
  }

  p,
  li,
  dd {
    max-inline-size: 34em;
  }

  ul,
  ol {
    list-style: none;
  }

  fieldset {
    border: 0;
    min-inline-size: 0;
  }

  legend {
    padding: 0;
    font-weight: 600;
  }

  [data-heading]:focus {
    outline: none;
  }

  :focus-visible,
  label:has(> input:focus-visible) {
    outline: 3px solid var(--brand);
    outline-offset: 2px;
  }

  a {
    color: var(--brand);
    text-underline-offset: 0.15em;
  }

  button,
  input,
  select {
    font: inherit;
    color: inherit;
  }

  button {
    min-block-size: var(--target);
    padding: calc(2 * var(--space)) calc(4 * var(--space));
    border: 1px solid var(--brand);
    border-radius: var(--radius);
    background: none;
    color: var(--brand);
    font-weight: 600;
    text-align: center;
    cursor: pointer;
    touch-action: manipulation;
  }

  button:hover {
    background: var(--raised);
  }

  button.primary {
    background: var(--brand);
    color: var(--on-brand);
  }

  button.primary:hover {
    text-decoration: underline;
  }

  /* A button that reads as a link: it does something here instead of leading away. */
  button.plain {
    padding-inline: 0;
    border-color: transparent;
    font-weight: inherit;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    background: none;
  }

  button[aria-disabled='true'] {
    opacity: 0.65;
    cursor: progress;
  }

  input:not([type='radio'], [type='checkbox']),
  select {
    inline-size: 100%;
    min-block-size: var(--target);
    padding: calc(2 * var(--space)) calc(3 * var(--space));
    border: 1px solid var(--control);
    border-radius: var(--radius);
    background: var(--surface);
  }

  input[type='radio'],
  input[type='checkbox'] {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--brand);
  }

  input[aria-invalid='true'] {
    border: 2px solid var(--negative);
  }

  .field {
    display: grid;
    gap: var(--space);
    max-inline-size: 34em;
  }

  .field label {
    font-weight: 600;
  }

  .hint {
    color: var(--muted);
  }

  .field-error {
    color: var(--negative);
    font-weight: 600;
  }

  .notice {
    display: grid;
    gap: calc(2 * var(--space));
    justify-items: start;
    padding: calc(3 * var(--space)) calc(4 * var(--space));
    border-inline-start: 4px solid currentcolor;
    border-radius: var(--radius);
  }

  [role='alert'] {
    border-radius: var(--radius);
  }

  /* A link that stands alone is a target. */
  li > a,
  p > a:only-child {
    display: inline-block;
    min-inline-size: var(--target);
    padding-block: calc(2.5 * var(--space));
  }

  .notice > * {
    color: var(--text);
  }

  .notice.negative {
    color: var(--negative);
    background: var(--negative-surface);
  }

  .notice.warning {
    color: var(--warning);
    background: var(--warning-surface);
  }

  .notice.positive {
    color: var(--positive);
    background: var(--positive-surface);
  }

  .notice.information {
    color: var(--information);
    background: var(--information-surface);
  }

  .badge {
    display: inline-block;
    padding: 0 calc(2 * var(--space));
    border: 1px solid var(--warning);
    border-radius: var(--radius);
    color: var(--warning);
    background: var(--warning-surface);
    font-size: 0.875em;
    font-weight: 600;
  }

  .muted {
    color: var(--muted);
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .stack {
    display: grid;
    gap: calc(4 * var(--space));
    justify-items: stretch;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--space));
    align-items: center;
  }

  @media (forced-colors: active) {
    .notice,
    .badge {
      border: 1px solid;
    }

    button.plain {
      border-color: canvas;
      color: linktext;
    }

    button.primary {
      background: highlight;
      color: highlighttext;
      forced-color-adjust: none;
    }
  }

  @media print {
    button,
    form {
      display: none;
    }
  }
`;
