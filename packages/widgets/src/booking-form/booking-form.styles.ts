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

  .answers {
    max-inline-size: 40em;
  }

  .answer {
    display: grid;
    grid-template-columns: 7em minmax(0, 1fr) auto;
    gap: calc(3 * var(--space));
    align-items: center;
    min-block-size: calc(12 * var(--space));
    border-block-end: 1px solid var(--line);
  }

  .answer dt {
    color: var(--muted);
  }

  .answer dd:not(.answer-change) {
    padding-block: calc(2 * var(--space));
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
    .step > .primary,
    .answers + p + .primary {
      justify-self: start;
      min-inline-size: 16em;
    }
  }
`;
