import { css } from 'lit';

/** How the tracker's question looks, besides what all widgets share. */
export const styles = css`
  #entry {
    font-size: 1.125em;
    letter-spacing: 0.03em;
  }

  video {
    inline-size: 100%;
    max-inline-size: 24em;
    border-radius: var(--radius);
    background: #000;
  }
`;
