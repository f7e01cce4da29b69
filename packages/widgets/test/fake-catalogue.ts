import type {
  CatalogueIndex,
  Fee,
  MobileStop,
  OfferedAt,
  OpeningHours,
  Place,
  Service,
  ServiceSummary,
  Text,
  Weekday,
} from '@mpp-digital/contract';

type RawFee = Omit<Fee, 'amount'> & { amount: number | null; text: Text };
type RawService = Omit<Service, 'agency' | 'fee' | 'categoryId'> &
  Pick<ServiceSummary, 'agencyId' | 'keywords'> & { category: string; fee: RawFee };
type RawHours = Omit<OpeningHours, 'breaks'> & { breaks: [string, string][] };
type RawStop = { weekday: Weekday; start: string; end: string; place: string };

/** As much of the catalogue's file as the widgets come to see. */
interface RawCatalogue {
  mpp: {
    id: string;
    name: Text;
    address: { street: string; city: string };
    openingHours: RawHours[];
    complaintChannels: { label: string; url?: string }[];
  };
  serviceStandardDefaults: Record<string, Text>;
  categories: CatalogueIndex['categories'];
  agencies: CatalogueIndex['agencies'];
  counters: { agencyId: string; number: number }[];
  services: RawService[];
  kiosks: { agencyId: string; name: Text; location: Text }[];
  mobileUnits: { name: Text; serviceIds: string[]; stops: RawStop[] }[];
}

const file = new URL('../../server/data/catalogue.json', import.meta.url);
const raw = (await (await fetch(file)).json()) as RawCatalogue;
const { mpp, serviceStandardDefaults: common } = raw;

/** The building where all services of the demonstration are offered. */
export const mall: Place = {
  id: mpp.id,
  kind: 'mall',
  name: mpp.name,
  address: `${mpp.address.street}, ${mpp.address.city}`,
  openingHours: mpp.openingHours.map((hours) => ({
    ...hours,
    breaks: hours.breaks.map(([from, to]) => ({ from, to })),
  })),
};

const fee = ({ amount, text: _text, ...rest }: RawFee): Fee =>
  amount === null ? rest : { ...rest, amount };

/** The demonstration's catalogue, briefly. */
export const index: CatalogueIndex = {
  regency: { code: '35.79', name: 'Kota Batu', timeZone: 'Asia/Jakarta' },
  agencies: raw.agencies,
  categories: raw.categories,
  services: raw.services.map((service) => ({
    id: service.id,
    name: service.name,
    agencyId: service.agencyId,
    categoryId: service.category,
    channels: service.channels,
    duration: service.duration,
    fee: fee(service.fee),
    keywords: service.keywords,
    bookable: service.bookable,
    verified: service.verified,
  })),
};

/** The whole standard of a service; undefined when there is no such service. */
export function serviceOf(id: string): Service | undefined {
  const service = raw.services.find((each) => each.id === id);
  if (!service) return undefined;
  const offeredAt: OfferedAt = {
    placeId: mall.id,
    kind: mall.kind,
    name: mall.name,
    address: mall.address,
    counters: raw.counters
      .filter(({ agencyId }) => agencyId === service.agencyId)
      .map((counter) => counter.number),
  };
  return {
    ...service,
    agency: raw.agencies.find((agency) => agency.id === service.agencyId)!,
    categoryId: service.category,
    fee: fee(service.fee),
    feeText: service.fee.text,
    places: [offeredAt],
    mobileStops: mobileStops(id),
    kiosks: service.channels.includes('self')
      ? raw.kiosks.filter((kiosk) => kiosk.agencyId === service.agencyId)
      : [],
    complaintChannels: mpp.complaintChannels.map(({ label, url }) => ({
      label: { id: label, en: label },
      ...(url ? { link: url } : {}),
    })),
    facilities: common['facilities']!,
    staffCompetence: common['competence']!,
    internalSupervision: common['internalSupervision']!,
    staffing: common['staffing']!,
    serviceGuarantee: common['serviceGuarantee']!,
    safetyGuarantee: common['safetyGuarantee']!,
    performanceEvaluation: common['performanceEvaluation']!,
  };
}

function mobileStops(serviceId: string): MobileStop[] {
  return raw.mobileUnits
    .filter((unit) => unit.serviceIds.includes(serviceId))
    .flatMap((unit) =>
      unit.stops.map(({ weekday, start, end, place }) => ({
        unit: unit.name,
        weekday,
        opens: start,
        closes: end,
        place,
      })),
    );
}
