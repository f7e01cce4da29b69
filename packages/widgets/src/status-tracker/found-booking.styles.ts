import { css } from 'lit';

/** How a booking that was found looks, besides its ticket. */
export const foundBookingStyles = css`
  .result,
  .side {
    display: grid;
    gap: calc(6 * var(--space));
    align-content: start;
  }

  .result > header {
    display: grid;
    justify-items: start;
  }

  .plain.back {
    margin-block-start: calc(-2 * var(--space));
  }

  .facts-and-side {
    display: grid;
    gap: calc(6 * var(--space));
    align-items: start;
  }

  .journey {
    display: grid;
    gap: calc(2 * var(--space));
  }

  .timeline {
    margin-block-start: calc(3 * var(--space));
  }

  .timeline li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(2 * var(--space));
    align-items: baseline;
    position: relative;
    min-block-size: calc(9 * var(--space));
    padding-block-end: calc(2 * var(--space));
    padding-inline-start: calc(7 * var(--space));
  }

  /* The way from one step to the next. */
  .timeline li:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-block: calc(6 * var(--space)) 0;
    inset-inline-start: calc(2 * var(--space) - 1px);
    border-inline-start: 2px solid var(--line);
  }

  .timeline .mark {
    position: absolute;
    inset-inline-start: 0;
    inline-size: calc(4 * var(--space));
    text-align: center;
  }

  .timeline .done .mark {
    color: var(--positive);
    font-weight: 700;
  }

  .timeline .current {
    font-weight: 600;
  }

  .timeline .current .mark {
    color: var(--brand);
  }

  .timeline .toCome,
  .timeline time {
    color: var(--muted);
  }

  .timeline time {
    flex: 1 0 100%;
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }

  .timeline .tense {
    padding-inline: calc(1.5 * var(--space));
    border: 1px solid currentcolor;
    border-radius: var(--radius);
    font-size: 0.8125em;
    font-weight: 600;
  }

  summary {
    display: list-item;
    padding-block: calc(2.5 * var(--space));
    color: var(--brand);
    cursor: pointer;
  }

  .unlock form {
    padding-block: calc(2 * var(--space));
  }

  .unlock input {
    max-inline-size: 6em;
    letter-spacing: 0.1em;
  }

  footer {
    display: grid;
    gap: calc(2 * var(--space));
    justify-items: start;
    margin-block-start: calc(6 * var(--space));
    padding-block-start: calc(4 * var(--space));
    border-block-start: 1px solid var(--line);
  }

  .complaint {
    display: grid;
    gap: calc(2 * var(--space));
    justify-items: start;
    margin-block-end: calc(4 * var(--space));
  }

  .complaint a {
    display: inline-block;
    padding-block: calc(2 * var(--space));
  }

  .reference {
    padding: calc(3 * var(--space));
    background: var(--raised);
    border-radius: var(--radius);
    user-select: all;
  }

  @container (min-width: 40em) {
    .facts-and-side {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      column-gap: calc(8 * var(--space));
    }
  }

  @media print {
    footer,
    details,
    .notice {
      display: none;
    }
  }
`;
