import { css } from 'lit';

/** How the survey looks, besides what all widgets share. */
export const styles = css`
  form,
  .answers {
    display: grid;
    justify-items: start;
  }

  form {
    gap: calc(8 * var(--space));
    margin-block-start: calc(4 * var(--space));
  }

  fieldset,
  .field {
    inline-size: 100%;
  }

  .answers {
    gap: calc(2 * var(--space));
    margin-block-start: calc(2 * var(--space));
  }

  .answers label {
    display: flex;
    gap: calc(3 * var(--space));
    align-items: center;
    box-sizing: border-box;
    inline-size: 100%;
    max-inline-size: 34em;
    min-block-size: var(--target);
    padding: calc(2 * var(--space)) calc(3 * var(--space));
    border: 1px solid var(--control);
    border-radius: var(--radius);
  }

  .wrong {
    color: var(--negative);
    font-weight: 600;
  }
`;
