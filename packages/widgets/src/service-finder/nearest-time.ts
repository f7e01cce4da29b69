import type { OfferedAt } from '@mpp-digital/contract';
import type { FinderClient } from '../finder-client.ts';

/** The first time with room for a service, or the last day on which there is none. */
export interface NearestTime {
  /** When it begins, RFC 3339; undefined when only the day is known. */
  startsAt?: string;
  /** Its calendar day; undefined when no published day has room. */
  date?: string;
  /** Today, by the server's calendar. */
  today: string;
  /** The last day that can be booked at present. */
  until: string;
  timeZone: string;
}

/** Asks each place for its next week, and takes the earliest; undefined without a place. */
export async function nearestTime(
  client: FinderClient,
  serviceId: string,
  places: readonly OfferedAt[],
  signal: AbortSignal,
): Promise<NearestTime | undefined> {
  const found = await Promise.all(
    places.map(async ({ placeId }): Promise<NearestTime> => {
      const { days, next, until, timeZone } = await client.availability.days(
        { placeId, services: [serviceId] },
        { signal },
      );
      const open = days.find(({ state }) => state === 'open');
      const startsAt = open?.slots[0]?.startsAt;
      const date = open?.date ?? next;
      return {
        ...(startsAt ? { startsAt } : {}),
        ...(date ? { date } : {}),
        today: days[0]!.date,
        until,
        timeZone,
      };
    }),
  );
  const order = ({ date = '9', startsAt = '' }: NearestTime) => date + startsAt;
  return found.sort((one, other) => (order(one) < order(other) ? -1 : 1))[0];
}
