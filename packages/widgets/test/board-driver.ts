import { fixture, html } from '@open-wc/testing';

import '../src/queue-board/define.ts';
import type { QueueBoard } from '../src/queue-board/queue-board.ts';
import { Driver } from './driver.ts';

/** What a page says of its board. */
interface BoardSettings {
  agency?: string;
  code?: string;
  place?: string;
  wall?: boolean;
  lang?: string;
}

/** Uses a queue board as a citizen does: by what is on the screen. */
export class BoardDriver extends Driver<QueueBoard> {
  get board(): QueueBoard {
    return this.element;
  }

  /** Puts a board on the page. */
  static async open(settings: BoardSettings = {}): Promise<BoardDriver> {
    const { agency = '', code = '', place = '', wall = false, lang = 'id' } = settings;
    const wrapper = await fixture<HTMLElement>(
      html`<div lang=${lang}>
        <mpp-queue-board regency="35.79" place=${place} agency=${agency} code=${code} ?wall=${wall}>
          <p slot="help">Telepon 0341 000</p>
        </mpp-queue-board>
      </div>`,
    );
    const driver = new BoardDriver(wrapper.querySelector('mpp-queue-board')!);
    await driver.board.updateComplete;
    return driver;
  }

  /** A board that shows the lines. */
  static async showing(settings: BoardSettings = {}): Promise<BoardDriver> {
    const driver = await BoardDriver.open(settings);
    await driver.until(() => driver.all('.foot').length);
    return driver;
  }

  async press(label: string | RegExp): Promise<void> {
    const button = this.button(label);
    button.focus();
    button.click();
    await this.board.updateComplete;
  }

  /** Types a code and sends the form. */
  async enter(code: string): Promise<void> {
    const input = this.one<HTMLInputElement>('#code');
    input.focus();
    input.value = code;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    input.form!.requestSubmit();
    await this.board.updateComplete;
  }
}
