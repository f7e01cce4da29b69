import { css } from 'lit';

/** How the questions behind the first view look. */
export const laterStyles = css`
  .held,
  [role='timer'] {
    font-variant-numeric: tabular-nums;
  }

  .former {
    margin-block-end: calc(4 * var(--space));
  }

  .former .row {
    column-gap: calc(6 * var(--space));
  }

  .former a {
    min-block-size: var(--target);
    align-content: center;
  }

  /* On a small screen the button would be far below the time that was chosen. A grid would hold it. */
  .step {
    display: flex;
    flex-direction: column;
  }

  .step:has([name='time']:checked) > .primary {
    position: sticky;
    inset-block-end: calc(2 * var(--space));
    box-shadow: 0 0 0 calc(2 * var(--space)) var(--surface);
  }

  .time-choice input {
    scroll-margin-block: calc(2 * var(--target));
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

  .answer-change button {
    min-inline-size: var(--target);
  }

  .answer dd:not(.answer-change) {
    grid-column: 1;
    text-wrap: balance;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .booked {
    display: flex;
    gap: calc(2 * var(--space));
    align-items: baseline;
    color: var(--positive);
  }

  @container (min-width: 40em) {
    .step > .primary {
      align-self: start;
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
