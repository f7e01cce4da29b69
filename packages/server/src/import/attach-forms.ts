import type {
  FieldSchema,
  FormDefinition,
  FormField,
  Service,
  Village,
} from '@mpp-digital/contract';

import type { ServiceForm } from '../catalogue.ts';
import type { Refusal } from '../validation.ts';
import type { Row } from './catalogue-file.ts';
import type { FormRow } from './forms-file.ts';

/** The form of one service. */
export interface StoredForm extends ServiceForm {
  serviceId: string;
}

/** All forms of a regency, as they are stored. */
export interface RegencyForms {
  regency: string;
  forms: StoredForm[];
}

/** Gives services their forms, and notes what does not belong together. */
export function attachForms(
  rows: readonly Row<FormRow>[],
  services: readonly Service[],
  villages: readonly Village[],
  refusals: Refusal[],
): StoredForm[] {
  const byId = new Map(services.map((service) => [service.id, service]));
  const forms = new Map<string, StoredForm>();
  for (const { pointer, row } of rows) {
    row.serviceIds.forEach((serviceId, i) => {
      const at = `${pointer}/serviceIds/${String(i)}`;
      const service = byId.get(serviceId);
      if (!service) refusals.push({ pointer: at, detail: 'Names no service of the catalogue' });
      else if (forms.has(serviceId)) refusals.push({ pointer: at, detail: 'Has a form already' });
      else if (!service.channels.includes('electronic')) {
        refusals.push({ pointer: at, detail: 'Is not served electronically' });
      } else {
        refusals.push(...unknownDocuments(row, service, pointer));
        const form = formOf(row, service, villages);
        forms.set(serviceId, { serviceId, form, issuesItself: row.issuesItself ?? false });
      }
    });
  }
  return [...forms.values()];
}

function unknownDocuments({ documents }: FormRow, service: Service, pointer: string): Refusal[] {
  const codes = service.requirements.map(({ code }) => code);
  return documents.flatMap(({ code }, i) =>
    codes.includes(code)
      ? []
      : [
          {
            pointer: `${pointer}/documents/${String(i)}/code`,
            detail: `Is no requirement of ${service.id}`,
          },
        ],
  );
}

function formOf(
  { schema, ui, documents }: FormRow,
  { requirements }: Service,
  villages: readonly Village[],
): FormDefinition {
  return {
    schema: { ...schema, properties: withVillages(schema.properties, villages) },
    ui: {
      ...ui,
      steps: ui.steps.map((step) => ({
        ...step,
        fields: step.fields.map((field) => withVillageNames(field, schema.properties, villages)),
      })),
    },
    documents: documents.flatMap(({ text, ...document }) => {
      const named = text ?? requirements.find(({ code }) => code === document.code)?.text;
      return named ? [{ ...document, text: named }] : [];
    }),
  };
}

/** Villages are choices: those of the catalogue. */
function withVillages<T extends Partial<FieldSchema>>(
  properties: Record<string, T>,
  villages: readonly Village[],
): Record<string, T> {
  const codes = villages.map(({ code }) => code);
  return Object.fromEntries(
    Object.entries(properties).map(([name, { properties: inner, items, ...field }]) => [
      name,
      {
        ...field,
        ...(field.format === 'village' && { enum: codes }),
        ...(inner && { properties: withVillages(inner, villages) }),
        ...(items && { items: { ...items, properties: withVillages(items.properties, villages) } }),
      } as T,
    ]),
  );
}

function withVillageNames(
  field: FormField,
  properties: Record<string, Partial<FieldSchema>>,
  villages: readonly Village[],
): FormField {
  const schema = properties[field.name];
  const inner = schema?.properties ?? schema?.items?.properties;
  return {
    ...field,
    ...(schema?.format === 'village' && {
      options: villages
        .map(({ code, name }) => ({ value: code, label: { id: name, en: name } }))
        .sort((one, other) => one.label.id.localeCompare(other.label.id, 'id')),
    }),
    ...(field.fields &&
      inner && { fields: field.fields.map((each) => withVillageNames(each, inner, villages)) }),
  };
}
