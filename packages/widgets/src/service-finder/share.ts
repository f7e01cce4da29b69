import { copy } from '../clipboard.ts';
import { inLocale } from '../format/text.ts';
import type { Locale } from '../language.ts';
import type { Paper } from './papers.ts';

/** A list of papers as a message: what it is for, a line for each, where to read more. */
export function papersMessage(
  title: string,
  facts: string,
  papers: readonly Paper[],
  link: string,
  locale: Locale,
): string {
  const lines = papers.map(({ text, cases }) => {
    const when = cases.map((one) => inLocale(one, locale)).join(', ');
    return `☐ ${inLocale(text, locale)}${when && ` (${when})`}`;
  });
  return [title, facts, '', ...lines, '', link].join('\n');
}

/**
 * Hands a message to the phone's own way of sharing, else to the clipboard.
 *
 * @returns What became of it; `refused` leaves it to the citizen to copy it.
 */
export async function share(title: string, text: string): Promise<'shared' | 'copied' | 'refused'> {
  try {
    if ('share' in navigator) {
      await navigator.share({ title, text });
      return 'shared';
    }
  } catch (error) {
    // Whoever closes the phone's sheet has changed their mind.
    if ((error as Error).name === 'AbortError') return 'shared';
  }
  return (await copy(text)) ? 'copied' : 'refused';
}
