import type { LitElement, ReactiveController } from 'lit';

type Rgb = [red: number, green: number, blue: number];

/**
 * Keeps the host's brand colour readable: where `--mpp-color-brand` would not stand out from the
 * surface, the widget uses a darker or lighter shade of it (WCAG 2.2, 1.4.3 and 1.4.11).
 */
export class BrandContrast implements ReactiveController {
  readonly #host: LitElement;
  #checked = '';

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated() {
    const style = getComputedStyle(this.#host);
    const wanted = style.getPropertyValue('--mpp-color-brand').trim();
    const surface = parse(style.backgroundColor);
    const state = `${wanted} ${style.backgroundColor}`;
    if (state === this.#checked) return;
    this.#checked = state;
    this.#host.style.removeProperty('--mpp-brand-readable');
    const brand = wanted && surface && parse(this.#resolve(wanted));
    if (!brand || contrast(brand, surface) >= 4.5) return;
    this.#host.style.setProperty(
      '--mpp-brand-readable',
      `rgb(${readable(brand, surface).join(' ')})`,
    );
  }

  /** Lets the browser turn any way of writing a colour into `rgb(…)`. */
  #resolve(color: string): string {
    const probe = document.createElement('span');
    probe.style.color = color;
    this.#host.renderRoot.append(probe);
    const { color: resolved } = getComputedStyle(probe);
    probe.remove();
    return resolved;
  }
}

function parse(color: string): Rgb | undefined {
  const [red, green, blue, alpha = 1] = color.match(/[\d.]+/g)?.map(Number) ?? [];
  return color.startsWith('rgb') && blue !== undefined && alpha === 1
    ? [red!, green!, blue]
    : undefined;
}

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
