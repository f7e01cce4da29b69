import type { Locale } from '../language.ts';
import type { ApplicationFormMessages } from '../messages/id/application-form.ts';
import type { Problems } from './answer-problems.ts';

/** What every field needs to know. */
export interface FieldContext {
  locale: Locale;
  t: ApplicationFormMessages;
  problems: Problems;
  isRequired: boolean;
}
