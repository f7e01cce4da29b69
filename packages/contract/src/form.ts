import * as z from '#schema';

import { formats, type Format } from './form-formats.ts';
import { slug, Text } from './text.ts';

/** A field's name in answers: `tanggalLahir`. */
const fieldName = z.string().check(z.regex(/^[a-z][A-Za-z0-9]{0,39}$/));

const count = z.int().check(z.nonnegative());

export const CaseAnswer = z.object({
  /** One of these choices. */
  enum: z.optional(z.array(z.string())),
  /** Yes or no. */
  const: z.optional(z.boolean()),
});
/** What a field has to be answered with in a case. */
export interface CaseAnswer extends z.infer<typeof CaseAnswer> {}

export const FormCase = z.object({
  /** What each of these fields has to be answered with. */
  properties: z.record(z.string(), CaseAnswer),
  /** The same names: JSON Schema lets a missing answer pass otherwise. */
  required: z.array(fieldName),
});
/** The case in which something is asked: all of these answers were given. */
export interface FormCase extends z.infer<typeof FormCase> {}

export const RequiredFields = z.object({
  /** Their names. */
  required: z.array(fieldName),
});
/** What must be answered. */
export interface RequiredFields extends z.infer<typeof RequiredFields> {}

export const FormCondition = z.object({
  /** When. */
  if: FormCase,
  /** What must be answered then. */
  then: z.optional(RequiredFields),
  /** What is not asked otherwise, each `false`: an answer to it is refused. */
  else: z.object({
    /** Their names, and `false`. */
    properties: z.record(z.string(), z.boolean()),
  }),
});
/** Which fields are asked in a case only. */
export interface FormCondition extends z.infer<typeof FormCondition> {}

const one = {
  /** With `string`: what it must look like. */
  format: z.optional(z.enum(Object.keys(formats) as Format[])),
  /** With `string`: the choices. */
  enum: z.optional(z.array(z.string())),
  /** With `boolean`: `true` for a declaration, which cannot be answered with no. */
  const: z.optional(z.boolean()),
  /** In characters (code points). */
  minLength: z.optional(count),
  /** In characters (code points). */
  maxLength: z.optional(count),
  /** The least number. */
  minimum: z.optional(z.number()),
  /** The greatest number. */
  maximum: z.optional(z.number()),
};

export const AnswerSchema = z.object({
  /** A text, a date and a choice are a `string`; yes or no, and a declaration, a `boolean`. */
  type: z.enum(['string', 'number', 'integer', 'boolean']),
  ...one,
});
/** What one answer must be. */
export interface AnswerSchema extends z.infer<typeof AnswerSchema> {}

/** Several fields together. */
const fieldset = {
  /** What must always be answered. */
  required: z.array(fieldName),
  /** `false`: answers to anything else are refused. */
  additionalProperties: z.boolean(),
  /** What is asked in some cases only. A field with several conditions is asked when all hold. */
  allOf: z.optional(z.array(FormCondition)),
};

export const FieldsetSchema = z.object({
  /** `object`. */
  type: z.literal('object'),
  /** The fields by name. */
  properties: z.record(z.string(), AnswerSchema),
  ...fieldset,
});
/** What several answers that belong together must be, for example an address. */
export interface FieldsetSchema extends z.infer<typeof FieldsetSchema> {}

export const FieldSchema = z.object({
  /** With `object`, an address or other fields that belong together; with `array`, some of those. */
  type: z.enum(['string', 'number', 'integer', 'boolean', 'object', 'array']),
  ...one,
  /** With `object`: the fields by name. */
  properties: z.optional(z.record(z.string(), AnswerSchema)),
  /** With `object`: what must always be answered. */
  required: z.optional(fieldset.required),
  /** With `object`: `false`. */
  additionalProperties: z.optional(fieldset.additionalProperties),
  /** With `object`: what is asked in some cases only. */
  allOf: fieldset.allOf,
  /** With `array`: the fields of each. */
  items: z.optional(FieldsetSchema),
  /** With `array`: how many at least. */
  minItems: z.optional(count),
  /** With `array`: how many at most. */
  maxItems: z.optional(count),
});
/** What the answer to a field of a form must be. */
export interface FieldSchema extends z.infer<typeof FieldSchema> {}

export const FormSchema = z.object({
  /** `object`. */
  type: z.literal('object'),
  /** The fields by name. */
  properties: z.record(z.string(), FieldSchema),
  ...fieldset,
});
/**
 * What the answers to a form must be: a subset of JSON Schema 2020-12, so that any validator can
 * judge answers, too. It has these keywords and no other, and asserts the formats of `formats`.
 */
export interface FormSchema extends z.infer<typeof FormSchema> {}

export const FieldOption = z.object({
  /** One of the schema's `enum`. */
  value: z.string(),
  /** How people read it. */
  label: Text,
});
/** One of several choices. */
export interface FieldOption extends z.infer<typeof FieldOption> {}

const shown = {
  /** Its name in the schema and in the answers. */
  name: fieldName,
  /** The question, or what to write in. */
  label: Text,
  /** What helps to answer. */
  help: z.optional(Text),
  /** With choices: how people read them, in this order. */
  options: z.optional(z.array(FieldOption)),
  /** With numbers: of what, for example `m²`. */
  unit: z.optional(Text),
  /** With texts: how many lines to make room for, where one is too few. */
  lines: z.optional(count),
  /** What browsers may fill in, by the names of HTML: `name`, `bday`, `street-address`. */
  autocomplete: z.optional(z.string()),
};

export const AnswerField = z.object(shown);
/** How one answer is asked for. */
export interface AnswerField extends z.infer<typeof AnswerField> {}

export const FormField = z.object({
  ...shown,
  /** With `object` and `array`: how their fields are asked for, in this order. */
  fields: z.optional(z.array(AnswerField)),
  /** With `array`: what one of them is called, for example "Saksi". */
  item: z.optional(Text),
});
/** How a field of a form is asked for. */
export interface FormField extends z.infer<typeof FormField> {}

export const FormStep = z.object({
  /** What it is about. */
  title: Text,
  /** What helps to answer. */
  help: z.optional(Text),
  /** Its fields, in their order. */
  fields: z.array(FormField),
});
/** What is asked together, on one screen. */
export interface FormStep extends z.infer<typeof FormStep> {}

export const FormDocument = z.object({
  /** The requirement that it proves, by the code that it has in the catalogue. */
  code: slug,
  /** What it is. */
  text: Text,
  /** What helps to photograph or to find it. */
  help: z.optional(Text),
  /** Whether one may go on without it. */
  optional: z.optional(z.boolean()),
  /** The case in which it is asked for; always, without it. */
  if: z.optional(FormCase),
});
/** A document to hand in with a form. */
export interface FormDocument extends z.infer<typeof FormDocument> {}

export const FormDefinition = z.object({
  /** What the answers must be. */
  schema: FormSchema,
  /** How they are asked for. */
  ui: z.object({
    /** What to know before one begins. */
    intro: z.optional(Text),
    /** Its steps, in their order. Each field of the schema is in one of them. */
    steps: z.array(FormStep),
  }),
  /** What is to be handed in with the answers. */
  documents: z.array(FormDocument),
});
/** A form: what it asks, how it asks, and what to hand in. */
export interface FormDefinition extends z.infer<typeof FormDefinition> {}
