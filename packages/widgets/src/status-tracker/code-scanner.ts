import { html, type LitElement, nothing, type ReactiveController } from 'lit';

import { codeScanner, type CodeScannerMessages } from '../messages/id/code-scanner.ts';
import { scan } from './qr-camera.ts';

interface ScannerOptions {
  /** A site's own words win. */
  messages: () => Partial<CodeScannerMessages>;
  /** Whether what was read is of use. */
  onRead: (text: string) => boolean;
}

/** A button that reads a ticket's QR code by the camera. For browsers that can. */
export class CodeScanner implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: ScannerOptions;
  #scanning: AbortController | undefined;
  #problem: 'cameraRefused' | 'cameraMissing' | 'scannedOther' | undefined;

  constructor(host: LitElement, options: ScannerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected() {
    this.stop();
  }

  /** Turns the camera off. */
  readonly stop = (): void => {
    this.#scanning?.abort();
    this.#scanning = undefined;
    this.#problem = undefined;
    this.#host.requestUpdate();
  };

  readonly #start = async () => {
    this.stop();
    const { signal } = (this.#scanning = new AbortController());
    await this.#host.updateComplete;
    const video = this.#host.renderRoot.querySelector('video')!;
    try {
      await scan(video, (text) => this.#accept(text), signal);
      if (!signal.aborted) this.stop();
    } catch (error) {
      if (signal.aborted) return;
      this.stop();
      const refused = (error as Error).name === 'NotAllowedError';
      this.#problem = refused ? 'cameraRefused' : 'cameraMissing';
    }
  };

  #accept(text: string): boolean {
    const accepted = this.#options.onRead(text);
    this.#problem = accepted ? undefined : 'scannedOther';
    this.#host.requestUpdate();
    return accepted;
  }

  render() {
    const t = { ...codeScanner, ...this.#options.messages() };
    return html`
      ${
        this.#scanning
          ? html`
              <div class="camera stack">
                <p role="status">${t.scanning}</p>
                <video muted playsinline aria-label=${t.scanning}></video>
                <button type="button" @click=${this.stop}>${t.stopScan}</button>
              </div>
            `
          : html`<button type="button" class="plain" @click=${this.#start}>${t.scan}</button>`
      }
      ${this.#problem ? html`<p role="status">${t[this.#problem]}</p>` : nothing}
    `;
  }
}
