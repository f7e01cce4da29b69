import { css } from 'lit';

/** How the mobile schedule looks, besides what all widgets share. */
export const styles = css`
  .villages {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--space));
  }

  .dates,
  .dates > section,
  .stop {
    display: grid;
    gap: calc(3 * var(--space));
  }

  .stop {
    padding-block: calc(3 * var(--space));
    border-block-start: 1px solid var(--line);
  }

  .stop h4 {
    font-size: 1em;
  }

  .services li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(4 * var(--space));
    align-items: center;
    justify-content: space-between;
    padding-block: var(--space);
  }

  button[aria-pressed='true'] {
    background: var(--brand);
    color: var(--on-brand);
  }

  .week {
    display: grid;
    gap: calc(2 * var(--space));
  }

  .week li {
    display: grid;
    gap: var(--space);
    align-content: start;
    max-inline-size: none;
    padding: calc(2 * var(--space));
    border: 1px solid var(--line);
    border-radius: var(--radius);
    font-variant-numeric: tabular-nums;
  }

  @container (inline-size > 40em) {
    .week {
      grid-template-columns: repeat(7, minmax(0, 1fr));
    }
  }

  @media (forced-colors: active) {
    button[aria-pressed='true'] {
      background: highlight;
      color: highlighttext;
      forced-color-adjust: none;
    }
  }
`;
