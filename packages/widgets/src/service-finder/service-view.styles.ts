import { css } from 'lit';

/** How one service looks: papers first, then the ways to be served. */
export const serviceStyles = css`
  .service {
    display: grid;
    gap: calc(6 * var(--space)) calc(8 * var(--space));
  }

  .service section {
    align-content: start;
    gap: calc(3 * var(--space));
  }

  .service section > * + h3 {
    margin-block-start: calc(3 * var(--space));
  }

  .papers li {
    border-block-start: 1px solid var(--line);
  }

  .papers li:last-child {
    border-block-end: 1px solid var(--line);
  }

  .papers .choice > span > span {
    display: block;
  }

  .when::first-letter {
    text-transform: uppercase;
  }

  .when,
  .for {
    color: var(--muted);
    font-size: 0.9375em;
  }

  .primary {
    inline-size: 100%;
    max-inline-size: 34em;
    min-block-size: 48px;
    font-size: 1.125em;
  }

  .nearest {
    margin-block-start: calc(-2 * var(--space));
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }

  h4 {
    margin: 0;
    font-size: 1em;
  }

  h4 + * {
    margin-block-start: calc(-2 * var(--space));
  }

  .stops {
    display: grid;
    gap: calc(2 * var(--space));
  }

  .steps {
    padding-inline-start: 1.5em;
    list-style: decimal;
  }

  .steps li + li {
    margin-block-start: calc(2 * var(--space));
  }

  .steps li::marker {
    font-weight: 600;
  }

  .folded {
    display: grid;
    gap: calc(2 * var(--space));
    padding-block: calc(2 * var(--space));
  }

  dt {
    font-weight: 600;
  }

  dd {
    margin-block-start: calc(-1 * var(--space));
  }

  textarea {
    padding: calc(2 * var(--space));
    border: 1px solid var(--control);
    border-radius: var(--radius);
    background: var(--surface);
    color: inherit;
    font: inherit;
  }

  @container (min-inline-size: 40em) {
    .service {
      grid-template-columns: 1fr 1fr;
    }

    .service > :not(section) {
      grid-column: 1 / -1;
    }
  }

  @media print {
    .unprinted,
    .nearest,
    .row,
    .several,
    .notice {
      display: none;
    }

    .service {
      display: block;
    }

    .service section {
      margin-block-start: 24px;
    }

    .papers input {
      appearance: none;
      border: 1px solid;
    }
  }
`;
