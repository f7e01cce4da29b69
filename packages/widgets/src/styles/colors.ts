// eslint-disable-next-line no-restricted-syntax -- what is in it stands in this file
import { unsafeCSS } from 'lit';

/**
 * Each role's colours on a light and on a dark page; the roles are named as in INA Digital's design
 * system. Every default stands out by 4.5:1.
 */
const roles: Record<string, [light: string, dark: string]> = {
  brand: ['#0b5cad', '#8ab8f0'],
  'on-brand': ['#fff', '#0d1b2a'],
  surface: ['#fff', '#14181d'],
  raised: ['#f3f5f7', '#1f252c'],
  text: ['#1b1f24', '#eceff2'],
  'text-muted': ['#505a65', '#aab4bf'],
  line: ['#c6ccd3', '#3b444e'],
  control: ['#6b7580', '#8d98a4'],
  positive: ['#11693a', '#7fd4a0'],
  'positive-surface': ['#e8f5ec', '#12281b'],
  negative: ['#b3261e', '#ffb4ab'],
  'negative-surface': ['#fdecea', '#361512'],
  warning: ['#7a4d00', '#f5c66b'],
  'warning-surface': ['#fff4dc', '#2f2306'],
  information: ['#0b5cad', '#8ab8f0'],
  'information-surface': ['#e8f1fb', '#10233a'],
};

/** Browsers from before 2024 know no dark colours, and get the light ones. */
const knowsDark = globalThis.CSS?.supports('color', 'light-dark(#000, #fff)');

/**
 * The public `--mpp-color-*` tokens, read once into the short names that the widgets use. A page that
 * says `color-scheme: dark`, or that follows the system, gets dark widgets. What readable-color.ts
 * finds wins over both.
 */
export const colors = unsafeCSS(
  `:host{${Object.entries(roles)
    .map(([role, [light, dark]]) => {
      const name = role.replace('text-', '');
      const own = knowsDark ? `light-dark(${light},${dark})` : light;
      return `--${name}:var(--mpp-${role}-readable,var(--mpp-color-${role},${own}))`;
    })
    .join(';')}}`,
);
