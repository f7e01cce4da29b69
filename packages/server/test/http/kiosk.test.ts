import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';

import { formatCode } from '@mpp-digital/contract';
import { Kiosk, Tracking, Transport } from '@mpp-digital/sdk/resources';

import { startLocalProvider } from '../../../../tools/sign-in/local-provider.ts';
import {
  clientOf,
  openSlots,
  placeId,
  refusalOf,
  regency,
  serviceId,
  somebody,
} from './citizen.ts';
import { Browser, officerAt } from './officer.ts';
import { middayZone, openAllDay } from './open-mall.ts';
import { databaseKinds, newGround, startServer } from './server-process.ts';
import { freePort } from '../free-port.ts';

/** A device in the mall, with a browser of its own. */
function deviceAt(url: string) {
  const browser = new Browser();
  const transport = new Transport({
    baseUrl: url,
    regency,
    fetch: (address, init) => browser.fetch(address as string, init),
  });
  const type = (kode: string) =>
    browser.open(`${url}/${regency}/kiosk`, {
      method: 'POST',
      body: new URLSearchParams({ kode }),
    });
  return { browser, kiosk: new Kiosk(transport), type };
}

for (const kind of databaseKinds) {
  await describe(`kiosks, ${kind}`, async () => {
    const port = await freePort();
    const address = `http://127.0.0.1:${String(port)}`;
    const provider = await startLocalProvider(0, [address]);
    after(() => provider.close());
    const ground = await newGround(kind);
    await openAllDay(ground, middayZone());
    const server = await startServer(ground, {
      PORT: String(port),
      MPP_PUBLIC_URL: address,
      MPP_OIDC_ISSUER: provider.issuer,
      MPP_OIDC_CLIENT_ID: provider.clientId,
    });
    const wulan = await officerAt(address, 'wulan');
    const device = deviceAt(address);
    const citizen = clientOf(address);

    await it('says which kiosks there are, and what comes out of them', async () => {
      const { kiosks } = await device.kiosk.list();
      assert.deepEqual(
        kiosks.map(({ id }) => id),
        ['adm-1', 'antrean-1', 'pajak-1', 'pojok-baca'],
      );
      assert.deepEqual(kiosks[0]!.prints.slice(0, 2), ['KTP-el', 'KIA']);
      const places = [];
      for await (const place of citizen.catalogue.places()) places.push(place);
      assert.equal(places.filter((place) => place.kind === 'kiosk').length, 4);
      const page = await (await fetch(`${address}/${regency}/anjungan`)).text();
      assert.match(page, /Mencetak: KTP-el, KIA, KK/);
    });

    await it('is a stranger until a manager’s code is typed on it', async () => {
      assert.equal(await refusalOf(device.kiosk.me()), 'unauthorized');
      assert.equal(await refusalOf(device.kiosk.takeNumber({ serviceId })), 'unauthorized');
      const stranger = await (await device.browser.open(`${address}/kiosk`)).text();
      assert.match(stranger, /Siapkan anjungan ini/);
      assert.doesNotMatch(stranger, /mpp-kiosk/);
      const refused = await (await device.type('7K3M-9QXT-2BHR')).text();
      assert.match(refused, /Kode ini salah, sudah dipakai/);
      assert.match(refused, /value="7K3M-9QXT-2BHR"/, 'what was typed stays');
      assert.equal(device.browser.cookie(address, 'mpp_kiosk'), undefined);
    });

    await it('lets only managers prepare one', async () => {
      const rina = await officerAt(address, 'rina');
      assert.equal(await refusalOf(rina.kiosk.prepare('antrean-1')), 'forbidden');
      assert.equal(await refusalOf(rina.kiosk.terminals()), 'forbidden');
      assert.equal(await refusalOf(wulan.kiosk.prepare('nowhere')), 'not_found');
      const page = await rina.browser.open(`${address}/staff/terminals`);
      assert.match(await page.text(), /Hanya pengelola/);
    });

    await it('is set up by typing a code that a manager’s page shows', async () => {
      const page = await (await wulan.browser.open(`${address}/staff/terminals`)).text();
      assert.match(page, /Belum ada perangkat/);
      const key = /name="kunci" value="([^"]+)"/.exec(page)![1]!;
      const post = { anjungan: 'antrean-1', kunci: key };
      const prepare = async () => {
        const answer = await wulan.browser.open(`${address}/staff/terminals`, {
          method: 'POST',
          body: new URLSearchParams(post),
        });
        return /(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}/.exec(await answer.text())![0];
      };
      const code = await prepare();
      assert.equal(await prepare(), code, 'the page loaded again is not a second terminal');
      const opened = await (await device.type(code.toLowerCase().replaceAll('-', ' '))).text();
      assert.match(opened, /<mpp-kiosk regency="35\.79"/);
      assert.equal((await device.kiosk.me()).id, 'antrean-1');
      const late = deviceAt(address);
      assert.match(await (await late.type(code)).text(), /sudah dipakai/);
    });

    await it('is no officer, and no officer is a terminal', async () => {
      const cookie = device.browser.cookie(address, 'mpp_kiosk')!;
      const ask = (path: string, given: string, headers: Record<string, string> = {}) =>
        fetch(`${address}/v1/${regency}${path}`, { headers: { cookie: given, ...headers } });
      assert.equal((await ask('/staff/me', `mpp_staff=${cookie}`)).status, 401);
      const staff = wulan.browser.cookie(address, 'mpp_staff')!;
      assert.equal((await ask('/kiosk', `mpp_kiosk=${staff}`)).status, 401);
      assert.equal((await ask('/kiosk', `mpp_kiosk=${cookie.slice(0, -2)}AA`)).status, 401);
      const foreign = await fetch(`${address}/v1/${regency}/kiosk/arrivals`, {
        method: 'POST',
        headers: {
          cookie: `mpp_kiosk=${cookie}`,
          'content-type': 'application/json',
          'sec-fetch-site': 'same-site',
        },
        body: '{"code":"7K3M9QXT2BHR"}',
      });
      assert.equal(foreign.status, 403);
    });

    await it('gives a number that the counters know, the same for the same key', async () => {
      const idempotencyKey = crypto.randomUUID();
      const ticket = await device.kiosk.takeNumber(
        { serviceId, priority: true },
        { idempotencyKey },
      );
      assert.deepEqual([ticket.state, ticket.priority], ['checked-in', true]);
      assert.match(ticket.number, /^A\d{3}$/);
      assert.equal(ticket.link, `${address}/${regency}/lacak#${ticket.secret}`);
      const again = await device.kiosk.takeNumber(
        { serviceId, priority: true },
        { idempotencyKey },
      );
      assert.equal(again.id, ticket.id);
      const { visits } = await wulan.staff.line({ placeId, agencyId: 'dukcapil' });
      assert.deepEqual(
        visits.map(({ number, priority }) => [number, priority]),
        [[ticket.number, true]],
      );
      const status = await new Tracking(new Transport({ baseUrl: address, regency })).status(
        ticket.code,
      );
      assert.equal(status.number, ticket.number);
      assert.equal((await citizen.bookings.show(ticket)).id, ticket.id, 'the phone may have it');
      assert.equal(await refusalOf(device.kiosk.takeNumber({ serviceId: 'nothing' })), 'not_found');
    });

    await it('notes who shows a ticket, and says when and where else to come', async () => {
      const [slot] = await openSlots(citizen);
      const ticket = await citizen.bookings.book({ slotId: slot!.id, serviceId, ...somebody() });
      const arrival = await device.kiosk.checkIn({ code: ticket.secret });
      assert.deepEqual([arrival.outcome, arrival.number], ['received', ticket.number]);
      assert.ok(!JSON.stringify(arrival).includes('Siti'), 'nothing of the person');
      assert.ok(!JSON.stringify(arrival).includes(ticket.secret));
      const again = await device.kiosk.checkIn({ code: formatCode(ticket.code) });
      assert.equal(again.outcome, 'already-here');
      assert.equal(await refusalOf(device.kiosk.checkIn({ code: 'typo' })), 'not_found');
    });

    await it('is not asked for endlessly many numbers, nor codes', async () => {
      const refused: string[] = [];
      const { services } = await citizen.catalogue.index();
      // One of each agency, so that numbers do not run out before the patience does.
      const each = [
        ...new Map(
          services.filter(({ bookable }) => bookable).map((s) => [s.agencyId, s.id]),
        ).values(),
      ];
      for (let n = 0; n < 62; n++) {
        const wish = { serviceId: each[n % each.length]! };
        refused.push(await refusalOf(device.kiosk.takeNumber(wish)));
      }
      assert.ok(refused.filter((code) => code === 'nothing was refused').length >= 58);
      assert.equal(refused.at(-1), 'too_many_requests');
    });

    await it('says nothing of tickets or codes in its log', async () => {
      const { terminals } = await wulan.kiosk.terminals();
      assert.ok(terminals.length >= 1);
      assert.doesNotMatch(server.log(), /[0-9A-HJKMNP-TV-Z]{12}/);
    });

    await it('is a stranger again once a manager has revoked it', async () => {
      const { terminals } = await wulan.kiosk.terminals();
      const { id } = terminals.find(({ state }) => state === 'trusted')!;
      const page = await wulan.browser.open(`${address}/staff/terminals/revoke`, {
        method: 'POST',
        body: new URLSearchParams({ perangkat: id }),
      });
      assert.match(await page.text(), /Dicabut/);
      assert.equal(await refusalOf(device.kiosk.me()), 'unauthorized');
      const arrival = device.kiosk.checkIn({ code: '7K3M-9QXT-2BHR' });
      assert.equal(await refusalOf(arrival), 'unauthorized');
      const opened = await (await device.browser.open(`${address}/kiosk`)).text();
      assert.match(opened, /Siapkan anjungan ini/);
    });
  });
}
