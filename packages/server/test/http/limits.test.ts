import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';

import { checkCharacter, encodeBase32, type Ticket } from '@mpp-digital/contract';
import { newKey, type MppClient } from '@mpp-digital/sdk';

import { clientOf, openSlots, placeId, refusalOf, serviceId, somebody } from './citizen.ts';
import { newGround, startServer } from './server-process.ts';

await describe('limits of a network', async () => {
  const server = await startServer(await newGround('embedded'), {
    MPP_TRUST_PROXY: '1',
    MPP_HOLDS_PER_CLIENT: '3',
  });

  /** A client that calls from an address of its own. */
  function from(address: string): MppClient {
    return clientOf(server.url, {
      retries: 0,
      fetch: (url, init) => {
        const headers = new Headers(init?.headers);
        headers.set('x-forwarded-for', address);
        return fetch(url, { ...init, headers });
      },
    });
  }

  const [first, second, third, fourth, fifth] = await openSlots(from('192.0.2.1'));

  async function booked(client: MppClient): Promise<{ ticket: Ticket; phoneEnding: string }> {
    const person = somebody();
    const ticket = await client.bookings.book({ slotId: fifth!.id, serviceId, ...person });
    return { ticket, phoneEnding: person.phone.slice(-4) };
  }

  await it('counts a seat whichever way it is taken', async () => {
    const client = from('198.51.100.1');
    const book = () => client.bookings.book({ slotId: first!.id, serviceId, ...somebody() });
    await client.bookings.hold({ slotId: first!.id, serviceId });
    await book();
    await book();
    assert.equal(await refusalOf(book()), 'too_many_requests');
    const hold = client.bookings.hold({ slotId: first!.id, serviceId });
    assert.equal(await refusalOf(hold), 'too_many_requests');
  });

  await it('counts the same request once, and answers it also when there may be no more', async () => {
    const client = from('198.51.101.1');
    const idempotencyKey = newKey();
    const hold = () => client.bookings.hold({ slotId: second!.id, serviceId }, { idempotencyKey });
    const { id } = await hold();
    for (let i = 0; i < 5; i++) assert.equal((await hold()).id, id);
    await client.bookings.hold({ slotId: second!.id, serviceId });
    await client.bookings.hold({ slotId: second!.id, serviceId });
    const another = client.bookings.hold({ slotId: second!.id, serviceId });
    assert.equal(await refusalOf(another), 'too_many_requests');
    assert.equal((await hold()).id, id);
  });

  await it('does not count what was refused', async () => {
    const client = from('198.51.102.1');
    const { days } = await client.availability.days({ placeId, services: [serviceId], days: 14 });
    const full = days.flatMap(({ slots }) => slots).at(-1)!;
    for (let i = 0; i < full.free; i++) {
      const neighbour = from(`198.51.${String(110 + i)}.1`);
      await neighbour.bookings.hold({ slotId: full.id, serviceId });
    }
    for (let i = 0; i < 5; i++) {
      const hold = client.bookings.hold({ slotId: full.id, serviceId });
      assert.equal(await refusalOf(hold), 'slot_full');
    }
    await client.bookings.hold({ slotId: third!.id, serviceId });
  });

  await it('lets through no more seats at once than one after another', async () => {
    assert.ok(fourth!.free > 3);
    const client = from('198.51.103.1');
    const answers = await Promise.allSettled(
      Array.from({ length: 12 }, () => client.bookings.hold({ slotId: fourth!.id, serviceId })),
    );
    assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 3);
  });

  await it('lets people open their tickets as often as they like', async () => {
    const client = from('198.51.104.1');
    const { ticket, phoneEnding } = await booked(client);
    for (let i = 0; i < 40; i++) {
      const { secret } = await client.bookings.unlock({ code: ticket.code, phoneEnding });
      assert.equal(secret, ticket.secret);
    }
  });

  await it('lets nobody try many codes with their endings', async () => {
    const client = from('198.51.105.1');
    const { ticket } = await booked(from('198.51.105.1'));
    const unlock = (code: string) => client.bookings.unlock({ code, phoneEnding: '0000' });
    const codes = unknownCodes(30);
    for (const code of codes) assert.equal(await refusalOf(unlock(code)), 'not_found');
    assert.equal(await refusalOf(unlock(ticket.code)), 'too_many_requests');
  });

  await it('shows a code that exists, however many were asked for that do not', async () => {
    const client = from('198.51.106.1');
    const { ticket } = await booked(client);
    const codes = unknownCodes(61);
    const last = codes.pop()!;
    for (const code of codes) {
      assert.equal(await refusalOf(client.tracking.status(code)), 'not_found');
    }
    assert.equal(await refusalOf(client.tracking.status(last)), 'too_many_requests');
    assert.equal((await client.tracking.status(ticket.code)).state, 'booked');
  });
});

/** Codes that nobody has. */
function unknownCodes(count: number): string[] {
  return Array.from({ length: count }, () => {
    const eleven = encodeBase32(randomBytes(8), 11);
    return eleven + checkCharacter(eleven);
  });
}
