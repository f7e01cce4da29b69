import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { formatCode } from '@mpp-digital/contract';
import { newKey } from '@mpp-digital/sdk';

import { clientOf, freeAt, openSlots, placeId, refusalOf, serviceId, somebody } from './citizen.ts';
import { databaseKinds, newGround, startServer } from './server-process.ts';

for (const kind of databaseKinds) {
  await describe(`the whole path, ${kind}`, async () => {
    const server = await startServer(await newGround(kind));
    const client = clientOf(server.url);

    await it('shows the catalogue, briefly and in full', async () => {
      const { services, regency } = await client.catalogue.index();
      assert.deepEqual(regency, { code: '35.79', name: 'Kota Batu', timeZone: 'Asia/Jakarta' });
      assert.equal(services.length, 165);
      const ids: string[] = [];
      for await (const { id } of client.catalogue.services({ limit: 40 })) ids.push(id);
      assert.deepEqual(
        ids,
        services.map(({ id }) => id),
      );
      const service = await client.catalogue.service(serviceId);
      assert.equal(service.agency.shortName, 'Dispendukcapil');
      assert.deepEqual(service.places[0]?.counters, [1, 2, 3, 4, 5]);
      assert.equal(service.complaintChannels[0]?.link, 'https://www.lapor.go.id');
      assert.ok(service.mobileStops.length > 0 && service.kiosks.length > 0);
      const linked = await client.catalogue.linkedData(serviceId);
      assert.equal(linked['@type'], 'GovernmentService');
    });

    await it('holds, extends once, books, tracks, moves and cancels', async () => {
      const [first, , third] = await openSlots(client);
      const room = await freeAt(client, first!);
      const held = await client.bookings.hold({ slotId: first!.id, serviceId });
      assert.equal(held.state, 'held');
      assert.match(held.number, /^A\d{3}$/);
      assert.equal(await freeAt(client, first!), room - 1);
      const extended = await client.bookings.extendHold(held);
      assert.ok(Date.parse(extended.heldUntil!) >= Date.parse(held.heldUntil!));
      assert.equal(extended.extendable, false);

      const person = somebody();
      const ticket = await client.bookings.bookHold(held, person);
      assert.equal(ticket.state, 'booked');
      assert.equal(ticket.number, held.number);
      assert.equal(ticket.link, `${server.url}/35.79/lacak#${ticket.secret}`);
      assert.equal(await refusalOf(client.bookings.bookHold(held, somebody())), 'wrong_state');
      assert.equal(
        await refusalOf(client.bookings.book({ slotId: third!.id, serviceId, ...person })),
        'already_booked',
      );

      const typed = formatCode(ticket.code).toLowerCase().replaceAll('-', ' ');
      const status = await client.tracking.status(typed);
      assert.equal(status.state, 'booked');
      assert.equal(JSON.stringify(status).includes(person.name), false);
      const unlocked = await client.bookings.unlock({
        code: typed,
        phoneEnding: person.phone.slice(-4),
      });
      assert.equal(unlocked.secret, ticket.secret);

      const moved = await client.bookings.reschedule(ticket, third!.id);
      assert.equal(moved.code, ticket.code);
      assert.notEqual(moved.number, ticket.number);
      assert.equal(await refusalOf(client.bookings.reschedule(moved, third!.id)), 'same_slot');
      assert.equal(await freeAt(client, first!), room, 'the old seat comes back at once here');

      const cancelled = await client.bookings.cancel(moved);
      assert.equal(cancelled.state, 'cancelled');
      assert.equal((await client.bookings.cancel(moved)).state, 'cancelled');
      const { timeline } = await client.tracking.status(ticket.code);
      assert.deepEqual(
        timeline.map(({ state }) => state),
        ['held', 'booked', 'rescheduled', 'booked', 'cancelled'],
      );
    });

    await it('writes a calendar file that follows the booking', async () => {
      const [, second, third] = await openSlots(client);
      const ticket = await client.bookings.book({ slotId: second!.id, serviceId, ...somebody() });
      const before = await client.bookings.calendar(ticket);
      assert.match(before, /^BEGIN:VCALENDAR\r\n/);
      assert.match(before, /\r\nSEQUENCE:0\r\n/);
      assert.match(before, /\r\nSTATUS:CONFIRMED\r\n/);
      assert.match(before, /\r\nEND:VCALENDAR\r\n$/);
      // A method would need an organizer, whom nobody could answer.
      assert.equal(before.includes('METHOD'), false);
      const held = await client.bookings.hold({ slotId: second!.id, serviceId });
      assert.match(await client.bookings.calendar(held), /\r\nSTATUS:TENTATIVE\r\n/);
      assert.match(before, /\r\nDTSTART:\d{8}T\d{6}Z\r\n/);
      assert.equal(before.includes(ticket.secret), false);
      const uid = /UID:(.+)\r\n/.exec(before)![1]!;

      const moved = await client.bookings.reschedule(ticket, third!.id);
      const after = await client.bookings.calendar(moved);
      assert.ok(after.includes(`UID:${uid}\r\n`) && after.includes('SEQUENCE:1\r\n'));
      await client.bookings.cancel(moved);
      const gone = await client.bookings.calendar(moved);
      assert.ok(gone.includes('STATUS:CANCELLED\r\n') && gone.includes('SEQUENCE:2\r\n'));
    });

    await it('answers the same to the same key, and refuses another body', async () => {
      const [slot, other] = await openSlots(client);
      const room = await freeAt(client, slot!);
      const idempotencyKey = newKey();
      const person = somebody();
      const body = { slotId: slot!.id, serviceId, ...person };
      const twins = await Promise.all(
        [1, 2, 3].map(() => client.bookings.book(body, { idempotencyKey })),
      );
      assert.equal(new Set(twins.map(({ id, secret }) => id + secret)).size, 1);
      assert.equal(await freeAt(client, slot!), room - 1);
      const another = { ...body, slotId: other!.id };
      assert.equal(
        await refusalOf(client.bookings.book(another, { idempotencyKey })),
        'key_reused',
      );
    });

    await it('locks a code after five wrong endings, known or not', async () => {
      const [, , slot] = await openSlots(client);
      const person = somebody();
      const ticket = await client.bookings.book({ slotId: slot!.id, serviceId, ...person });
      const wrong = String((Number(person.phone.slice(-4)) + 1) % 10_000).padStart(4, '0');
      for (let i = 0; i < 5; i++) {
        const attempt = client.bookings.unlock({ code: ticket.code, phoneEnding: wrong });
        assert.equal(await refusalOf(attempt), 'not_found');
      }
      const right = client.bookings.unlock({
        code: ticket.code,
        phoneEnding: person.phone.slice(-4),
      });
      assert.equal(await refusalOf(right), 'too_many_requests');
    });

    await it('says when several services can be had together', async () => {
      const { days, timeZone } = await client.availability.days({
        placeId,
        services: [serviceId, 'pbb-bayar'],
        days: 14,
      });
      assert.equal(timeZone, 'Asia/Jakarta');
      assert.equal(days.length, 14);
      const open = days.find(({ state }) => state === 'open')!;
      assert.deepEqual([...new Set(open.slots.map(({ agencyId }) => agencyId))].sort(), [
        'bapenda',
        'dukcapil',
      ]);
    });
  });
}
