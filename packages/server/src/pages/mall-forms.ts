import { type Decision, type Mall, type MallChange, type Weekday } from '@mpp-digital/contract';
import { mall as operations } from '@mpp-digital/contract';
import type * as z from 'zod/mini';

import type { Backend, Caller } from '../handler.ts';
import { Problem } from '../problem.ts';
import { mall } from '../resources/mall.ts';
import type { Session } from '../staff/session.ts';
import { check, type Refusal } from '../validation.ts';
import { weekdays } from './format.ts';
import { readHours, weekOf } from './hours-text.ts';
import type { Fields } from './form.ts';

/** Who sent a form, and what the mall was then. */
export interface Sent {
  call: Caller & { officer: Session };
  backend: Backend;
  state: Mall;
  fields: Fields;
}

/**
 * Does what a form of the managers' page asks for.
 *
 * @throws Problem `invalid_request` with the names of the fields as pointers.
 */
export function carryOutForm(sent: Sent): Promise<MallChange> {
  const form = forms[sent.fields('form')];
  if (!form) throw new Problem('invalid_request');
  return form(sent, decisionOf(sent.fields));
}

type Answer = (sent: Sent, decision: { decision?: Decision }) => Promise<MallChange>;

const forms: Readonly<Record<string, Answer>> = {
  close: ({ call, backend, fields }, decision) =>
    mall.close(
      {
        ...call,
        body: fitting(operations.close.body, {
          date: fields('tanggal') || refuse('tanggal', 'Choose a date'),
          agencyId: fields('untuk') || null,
          reason: textIn(fields, 'alasan'),
          hours: hoursIn(fields, 'jam'),
          ...decision,
        }),
      },
      backend,
    ),

  reopen: ({ call, backend, fields }, decision) =>
    mall.reopen(
      {
        ...call,
        body: fitting(operations.reopen.body, {
          date: fields('tanggal'),
          agencyId: fields('untuk') || null,
          ...decision,
        }),
      },
      backend,
    ),

  hours({ call, backend, fields }, decision) {
    const agencyId = fields('untuk') || null;
    const days = new Map<Weekday, ReturnType<typeof hoursIn>>(
      weekdays.map((weekday) => [weekday, hoursIn(fields, weekday)]),
    );
    const week = weekOf(days);
    const openingHours = agencyId !== null && week.length === 0 ? null : week;
    const body = fitting(operations.setHours.body, { agencyId, openingHours, ...decision });
    return mall.setHours({ ...call, body }, backend);
  },

  serving({ call, backend, fields }, decision) {
    const body = fitting(operations.setServing.body, {
      slotMinutes: Number(fields('menit') || Number.NaN),
      dailyQuota: Number(fields('kuota') || Number.NaN),
      walkInShare: Number(fields('langsung') || 0),
      ...decision,
    });
    return mall.setServing({ ...call, params: { agencyId: fields('untuk') }, body }, backend);
  },

  counters({ call, backend, fields }) {
    const rows = Array.from({ length: 100 }, (_, i) => String(i));
    const counters = rows
      .filter((i) => fields(`nomor-${i}`) !== '')
      .map((i) => ({ number: Number(fields(`nomor-${i}`)), name: textIn(fields, `nama-${i}`) }));
    const body = fitting(operations.setCounters.body, { counters });
    return mall.setCounters({ ...call, params: { agencyId: fields('untuk') }, body }, backend);
  },

  stop({ call, backend, state, fields }, decision) {
    const unit = state.units.find(({ id }) => id === fields('unit'));
    if (!unit) throw new Problem('not_found');
    const date = fields('tanggal') || refuse('tanggal', 'Choose a date');
    const place = fields('singgah') || null;
    const others = unit.exceptions.filter((each) => each.date !== date || each.place !== place);
    const exceptions = fields('hapus') ? others : [...others, { date, place, ...changeOf(fields) }];
    const body = fitting(operations.setStopDays.body, { exceptions, ...decision });
    return mall.setStopDays({ ...call, params: { unitId: unit.id }, body }, backend);
  },

  import({ call, backend, fields }, decision) {
    let catalogue: unknown;
    try {
      catalogue = JSON.parse(fields('berkas'));
    } catch {
      return refuse('berkas', 'Is no JSON file');
    }
    const body = fitting(operations.importCatalogue.body, { catalogue, ...decision });
    return mall.importCatalogue({ ...call, body }, backend);
  },
};

/** Where a stop is moved to, or why it is cancelled. */
function changeOf(fields: Fields) {
  if (fields('tempat') === '') return { moved: null, reason: textIn(fields, 'alasan') };
  const [hours = refuse('jam', 'Write hours as in the example')] = hoursIn(fields, 'jam');
  const villageCode = fields('desa') || refuse('desa', 'Choose one');
  const moved = { place: fields('tempat'), villageCode, opens: hours.open, closes: hours.close };
  return { moved, reason: null };
}

/** What was decided about a preview, if anything was. */
function decisionOf(fields: Fields): { decision?: Decision } {
  const fingerprint = fields('sidik');
  if (fingerprint === '') return {};
  const choice = fields('pilihan');
  if (choice !== 'move' && choice !== 'keep' && choice !== 'cancel') {
    return refuse('pilihan', 'Choose one');
  }
  const reason = textIn(fields, 'pesan');
  if (choice === 'cancel' && reason.id === '') refuse('pesan', 'Is blank');
  return { decision: { fingerprint, choice, ...(reason.id && { reason }) } };
}

/** A text in both languages; where only one is written, it stands for both. */
function textIn(fields: Fields, name: string): { id: string; en: string } {
  const id = fields(name).trim();
  return { id, en: fields(`${name}-en`).trim() || id };
}

function hoursIn(fields: Fields, name: string) {
  return readHours(fields(name)) ?? refuse(name, 'Write hours as in the example');
}

function refuse(name: string, detail: string): never {
  throw new Problem('invalid_request', { fields: [{ pointer: `/${name}`, detail }] });
}

function fitting<T extends z.ZodMiniType>(schema: T, value: unknown): z.output<T> {
  const { data, refusals } = check(schema, value);
  if (refusals) throw new Problem('invalid_request', { fields: refusals });
  return data;
}

/** What is wrong with a form. */
export function refusalsOf(error: unknown): readonly Refusal[] | undefined {
  return error instanceof Problem && error.code === 'invalid_request'
    ? (error.fields ?? [])
    : undefined;
}
