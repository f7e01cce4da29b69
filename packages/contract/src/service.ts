import * as z from '#schema';

import { day, link, rupiah, slug, Text, wallTime } from './text.ts';

export const Channel = z.enum(['direct', 'mobile', 'self', 'electronic']);
/** A way to be served: at a counter, by a van or village hall, at a kiosk, online. */
export type Channel = z.infer<typeof Channel>;

export const PlaceKind = z.enum(['mall', 'mobile-stop', 'kiosk', 'assisted-point']);
/** What a place is: the building, a van's stop, a kiosk, a village hall where someone helps. */
export type PlaceKind = z.infer<typeof PlaceKind>;

export const Weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
/** A day of the week. */
export type Weekday = z.infer<typeof Weekday>;

export const Agency = z.object({
  /** Its name in addresses. */
  id: slug,
  /** Its name as people read it. */
  name: Text,
  /** What people call it: `Dispendukcapil`. */
  shortName: z.string(),
  /** What its queue numbers begin with: `A`, `TN`. */
  queuePrefix: z.string(),
});
/** Who serves: an office with counters and queue numbers of its own. */
export interface Agency extends z.infer<typeof Agency> {}

export const OpeningHours = z.object({
  /** On which days. */
  days: z.array(Weekday),
  /** From when on, on the wall clock of the place: `08:00`. */
  open: wallTime,
  /** Until when. */
  close: wallTime,
  /** Pauses, from and to. */
  breaks: z.array(z.object({ from: wallTime, to: wallTime })),
});
/** When a place is open, on some days of the week. */
export interface OpeningHours extends z.infer<typeof OpeningHours> {}

export const Place = z.object({
  /** Its name in addresses: `mpp-among-warga`. */
  id: slug,
  /** What it is. */
  kind: PlaceKind,
  /** Its name as people read it. */
  name: Text,
  /** Street and town, on one line. */
  address: z.string(),
  /** When it is open; closed on days that are not in it, and on holidays. */
  openingHours: z.array(OpeningHours),
});
/** Where people are served. */
export interface Place extends z.infer<typeof Place> {}

export const Requirement = z.object({
  /** The same code for the same paper in every service, so that one checklist serves several. */
  code: slug,
  /** What to bring or to fulfil. */
  text: Text,
  /** The case in which it is needed; always, without it. */
  when: z.optional(Text),
});
/** A paper to bring, or a condition to fulfil (_persyaratan_). */
export interface Requirement extends z.infer<typeof Requirement> {}

export const Fee = z.object({
  /** How it is reckoned; `variable`: as `feeText` says. */
  type: z.enum(['free', 'fixed', 'range', 'percentage', 'variable']),
  /** Whole rupiah; with `range` the least. */
  amount: z.optional(rupiah),
  /** Whole rupiah; with `range` the most. */
  maxAmount: z.optional(rupiah),
  /** With `percentage`: of what `feeText` says. */
  percent: z.optional(z.number()),
});
/** What a service costs. */
export interface Fee extends z.infer<typeof Fee> {}

export const Duration = z.object({
  /** How many of the unit. */
  value: z.int().check(z.positive()),
  /** Working days leave out weekends and holidays, and begin when the papers are complete. */
  unit: z.enum(['minute', 'hour', 'workingDay', 'day']),
});
/** How long a service takes. */
export interface Duration extends z.infer<typeof Duration> {}

export const ComplaintChannel = z.object({
  /** What to show: a name, a phone number, an address. */
  label: Text,
  /** Where it leads, where it can be followed. */
  link: z.optional(link),
});
/** Where to complain, suggest or ask. */
export interface ComplaintChannel extends z.infer<typeof ComplaintChannel> {}

export const OfferedAt = z.object({
  /** The `id` of the place. */
  placeId: slug,
  /** What it is. */
  kind: PlaceKind,
  /** Its name as people read it. */
  name: Text,
  /** Street and town, on one line. */
  address: z.string(),
  /** Numbers of the agency's counters there. */
  counters: z.array(z.int()),
});
/** A place where a time can be booked for a service. */
export interface OfferedAt extends z.infer<typeof OfferedAt> {}

export const MobileStop = z.object({
  /** Name of the van. */
  unit: Text,
  /** On which day. */
  weekday: Weekday,
  /** From when on, on the wall clock there: `09:00`. */
  opens: wallTime,
  /** Until when. */
  closes: wallTime,
  /** Where it stops, as one would ask the way. */
  place: z.string(),
});
/** Where a van that offers the service stops each week. */
export interface MobileStop extends z.infer<typeof MobileStop> {}

export const Kiosk = z.object({
  /** Its name as people read it. */
  name: Text,
  /** Where it stands. */
  location: Text,
});
/** A terminal at which people serve themselves. */
export interface Kiosk extends z.infer<typeof Kiosk> {}

/**
 * Components 1 to 6 of the service standard concern the delivery and are always published, 7 to 14
 * concern the management: UU 25/2009 art. 21 and PermenPANRB 15/2014.
 */
export const Service = z.object({
  /** Its name in addresses: `ktp-el-baru`. */
  id: slug,
  /** Its name as people read it. */
  name: Text,
  /** What it is for, in a sentence or two. */
  summary: Text,
  /** Whose service it is. */
  agency: Agency,
  /** What kind of need it answers: the `id` of a category. */
  categoryId: slug,
  /** The ways to be served. */
  channels: z.array(Channel),
  /** Whether a time can be booked. */
  bookable: z.boolean(),
  /** Where a time can be booked. */
  places: z.array(OfferedAt),
  /** Where vans stop that offer it. */
  mobileStops: z.array(MobileStop),
  /** Terminals that offer it. */
  kiosks: z.array(Kiosk),

  /** 1, _persyaratan_. */
  requirements: z.array(Requirement),
  /** 2, _sistem, mekanisme, prosedur_: the steps. */
  procedure: z.array(Text),
  /** 3, _jangka waktu penyelesaian_. */
  duration: Duration,
  /** The same as the standard words it. */
  durationText: Text,
  /** 4, _biaya/tarif_. */
  fee: Fee,
  /** The same as the standard words it. */
  feeText: Text,
  /** 5, _produk pelayanan_: what one goes home with. */
  product: Text,
  /** 6, _penanganan pengaduan, saran, dan masukan_. */
  complaintChannels: z.array(ComplaintChannel),
  /** 7, _dasar hukum_. */
  legalBasis: z.array(z.string()),
  /** 8, _sarana, prasarana, fasilitas_. */
  facilities: Text,
  /** 9, _kompetensi pelaksana_. */
  staffCompetence: Text,
  /** 10, _pengawasan internal_. */
  internalSupervision: Text,
  /** 11, _jumlah pelaksana_. */
  staffing: Text,
  /** 12, _jaminan pelayanan_. */
  serviceGuarantee: Text,
  /** 13, _jaminan keamanan dan keselamatan_. */
  safetyGuarantee: Text,
  /** 14, _evaluasi kinerja pelaksana_. */
  performanceEvaluation: Text,

  /** The decree that sets this standard, where it is known. */
  decree: z.optional(z.string()),
  /** Since when that holds. */
  effectiveDate: z.optional(day),
  /** Whether the product is signed electronically, so that no stamp is needed. */
  signedElectronically: z.boolean(),
  /** False: example data, to be shown as such. */
  verified: z.boolean(),
  /** Fields that a public source supports although the whole is not verified. */
  verifiedFields: z.array(z.string()),
});
/** One thing people come for, by the fourteen components of the Indonesian service standard. */
export interface Service extends z.infer<typeof Service> {}
