import {
  checkAnswers,
  type AnswerError,
  type FormAnswers,
  type FormDefinition,
  type FormField,
} from '@mpp-digital/contract';

import type { Locale } from '../language.ts';
import type { ApplicationFormMessages } from '../messages/id/application-form.ts';

/** Sentences by the id of the field that they are about, in the order of the form. */
export type Problems = ReadonlyMap<string, string>;

/** Id of a field's control: of the first of several, where there are several. */
export const idOf = (pointer: string): string => `f${pointer.replaceAll('/', '-')}`;

/** All that is wrong with answers, by the name of the outermost field. */
export function problemsOf(
  form: FormDefinition,
  answers: FormAnswers,
  locale: Locale,
  t: ApplicationFormMessages,
): ReadonlyMap<string, Problems> {
  const errors = checkAnswers(form, answers);
  const fields = form.ui.steps.flatMap((step) => step.fields);
  return new Map(
    fields.flatMap((field): [string, Problems][] => {
      const own = errors.filter(({ pointer }) => pointer.split('/')[1] === field.name);
      const inOrder = ordered(field, own);
      if (inOrder.length === 0) return [];
      return [
        [
          field.name,
          new Map(
            inOrder.map((error) => [idOf(error.pointer), sentence(form, field, error, locale, t)]),
          ),
        ],
      ];
    }),
  );
}

/** As they are read from top to bottom. */
function ordered({ fields = [] }: FormField, errors: readonly AnswerError[]): AnswerError[] {
  const place = ({ pointer }: AnswerError) => {
    const parts = pointer.split('/').slice(2);
    const index = Number(parts[0]);
    const isGroup = Number.isInteger(index) && parts.length > 0;
    const name = parts[isGroup ? 1 : 0];
    return (isGroup ? index * 1000 : 0) + fields.findIndex((each) => each.name === name);
  };
  return [...errors].sort((one, other) => place(one) - place(other));
}

function sentence(
  { schema }: FormDefinition,
  field: FormField,
  { pointer, reason }: AnswerError,
  locale: Locale,
  t: ApplicationFormMessages,
): string {
  const [, , ...path] = pointer.split('/');
  const inner = path.findLast((name) => !/^\d+$/.test(name));
  const asked = (inner && field.fields?.find(({ name }) => name === inner)) || field;
  const outer = schema.properties[field.name];
  const rule = inner ? (outer?.properties ?? outer?.items?.properties)?.[inner] : outer;
  if (reason === 'format' && rule?.format) return t.formats[rule.format];
  return t.reasons[reason](asked.label[locale]);
}
