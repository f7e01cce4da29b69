import { Channel, Duration, Requirement, Weekday } from '@mpp-digital/contract';
import { day, link, regencyCode, rupiah, slug, wallTime } from '@mpp-digital/contract';
import * as z from 'zod/mini';

import { MobileUnitRow, VillageRow } from './mobile-rows.ts';
import { Text, written } from './text-row.ts';

/** What an operator writes: the rows of a catalogue file, before they are made the API's answers. */

export const HoursRow = z.object({
  days: z.array(Weekday).check(z.minLength(1)),
  open: wallTime,
  close: wallTime,
  /** Pauses, from and to. */
  breaks: z.array(z.tuple([wallTime, wallTime])),
});
export interface HoursRow extends z.infer<typeof HoursRow> {}

const ComplaintRow = z.object({
  label: z.union([written, Text]),
  url: z.optional(link),
});

export const MallRow = z.object({
  id: slug,
  regionCode: regencyCode,
  name: Text,
  address: z.object({ street: written, city: written, province: written }),
  openingHours: z.array(HoursRow).check(z.minLength(1)),
  complaintChannels: z._default(z.array(ComplaintRow), []),
});
/** The building. */
export interface MallRow extends z.infer<typeof MallRow> {}

export const StandardRow = z.object({
  facilities: Text,
  competence: Text,
  internalSupervision: Text,
  staffing: Text,
  serviceGuarantee: Text,
  safetyGuarantee: Text,
  performanceEvaluation: Text,
});
/** Components 8 to 14 of the service standard, the same for every service that has no own. */
export interface StandardRow extends z.infer<typeof StandardRow> {}

export const CategoryRow = z.object({ id: slug, name: Text });
export interface CategoryRow extends z.infer<typeof CategoryRow> {}

/** Hours that an agency keeps in place of the mall's. */
const openingHours = z.optional(z.array(HoursRow).check(z.minLength(1)));

export const AgencyRow = z.object({
  id: slug,
  name: Text,
  shortName: written,
  queuePrefix: z.string().check(z.regex(/^[A-Z]{1,3}$/)),
  /** Queue numbers have three digits. */
  dailyQuota: z.int().check(z.minimum(0), z.maximum(999)),
  slotMinutes: z.int().check(z.minimum(1), z.maximum(480)),
  /** Percent of each time's seats for people who come without a booking. */
  walkInShare: z._default(z.int().check(z.minimum(0), z.maximum(100)), 0),
  openingHours,
});
export interface AgencyRow extends z.infer<typeof AgencyRow> {}

export const CounterRow = z.object({
  id: slug,
  agencyId: slug,
  number: z.int().check(z.positive()),
  /** What stands above it. */
  label: z.optional(Text),
});
export interface CounterRow extends z.infer<typeof CounterRow> {}

export const ClosureRow = z.object({
  date: day,
  /** Whose day it is; without it, the whole mall's. An agency's own goes before it. */
  agencyId: z.optional(slug),
  reason: Text,
  /** Hours of that day in place of the week's; without them it is closed. */
  hours: z._default(z.array(z.object({ open: wallTime, close: wallTime })), []),
});
/** A day on which the mall, or an agency, is closed or keeps other hours. */
export interface ClosureRow extends z.infer<typeof ClosureRow> {}

export const RequirementRow = z.object({ code: slug, text: Text });
export interface RequirementRow extends z.infer<typeof RequirementRow> {}

export const FeeRow = z.object({
  type: z.enum(['free', 'fixed', 'range', 'percentage', 'variable']),
  amount: z.optional(z.nullable(rupiah)),
  maxAmount: z.optional(z.nullable(rupiah)),
  percent: z.optional(z.nullable(z.number().check(z.positive(), z.maximum(100)))),
  text: Text,
});
export interface FeeRow extends z.infer<typeof FeeRow> {}

export const ServiceRow = z.object({
  id: slug,
  name: Text,
  agencyId: slug,
  category: slug,
  summary: Text,
  requirements: z.array(z.extend(Requirement, { text: Text, when: z.optional(Text) })),
  procedure: z.array(Text),
  duration: Duration,
  durationText: Text,
  fee: FeeRow,
  product: Text,
  legalBasis: z.array(written),
  channels: z.array(Channel).check(z.minLength(1)),
  keywords: z.array(written),
  bookable: z.boolean(),
  signedElectronically: z.boolean(),
  decree: z.optional(z.string()),
  effectiveDate: z.optional(day),
  verified: z.boolean(),
  verifiedFields: z._default(z.array(z.string()), []),
  ...z.partial(StandardRow).shape,
});
export interface ServiceRow extends z.infer<typeof ServiceRow> {}

export const KioskRow = z.object({
  id: slug,
  name: Text,
  agencyId: z.nullable(slug),
  location: Text,
  /** What comes out of it, as people call it. */
  prints: z._default(z.array(written), []),
  /** What one shows or types there. */
  access: z._default(z.array(written), []),
  /** Whether it can print queue tickets. */
  printsTickets: z._default(z.boolean(), false),
});
/** A place at which people serve themselves. */
export interface KioskRow extends z.infer<typeof KioskRow> {}

/** The lists of a catalogue file, with the shape of their rows. */
export const lists = {
  categories: CategoryRow,
  agencies: AgencyRow,
  counters: CounterRow,
  requirementTypes: RequirementRow,
  services: ServiceRow,
  kiosks: KioskRow,
  villages: VillageRow,
  mobileUnits: MobileUnitRow,
  closures: ClosureRow,
} as const;

/** A row that fits, and where it stands in the file. */
export interface Row<T> {
  pointer: string;
  row: T;
}

type Lists = { [Name in keyof typeof lists]: Row<z.output<(typeof lists)[Name]>>[] };

/** What could be read of a catalogue file: the rows that fit, each with its place in the file. */
export interface CatalogueRowsRead extends Lists {
  /** What each list names, also in rows that do not fit: who refers to those is not to blame. */
  named: Record<keyof typeof lists, ReadonlySet<unknown>>;
  mall: MallRow | undefined;
  standard: StandardRow | undefined;
}
