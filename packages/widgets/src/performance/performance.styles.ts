import { css } from 'lit';

/** How the performance report looks, besides what all widgets share. */
export const styles = css`
  [part='chart'] {
    display: grid;
    gap: calc(3 * var(--space));
  }

  [part='chart'] li {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: var(--space) calc(3 * var(--space));
    max-inline-size: none;
    font-variant-numeric: tabular-nums;
  }

  svg {
    grid-column: 1 / -1;
    inline-size: 100%;
    block-size: calc(3 * var(--space));
    border-radius: calc(var(--radius) / 2);
  }

  .full {
    fill: var(--raised);
  }

  .bar {
    fill: var(--brand);
  }

  button[aria-pressed='true'] {
    background: var(--brand);
    color: var(--on-brand);
  }

  /* Wider than a phone: it scrolls by itself. */
  details {
    min-inline-size: 0;
  }

  .scroll {
    overflow-x: auto;
    padding-block: calc(2 * var(--space));
  }

  table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  caption {
    text-align: start;
    padding-block-end: calc(2 * var(--space));
  }

  th,
  td {
    padding: calc(2 * var(--space)) calc(3 * var(--space)) calc(2 * var(--space)) 0;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }

  td {
    text-align: end;
  }

  @media (forced-colors: active) {
    button[aria-pressed='true'] {
      background: highlight;
      color: highlighttext;
      forced-color-adjust: none;
    }

    .full {
      fill: canvas;
      stroke: canvastext;
      vector-effect: non-scaling-stroke;
    }

    .bar {
      fill: highlight;
      forced-color-adjust: none;
    }
  }
`;
