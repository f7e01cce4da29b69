import type {
  Line,
  MobileSchedule,
  Officer,
  PerformanceReport,
  Queue,
  QueuePosition,
  SatisfactionIndex,
  Survey,
  SurveyAnswers,
  Village,
  Visit,
} from '@mpp-digital/contract';
import type {
  Agency,
  Availability,
  CatalogueIndex,
  Place,
  Service,
  Status,
  Ticket,
} from '@mpp-digital/sdk';

/** Answers that fit the contract, as small as it allows. */
export const text = (id: string) => ({ id, en: id });

export const code = '7K3M9QXT2BHR';
export const secret = `${code}0123456789ABCDEFGHJKMNPQRS`;
export const bookingId = '3f2b8c1e-9d4a-4b6c-8e7f-0a1b2c3d4e5f';
export const slotId = '0b1f2c1e-58a4-4d2e-9d3a-0f5a4c7b9e11';
export const person = { name: 'Sari Wulandari', phone: '+6281234567890' };

export const agency: Agency = {
  id: 'dukcapil',
  name: text('Dinas Kependudukan dan Pencatatan Sipil'),
  shortName: 'Dispendukcapil',
  queuePrefix: 'A',
};

export const place: Place = {
  id: 'mpp-among-warga',
  kind: 'mall',
  name: text('MPP Among Warga'),
  address: 'Jl. Panglima Sudirman',
  openingHours: [],
};

export const index: CatalogueIndex = {
  regency: { code: '35.79', name: 'Kota Batu', timeZone: 'Asia/Jakarta' },
  agencies: [agency],
  categories: [],
  services: [],
};

export const said = text('…');

export const service: Service = {
  id: 'ktp-el-baru',
  name: text('KTP-el baru'),
  summary: said,
  agency,
  categoryId: 'kependudukan',
  channels: ['direct'],
  bookable: true,
  places: [],
  mobileStops: [],
  kiosks: [],
  requirements: [],
  procedure: [],
  duration: { value: 1, unit: 'workingDay' },
  durationText: said,
  fee: { type: 'free' },
  feeText: said,
  product: said,
  complaintChannels: [],
  legalBasis: [],
  facilities: said,
  staffCompetence: said,
  internalSupervision: said,
  staffing: said,
  serviceGuarantee: said,
  safetyGuarantee: said,
  performanceEvaluation: said,
  signedElectronically: true,
  verified: false,
  verifiedFields: [],
};

export const availability: Availability = {
  placeId: place.id,
  timeZone: 'Asia/Jakarta',
  days: [{ date: '2026-12-01', state: 'full', free: 0, slots: [] }],
  next: null,
  until: '2026-12-30',
};

export const facts = {
  code,
  state: 'booked' as const,
  number: 'A012',
  service: { id: service.id, name: service.name },
  agency: { id: agency.id, name: agency.name },
  place: { id: place.id, name: place.name, address: place.address, counters: [3] },
  startsAt: '2026-12-01T09:20:00+07:00',
  endsAt: '2026-12-01T09:40:00+07:00',
  timeZone: 'Asia/Jakarta',
  heldUntil: null,
  serverTime: '2026-11-23T08:00:00+07:00',
};

export const ticket: Ticket = {
  id: bookingId,
  secret,
  ...facts,
  priority: false,
  extendable: false,
  link: 'https://mpp.example.go.id/35.79/lacak#…',
};

export const status: Status = {
  kind: 'booking',
  bookingId,
  ...facts,
  timeline: [{ at: '2026-11-23T08:00:00+07:00', state: 'booked' }],
};

export const named = ({ id, name }: Agency | Service) => ({ id, name });

export const visit: Visit = {
  bookingId,
  number: 'A012',
  state: 'called',
  service: named(service),
  agency: named(agency),
  startsAt: facts.startsAt,
  priority: false,
  counter: 3,
  calledAt: '2026-12-01T09:21:00+07:00',
  calls: 1,
  skips: 0,
};

export const line: Line = {
  visits: [visit],
  timeZone: 'Asia/Jakarta',
  serverTime: facts.serverTime,
};

const calls: QueuePosition['calls'] = [
  {
    bookingId,
    number: 'A012',
    counter: 3,
    state: 'called',
    at: '2026-12-01T09:21:00+07:00',
    calls: 1,
  },
];

export const lines: Queue = {
  placeId: place.id,
  agencies: [
    {
      agency: named(agency),
      calls,
      waiting: 2,
      waitingPriority: 1,
      expected: 3,
      served: 0,
      shares: { booked: 4, walkIns: 1 },
      wait: null,
    },
  ],
  timeZone: 'Asia/Jakarta',
  serverTime: facts.serverTime,
};

export const position: QueuePosition = {
  code,
  number: 'A013',
  state: 'checked-in',
  agency: named(agency),
  placeId: place.id,
  counter: null,
  before: { here: 1, expected: 2 },
  wait: { from: 5, to: 20 },
  calls,
  serverTime: facts.serverTime,
};

export const officer: Officer = {
  id: 'petugas-1',
  name: 'Rina',
  role: 'officer',
  regency: '35.79',
  agencies: [
    {
      ...named(agency),
      queuePrefix: agency.queuePrefix,
      placeId: place.id,
      counters: [1, 2, 3],
    },
  ],
  until: '2026-12-01T17:00:00+07:00',
};

export const village: Village = { code: '35.79.02.2003', name: 'Tulungrejo' };

export const mobileSchedule: MobileSchedule = {
  timeZone: 'Asia/Jakarta',
  from: '2026-12-01',
  until: '2026-12-07',
  stops: [
    {
      id: 'dukcapil-keliling-2026-12-01-0830',
      date: '2026-12-01',
      place: 'Balai Desa Tulungrejo',
      village,
      opens: '08:30',
      closes: '12:00',
      unit: { id: 'dukcapil-keliling', name: text('Dukcapil Keliling') },
      services: [{ id: service.id, name: service.name }],
      state: 'planned',
      placeId: null,
    },
  ],
};

export const survey: Survey = {
  questions: [{ element: 'cost', name: said, question: said, answers: [said, said, said, said] }],
};

export const scores: SurveyAnswers = {
  requirements: 4,
  procedure: 3,
  time: 2,
  cost: 1,
  product: 4,
  competence: 4,
  behaviour: 4,
  complaints: 3,
  facilities: 3,
};

export const satisfaction: SatisfactionIndex = {
  from: '2026-10',
  to: '2026-12',
  satisfaction: { answers: 5, index: 77.78, grade: 'B', elements: scores },
  agencies: [{ agency: named(agency), satisfaction: null }],
};

export const performance: PerformanceReport = {
  month: '2026-12',
  isOver: true,
  latest: '2027-01',
  agencies: [
    {
      agency: named(agency),
      visits: {
        bookings: 40,
        served: 30,
        noShows: 4,
        cancelled: 6,
        wait: { people: 30, median: 12, ninetieth: 31 },
      },
      satisfaction: null,
    },
  ],
  countedAt: facts.serverTime,
};
