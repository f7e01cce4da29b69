import { css } from 'lit';

/** How that looks which can be done with a ticket. */
export const ticketActionsStyles = css`
  .ticket-changes {
    column-gap: calc(6 * var(--space));
  }

  .tick {
    display: flex;
    gap: calc(3 * var(--space));
    align-items: baseline;
    padding-block: calc(2.5 * var(--space));
  }

  .tick input {
    position: relative;
    inset-block-start: 3px;
  }

  button.danger {
    border-color: var(--negative);
    background: var(--negative);
    color: var(--surface);
  }

  button.danger:hover {
    text-decoration: underline;
  }

  @media print {
    .ticket-keeping {
      display: none;
    }
  }
`;
