import {
  Agency,
  Category,
  KioskPlace,
  Place,
  Service,
  type ComplaintChannel,
  type Fee,
} from '@mpp-digital/contract';

import type { StoredService } from '../catalogue.ts';
import type { MobileUnit } from '../mobile-units.ts';
import { check, type Refusal } from '../validation.ts';
import type {
  CatalogueRowsRead,
  FeeRow,
  KioskRow,
  MallRow,
  Row,
  ServiceRow,
  StandardRow,
} from './catalogue-file.ts';
import { hoursOf, scheduleOf } from './convert-schedule.ts';
import {
  convertMobileUnit,
  offeredAt,
  type ConvertedUnit,
  type StoredSchedule,
} from './convert-mobile.ts';

/** A catalogue as it is stored: the objects that the API answers with, and the schedules. */
export interface StoredCatalogue {
  regency: string;
  categories: Category[];
  agencies: Agency[];
  places: Place[];
  services: StoredService[];
  mobileUnits: MobileUnit[];
  kiosks: KioskPlace[];
  schedules: StoredSchedule[];
}

/** Rows of a file in which nothing is missing. */
export interface WholeRows extends CatalogueRowsRead {
  mall: MallRow;
  standard: StandardRow;
}

/** Makes the API's objects of a file's rows, and checks them with the contract too. */
export function convertCatalogue(rows: WholeRows, refusals: Refusal[]): StoredCatalogue {
  const { mall } = rows;
  const fits = <T>(schema: Parameters<typeof check>[0], value: T, pointer: string): T => {
    const { refusals: wrong } = check(schema, value, pointer);
    if (wrong) refusals.push(...wrong);
    return value;
  };

  const agencies = rows.agencies.map(({ pointer, row }) => fits(Agency, agencyOf(row), pointer));
  const place = fits(Place, placeOf(mall), '/mpp');
  const mobile = rows.mobileUnits.map(({ pointer, row }) => {
    const converted = convertMobileUnit(row, rows, mall);
    for (const stop of converted.places) fits(Place, stop, `${pointer}/stops`);
    return converted;
  });
  const kiosks = rows.kiosks.map(({ pointer, row }) =>
    fits(KioskPlace, { ...row, placeId: mall.id }, pointer),
  );
  return {
    regency: mall.regionCode,
    categories: rows.categories.map(({ pointer, row }) => fits(Category, row, pointer)),
    agencies,
    places: [
      place,
      ...mobile.flatMap(({ places }) => places),
      ...rows.kiosks.map(({ pointer, row }) => fits(Place, kioskPlaceOf(row, place), pointer)),
    ],
    services: rows.services.map(({ pointer, row }) => {
      const agency = agencies.find(({ id }) => id === row.agencyId)!;
      const service = fits(Service, serviceOf(row, agency, rows, mobile), pointer);
      return { ...service, keywords: row.keywords };
    }),
    mobileUnits: mobile.map(({ unit }) => unit),
    kiosks,
    schedules: [
      ...rows.agencies.map(({ row }) => scheduleOf(row, rows)),
      ...mobile.flatMap(({ schedules }) => schedules),
    ],
  };
}

function agencyOf({ id, name, shortName, queuePrefix }: Agency): Agency {
  return { id, name, shortName, queuePrefix };
}

function placeOf({ id, name, address, openingHours }: MallRow): Place {
  return {
    id,
    kind: 'mall',
    name,
    address: [address.street, address.city, address.province].join(', '),
    openingHours: openingHours.map(hoursOf),
  };
}

/** A kiosk as a place: in the building, and open with it. */
function kioskPlaceOf({ id, name, location }: KioskRow, { address, openingHours }: Place): Place {
  return { id, kind: 'kiosk', name, address: `${location.id}, ${address}`, openingHours };
}

function serviceOf(
  row: ServiceRow,
  agency: Agency,
  rows: WholeRows,
  mobile: readonly ConvertedUnit[],
): Service {
  const { mall, standard } = rows;
  const mallPlace = placeOf(mall);
  return {
    id: row.id,
    name: row.name,
    summary: row.summary,
    agency,
    categoryId: row.category,
    channels: row.channels,
    bookable: row.bookable,
    places: row.bookable
      ? [
          {
            placeId: mall.id,
            kind: mallPlace.kind,
            name: mall.name,
            address: mallPlace.address,
            counters: of(agency.id, rows.counters).map(({ number }) => number),
          },
          ...mobile
            .filter(({ unit }) => unit.services.some(({ id }) => id === row.id))
            .flatMap(({ places }) => places.map(offeredAt)),
        ]
      : [],
    mobileStops: rows.mobileUnits.flatMap(({ row: unit }) =>
      unit.serviceIds.includes(row.id)
        ? unit.stops.map(({ weekday, start, end, place }) => ({
            unit: unit.name,
            weekday,
            opens: start,
            closes: end,
            place,
          }))
        : [],
    ),
    kiosks: row.channels.includes('self')
      ? of(agency.id, rows.kiosks).map(({ name, location }) => ({ name, location }))
      : [],
    requirements: row.requirements,
    procedure: row.procedure,
    duration: row.duration,
    durationText: row.durationText,
    fee: feeOf(row.fee),
    feeText: row.fee.text,
    product: row.product,
    complaintChannels: mall.complaintChannels.map(complaintChannelOf),
    legalBasis: row.legalBasis,
    facilities: row.facilities ?? standard.facilities,
    staffCompetence: row.competence ?? standard.competence,
    internalSupervision: row.internalSupervision ?? standard.internalSupervision,
    staffing: row.staffing ?? standard.staffing,
    serviceGuarantee: row.serviceGuarantee ?? standard.serviceGuarantee,
    safetyGuarantee: row.safetyGuarantee ?? standard.safetyGuarantee,
    performanceEvaluation: row.performanceEvaluation ?? standard.performanceEvaluation,
    ...(row.decree !== undefined && { decree: row.decree }),
    ...(row.effectiveDate !== undefined && { effectiveDate: row.effectiveDate }),
    signedElectronically: row.signedElectronically,
    verified: row.verified,
    verifiedFields: row.verifiedFields,
  };
}

function of<T extends { agencyId: string | null }>(agencyId: string, rows: readonly Row<T>[]): T[] {
  return rows.map(({ row }) => row).filter((row) => row.agencyId === agencyId);
}

function feeOf({ type, amount, maxAmount, percent }: FeeRow): Fee {
  return {
    type,
    ...(amount != null && { amount }),
    ...(maxAmount != null && { maxAmount }),
    ...(percent != null && { percent }),
  };
}

function complaintChannelOf({
  label,
  url,
}: MallRow['complaintChannels'][number]): ComplaintChannel {
  return {
    label: typeof label === 'string' ? { id: label, en: label } : label,
    ...(url !== undefined && { link: url }),
  };
}
