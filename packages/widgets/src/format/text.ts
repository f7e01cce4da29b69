import type { Text } from '@mpp-digital/contract';

import type { Locale } from '../language.ts';

/** A text in the wanted language. */
export const inLocale = (text: Text, locale: Locale): string => text[locale];
