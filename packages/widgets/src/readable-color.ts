import type { Rgb } from './brand-contrast.ts';

function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((part) =>
    part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  ) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How far two colours stand apart, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

/** The nearest shade, towards black or white, that stands out from the surface. */
export function readable(color: Rgb, surface: Rgb): Rgb {
  const end = luminance(surface) > 0.18 ? 0 : 255;
  for (let share = 0.05; share < 1; share += 0.05) {
    const shade = color.map((part) => Math.round(part + (end - part) * share)) as Rgb;
    if (contrast(shade, surface) >= 4.5) return shade;
  }
  return [end, end, end];
}
