import * as z from '#schema';

import { OpeningHours, Weekday } from './service.ts';
import { day, slug, Text, villageCode, wallTime } from './text.ts';

const count = z.int().check(z.nonnegative());
const counterNumber = z.int().check(z.positive());

export const DayHours = z.object({
  /** From when on, on the wall clock of the place: `08:00`. */
  open: wallTime,
  /** Until when. */
  close: wallTime,
});
/** Hours of one day. */
export interface DayHours extends z.infer<typeof DayHours> {}

export const closureFacts = {
  /** On which day, in the place's time zone: `2026-12-01`. */
  date: day,
  /** Whose day it is; null for all agencies of the mall. An agency's own day goes before the mall's. */
  agencyId: z.nullable(slug),
  /** Why, as citizens read it. */
  reason: Text,
  /** The hours of that day in place of the week's; none when it is closed all day. */
  hours: z.array(DayHours),
};

export const Closure = z.object(closureFacts);
/** A day on which the mall, or one agency of it, is closed or keeps other hours. */
export interface Closure extends z.infer<typeof Closure> {}

export const Counter = z.object({
  /** What is called out; no other counter of the mall has it. */
  number: counterNumber,
  /** What stands above it. */
  name: Text,
});
/** A counter of an agency. */
export interface Counter extends z.infer<typeof Counter> {}

export const serving = {
  /** How long one visit may take, in minutes. */
  slotMinutes: z.int().check(z.positive(), z.lte(480)),
  /** How many are served on a day, spread evenly over its times. */
  dailyQuota: count.check(z.lte(999)),
  /**
   * How much of each time is kept for people who come without a booking, in percent. They may take
   * what is left of a time that has begun, too.
   */
  walkInShare: count.check(z.lte(100)),
};

export const MallAgency = z.object({
  /** Id of the agency. */
  id: slug,
  /** Its name. */
  name: Text,
  /** Its own hours; null when it is open as the mall is. */
  openingHours: z.nullable(z.array(OpeningHours)),
  ...serving,
  /** Its counters, by number. */
  counters: z.array(Counter),
});
/** How an agency serves at the mall. */
export interface MallAgency extends z.infer<typeof MallAgency> {}

export const StopMove = z.object({
  /** Where, as one would ask the way. */
  place: z.string(),
  /** Kemendagri code of a village that the catalogue names. */
  villageCode,
  /** From when on. */
  opens: wallTime,
  /** Until when. */
  closes: wallTime,
});
/** Where a stop is, for once. */
export interface StopMove extends z.infer<typeof StopMove> {}

export const StopDay = z.object({
  /** On which day. */
  date: day,
  /** Which stop, where the unit makes several on that day; null where it makes one. */
  place: z.nullable(z.string()),
  /** Where it is then; null unless it is moved. */
  moved: z.nullable(StopMove),
  /** Why it does not come; null unless it is cancelled. */
  reason: z.nullable(Text),
});
/** A day on which a stop is moved or cancelled. */
export interface StopDay extends z.infer<typeof StopDay> {}

export const UsualStop = z.object({
  /** On which day. */
  weekday: Weekday,
  /** Where. */
  place: z.string(),
  /** From when on. */
  opens: wallTime,
  /** Until when. */
  closes: wallTime,
});
/** A stop of every week. */
export interface UsualStop extends z.infer<typeof UsualStop> {}

export const MallUnit = z.object({
  /** Id of the unit. */
  id: slug,
  /** Its name. */
  name: Text,
  /** Whose it is. */
  agencyId: slug,
  /** Its stops of every week. */
  stops: z.array(UsualStop),
  /** Days on which they are otherwise. */
  exceptions: z.array(StopDay),
});
/** A mobile unit, as its managers see it. */
export interface MallUnit extends z.infer<typeof MallUnit> {}

export const Mall = z.object({
  /** Id of the mall. */
  placeId: slug,
  /** Its name. */
  name: Text,
  /** IANA time zone of the place. */
  timeZone: z.string(),
  /** Whether the manager may change what concerns all agencies. */
  whole: z.boolean(),
  /** When it is open. */
  openingHours: z.array(OpeningHours),
  /** The agencies that the manager may act for. */
  agencies: z.array(MallAgency),
  /** Their closures and those of the whole mall, earliest first. */
  closures: z.array(Closure),
  /** Their mobile units. */
  units: z.array(MallUnit),
});
/** All that managers decide about a mall. */
export interface Mall extends z.infer<typeof Mall> {}
