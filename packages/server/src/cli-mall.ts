import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { Decision, type DayHours, type Weekday } from '@mpp-digital/contract';

import type { Database } from './database.ts';
import { changeCatalogue, editing } from './mall/change.ts';
import { readFile } from './mall/editable-file.ts';
import * as edits from './mall/edits.ts';
import type { ChangeRow } from './operator-functions.ts';
import { weekdays } from './pages/format.ts';
import { readHours, weekOf } from './pages/hours-text.ts';
import { Problem } from './problem.ts';
import { regenciesOf } from './regencies.ts';
import { check } from './validation.ts';

/** A command was not understood, or refused; the message is for the operator. */
export class CommandRefused extends Error {
  override name = 'CommandRefused';
}

const options = {
  agency: { type: 'string' },
  reason: { type: 'string' },
  'reason-en': { type: 'string' },
  hours: { type: 'string' },
  choice: { type: 'string' },
  fingerprint: { type: 'string' },
} as const;

/** What was written behind a command. */
interface Given {
  positionals: string[];
  values: { [Name in keyof typeof options]?: string };
}

/** The commands by which an operator runs a mall. */
export const mallCommands: Readonly<
  Record<string, (database: Database, rest: readonly string[]) => Promise<string>>
> = {
  async export(database, rest) {
    const { positionals } = read(rest);
    const [file = refuse('mpp-server export needs the name of a file.'), wanted] = positionals;
    const regencies = await regenciesOf(database);
    const regency = wanted ?? (regencies.length === 1 ? regencies[0] : undefined);
    if (regency === undefined || !regencies.includes(regency)) {
      return refuse(
        `Say which regency behind the file: ${regencies.join(', ') || 'there is none'}.`,
      );
    }
    const content = await readFile((statement) => database.rows(regency, statement), regency);
    await writeFile(file, `${JSON.stringify(content, null, 1)}\n`);
    return `${file}: the catalogue of ${regency}.\n`;
  },

  async close(database, rest) {
    const given = read(rest);
    const [place, date = refuse('mpp-server close needs a place and a date.')] = given.positionals;
    const reason = reasonIn(given) ?? refuse('Say why with --reason: citizens read it.');
    const hours = given.values.hours === undefined ? [] : hoursIn(given.values.hours);
    const closure = { date, agencyId: given.values.agency ?? null, reason, hours };
    return change(database, place, given, ['close', closure], edits.closure(closure));
  },

  async reopen(database, rest) {
    const given = read(rest);
    const [place, date = refuse('mpp-server reopen needs a place and a date.')] = given.positionals;
    const day = { date, agencyId: given.values.agency ?? null };
    return change(database, place, given, ['reopen', day], edits.reopening(day));
  },

  async hours(database, rest) {
    const given = read(rest);
    const [place, ...days] = given.positionals;
    if (days.length === 0)
      return refuse('mpp-server hours needs a place and days, mon=08:00-15:00.');
    const week = weekOf(new Map(days.map(dayIn)));
    const agencyId = given.values.agency ?? null;
    const wanted = { agencyId, openingHours: week.length === 0 && agencyId !== null ? null : week };
    return change(database, place, given, ['hours', wanted], edits.hours(wanted));
  },
};

function read(rest: readonly string[]): Given {
  try {
    return parseArgs({ args: [...rest], options, allowPositionals: true });
  } catch (error) {
    return refuse((error as Error).message);
  }
}

function refuse(sentence: string): never {
  throw new CommandRefused(sentence);
}

function reasonIn({ values: { reason, 'reason-en': en } }: Given) {
  return reason === undefined ? undefined : { id: reason, en: en ?? reason };
}

function hoursIn(text: string): DayHours[] {
  return (
    readHours(text) ?? refuse(`These are no hours: ${text}. For example 08:00-12:00,13:00-15:00.`)
  );
}

/** `mon=08:00-12:00,13:00-15:00` */
function dayIn(text: string): [Weekday, DayHours[]] {
  const [name, hours = ''] = text.split('=');
  const weekday = weekdays.find((each) => each === name);
  return [weekday ?? refuse(`${text} names no day: ${weekdays.join(', ')}.`), hoursIn(hours)];
}

function decisionIn(given: Given): Decision | undefined {
  const { choice, fingerprint } = given.values;
  if (choice === undefined && fingerprint === undefined) return undefined;
  const reason = reasonIn(given);
  const { data } = check(Decision, { choice, fingerprint, ...(reason && { reason }) });
  return (
    data ?? refuse('A decision is --choice move, keep or cancel, and the preview’s --fingerprint.')
  );
}

async function change(
  database: Database,
  place: string | undefined,
  given: Given,
  what: unknown,
  edit: edits.Edit,
): Promise<string> {
  const decision = decisionIn(given);
  const regency = await regencyOf(database, place);
  try {
    const row = await changeCatalogue(database, regency, {
      ...{ what, edit: editing(regency, edit), decision, officer: null },
    });
    return row.done ? done(row, decision) : refuse(preview(row));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const fields = (error.fields ?? []).map(({ pointer, detail }) => `${pointer}: ${detail}`);
    return refuse([...fields, `${error.message}. Nothing has changed.`].join('\n'));
  }
}

/** The regency whose mall it is. */
async function regencyOf(database: Database, place: string | undefined): Promise<string> {
  const malls: string[] = [];
  for (const regency of await regenciesOf(database)) {
    const { mpp } = await readFile((statement) => database.rows(regency, statement), regency);
    if (mpp.id === place) return regency;
    malls.push(mpp.id);
  }
  return refuse(`There is no mall ${place ?? 'without a name'}. There is: ${malls.join(', ')}.`);
}

function preview({ affected, fingerprint }: ChangeRow): string {
  return [
    `${String(affected.length)} bookings are concerned. Nothing has changed.`,
    ...list(affected),
    `To decide, repeat the command with --fingerprint ${String(fingerprint)}`,
    'and --choice move, keep or cancel.',
  ].join('\n');
}

function done({ affected, keptDays }: ChangeRow, decision: Decision | undefined): string {
  const became = { move: 'moved', keep: 'kept', cancel: 'cancelled' }[decision?.choice ?? 'keep'];
  const lines = ['It is changed.'];
  if (affected.length > 0) lines.push(`${String(affected.length)} bookings ${became}.`);
  lines.push(...list(affected));
  for (const { date, agencyId } of keptDays) {
    lines.push(
      `${date} of ${agencyId} has bookings and keeps its slots; those outside the hours are closed.`,
    );
  }
  return `${lines.join('\n')}\n`;
}

const list = (affected: ChangeRow['affected']) =>
  affected.map(
    ({ agencyId, number, serviceId, startsAt, movesTo }) =>
      `  ${agencyId} ${String(number)}, ${serviceId}, ${startsAt}${movesTo === null ? '' : ` -> ${movesTo}`}`,
  );
