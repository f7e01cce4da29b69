import { css } from 'lit';

/** How a ticket looks, on the screen and on paper; part of every widget that shows one. */
export const ticketStyles = [
  css`
    .ticket {
      display: grid;
      gap: calc(6 * var(--space));
    }

    .ticket-facts {
      display: grid;
      gap: calc(3 * var(--space));
      padding: calc(4 * var(--space));
      border: 1px solid var(--line);
      border-radius: var(--radius);
      text-align: center;
    }

    .ticket-facts > p {
      display: grid;
      justify-self: center;
    }

    .ticket-number strong {
      font-size: 3em;
      line-height: 1.15;
      font-variant-numeric: tabular-nums;
      letter-spacing: 0.02em;
    }

    .ticket-when time {
      display: grid;
      font-size: 1.125em;
      font-weight: 600;
    }

    .ticket-when time strong {
      font-size: 1.25em;
      line-height: 1.3;
      font-variant-numeric: tabular-nums;
    }

    .ticket-proof {
      display: grid;
      gap: calc(3 * var(--space));
      justify-items: center;
      padding-block-start: calc(4 * var(--space));
      border-block-start: 1px dashed var(--line);
    }

    .ticket-code {
      display: grid;
    }

    .ticket-code strong {
      font-size: 1.125em;
      font-variant-numeric: tabular-nums;
      letter-spacing: 0.03em;
      /* Firefox breaks no line between a hyphen and a digit. */
      overflow-wrap: anywhere;
      -webkit-user-select: all;
      user-select: all;
    }

    /* Cameras need dark on light, whatever the page's colours. */
    .qr {
      flex: none;
      inline-size: 148px;
      block-size: 148px;
      border-radius: var(--radius);
      background: #fff;
      fill: #000;
      forced-color-adjust: none;
      print-color-adjust: exact;
    }

    .ticket-more,
    .ticket-more > section {
      display: grid;
      gap: calc(6 * var(--space));
      align-content: start;
    }

    .ticket-more > section {
      gap: calc(2 * var(--space));
    }

    @container (min-width: 40em) {
      .ticket {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        column-gap: calc(8 * var(--space));
        align-items: start;
      }

      .ticket > .notice {
        grid-column: 1 / -1;
      }
    }

    @media print {
      .ticket {
        display: block;
      }

      .ticket-facts {
        break-inside: avoid;
      }

      .notice {
        display: none;
      }
    }
  `,
];
