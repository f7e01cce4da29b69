import { formatCode } from '@mpp-digital/contract';

import type { Catalogue } from '../catalogue.ts';
import type { Language } from '../handler.ts';
import { clock, dayOfMoment, zoneName } from '../pages/format.ts';
import { named, numberOf } from '../ticket.ts';
import type { Facts, MessageKind } from './kinds.ts';
import type { LetterRow } from './message-functions.ts';
import { midnightBefore } from './wall-clock.ts';

/** What is told of a booking. */
export type BookingMessage = Exclude<MessageKind, 'needs-correction' | 'ready'>;

/**
 * Whether a message is still true when it is sent: somebody may have cancelled since, or moved, or the
 * day may be over.
 */
export function isStillTrue(
  kind: BookingMessage,
  letter: LetterRow,
  now: Date,
  timeZone: string,
): boolean {
  const { state, actor } = letter;
  if (kind === 'called-soon') return state === 'checked-in';
  const startsAt = new Date(letter.startsAt);
  if (startsAt <= now) return false;
  // Who cancels knows it.
  if (kind === 'cancelled') return state === 'cancelled' && actor !== 'citizen';
  // On the day itself, "tomorrow" would be a lie.
  if (kind === 'reminder' && midnightBefore(startsAt, timeZone) <= now) return false;
  return state === 'booked';
}

/** What stands for the placeholders. */
export function bookingFacts(
  letter: LetterRow,
  { code, language, soon }: { code: string; language: Language; soon: number },
  { regency, services, agencies, places }: Catalogue,
  publicUrl: string,
): Facts<'called-soon'> {
  const agency = agencies.get(letter.agencyId);
  const place = places.get(letter.placeId);
  const { timeZone } = regency;
  return {
    service: named(letter.serviceId, services.get(letter.serviceId)).name[language],
    agency: named(letter.agencyId, agency).name[language],
    place: named(letter.placeId, place).name[language],
    address: place?.address ?? '',
    number: numberOf(letter.number, agency),
    day: dayOfMoment(letter.startsAt, timeZone, language),
    time: `${clock(letter.startsAt, timeZone, language)} ${zoneName(timeZone)}`,
    code: formatCode(code),
    // Not the code: addresses are logged on their way.
    link: `${publicUrl}/${regency.code}/lacak${language === 'en' ? '?lang=en' : ''}`,
    before: String(soon),
  };
}
