import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';

import { clientOf, openSlots, placeId, serviceId } from './citizen.ts';
import { newGround, startServer } from './server-process.ts';

await describe('answers that travel packed', async () => {
  const server = await startServer(await newGround('embedded'));

  await it('packs what is made anew, but nothing that bears a secret', async () => {
    const packed = (path: string, init?: RequestInit) =>
      fetch(path.startsWith('/v1') ? server.url + path : server.url + '/35.79' + path, {
        ...init,
        headers: { 'accept-encoding': 'br', ...init?.headers },
      });
    const days = `/v1/35.79/places/${placeId}/availability?services=${serviceId}`;
    for (const path of [days, `/janji?layanan=${serviceId}`, '/layanan?q=ktp']) {
      const answer = await packed(path);
      assert.equal(answer.headers.get('content-encoding'), 'br', path);
      assert.match(answer.headers.get('vary') ?? '', /Accept-Encoding/);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      const plain = await packed(path, { headers: { 'accept-encoding': 'identity' } });
      assert.equal(plain.headers.get('content-encoding'), null);
    }
    const client = clientOf(server.url);
    const [slot] = await openSlots(client);
    const ticket = await client.bookings.hold({ slotId: slot!.id, serviceId });
    const bearer = { headers: { authorization: `Bearer ${ticket.secret}` } };
    const [day] = slot!.startsAt.split('T');
    const form = new URLSearchParams({ kode: ticket.code });
    for (const answer of [
      await packed(`/v1/35.79/bookings/${ticket.id}`, bearer),
      await packed('/v1/35.79/status', bearer),
      await packed(`/janji?layanan=${serviceId}&hari=${day}&jadwal=${slot!.id}`),
      await packed('/lacak', { method: 'POST', body: form }),
    ]) {
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('content-encoding'), null, answer.url);
    }
  });

  await it('packs as small as can be what is asked for most, and quickly the rest', async () => {
    const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
    const sizes = async (path: string) => {
      const url = `${server.url}/v1/35.79${path}`;
      const answer = await fetch(url, { headers: { 'accept-encoding': 'br' } });
      const least = brotliCompressSync(await answer.text(), best).length;
      return { size: Number(answer.headers.get('content-length')), least };
    };
    for (const path of ['/catalogue', '/services', `/services/${serviceId}`]) {
      const { size, least } = await sizes(path);
      assert.ok(size <= least + 8, path);
    }
    for (const path of ['/services?limit=99', `/services?cursor=${serviceId}`]) {
      const { size, least } = await sizes(path);
      assert.ok(size > least * 1.05, path);
    }
  });
});
