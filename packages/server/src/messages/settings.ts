import { readFileSync } from 'node:fs';

import * as z from 'zod/mini';

import { ConfigError } from '../config.ts';
import type { Language } from '../handler.ts';
import { messageKinds, placeholders, type MessageKind } from './kinds.ts';
import type { QuietHours, WallTime } from './wall-clock.ts';
import { unknownPlaceholders } from './template.ts';
import { defaultTexts, type Texts } from './texts.ts';

/** How one regency writes to its citizens. */
export interface MessageSettings {
  quiet: QuietHours;
  /** When to remind, on the day before. */
  remindAt: WallTime;
  /** How many are before one who is told to come near. */
  soon: number;
  /** What is not sent. */
  off: ReadonlySet<MessageKind>;
  texts: Readonly<Record<Language, Texts>>;
}

/** Gives the settings of a regency. */
export type SettingsOf = (regency: string) => MessageSettings;

const kind = z.enum(messageKinds, { error: `must be one of ${messageKinds.join(', ')}` });

const wallTime = z.pipe(
  z
    .string({ error: 'must be a time like 20:00' })
    .check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time like 20:00' })),
  z.transform((text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))),
);

const template = z.strictObject({
  subject: z.optional(z.string().check(z.minLength(1), z.maxLength(120))),
  text: z.string().check(z.minLength(1), z.maxLength(1000)),
});

const texts = z.optional(z.partialRecord(kind, template));

const settings = {
  quiet: z.optional(z.strictObject({ from: wallTime, to: wallTime })),
  remindAt: z.optional(wallTime),
  soon: z.optional(
    z
      .int({ error: 'must be a whole number from 1 to 20' })
      .check(z.refine((v) => v >= 1 && v <= 20, { error: 'must be a whole number from 1 to 20' })),
  ),
  off: z.optional(z.array(kind)),
  texts: z.optional(z.strictObject({ id: texts, en: texts })),
};

const one = z.strictObject(settings);
type Given = z.output<typeof one>;

const file = z.strictObject({
  ...settings,
  regencies: z.optional(z.record(z.string().check(z.regex(/^\d{2}\.\d{2}$/)), one)),
});

const defaults: MessageSettings = {
  quiet: { from: 20 * 60, to: 7 * 60 },
  remindAt: 16 * 60,
  soon: 3,
  off: new Set(),
  texts: defaultTexts,
};

/**
 * Reads `MPP_MESSAGES_FILE`: what differs from the defaults, for all regencies and for single ones.
 *
 * @param path - None where nothing differs.
 * @throws ConfigError with one sentence that says where it is wrong.
 */
export function readMessageSettings(path: string | undefined): SettingsOf {
  if (path === undefined) return () => defaults;
  const given = parsed(path);
  const { regencies = {}, ...general } = given;
  const common = joined(defaults, general, '');
  const own = new Map(
    Object.entries(regencies).map(([code, each]) => [
      code,
      joined(common, each, `regencies.${code}.`),
    ]),
  );
  return (regency) => own.get(regency) ?? common;
}

function parsed(path: string): z.output<typeof file> {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ConfigError(
      error instanceof SyntaxError
        ? 'MPP_MESSAGES_FILE is not JSON.'
        : 'MPP_MESSAGES_FILE cannot be read.',
    );
  }
  const { data, error } = z.safeParse(file, content);
  if (data) return data;
  const [issue] = error.issues;
  const where = issue?.path.map(String).join('.') ?? '';
  throw wrong(where, issue ? inWords(issue) : 'cannot be used');
}

/** What is wrong, where the schema does not say it itself. */
function inWords(issue: z.core.$ZodIssue): string {
  const { code, message } = issue;
  if (code === 'unrecognized_keys') return `has ${issue.keys.join(', ')}, which is not known`;
  if (code === 'invalid_key') return 'is named by no code like 35.79';
  if (code === 'too_big') return `must have at most ${String(issue.maximum)} characters`;
  if (code === 'too_small') return 'must not be empty';
  return message === 'Invalid input' ? 'is not of the right kind' : message;
}

function joined(base: MessageSettings, given: Given, at: string): MessageSettings {
  const { quiet = base.quiet, remindAt = base.remindAt, soon = base.soon } = given;
  const { from, to } = quiet;
  if (from <= to ? from <= remindAt && remindAt < to : from <= remindAt || remindAt < to) {
    throw wrong(`${at}remindAt`, 'lies in the quiet hours');
  }
  return {
    ...{ quiet, remindAt, soon },
    off: given.off ? new Set(given.off) : base.off,
    texts: {
      id: joinedTexts(base.texts.id, given.texts?.id, `${at}texts.id`),
      en: joinedTexts(base.texts.en, given.texts?.en, `${at}texts.en`),
    },
  };
}

function joinedTexts(base: Texts, given: z.output<typeof texts>, at: string): Texts {
  const result = { ...base };
  for (const each of messageKinds) {
    const own = given?.[each];
    if (!own) continue;
    const { subject = base[each].subject, text } = own;
    const [unknown] = unknownPlaceholders(each, { subject, text });
    if (unknown !== undefined) {
      const known = placeholders[each].map((name) => `{${name}}`).join(', ');
      throw wrong(`${at}.${each}`, `says ${unknown}, and knows only ${known}`);
    }
    result[each] = { subject, text };
  }
  return result;
}

function wrong(where: string, what: string): ConfigError {
  return new ConfigError(`MPP_MESSAGES_FILE${where && `: ${where}`} ${what}.`);
}
