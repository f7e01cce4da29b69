import { css } from 'lit';

/** How the board looks on a wall: all sizes follow the width of the screen. */
export const wallStyles = css`
  :host([wall]) {
    padding: 0;
  }

  .wall {
    display: grid;
    grid-template-rows: auto auto 1fr auto;
    gap: 1em;
    min-block-size: 100vh;
    padding: 1.25em;
    font-size: clamp(16px, 1.25cqi, 48px);
    line-height: 1.25;
  }

  .wall .remarks {
    flex: 1 1 20em;
    gap: 0.5em;
  }

  .wall .notice {
    padding-block: 0.4em;
  }

  .wall > .head,
  .wall > .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 2em;
    align-items: center;
    justify-content: space-between;
  }

  .wall p,
  .wall li {
    max-inline-size: none;
  }

  .wall > .foot p {
    flex: 1 1 20em;
  }

  .wall time {
    margin-inline-start: 0.75em;
    font-size: 1.5em;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }

  .newest {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(22em, 100%), 1fr));
    gap: 0 2em;
    padding: 1em 1.5em;
    border-radius: var(--radius);
    background: var(--brand);
    color: var(--on-brand);
  }

  .newest > p {
    display: grid;
  }

  .newest strong {
    display: block;
    font-size: 6em;
    line-height: 1.05;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .wall strong::first-letter,
  .sound span::first-letter {
    text-transform: uppercase;
  }

  .newest > .for {
    grid-column: 1 / -1;
    margin-block-start: 0.25em;
    font-size: 1.25em;
    font-weight: 600;
  }

  .newest.none {
    padding-block: 2em;
    background: var(--raised);
    color: var(--text);
    font-size: 1.5em;
    text-align: center;
  }

  .agencies {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(22em, 100%), 1fr));
    gap: 0.75em;
    align-content: start;
  }

  .agencies > li {
    display: grid;
    grid-template-rows: auto 1fr auto;
    gap: 0.4em;
    padding: 0.75em 1em;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }

  .agencies h3 {
    font-size: 1em;
  }

  .agencies .calls {
    display: grid;
    gap: 0.1em 1.5em;
    align-content: start;
    font-size: 1.5em;
  }

  .agencies .calls li {
    display: flex;
    gap: 0.5em;
    align-items: baseline;
    justify-content: space-between;
    white-space: nowrap;
  }

  .agencies .calls strong {
    font-size: 1.25em;
  }

  .agencies .calls .serving {
    color: var(--muted);
  }

  .some .agencies {
    grid-template-columns: repeat(auto-fill, minmax(min(16em, 100%), 1fr));
    font-size: 0.9em;
  }

  .some .calls,
  .many .calls {
    grid-template-columns: repeat(auto-fill, minmax(min(7em, 100%), 1fr));
    font-size: 1.2em;
  }

  .some .calls li,
  .many .calls li {
    justify-content: start;
  }

  .many {
    gap: 0.5em;
    padding-block: 0.75em;
  }

  .many .newest {
    padding-block: 0.5em;
    font-size: 0.7em;
  }

  .many .agencies {
    grid-template-columns: repeat(auto-fill, minmax(min(16em, 100%), 1fr));
    gap: 0.5em;
    font-size: 0.7em;
  }

  .many .calls {
    font-size: 1.1em;
  }

  .many .agencies > li {
    gap: 0.1em;
    padding: 0.4em 0.75em;
  }

  .sound {
    display: flex;
    gap: 1em;
    align-items: center;
  }

  @media (forced-colors: active) {
    .newest {
      border: 3px solid;
    }

    /* Above the plate that browsers lay behind the large words. */
    .newest span {
      position: relative;
    }
  }
`;
