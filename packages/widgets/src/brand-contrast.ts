import type { LitElement, ReactiveController } from 'lit';

/** Red, green and blue, 0 to 255. */
export type Rgb = [red: number, green: number, blue: number];

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
    if (brand) void this.#apply(brand, surface);
  }

  /** Few sites set a colour of their own: only they fetch what judges it. */
  async #apply(brand: Rgb, surface: Rgb) {
    const { contrast, readable } = await import('./readable-color.ts');
    if (contrast(brand, surface) >= 4.5) return;
    const shade = readable(brand, surface).join(' ');
    this.#host.style.setProperty('--mpp-brand-readable', `rgb(${shade})`);
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
