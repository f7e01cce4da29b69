import type { BookingStatus, Ticket } from '@mpp-digital/contract';

import type { Catalogue } from './catalogue.ts';
import type { StatusRow, TicketRow } from './database-functions.ts';

type Facts = Omit<BookingStatus, 'kind' | 'bookingId' | 'timeline'>;

/**
 * A ticket as its owner gets it: what the database knows of the booking, with the names from the
 * catalogue and the secret, which the database does not know.
 */
export function ticketOf(
  row: TicketRow,
  secret: string,
  catalogue: Catalogue,
  publicUrl: string,
): Ticket {
  return {
    id: row.id,
    secret,
    ...factsOf(row, secret.slice(0, 12), catalogue),
    priority: row.priority,
    extendable: row.extendable,
    link: `${publicUrl}/${catalogue.regency.code}/lacak#${secret}`,
  };
}

/** Where a booking stands, for anyone with its code. */
export function statusOf(row: StatusRow, code: string, catalogue: Catalogue): BookingStatus {
  return {
    kind: 'booking',
    bookingId: row.id,
    ...factsOf(row, code, catalogue),
    timeline: row.timeline,
  };
}

/** What everyone with the code may be told of a booking. */
export function factsOf(
  row: Omit<StatusRow, 'timeline'>,
  code: string,
  { services, agencies, places, regency }: Catalogue,
): Facts {
  const service = services.get(row.serviceId);
  const agency = agencies.get(row.agencyId);
  const place = places.get(row.placeId);
  const offered = service?.places.find(({ placeId }) => placeId === row.placeId);
  return {
    code,
    state: row.state,
    number: numberOf(row.number, agency),
    service: named(row.serviceId, service),
    agency: named(row.agencyId, agency),
    place: {
      ...named(row.placeId, place),
      address: place?.address ?? '',
      counters: offered?.counters ?? [],
    },
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    timeZone: regency.timeZone,
    heldUntil: row.heldUntil,
    ...(row.reason && { reason: row.reason }),
    serverTime: new Date().toISOString(),
  };
}

/** A number as it is called: the agency's prefix and three digits, `A012`. */
export function numberOf(number: number, agency: { queuePrefix: string } | undefined): string {
  return (agency?.queuePrefix ?? '') + String(number).padStart(3, '0');
}

/** What is no longer in the catalogue goes by its id: a booking outlives an import. */
export function named(id: string, thing: { name: Ticket['service']['name'] } | undefined) {
  return { id, name: thing?.name ?? { id, en: id } };
}
