import type { Person } from '@mpp-digital/contract';

import type { Language } from './handler.ts';
import type { Secrets } from './secrets.ts';

/** Id, code and secret of the booking that a request with this key makes, once or again. */
export function newBooking(secrets: Secrets, regency: string, key: string) {
  const code = secrets.code(regency, key);
  const secret = secrets.secret(regency, code);
  return {
    id: secrets.bookingId(regency, key),
    code,
    secret,
    storedCode: secrets.storedCode(regency, code),
    storedSecret: secrets.storedSecret(regency, secret),
  };
}

/** The last four parameters of the functions that take a seat for somebody. */
export function whoComes(
  secrets: Secrets,
  regency: string,
  code: string,
  storedCode: Uint8Array,
  person: Person,
  language: Language,
) {
  const name = person.name.normalize('NFC');
  const { phone, email, priority = false } = person;
  return [
    secrets.person(regency, phone),
    secrets.seal(storedCode, {
      ...{ name, phone, email, code },
      language: language === 'en' ? language : undefined,
    }),
    secrets.phoneEnding(regency, code, phone.slice(-4)),
    priority,
  ] as const;
}
