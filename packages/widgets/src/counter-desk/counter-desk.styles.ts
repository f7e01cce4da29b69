import { css } from 'lit';

/** How the counter desk looks, besides what all widgets share. */
export const styles = css`
  .desk {
    display: grid;
    gap: calc(8 * var(--space)) calc(12 * var(--space));
  }

  @container (min-width: 48em) {
    .desk {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
      align-items: start;
    }
  }

  header {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--space)) calc(6 * var(--space));
    align-items: baseline;
    justify-content: space-between;
    margin-block-end: calc(4 * var(--space));
  }

  .desk > div,
  form,
  section {
    display: grid;
    gap: calc(4 * var(--space));
    justify-items: start;
    align-content: start;
  }

  .desk > div {
    gap: calc(8 * var(--space));
  }

  .desk > div > * {
    inline-size: 100%;
  }

  .field {
    inline-size: 100%;
  }

  .current {
    padding: calc(4 * var(--space));
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }

  .number {
    font-size: 3em;
    line-height: 1;
    font-variant-numeric: tabular-nums;
  }

  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--space) calc(4 * var(--space));
  }

  dt {
    color: var(--muted);
  }

  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--space));
  }

  kbd {
    margin-inline-start: var(--space);
    padding: 0 calc(1.5 * var(--space));
    border: 1px solid currentcolor;
    border-radius: var(--radius);
    font: inherit;
    font-size: 0.8em;
    font-weight: 400;
  }

  .line {
    inline-size: 100%;
  }

  .line li {
    display: grid;
    grid-template-columns: 4em 1fr;
    gap: calc(2 * var(--space));
    padding-block: calc(2 * var(--space));
    border-block-start: 1px solid var(--line);
    font-variant-numeric: tabular-nums;
  }

  small {
    font-size: 0.9em;
    font-weight: 400;
  }

  .check {
    display: flex;
    gap: calc(2 * var(--space));
    align-items: center;
    min-block-size: var(--target);
  }

  summary {
    min-block-size: var(--target);
    align-content: center;
    cursor: pointer;
  }

  .done:empty {
    display: none;
  }
`;
