import { css } from 'lit';

/** How days and times look; part of every widget that lets a citizen choose them. */
export const timeChoiceStyles = css`
  .time-choice {
    display: grid;
    gap: calc(6 * var(--space));
    align-items: start;
  }

  .time-choice > .notice,
  .time-choice > .loading {
    grid-column: 1 / -1;
  }

  .time-choice .loading {
    min-block-size: calc(8 * var(--target));
  }

  .choice {
    display: flex;
    flex-wrap: wrap;
    column-gap: calc(2 * var(--space));
    align-items: center;
    min-block-size: var(--target);
    padding-block: calc(2 * var(--space));
    border-block-end: 1px solid var(--line);
    cursor: pointer;
  }

  .choice.full,
  .choice.closed {
    color: var(--muted);
    cursor: default;
  }

  .day-name {
    flex: 1 1 auto;
  }

  .day-name,
  .room,
  .chip {
    font-variant-numeric: tabular-nums;
  }

  .room {
    /* Under the day's name where both do not fit in a line. */
    margin-inline-start: auto;
    text-align: end;
  }

  .times legend {
    margin-block-end: calc(2 * var(--space));
  }

  .time-group {
    display: grid;
    gap: var(--space);
    padding-block-end: calc(3 * var(--space));
  }

  .group-name {
    color: var(--muted);
  }

  .chips {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(5.25em, 1fr));
    gap: calc(2 * var(--space));
  }

  .chip {
    display: flex;
    gap: calc(2 * var(--space));
    align-items: center;
    min-block-size: var(--target);
    padding-inline: calc(2 * var(--space));
    border: 1px solid var(--control);
    border-radius: var(--radius);
    cursor: pointer;
  }

  .chip:has(:checked) {
    border-color: var(--brand);
    box-shadow: inset 0 0 0 1px var(--brand);
    font-weight: 600;
  }

  .chip:hover,
  .choice.open:hover {
    background: var(--raised);
  }

  @container (min-width: 40em) {
    .time-choice {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      column-gap: calc(8 * var(--space));
    }
  }
`;
