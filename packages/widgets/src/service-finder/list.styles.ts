import { css } from 'lit';

/** How results, filters and the head of a service look: what comes after the first view. */
export const listStyles = css`
  .count {
    color: var(--muted);
    font-weight: 600;
  }

  .count:focus,
  #nothing:focus,
  #papers:focus {
    outline: none;
  }

  .results {
    display: grid;
    margin-block-end: var(--gap);
    gap: 0 calc(8 * var(--space));
  }

  .card {
    position: relative;
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 calc(2 * var(--space));
    align-items: start;
    max-inline-size: none;
    padding-block: calc(3 * var(--space));
    border-block-start: 1px solid var(--line);
  }

  .card p {
    grid-column: 1 / -1;
  }

  .card a {
    text-decoration: none;
  }

  .card:hover a {
    text-decoration: underline;
  }

  /* The whole card can be pressed. */
  .card a::after {
    position: absolute;
    inset: 0;
    content: '';
  }

  .card a:focus-visible {
    outline: none;
  }

  .card:focus-within:has(:focus-visible) {
    outline: 3px solid var(--brand);
    outline-offset: -3px;
  }

  .example {
    color: var(--muted);
    padding-inline: calc(1.5 * var(--space));
    border: 1px solid var(--line);
    border-radius: var(--radius);
    font-size: 0.8125em;
    white-space: nowrap;
  }

  .example[hidden] {
    display: none;
  }

  .more {
    inline-size: 100%;
    max-inline-size: 34em;
  }

  /* Filters */

  summary {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--space));
    min-block-size: var(--target);
    inline-size: fit-content;
    color: var(--brand);
    cursor: pointer;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary::before {
    inline-size: 0.5em;
    block-size: 0.5em;
    border: solid currentcolor;
    border-width: 0 2px 2px 0;
    content: '';
    rotate: -45deg;
  }

  [open] > summary::before {
    rotate: 45deg;
    translate: 0 -0.125em;
  }

  .filters {
    margin-block-end: calc(2 * var(--space));
  }

  .filter-groups {
    display: grid;
    gap: var(--gap);
    padding-block: calc(2 * var(--space));
  }

  .filter-groups .field {
    grid-template-columns: minmax(0, 1fr);
  }

  .ways {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(10em, 1fr));
    column-gap: calc(2 * var(--space));
  }

  .choice {
    display: flex;
    align-items: flex-start;
    gap: calc(2 * var(--space));
    min-block-size: var(--target);
    padding-block: calc(2.5 * var(--space));
    border-radius: var(--radius);
    cursor: pointer;
  }

  .choice input {
    margin-block-start: 2px;
  }

  .chip {
    padding-inline: calc(3 * var(--space));
    border-color: var(--control);
    background: var(--raised);
    color: var(--text);
    font-weight: 400;
    text-align: start;
  }

  ul.row {
    gap: calc(2 * var(--space));
    margin-block-end: calc(3 * var(--space));
  }

  .tips {
    padding-inline-start: 1.25em;
    list-style: disc;
  }

  .notice h3 {
    color: var(--text);
  }

  /* The head of a service */

  .service header > * + * {
    margin-block-start: var(--space);
  }

  .facts {
    font-weight: 600;
  }

  @container (min-inline-size: 40em) {
    .results {
      grid-template-columns: 1fr 1fr;
    }

    .filter-groups {
      grid-template-columns: 1fr 1fr;
    }
  }

  @media (forced-colors: active) {
    .example,
    .chip {
      border: 1px solid;
    }
  }
`;
