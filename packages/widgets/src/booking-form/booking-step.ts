import type { MppClient } from '@mpp-digital/sdk';
import type { LitElement } from 'lit';

import type { FinderClient } from '../finder-client.ts';
import type { Locale } from '../language.ts';
import type { BookingFormMessages } from '../messages/id/booking-form.ts';

/** What the form's questions need from it. */
export interface BookingContext<C = FinderClient, M = BookingFormMessages> {
  host: LitElement;
  client: () => C;
  messages: () => M;
  locale: () => Locale;
  /** Address of one of the server's own pages. */
  page: (path: string) => string;
  /** Where the server's pages of the regency are, in whatever language. */
  pages: () => string;
  /** Gives the focus to what has this id, once it is on the screen. */
  focusOn: (id: string) => void;
}

/** The same, for what comes after the first view, with more of the client and of the texts. */
export type LaterContext = BookingContext<MppClient, Required<BookingFormMessages>>;

/** One question: what is on its screen, and what its one primary button does. */
export interface BookingStep {
  /** 1 to 3; what comes before the first has no number. */
  readonly number?: number;
  readonly heading: string;
  /** What went wrong, above the question. */
  renderProblem(): unknown;
  render(): unknown;
  /** Words of the primary button; undefined while there is nothing to go on with. */
  readonly action: string | undefined;
  /** Something is on its way: pressing again does nothing. */
  readonly isBusy?: boolean;
  submit(): void;
  /** The citizen looks at another question: what was wrong is no longer said. */
  leave(): void;
}
