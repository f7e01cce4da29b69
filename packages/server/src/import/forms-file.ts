import { FormDefinition, FormDocument, regencyCode, slug } from '@mpp-digital/contract';
import * as z from 'zod/mini';

import { check, pointerTo, type Refusal } from '../validation.ts';
import type { Row } from './catalogue-file.ts';
import { checkForm } from './form-checks.ts';
import { Text } from './text-row.ts';

export const FormRow = z.object({
  /** Services that share the form. */
  serviceIds: z.array(slug).check(z.minLength(1)),
  /** Whether they are issued by themselves, once they were due and nobody has answered. */
  issuesItself: z.optional(z.boolean()),
  schema: FormDefinition.shape.schema,
  ui: FormDefinition.shape.ui,
  /** What a document is, the service's requirement says unless the form words it otherwise. */
  documents: z.array(z.extend(FormDocument, { text: z.optional(Text) })),
});
/** What an operator writes: a form, and for which services it is. */
export interface FormRow extends z.infer<typeof FormRow> {}

/** The forms of a regency, each with its place in the file. */
export interface FormRows {
  regency: string;
  forms: Row<FormRow>[];
}

/** Reads a file of forms, and notes every row that does not fit. */
export function readForms(file: object, refusals: Refusal[]): FormRows | undefined {
  const { regionCode, forms } = file as { regionCode?: unknown; forms?: unknown };
  const { data: regency, refusals: wrong } = check(regencyCode, regionCode, '/regionCode');
  if (wrong) refusals.push(...wrong);
  if (!Array.isArray(forms)) {
    refusals.push({ pointer: '/forms', detail: 'Invalid input: expected array' });
    return undefined;
  }
  const rows = forms.flatMap((item: unknown, i): Row<FormRow>[] => {
    const pointer = `/forms/${String(i)}`;
    const { data, refusals: unfit } = check(FormRow, item, pointer);
    const more = unfit ?? [...unknownMembers(item, data, pointer), ...checkForm(data, pointer)];
    refusals.push(...more);
    return data && more.length === 0 ? [{ pointer, row: data }] : [];
  });
  return regency === undefined ? undefined : { regency, forms: rows };
}

/** What was written and would be overlooked: a keyword that is not checked must not seem to be. */
function unknownMembers(written: unknown, read: unknown, pointer: string): Refusal[] {
  if (typeof written !== 'object' || written === null) return [];
  return Object.entries(written).flatMap(([name, member]: [string, unknown]) => {
    const at = pointer + pointerTo([name]);
    if (typeof read !== 'object' || read === null || !Object.hasOwn(read, name)) {
      return [{ pointer: at, detail: 'Is no member that forms have; see docs/forms.md' }];
    }
    return unknownMembers(member, (read as Record<string, unknown>)[name], at);
  });
}
