import {
  askedAnswers,
  normalisePhone,
  type AnswerSchema,
  type FieldSchema,
  type FormAnswers,
  type FormCondition,
} from '@mpp-digital/contract';

/** What was typed and chosen, by field: texts and booleans, and the same of fields within. */
export interface Typed {
  [name: string]: string | boolean | Typed | Typed[] | undefined;
}

/** A form or a part of it. */
export interface Fields {
  readonly properties: Readonly<Record<string, FieldSchema>>;
  readonly required: readonly string[];
  readonly allOf?: readonly FormCondition[] | undefined;
}

/** Fields that stand within a field; undefined where there are none. */
export function within({
  properties,
  required = [],
  allOf,
  items,
}: FieldSchema): Fields | undefined {
  return properties ? { properties, required, allOf } : items;
}

/** As many empty groups as there have to be. */
export function emptyFields({ properties }: Fields): Typed {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, field]): [string, Typed | Typed[]][] => {
      const fields = within(field);
      if (!fields) return [];
      if (field.type === 'object') return [[name, emptyFields(fields)]];
      const count = Math.max(field.minItems ?? 0, 0);
      return [[name, Array.from({ length: count }, () => emptyFields(fields))]];
    }),
  );
}

/** The answers as the server wants them: only what is asked, and nothing where nothing was typed. */
export function readAnswers(fields: Fields, typed: Typed): FormAnswers {
  return askedAnswers(fields, read(fields, typed));
}

function read({ properties, required, allOf = [] }: Fields, typed: Typed): Record<string, unknown> {
  const needed = new Set([...required, ...allOf.flatMap(({ then }) => then?.required ?? [])]);
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, field]): [string, unknown][] => {
      const value = typed[name];
      const fieldsWithin = within(field);
      if (Array.isArray(value)) {
        return fieldsWithin ? [[name, value.map((each) => read(fieldsWithin, each))]] : [];
      }
      if (fieldsWithin && typeof value === 'object') {
        const answers = read(fieldsWithin, value);
        return Object.keys(answers).length > 0 || needed.has(name) ? [[name, answers]] : [];
      }
      // A declaration that is not made is not an answer.
      if (typeof value === 'boolean') return value || !field.const ? [[name, value]] : [];
      const answer = typeof value === 'string' ? readText(field, value) : undefined;
      return answer === undefined ? [] : [[name, answer]];
    }),
  );
}

/** A text as it is meant. What cannot be read stays as it was typed, for the check to find. */
function readText({ type, format }: AnswerSchema | FieldSchema, typed: string): unknown {
  const text = typed.normalize('NFC').trim();
  if (!text) return undefined;
  if (type === 'number' || type === 'integer') return readNumber(text) ?? text;
  if (format === 'phone') return normalisePhone(text) ?? text;
  const isNumber = format && !['date', 'email', 'village'].includes(format);
  return isNumber ? text.replace(/[\s.\p{Pd}/]/gu, '') : text;
}

/** Reads `1.250,5` as Indonesians write it, `1,250.5`, and plain numbers. */
function readNumber(text: string): number | undefined {
  const plain = text.replace(/\s/g, '');
  const inGroups = /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(plain)
    ? plain.replaceAll('.', '').replace(',', '.')
    : /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain)
      ? plain.replaceAll(',', '')
      : plain.replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/.test(inGroups) ? Number(inGroups) : undefined;
}
