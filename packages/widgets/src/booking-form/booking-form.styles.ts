import { css } from 'lit';

/** How the booking form looks. */
export const styles = css`
  .step-top {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(4 * var(--space));
    align-items: center;
    justify-content: space-between;
  }

  .progress {
    margin-inline-start: auto;
    font-size: 0.875em;
  }

  .back {
    color: var(--text);
  }

  .about {
    display: grid;
    gap: var(--space);
  }

  .place-name {
    flex: 1 1 0;
  }

  .tick-line {
    display: inline-flex;
    gap: calc(3 * var(--space));
    align-items: center;
    min-block-size: var(--target);
    font-weight: 600;
    cursor: pointer;
  }

  .priority .hint {
    padding-inline-start: 32px;
  }

  .answers,
  .step > .notice,
  .step > [role='alert'] {
    max-inline-size: 40em;
  }

  .answer {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: calc(3 * var(--space));
    align-items: center;
    padding-block: var(--space);
    border-block-end: 1px solid var(--line);
  }

  .answer dt {
    grid-column: 1;
    color: var(--muted);
  }

  .answer-change {
    grid-area: 1 / 2 / span 2;
  }

  .answer dd:not(.answer-change) {
    grid-column: 1;
    text-wrap: balance;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .step > .primary {
    justify-self: stretch;
  }

  .held {
    font-variant-numeric: tabular-nums;
  }

  [role='timer'] {
    font-variant-numeric: tabular-nums;
  }

  .booked {
    display: flex;
    gap: calc(2 * var(--space));
    align-items: baseline;
    color: var(--positive);
  }

  @container (min-width: 40em) {
    .step > .primary {
      justify-self: start;
      min-inline-size: 16em;
    }

    .answer {
      grid-template-columns: 10em minmax(0, 1fr) auto;
      min-block-size: calc(12 * var(--space));
    }

    .answer dd:not(.answer-change) {
      grid-column: 2;
    }

    .answer-change {
      grid-area: 1 / 3;
    }
  }
`;
