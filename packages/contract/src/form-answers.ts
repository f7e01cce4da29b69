import type {
  AnswerSchema,
  FormCase,
  FormCondition,
  FormDefinition,
  FormDocument,
} from './form.ts';
import { isOfFormat } from './form-formats.ts';

/** Answers to a form, by the names of its fields. */
export type FormAnswers = Readonly<Record<string, unknown>>;

/** What can be wrong with an answer. */
export type AnswerReason =
  /** It is missing. */
  | 'required'
  /** The form does not ask for it. */
  | 'unknown'
  /** The form does not ask for it in this case. */
  | 'hidden'
  /** It is a text instead of a number, for example. */
  | 'type'
  /** It is none of the choices, or a declaration that was not made. */
  | 'choice'
  /** It is not what the format asks for, for example no NIK. */
  | 'format'
  | 'too-short'
  | 'too-long'
  | 'too-small'
  | 'too-large'
  | 'too-few'
  | 'too-many';

/** One answer that does not fit. */
export interface AnswerError {
  /** JSON pointer into the answers (RFC 6901): `/saksi/0/nik`. */
  pointer: string;
  reason: AnswerReason;
}

/** What fieldsets have in common, however deep they are. */
interface Fields {
  readonly properties: Readonly<Record<string, FieldRule>>;
  readonly required: readonly string[];
  readonly allOf?: readonly FormCondition[] | undefined;
}

/** What a field's schema says, at any depth. */
type FieldRule = Omit<AnswerSchema, 'type'> & {
  readonly type: string;
  readonly items?: Fields | undefined;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
} & { readonly [Member in keyof Fields]?: Fields[Member] | undefined };

/**
 * Judges the answers to a form, as a JSON Schema validator with its `schema` would: widgets while
 * people fill it in, and the server when it is sent.
 *
 * Answers to what is not asked are refused, also where it would be asked in another case. What was
 * answered stays out of the errors.
 *
 * @returns Everything that does not fit; nothing when the answers are good.
 *
 * @example
 * ```ts
 * import type { FormSchema } from '@mpp-digital/contract';
 *
 * const schema: FormSchema = {
 *   type: 'object',
 *   properties: { nik: { type: 'string', format: 'nik' } },
 *   required: ['nik'],
 *   additionalProperties: false,
 * };
 * checkAnswers({ schema }, { nik: '12', nama: 'Sari' });
 * // [{ pointer: '/nik', reason: 'format' }, { pointer: '/nama', reason: 'unknown' }]
 * ```
 */
export function checkAnswers(
  { schema }: Pick<FormDefinition, 'schema'>,
  answers: unknown,
): AnswerError[] {
  return isDictionary(answers)
    ? checkFields(schema, answers, '')
    : [{ pointer: '', reason: 'type' }];
}

/** Names of the fields that are not asked, as the answers stand. */
export function hiddenFields(
  { allOf = [] }: Pick<Fields, 'allOf'>,
  answers: FormAnswers,
): ReadonlySet<string> {
  return new Set(
    allOf.flatMap(({ if: when, else: otherwise }) =>
      isCase(when, answers)
        ? []
        : Object.keys(otherwise.properties).filter((name) => !otherwise.properties[name]),
    ),
  );
}

/**
 * Leaves out what is not asked: what somebody answered before another answer hid it, and what is
 * asked only because of that.
 */
export function askedAnswers(fields: Fields, answers: FormAnswers): FormAnswers {
  const hidden = hiddenFields(fields, answers);
  const asked = Object.entries(answers).filter(([name]) => !hidden.has(name));
  if (asked.length < Object.keys(answers).length) {
    return askedAnswers(fields, Object.fromEntries(asked));
  }
  const inside = asked.map(([name, answer]): [string, unknown] => {
    const { properties, required = [], allOf, items } = own(fields.properties, name) ?? {};
    const within = properties ? { properties, required, allOf } : items;
    if (!within) return [name, answer];
    if (!Array.isArray(answer)) return [name, askedWithin(within, answer)];
    return [name, answer.map((each: unknown) => askedWithin(within, each))];
  });
  return Object.fromEntries(inside);
}

/** The documents to hand in with these answers. */
export function askedDocuments(
  { documents }: Pick<FormDefinition, 'documents'>,
  answers: FormAnswers,
): FormDocument[] {
  return documents.filter(({ if: when }) => !when || isCase(when, answers));
}

function checkFields(fields: Fields, answers: FormAnswers, pointer: string): AnswerError[] {
  const hidden = hiddenFields(fields, answers);
  const required = new Set([
    ...fields.required,
    ...(fields.allOf ?? []).flatMap(({ if: when, then }) =>
      then && isCase(when, answers) ? then.required : [],
    ),
  ]);
  const missing = [...required].filter((name) => own(answers, name) === undefined);
  return [
    ...missing.map((name): AnswerError => ({ pointer: `${pointer}/${name}`, reason: 'required' })),
    ...Object.entries(answers)
      .filter(([, answer]) => answer !== undefined)
      .flatMap(([name, answer]): AnswerError[] => {
        const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        const field = own(fields.properties, name);
        if (!field) return [{ pointer: at, reason: 'unknown' }];
        if (hidden.has(name)) return [{ pointer: at, reason: 'hidden' }];
        return checkField(field, answer, at);
      }),
  ];
}

function checkField(field: FieldRule, answer: unknown, pointer: string): AnswerError[] {
  const { items, properties, required = [], allOf } = field;
  if (field.type === 'array' && Array.isArray(answer) && items) {
    return [
      ...refusal(pointer, reasonAgainstCount(field, answer.length)),
      ...answer.flatMap((each: unknown, i) => {
        const at = `${pointer}/${String(i)}`;
        return isDictionary(each) ? checkFields(items, each, at) : refusal(at, 'type');
      }),
    ];
  }
  if (field.type === 'object' && isDictionary(answer) && properties) {
    return checkFields({ properties, required, allOf }, answer, pointer);
  }
  return refusal(pointer, reasonAgainst(field, answer));
}

function refusal(pointer: string, reason: AnswerReason | undefined): AnswerError[] {
  return reason ? [{ pointer, reason }] : [];
}

function reasonAgainstCount(
  { minItems = 0, maxItems = Infinity }: FieldRule,
  count: number,
): AnswerReason | undefined {
  if (count < minItems) return 'too-few';
  return count > maxItems ? 'too-many' : undefined;
}

function reasonAgainst(field: FieldRule, answer: unknown): AnswerReason | undefined {
  const { type, minimum = -Infinity, maximum = Infinity } = field;
  if (type === 'boolean' && typeof answer === 'boolean') {
    return field.const === undefined || field.const === answer ? undefined : 'choice';
  }
  if (type === 'number' || type === 'integer') {
    if (!(type === 'integer' ? Number.isInteger(answer) : Number.isFinite(answer))) return 'type';
    if (Number(answer) < minimum) return 'too-small';
    return Number(answer) > maximum ? 'too-large' : undefined;
  }
  return type === 'string' && typeof answer === 'string'
    ? reasonAgainstText(field, answer)
    : 'type';
}

function reasonAgainstText(field: FieldRule, answer: string): AnswerReason | undefined {
  const { format, minLength = 0, maxLength = Infinity } = field;
  if (field.enum && !field.enum.includes(answer)) return 'choice';
  // As JSON Schema counts.
  const { length } = [...answer];
  if (length < minLength) return length === 0 ? 'required' : 'too-short';
  if (length > maxLength) return 'too-long';
  return format && !isOfFormat(format, answer) ? 'format' : undefined;
}

function isCase({ properties, required }: FormCase, answers: FormAnswers): boolean {
  return (
    required.every((name) => own(answers, name) !== undefined) &&
    Object.entries(properties).every(([name, rule]) => {
      const answer = own(answers, name);
      return (
        answer === undefined ||
        ((rule.const === undefined || rule.const === answer) &&
          (!rule.enum || rule.enum.some((choice) => choice === answer)))
      );
    })
  );
}

function askedWithin(fields: Fields, answer: unknown): unknown {
  return isDictionary(answer) ? askedAnswers(fields, answer) : answer;
}

function isDictionary(value: unknown): value is FormAnswers {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member that is not one of every object's, as `constructor` is. */
function own<T>(members: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}
