import type { Channel, Duration, Fee, OpeningHours, Service, Weekday } from '@mpp-digital/contract';

import type { Catalogue } from './catalogue.ts';

const dayNames: Record<Weekday, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

const channelNames: Record<Channel, string> = {
  direct: 'Loket',
  mobile: 'Layanan keliling',
  self: 'Anjungan mandiri',
  electronic: 'Daring',
};

/**
 * A service as schema.org's `GovernmentService`, for search engines and national catalogues.
 *
 * @param publicUrl - Where people reach this server; addresses are relative to it when it is empty.
 */
export function linkedData(service: Service, catalogue: Catalogue, publicUrl: string): object {
  const { regency } = catalogue;
  const page = `${publicUrl}/${regency.code}/layanan/${service.id}`;
  const booking = `${publicUrl}/${regency.code}/janji?layanan=${service.id}`;
  const processingTime = isoDuration(service.duration);
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    '@id': page,
    url: page,
    name: service.name.id,
    alternateName: service.name.en,
    description: service.summary.id,
    serviceType: service.categoryId,
    provider: {
      '@type': 'GovernmentOrganization',
      name: service.agency.name.id,
      alternateName: service.agency.shortName,
    },
    areaServed: { '@type': 'AdministrativeArea', name: regency.name, identifier: regency.code },
    serviceOutput: { '@type': 'Thing', name: service.product.id },
    availableChannel: service.channels.map((channel) => ({
      '@type': 'ServiceChannel',
      name: channelNames[channel],
      availableLanguage: 'id',
      ...(processingTime && { processingTime }),
      ...(channel === 'direct' && service.bookable && { serviceUrl: booking }),
      ...(channel === 'direct' && {
        serviceLocation: service.places
          .filter(({ kind }) => kind === 'mall')
          .map((place) => ({
            '@type': 'GovernmentOffice',
            name: place.name.id,
            address: place.address,
            openingHoursSpecification: openingHours(
              catalogue.places.get(place.placeId)?.openingHours ?? [],
            ),
          })),
      }),
    })),
    offers: offer(service.fee, service.feeText.id),
  };
}

function offer(fee: Fee, description: string): object {
  const price =
    fee.type === 'free'
      ? { price: 0 }
      : fee.type === 'range'
        ? { minPrice: fee.amount, maxPrice: fee.maxAmount }
        : fee.amount !== undefined
          ? { price: fee.amount }
          : {};
  return {
    '@type': 'Offer',
    description,
    priceCurrency: 'IDR',
    ...(fee.type === 'range'
      ? { priceSpecification: { '@type': 'PriceSpecification', priceCurrency: 'IDR', ...price } }
      : price),
  };
}

/** ISO 8601 knows no working days: of those nothing is said. */
function isoDuration({ value, unit }: Duration): string | undefined {
  if (unit === 'minute') return `PT${String(value)}M`;
  if (unit === 'hour') return `PT${String(value)}H`;
  return unit === 'day' ? `P${String(value)}D` : undefined;
}

function openingHours(hours: readonly OpeningHours[]): object[] {
  return hours.map(({ days, open, close }) => ({
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: days.map((day) => dayNames[day]),
    opens: open,
    closes: close,
  }));
}
