import type { LitElement } from 'lit';

/** Red, green and blue, 0 to 255. */
export type Rgb = [red: number, green: number, blue: number];

/** The same with how much it covers, 0 to 1. */
type Rgba = [...Rgb, alpha: number];

/** What two colours must stand apart for text to be read, WCAG 2.2, 1.4.3. */
const enough = 4.5;

/** Gives a widget shades of its brand colour, and of what stands on it, that can be read. */
export function keepReadable(host: LitElement): void {
  const set = (token: string, color?: Rgb) =>
    host.style.setProperty(token, color ? `rgb(${color.join(' ')})` : '');
  set('--mpp-brand-readable');
  set('--mpp-on-brand-readable');
  const surface = surfaceOf(host);
  const color = opaque(resolve(host, 'var(--brand)'));
  if (!color) return;
  const shade = readable(color, surface);
  if (shade !== color) set('--mpp-brand-readable', shade);
  const onBrand = opaque(resolve(host, 'var(--on-brand)'));
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

/** What is seen behind a widget's text, where its own surface lets something through. */
function surfaceOf(host: LitElement): Rgb {
  const layers: Rgba[] = [];
  for (let element: Element | null = host; element; element = parentOf(element)) {
    const layer = resolve(host, getComputedStyle(element).backgroundColor);
    if (layer) layers.push(layer);
    if (layer?.[3] === 1) break;
  }
  const canvas = opaque(resolve(host, 'canvas')) ?? [255, 255, 255];
  return layers.reduceRight<Rgb>(
    (under, [red, green, blue, alpha]) =>
      [red, green, blue].map((part, position) =>
        Math.round(part * alpha + under[position]! * (1 - alpha)),
      ) as Rgb,
    canvas,
  );
}

/** What an element stands in, out of shadow roots too. */
function parentOf(element: Element): Element | null {
  const parent = element.assignedSlot ?? element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
}

/** Lets the browser turn any way of writing a colour into red, green and blue. */
function resolve(host: LitElement, color: string): Rgba | undefined {
  const probe = document.createElement('span');
  const computed = (written: string) => {
    probe.style.color = written;
    return getComputedStyle(probe).color;
  };
  host.renderRoot.append(probe);
  const written = computed(color);
  // A colour of another space stays in it until it is mixed with itself.
  const resolved = written.startsWith('rgb')
    ? written
    : computed(`color-mix(in srgb, ${written}, ${written})`);
  probe.remove();
  return parse(resolved);
}

/** Reads `rgb(11, 92, 173)` and `color(srgb 0.04 0.36 0.68)`, both also with a transparency. */
function parse(color: string): Rgba | undefined {
  const parts = color.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
  const [red, green, blue, alpha = 1] = parts;
  if (blue === undefined || !/^rgb|^color\(srgb /.test(color)) return undefined;
  const byte = (part: number) =>
    Math.round(Math.min(255, Math.max(0, part * (color.startsWith('rgb') ? 1 : 255))));
  return [byte(red!), byte(green!), byte(blue), alpha];
}

const opaque = (color: Rgba | undefined): Rgb | undefined =>
  color?.[3] === 1 ? [color[0], color[1], color[2]] : undefined;
