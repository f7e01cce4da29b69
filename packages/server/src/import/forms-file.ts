import { FormDefinition, regencyCode, slug } from '@mpp-digital/contract';
import * as z from 'zod/mini';

import { check, type Refusal } from '../validation.ts';

/** The form of one service. */
export interface FormRow {
  serviceId: string;
  form: FormDefinition;
  /** Whether the service is issued by itself, once it was due and nobody has answered. */
  issuesItself: boolean;
}

/** All forms of a regency. */
export interface RegencyForms {
  regency: string;
  forms: FormRow[];
}

const File = z.object({ regionCode: regencyCode, forms: z.array(z.unknown()) });

const Row = z.object({
  /** The services that are applied for with it. */
  serviceIds: z.array(slug).check(z.minLength(1)),
  issuesItself: z.optional(z.boolean()),
});

/** Reads a file of forms, and notes everything that does not fit. */
export function readForms(file: object, refusals: Refusal[]): RegencyForms {
  const { data, refusals: wrong } = check(File, file);
  if (wrong) {
    refusals.push(...wrong);
    return { regency: '', forms: [] };
  }
  const services = new Set<string>();
  const forms = data.forms.flatMap((item, i): FormRow[] => {
    const pointer = `/forms/${String(i)}`;
    const row = check(Row, item, pointer);
    const form = check(FormDefinition, item, pointer);
    if (row.refusals || form.refusals) {
      refusals.push(...(row.refusals ?? []), ...(form.refusals ?? []));
      return [];
    }
    const { serviceIds, issuesItself = false } = row.data;
    return serviceIds.map((serviceId) => {
      if (services.has(serviceId)) {
        refusals.push({ pointer: `${pointer}/serviceIds`, detail: 'Has a service with two forms' });
      }
      services.add(serviceId);
      return { serviceId, form: form.data, issuesItself };
    });
  });
  return { regency: data.regionCode, forms };
}
