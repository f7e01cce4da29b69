import type { KioskArrival, KioskPlace, Mall, MallChange, Terminal } from '@mpp-digital/contract';

import { agency, facts, place, said, text } from './sample-answers.ts';

export const serving = { slotMinutes: 10, dailyQuota: 200, walkInShare: 20 };

export const mall: Mall = {
  placeId: place.id,
  name: place.name,
  timeZone: 'Asia/Jakarta',
  whole: true,
  openingHours: [],
  agencies: [{ id: agency.id, name: agency.name, openingHours: null, ...serving, counters: [] }],
  closures: [{ date: '2026-12-01', agencyId: null, reason: said, hours: [] }],
  units: [],
};

export const mallChange: MallChange = {
  done: true,
  fingerprint: null,
  affected: [],
  days: [],
  keptDays: [],
};
export const kioskPlace: KioskPlace = {
  id: 'antrean-1',
  name: text('Anjungan antrean'),
  location: text('Meja penerima tamu'),
  placeId: place.id,
  agencyId: null,
  prints: ['tiket antrean'],
  access: ['QR'],
  printsTickets: true,
};

export const terminal: Terminal = {
  id: '7d0a4c3e-1b2f-4e5d-8c9b-3a4f5e6d7c8b',
  kioskId: kioskPlace.id,
  state: 'prepared',
  preparedAt: facts.serverTime,
  trustedAt: null,
};

export const arrival: KioskArrival = { outcome: 'received', ...facts, priority: false };
