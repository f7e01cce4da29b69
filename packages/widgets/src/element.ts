import type { Transport } from '@mpp-digital/sdk/resources';
import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';

import { BrandContrast } from './brand-contrast.ts';
import { transportTo } from './transports.ts';
import { Language, type Locale } from './language.ts';
import type { Texts } from './messages/texts.ts';
import { leadNearer } from './nearer.ts';
import { pageSettings } from './page-settings.ts';

/**
 * What all widgets share: where the server is, whose services it shows, and the language.
 *
 * @attr api - Base URL of the server, for example `https://mpp.example.go.id`. Without it, what
 *   the page's `mpp.js` script says, else the page's own origin.
 * @attr regency - Kemendagri code of the regency or city, for example `35.79`. Without it, what the
 *   page's `mpp.js` script says.
 */
export abstract class MppElement<M extends object> extends LitElement {
  static override properties: PropertyDeclarations = {
    api: {},
    regency: {},
    strings: { attribute: false },
  };

  /** Base URL of the server. */
  declare api: string;

  /** Kemendagri code of the regency or city. */
  declare regency: string;

  /** Own words in place of some of the widget's. */
  declare strings: Partial<M>;

  /** The widget's texts: Indonesian at hand, other languages fetched when they are wanted. */
  protected abstract readonly texts: Texts<M>;

  readonly #language = new Language(this);
  #spoken: { locale: Locale; messages: M } | undefined;

  constructor() {
    super();
    this.api = '';
    this.regency = '';
    this.strings = {};
    new BrandContrast(this);
    this.addEventListener('click', (event) => leadNearer(event, this, this.pages));
  }

  /** The way to this widget's server and regency, which others on the page share. */
  protected get transport(): Transport {
    return transportTo(this.server, this.#regency);
  }

  /** Base URL of the server, without a slash at its end. */
  protected get server(): string {
    return (this.api || pageSettings().api || location.origin).replace(/\/$/, '');
  }

  /** Address of one of the server's own pages, which work without JavaScript, in this language. */
  protected page(path: string): string {
    const lang = this.locale === 'id' ? '' : `${path.includes('?') ? '&' : '?'}lang=${this.locale}`;
    return this.pages + path + lang;
  }

  /** Where the server's pages of the regency are, in whatever language. */
  protected get pages(): string {
    return `${this.server}/${this.#regency}/`;
  }

  get #regency(): string {
    return this.regency || (pageSettings().regency ?? '');
  }

  /** The language of what is on the screen. */
  protected get locale(): Locale {
    return this.#spoken?.locale ?? 'id';
  }

  /** The texts in that language. */
  protected get messages(): M {
    return { ...(this.#spoken?.messages ?? this.texts.id), ...this.strings };
  }

  /** Waits for a language that must be fetched, so that no other flashes up before it. */
  protected override async scheduleUpdate(): Promise<void> {
    const { locale } = this.#language;
    if (this.#spoken?.locale !== locale) {
      const messages =
        locale === 'id' ? this.texts.id : await this.texts[locale]().catch(() => null);
      this.#spoken = messages ? { locale, messages } : { locale: 'id', messages: this.texts.id };
    }
    await super.scheduleUpdate();
  }

  /** Moves the focus to the widget's heading: where a new step begins to be read. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[data-heading]')?.focus(options);
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    // What stood here for people without JavaScript is no longer needed.
    this.toggleAttribute('data-ready', true);
  }
}
