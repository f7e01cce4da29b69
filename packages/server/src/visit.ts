import type {
  AgencyQueue,
  CounterCall,
  Queue,
  QueuePosition,
  Visit,
  Wait,
} from '@mpp-digital/contract';

import type { Catalogue } from './catalogue.ts';
import type {
  AgencyQueueRow,
  CallRow,
  CountersRow,
  QueuePositionRow,
  VisitRow,
} from './counter-functions.ts';
import { sharesOf } from './shares.ts';
import { named, numberOf } from './ticket.ts';

/** A visit with the names from the catalogue. */
export function visitOf(row: VisitRow, { services, agencies }: Catalogue): Visit {
  const agency = agencies.get(row.agencyId);
  return {
    bookingId: row.id,
    number: numberOf(row.number, agency),
    state: row.state,
    service: named(row.serviceId, services.get(row.serviceId)),
    agency: named(row.agencyId, agency),
    startsAt: row.startsAt,
    priority: row.priority,
    counter: row.counter,
    calledAt: row.calledAt,
    calls: row.calls,
    skips: row.skips,
  };
}

/** The lines of a place. */
export function queueOf(
  placeId: string,
  rows: readonly AgencyQueueRow[],
  catalogue: Catalogue,
): Queue {
  return {
    placeId,
    agencies: rows.map((row) => agencyQueueOf(row, catalogue)),
    timeZone: catalogue.regency.timeZone,
    serverTime: new Date().toISOString(),
  };
}

function agencyQueueOf(row: AgencyQueueRow, catalogue: Catalogue): AgencyQueue {
  const { agencyId, waiting, waitingPriority, expected, served, walkInShare } = row;
  return {
    agency: named(agencyId, catalogue.agencies.get(agencyId)),
    calls: callsOf(row.calls, agencyId, catalogue),
    waiting,
    waitingPriority,
    expected,
    served,
    shares: sharesOf(walkInShare),
    wait: waitOf(row, waiting, waiting),
  };
}

/** One's own place in the line. */
export function positionOf(
  row: QueuePositionRow,
  code: string,
  catalogue: Catalogue,
): QueuePosition {
  const { here, expected } = row;
  const agency = catalogue.agencies.get(row.agencyId);
  const before = here === null || expected === null ? null : { here, expected };
  return {
    code,
    number: numberOf(row.number, agency),
    state: row.state,
    agency: named(row.agencyId, agency),
    placeId: row.placeId,
    counter: row.counter,
    before,
    wait: before && waitOf(row, before.here, before.here + before.expected),
    calls: callsOf(row.calls, row.agencyId, catalogue),
    serverTime: new Date().toISOString(),
  };
}

function callsOf(rows: readonly CallRow[], agencyId: string, catalogue: Catalogue): CounterCall[] {
  const agency = catalogue.agencies.get(agencyId);
  return rows.map((row) => ({ ...row, number: numberOf(row.number, agency) }));
}

/**
 * How long it takes until as many as this were called. The least: all counters work on, visits are
 * short. The most: visits are long, and somebody is at each counter still.
 */
function waitOf({ seconds, counters }: CountersRow, least: number, most: number): Wait | null {
  if (seconds === null) return null;
  const atOnce = Math.max(1, counters);
  return {
    from: Math.floor((least / atOnce) * (seconds.from / 60)),
    to: Math.ceil(((most + 1) / atOnce) * (seconds.to / 60)),
  };
}
