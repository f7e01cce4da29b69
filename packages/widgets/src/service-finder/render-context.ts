import type { ServiceSummary } from '@mpp-digital/contract';
import type { Locale } from '../language.ts';
import type { FindingMessages } from '../messages/id/finding.ts';
import type { ServiceFinderMessages } from '../messages/id/service-finder.ts';
import type { Catalogue } from './catalogue.ts';

/** What the parts of the finder's first view need in order to show themselves. */
export interface RenderContext {
  t: ServiceFinderMessages;
  locale: Locale;
  /** Address of one of the server's own pages. */
  page: (path: string) => string;
  /** Undefined as long as nothing is known. */
  catalogue: Catalogue | undefined;
  /** The services that fit the words, best first. */
  find: (query: string) => ServiceSummary[];
}

/** The same for what comes after the first view, with its texts. */
export interface FoundContext extends RenderContext {
  t: ServiceFinderMessages & FindingMessages;
}

/** The same for one service. */
export interface ServiceContext extends RenderContext {
  t: Required<ServiceFinderMessages>;
}
