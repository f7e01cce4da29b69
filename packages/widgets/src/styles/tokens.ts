import { css } from 'lit';

/**
 * The public `--mpp-*` tokens with their defaults, read once into the short names that the widgets
 * use. Colour roles as in INA Digital's design system; every default stands out by 4.5:1.
 */
export const tokens = css`
  :host {
    --brand: var(--mpp-brand-readable, var(--mpp-color-brand, #0b5cad));
    --on-brand: var(--mpp-on-brand-readable, var(--mpp-color-on-brand, #fff));
    --surface: var(--mpp-color-surface, #fff);
    --raised: var(--mpp-color-raised, #f3f5f7);
    --text: var(--mpp-color-text, #1b1f24);
    --muted: var(--mpp-color-text-muted, #505a65);
    --line: var(--mpp-color-line, #c6ccd3);
    --control: var(--mpp-color-control, #6b7580);
    --positive: var(--mpp-color-positive, #11693a);
    --positive-surface: var(--mpp-color-positive-surface, #e8f5ec);
    --negative: var(--mpp-color-negative, #b3261e);
    --negative-surface: var(--mpp-color-negative-surface, #fdecea);
    --warning: var(--mpp-color-warning, #7a4d00);
    --warning-surface: var(--mpp-color-warning-surface, #fff4dc);
    --information: var(--mpp-color-information, #0b5cad);
    --information-surface: var(--mpp-color-information-surface, #e8f1fb);
    --radius: var(--mpp-radius, 6px);
    --space: var(--mpp-space, 4px);
    --target: 44px;

    /* Important, because a page's reset of all elements would win over it. */
    box-sizing: border-box !important;
    padding: var(--mpp-padding, calc(4 * var(--space))) !important;
    display: block;
    max-inline-size: 100%;
    border-radius: var(--radius);
    background-color: var(--surface);
    color: var(--text);
    overflow-wrap: break-word;
    container-type: inline-size;

    /* The page's font and its size, but not how it sets what is around the widget. */
    font-family: var(--mpp-font, inherit);
    font-style: normal;
    font-weight: 400;
    line-height: 1.5;
    letter-spacing: normal;
    word-spacing: normal;
    text-transform: none;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    white-space: normal;
    direction: ltr;
  }

  /* A page that says color-scheme: dark, or that follows the system, gets dark widgets. */
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --brand: var(--mpp-brand-readable, var(--mpp-color-brand, light-dark(#0b5cad, #8ab8f0)));
      --on-brand: var(
        --mpp-on-brand-readable,
        var(--mpp-color-on-brand, light-dark(#fff, #0d1b2a))
      );
      --surface: var(--mpp-color-surface, light-dark(#fff, #14181d));
      --raised: var(--mpp-color-raised, light-dark(#f3f5f7, #1f252c));
      --text: var(--mpp-color-text, light-dark(#1b1f24, #eceff2));
      --muted: var(--mpp-color-text-muted, light-dark(#505a65, #aab4bf));
      --line: var(--mpp-color-line, light-dark(#c6ccd3, #3b444e));
      --control: var(--mpp-color-control, light-dark(#6b7580, #8d98a4));
      --positive: var(--mpp-color-positive, light-dark(#11693a, #7fd4a0));
      --positive-surface: var(--mpp-color-positive-surface, light-dark(#e8f5ec, #12281b));
      --negative: var(--mpp-color-negative, light-dark(#b3261e, #ffb4ab));
      --negative-surface: var(--mpp-color-negative-surface, light-dark(#fdecea, #361512));
      --warning: var(--mpp-color-warning, light-dark(#7a4d00, #f5c66b));
      --warning-surface: var(--mpp-color-warning-surface, light-dark(#fff4dc, #2f2306));
      --information: var(--mpp-color-information, light-dark(#0b5cad, #8ab8f0));
      --information-surface: var(--mpp-color-information-surface, light-dark(#e8f1fb, #10233a));
    }
  }

  :host([hidden]) {
    display: none;
  }

  /* Not inherited: what is inside <details> would inherit from a slot of the browser's own. */
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  /* Black on white, whatever the screen shows. */
  @media print {
    :host {
      padding: 0 !important;
    }

    :host,
    * {
      color: #000 !important;
      background: #fff !important;
    }
  }
`;
