import { css } from 'lit';

/** How the board looks on a phone, besides what all widgets share. */
export const styles = css`
  .board,
  .remarks {
    display: grid;
    gap: calc(6 * var(--space));
  }

  .board > .head {
    display: grid;
    justify-items: start;
  }

  .plain.back {
    margin-block-start: calc(-2 * var(--space));
  }

  .mine {
    display: grid;
    gap: calc(3 * var(--space));
    justify-items: start;
    padding: calc(4 * var(--space));
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }

  .mine.called {
    border: 3px solid var(--positive);
    background: var(--positive-surface);
  }

  .mine > div {
    display: grid;
    gap: calc(2 * var(--space));
  }

  .mine-number {
    display: grid;
  }

  .mine-number strong {
    font-size: 3em;
    line-height: 1.15;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.02em;
  }

  .call {
    font-size: 1.375em;
    font-weight: 700;
    line-height: 1.3;
    color: var(--positive);
  }

  .turn {
    font-size: 1.125em;
    font-weight: 600;
  }

  .at-counters {
    display: grid;
    gap: calc(2 * var(--space));
  }

  .board .calls li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(3 * var(--space));
    align-items: baseline;
    padding-block: calc(2 * var(--space));
    border-block-end: 1px solid var(--line);
  }

  .calls strong {
    font-size: 1.375em;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.02em;
  }

  .board .calls .called strong {
    font-size: 1.75em;
  }

  .line {
    display: grid;
    gap: calc(6 * var(--space));
    align-items: start;
  }

  .counts {
    display: grid;
    gap: calc(2 * var(--space));
  }

  .counts > div {
    display: grid;
    grid-template-columns: 8.5em minmax(0, 1fr);
  }

  .counts dt {
    color: var(--muted);
  }

  .counts dd {
    font-variant-numeric: tabular-nums;
  }

  .agency-list > li {
    padding-block: var(--space);
    border-block-end: 1px solid var(--line);
  }

  .agency-list button {
    inline-size: 100%;
  }

  .agency-list p {
    margin-block: calc(-1.5 * var(--space)) calc(1.5 * var(--space));
    font-variant-numeric: tabular-nums;
  }

  summary {
    display: list-item;
    padding-block: calc(2.5 * var(--space));
    color: var(--brand);
    cursor: pointer;
  }

  #code {
    font-size: 1.125em;
    letter-spacing: 0.03em;
  }

  .board > .foot {
    display: grid;
    gap: calc(2 * var(--space));
    padding-block-start: calc(4 * var(--space));
    border-block-start: 1px solid var(--line);
  }

  @container (min-width: 40em) {
    .mine {
      grid-template-columns: auto minmax(0, 1fr);
      column-gap: calc(8 * var(--space));
    }

    .mine-number {
      grid-row: span 2;
    }

    .mine > :not(.mine-number) {
      grid-column: 2;
    }

    .line {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      column-gap: calc(8 * var(--space));
    }
  }
`;
