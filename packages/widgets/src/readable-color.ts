import type { LitElement } from 'lit';

/** Red, green and blue, 0 to 255. */
export type Rgb = [red: number, green: number, blue: number];

/** What two colours must stand apart for text to be read, WCAG 2.2, 1.4.3. */
const enough = 4.5;

/**
 * Gives a widget shades of its brand colour, and of what stands on it, that can be read.
 *
 * @param brand - As the host says it; empty for none.
 */
export function keepReadable(host: LitElement, brand: string): void {
  const set = (token: string, color?: Rgb) =>
    host.style.setProperty(token, color ? `rgb(${color.join(' ')})` : '');
  set('--mpp-brand-readable');
  set('--mpp-on-brand-readable');
  const surface = parse(getComputedStyle(host).backgroundColor);
  const color = brand ? resolve(host, brand) : undefined;
  if (!surface || !color) return;
  const shade = readable(color, surface);
  if (shade !== color) set('--mpp-brand-readable', shade);
  const onBrand = resolve(host, 'var(--on-brand)');
  if (onBrand && contrast(onBrand, shade) < enough) {
    set('--mpp-on-brand-readable', readableOn(shade));
  }
}

/** How far two colours stand apart, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((part) =>
    part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  ) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The colour itself, or its nearest shade, towards black or white, that stands out from the surface. */
function readable(color: Rgb, surface: Rgb): Rgb {
  if (contrast(color, surface) >= enough) return color;
  const end = luminance(surface) > 0.18 ? 0 : 255;
  for (let share = 0.05; share < 1; share += 0.05) {
    const shade = color.map((part) => Math.round(part + (end - part) * share)) as Rgb;
    if (contrast(shade, surface) >= enough) return shade;
  }
  return [end, end, end];
}

/** Black or white, whichever can be read better there. */
const readableOn = (surface: Rgb): Rgb => (luminance(surface) > 0.18 ? [0, 0, 0] : [255, 255, 255]);

/** Lets the browser turn any way of writing a colour into `rgb(…)`. */
function resolve(host: LitElement, color: string): Rgb | undefined {
  const probe = document.createElement('span');
  probe.style.color = color;
  host.renderRoot.append(probe);
  const { color: resolved } = getComputedStyle(probe);
  probe.remove();
  return parse(resolved);
}

function parse(color: string): Rgb | undefined {
  const [red, green, blue, alpha = 1] = color.match(/[\d.]+/g)?.map(Number) ?? [];
  return color.startsWith('rgb') && blue !== undefined && alpha === 1
    ? [red!, green!, blue]
    : undefined;
}
