import type { bookings as operations, ErrorCode, Ticket } from '@mpp-digital/contract';

import { calendarFile } from '../calendar.ts';
import type { Refused, RefusedForNow } from '../database-functions.ts';
import { granted } from '../granted.ts';
import type { Backend, Caller, Handlers } from '../handler.ts';
import { newBooking, whoComes } from '../new-booking.ts';
import { Problem } from '../problem.ts';
import { ticketOf } from '../ticket.ts';

export const bookings: Handlers<typeof operations> = {
  async hold(call, { database, secrets, limits }) {
    const { code: regency } = call.catalogue.regency;
    const made = newBooking(secrets, regency, call.key);
    const row = await limits.seats.take(call.network, call.key, async () =>
      granted(
        await database.call('hold', [
          regency,
          call.key,
          secrets.request(regency, 'hold', call.body),
          made.id,
          call.body.slotId,
          call.body.serviceId,
          made.storedCode,
          made.storedSecret,
        ]),
      ),
    );
    return ticketOf(row, made.secret, call.catalogue, call.publicUrl);
  },

  async extendHold(call, { database, secrets }) {
    const { code: regency } = call.catalogue.regency;
    return ticket(
      call,
      granted(
        await database.call('extend_hold', [
          regency,
          call.params.bookingId,
          secrets.storedSecret(regency, call.secret),
        ]),
      ),
    );
  },

  async bookHold(call, backend) {
    const { database, secrets } = backend;
    const { code: regency } = call.catalogue.regency;
    const { bookingId } = call.params;
    const row = await onePersonOnce(call, backend, () =>
      database.call('book_hold', [
        regency,
        call.key,
        secrets.request(regency, 'bookHold', [bookingId, call.body]),
        bookingId,
        secrets.storedSecret(regency, call.secret),
        ...whoComes(
          ...([secrets, regency, call.code, secrets.storedCode(regency, call.code)] as const),
          ...([call.body, call.writeIn] as const),
        ),
      ]),
    );
    return ticket(call, row);
  },

  async book(call, backend) {
    const { database, secrets, limits } = backend;
    const { code: regency } = call.catalogue.regency;
    const made = newBooking(secrets, regency, call.key);
    const row = await limits.seats.take(call.network, call.key, () =>
      onePersonOnce(call, backend, () =>
        database.call('book', [
          regency,
          call.key,
          secrets.request(regency, 'book', call.body),
          made.id,
          call.body.slotId,
          call.body.serviceId,
          made.storedCode,
          made.storedSecret,
          ...whoComes(secrets, regency, made.code, made.storedCode, call.body, call.writeIn),
        ]),
      ),
    );
    return ticketOf(row, made.secret, call.catalogue, call.publicUrl);
  },

  async show(call, { database, secrets }) {
    const { code: regency } = call.catalogue.regency;
    return ticket(
      call,
      granted(
        await database.call('show_booking', [
          regency,
          call.params.bookingId,
          secrets.storedSecret(regency, call.secret),
        ]),
      ),
    );
  },

  async reschedule(call, { database, secrets }) {
    const { code: regency } = call.catalogue.regency;
    const { bookingId } = call.params;
    return ticket(
      call,
      granted(
        await database.call('reschedule', [
          regency,
          call.key,
          secrets.request(regency, 'reschedule', [bookingId, call.body]),
          bookingId,
          secrets.storedSecret(regency, call.secret),
          secrets.bookingId(regency, call.key),
          call.body.slotId,
          'citizen',
        ]),
      ),
    );
  },

  async cancel(call, { database, secrets }) {
    const { code: regency } = call.catalogue.regency;
    return ticket(
      call,
      granted(
        await database.call('cancel', [
          regency,
          call.params.bookingId,
          secrets.storedSecret(regency, call.secret),
          'citizen',
        ]),
      ),
    );
  },

  async unlock(call, { database, secrets, limits }) {
    await limits.unlock(call.network);
    const { code: regency } = call.catalogue.regency;
    const { code, phoneEnding } = call.body;
    const answer = await database.call('unlock', [
      regency,
      secrets.storedCode(regency, code),
      secrets.phoneEnding(regency, code, phoneEnding),
    ]);
    if ('refused' in answer) await limits.notUnlocked(call.network);
    const secret = secrets.secret(regency, code);
    return ticketOf(granted(answer), secret, call.catalogue, call.publicUrl);
  },

  async calendar(call, backend) {
    const { database, secrets } = backend;
    const { code: regency } = call.catalogue.regency;
    granted(
      await database.call('show_booking', [
        regency,
        call.params.bookingId,
        secrets.storedSecret(regency, call.secret),
      ]),
    );
    const code = secrets.storedCode(regency, call.code);
    const row = granted(await database.call('track', [regency, code]));
    return calendarFile(row, call.code, code.toString('hex', 0, 16), call);
  },
};

function ticket(call: Caller & { secret: string }, row: Parameters<typeof ticketOf>[0]): Ticket {
  return ticketOf(row, call.secret, call.catalogue, call.publicUrl);
}

/** That a person has a booking is told to whoever knows the phone, but not to one who tries many. */
async function onePersonOnce<T extends object>(
  { network }: Caller,
  { limits }: Backend,
  book: () => Promise<T | Refused<ErrorCode> | RefusedForNow>,
): Promise<T> {
  await limits.book(network);
  try {
    return granted(await book());
  } catch (error) {
    if (error instanceof Problem && error.code === 'already_booked') {
      await limits.alreadyBooked(network);
    }
    throw error;
  }
}
