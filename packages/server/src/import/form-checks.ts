import type {
  AnswerField,
  FieldSchema,
  FormCase,
  FormCondition,
  FormDefinition,
  FormField,
} from '@mpp-digital/contract';

import { check, pointerTo, type Refusal } from '../validation.ts';
import { written } from './text-row.ts';

/** Longest list of people or things that a phone can show. */
const mostItems = 50;

/** A form, or a part of it that has fields. */
interface Fields {
  properties: Record<string, FieldSchema>;
  required: string[];
  additionalProperties: boolean;
  allOf?: FormCondition[] | undefined;
}

/**
 * Finds what a schema cannot say of itself: that each field is asked once, that every case can come
 * true, and that no answer can be of any length.
 */
export function checkForm(
  {
    schema,
    ui,
    documents,
  }: Pick<FormDefinition, 'schema' | 'ui'> & { documents: { if?: FormCase | undefined }[] },
  pointer: string,
): Refusal[] {
  const asked = ui.steps.flatMap(({ fields }, i) =>
    fields.map((field, j) => ({
      field,
      at: `${pointer}/ui/steps/${String(i)}/fields/${String(j)}`,
    })),
  );
  return [
    ...(ui.steps.length === 0 ? [{ pointer: `${pointer}/ui/steps`, detail: 'Has no step' }] : []),
    ...ui.steps.flatMap(({ fields }, i) =>
      fields.length > 0
        ? []
        : [{ pointer: `${pointer}/ui/steps/${String(i)}/fields`, detail: 'Has no field' }],
    ),
    ...checkFields(schema, asked, `${pointer}/schema`),
    ...blankTexts(ui, `${pointer}/ui`),
    ...documents.flatMap(({ if: when }, i) =>
      when ? checkCase(schema.properties, when, `${pointer}/documents/${String(i)}/if`) : [],
    ),
  ];
}

function checkFields(
  fields: Fields,
  asked: readonly { field: FormField; at: string }[],
  pointer: string,
): Refusal[] {
  const names = Object.keys(fields.properties);
  const shown = asked.map(({ field }) => field.name);
  return [
    ...(fields.additionalProperties
      ? [{ pointer: `${pointer}/additionalProperties`, detail: 'Must be false' }]
      : []),
    ...names
      .filter((name) => !shown.includes(name))
      .map((name) => ({
        pointer: `${pointer}/properties${pointerTo([name])}`,
        detail: 'Is asked in no step',
      })),
    ...unknownNames(fields.properties, fields.required, `${pointer}/required`),
    ...checkConditions(fields, pointer),
    ...asked.flatMap(({ field, at }, i) => {
      const schema = own(fields.properties, field.name);
      if (!schema) return [{ pointer: `${at}/name`, detail: 'Is no field of the schema' }];
      if (shown.indexOf(field.name) < i)
        return [{ pointer: `${at}/name`, detail: 'Is asked twice' }];
      return checkField(schema, field, `${pointer}/properties${pointerTo([field.name])}`, at);
    }),
  ];
}

function checkField(schema: FieldSchema, field: FormField, pointer: string, at: string): Refusal[] {
  const { type, items, properties, required = [], additionalProperties = true, allOf } = schema;
  const wrong = (keyword: string, detail: string) => [{ pointer: `${pointer}/${keyword}`, detail }];
  const inner = (field.fields ?? []).map((each: AnswerField, i) => ({
    field: each,
    at: `${at}/fields/${String(i)}`,
  }));
  if (type === 'array') {
    if (!items) return wrong('items', 'Is missing');
    return [
      ...((schema.maxItems ?? Infinity) > mostItems
        ? wrong('maxItems', `Must be ${String(mostItems)} or less`)
        : []),
      ...((schema.minItems ?? 0) > (schema.maxItems ?? Infinity)
        ? wrong('minItems', 'Is more than the most')
        : []),
      ...(field.item ? [] : [{ pointer: `${at}/item`, detail: 'Is missing' }]),
      ...checkFields(items, inner, `${pointer}/items`),
    ];
  }
  if (type === 'object') {
    return properties
      ? checkFields({ properties, required, additionalProperties, allOf }, inner, pointer)
      : wrong('properties', 'Is missing');
  }
  if (type !== 'string') {
    return (schema.minimum ?? -Infinity) > (schema.maximum ?? Infinity)
      ? wrong('minimum', 'Is more than the most')
      : [];
  }
  if (schema.enum) {
    const values = (field.options ?? []).map(({ value }) => value);
    const same = schema.enum.every((value) => values.includes(value));
    const once = values.length === schema.enum.length && values.length > 0;
    return same && once ? [] : [{ pointer: `${at}/options`, detail: "Are not the schema's enum" }];
  }
  return schema.format || schema.maxLength !== undefined
    ? []
    : wrong('maxLength', 'Is missing: an answer needs an end');
}

function checkConditions({ properties, required, allOf = [] }: Fields, pointer: string): Refusal[] {
  return allOf.flatMap(({ if: when, then, else: otherwise }, i) => {
    const at = `${pointer}/allOf/${String(i)}`;
    const hidden = Object.keys(otherwise.properties);
    return [
      ...checkCase(properties, when, `${at}/if`),
      ...unknownNames(properties, hidden, `${at}/else/properties`),
      ...hidden.flatMap((name) => {
        const here = `${at}/else/properties${pointerTo([name])}`;
        if (otherwise.properties[name]) return [{ pointer: here, detail: 'Must be false' }];
        if (required.includes(name)) return [{ pointer: here, detail: 'Is always required, too' }];
        return when.required.includes(name)
          ? [{ pointer: here, detail: 'Depends on its own answer' }]
          : [];
      }),
      ...(then?.required ?? []).flatMap((name, j) =>
        hidden.includes(name)
          ? []
          : [{ pointer: `${at}/then/required/${String(j)}`, detail: 'Is not hidden otherwise' }],
      ),
    ];
  });
}

/** A case has to look at fields that exist, for answers that can be given. */
function checkCase(
  properties: Record<string, FieldSchema>,
  { properties: answers, required }: FormCase,
  pointer: string,
): Refusal[] {
  const names = Object.keys(answers);
  const same = names.length === required.length && names.every((name) => required.includes(name));
  return [
    ...(same && names.length > 0
      ? []
      : [{ pointer: `${pointer}/required`, detail: 'Must name the same fields as properties' }]),
    ...names.flatMap((name) => {
      const at = `${pointer}/properties${pointerTo([name])}`;
      const field = own(properties, name);
      const { enum: choices, const: yes } = answers[name]!;
      if (!field) return [{ pointer: at, detail: 'Is no field of the schema' }];
      const possible = choices
        ? choices.every((choice) => field.enum?.includes(choice))
        : yes !== undefined && field.type === 'boolean';
      return possible ? [] : [{ pointer: at, detail: 'Can never be answered so' }];
    }),
  ];
}

function unknownNames(
  properties: Record<string, FieldSchema>,
  names: readonly string[],
  pointer: string,
): Refusal[] {
  return names
    .filter((name) => !own(properties, name))
    .map((name) => ({ pointer, detail: `Names ${name}, which is no field of the schema` }));
}

/** Texts that show nothing, in any language, at any depth. */
function blankTexts(part: object, pointer: string): Refusal[] {
  return Object.entries(part).flatMap(([name, member]: [string, unknown]) => {
    const at = pointer + pointerTo([name]);
    if (typeof member === 'object' && member !== null) return blankTexts(member, at);
    return typeof member === 'string' ? (check(written, member, at).refusals ?? []) : [];
  });
}

function own<T>(members: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}
