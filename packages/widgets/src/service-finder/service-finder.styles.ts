import { css } from 'lit';

export const styles = css`
  :host {
    --gap: calc(4 * var(--space));
  }

  :host > *,
  form {
    margin-block-end: var(--gap);
  }

  form {
    display: grid;
    gap: calc(2 * var(--space));
    max-inline-size: 34em;
  }

  .notice {
    max-inline-size: 36em;
  }

  .search-field {
    display: grid;
    align-items: center;
  }

  .search-field > * {
    grid-area: 1 / 1;
  }

  #query {
    padding-inline-end: var(--target);
    border-width: 2px;
    font-size: 1.125em;
  }

  [type='search']::-webkit-search-cancel-button {
    display: none;
  }

  .clear {
    justify-self: end;
    inline-size: var(--target);
    padding: 0;
    border-color: transparent;
    background: none;
    color: var(--muted);
  }

  /* Categories */

  .categories {
    display: grid;
    margin-block: calc(2 * var(--space)) var(--gap);
  }

  .category {
    display: flex;
    justify-content: space-between;
    gap: var(--gap);
    inline-size: 100%;
    min-block-size: 48px;
    padding-inline: 0;
    border: 0;
    border-block-start: 1px solid var(--line);
    border-radius: 0;
    background: none;
    text-align: start;
  }

  .category:hover {
    text-decoration: underline;
  }

  .category .muted {
    font-variant-numeric: tabular-nums;
    font-weight: 400;
  }

  .row {
    gap: calc(2 * var(--space)) calc(6 * var(--space));
    max-inline-size: none;
  }

  @container (min-inline-size: 40em) {
    .categories {
      grid-template-columns: 1fr 1fr;
      column-gap: calc(8 * var(--space));
    }
  }
`;
