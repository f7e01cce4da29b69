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
    text-wrap: balance;
  }

  .step > .notice,
  .step > [role='alert'],
  .step > #problem {
    max-inline-size: 40em;
  }

  .step > .primary {
    justify-self: stretch;
  }

  @container (min-width: 40em) {
    .step > .primary {
      justify-self: start;
      min-inline-size: 16em;
    }
  }
`;
