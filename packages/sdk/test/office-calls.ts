import type { Calls } from './calls.ts';
import * as sample from './sample-answers.ts';
import * as inside from './sample-mall.ts';

const { service, ticket, person, visit } = sample;
const line = { placeId: sample.place.id, agencyId: sample.agency.id };

/** What officers, managers and terminals of the mall do. */
export const officeCalls: Pick<Calls, 'staff' | 'mall' | 'kiosk'> = {
  staff: {
    me: { call: ({ staff }) => staff.me(), answer: sample.officer },
    line: { call: ({ staff }) => staff.line(line), answer: sample.line },
    callNext: {
      call: ({ staff }) => staff.callNext(line, 3),
      answer: visit,
      sent: { body: { counter: 3 } },
    },
    callAgain: { call: ({ staff }) => staff.callAgain(visit.bookingId), answer: visit },
    serve: { call: ({ staff }) => staff.serve(visit.bookingId), answer: visit },
    finish: { call: ({ staff }) => staff.finish(visit.bookingId), answer: visit },
    skip: { call: ({ staff }) => staff.skip(visit.bookingId), answer: visit },
    noShow: { call: ({ staff }) => staff.noShow(visit.bookingId), answer: visit },
    transfer: {
      call: ({ staff }) => staff.transfer(visit.bookingId, service.id),
      answer: visit,
      sent: { body: { serviceId: service.id } },
    },
    visitor: { call: ({ staff }) => staff.visitor(visit.bookingId), answer: person },
    receive: {
      call: ({ staff }) => staff.receive({ code: '7k3m 9qxt-2bhr', priority: true }),
      answer: visit,
      sent: { body: { code: sample.code, priority: true } },
    },
    walkIn: {
      call: ({ staff }) => staff.walkIn({ placeId: line.placeId, serviceId: service.id }),
      answer: { visit, code: sample.code, link: ticket.link },
      sent: { body: { placeId: line.placeId, serviceId: service.id } },
    },
  },
  mall: {
    read: { call: ({ mall }) => mall.read(), answer: inside.mall },
    setHours: {
      call: ({ mall }) => mall.setHours({ agencyId: null, openingHours: [] }),
      answer: inside.mallChange,
      sent: { body: { agencyId: null, openingHours: [] } },
    },
    setServing: {
      call: ({ mall }) => mall.setServing(line.agencyId, inside.serving),
      answer: inside.mallChange,
      sent: { body: inside.serving },
    },
    setCounters: {
      call: ({ mall }) => mall.setCounters(line.agencyId, []),
      answer: inside.mallChange,
      sent: { body: { counters: [] } },
    },
    close: {
      call: ({ mall }) => mall.close(inside.mall.closures[0]!),
      answer: inside.mallChange,
      sent: { body: inside.mall.closures[0]! },
    },
    reopen: {
      call: ({ mall }) => mall.reopen({ date: '2026-12-01', agencyId: null }),
      answer: inside.mallChange,
      sent: { body: { date: '2026-12-01', agencyId: null } },
    },
    setStopDays: {
      call: ({ mall }) => mall.setStopDays('dukcapil-keliling', { exceptions: [] }),
      answer: inside.mallChange,
      sent: { body: { exceptions: [] } },
    },
    exportCatalogue: { call: ({ mall }) => mall.exportCatalogue(), answer: { mpp: {} } },
    importCatalogue: {
      call: ({ mall }) => mall.importCatalogue({ catalogue: { mpp: {} } }),
      answer: inside.mallChange,
      sent: { body: { catalogue: { mpp: {} } } },
    },
  },
  kiosk: {
    list: { call: ({ kiosk }) => kiosk.list(), answer: { kiosks: [inside.kioskPlace] } },
    me: { call: ({ kiosk }) => kiosk.me(), answer: inside.kioskPlace },
    takeNumber: {
      call: ({ kiosk }) => kiosk.takeNumber({ serviceId: service.id, priority: true }),
      answer: ticket,
      sent: { body: { serviceId: service.id, priority: true } },
    },
    checkIn: {
      call: ({ kiosk }) => kiosk.checkIn({ code: '7k3m 9qxt-2bhr' }),
      answer: inside.arrival,
      sent: { body: { code: sample.code } },
    },
    terminals: {
      call: ({ kiosk }) => kiosk.terminals(),
      answer: { terminals: [inside.terminal] },
    },
    prepare: {
      call: ({ kiosk }) => kiosk.prepare(inside.kioskPlace.id),
      answer: {
        terminal: inside.terminal,
        code: sample.code,
        until: inside.terminal.preparedAt,
      },
      sent: { body: { kioskId: inside.kioskPlace.id } },
    },
    revoke: { call: ({ kiosk }) => kiosk.revoke(inside.terminal.id), answer: inside.terminal },
  },
};
