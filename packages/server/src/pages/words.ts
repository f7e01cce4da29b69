import type { BookingState, Channel } from '@mpp-digital/contract';

import type { Language } from '../handler.ts';
import { en } from './words-en.ts';
import { id } from './words-id.ts';

/** What the pages say, complete in each language. */
export interface Words {
  services: string;
  servicesOf: (name: string) => string;
  findHeading: string;
  findLabel: string;
  find: string;
  results: (count: number) => string;
  nothingFound: string;
  allServices: string;
  free: string;
  asBilled: string;
  upTo: (least: string, most: string) => string;
  duration: Record<'minute' | 'hour' | 'day' | 'workingDay', (count: number) => string>;
  channel: Record<Channel, string>;
  bring: string;
  bringNothing: string;
  cost: string;
  time: string;
  product: string;
  ways: string;
  steps: string;
  legalBasis: string;
  complaints: string;
  moreStandard: string;
  facilities: string;
  staffCompetence: string;
  internalSupervision: string;
  staffing: string;
  serviceGuarantee: string;
  safetyGuarantee: string;
  performanceEvaluation: string;
  counters: (numbers: string) => string;
  takeNumber: string;
  whenHeading: string;
  whichService: string;
  day: string;
  timeOfDay: string;
  morning: string;
  afternoon: string;
  roomLeft: (free: number) => string;
  full: string;
  closed: string;
  noRoom: string;
  noRoomHere: string;
  noRoomAtAll: string;
  nextRoom: (day: string) => string;
  chooseDay: string;
  chooseTime: string;
  goOn: string;
  whoHeading: string;
  name: string;
  nameHint: string;
  nameWrong: string;
  phone: string;
  phoneHint: string;
  phoneWrong: string;
  email: string;
  emailHint: string;
  emailWrong: string;
  priority: string;
  privacy: string;
  wrongHeading: string;
  slotGone: string;
  dayGone: string;
  alreadyBooked: string;
  anotherTime: string;
  anotherDay: string;
  ticketHeading: string;
  yourNumber: string;
  code: string;
  keepCode: string;
  arriveEarly: string;
  calendar: string;
  cancel: string;
  cancelled: string;
  notCancelled: string;
  trackPage: string;
  trackHeading: string;
  trackLabel: string;
  trackHint: string;
  track: string;
  codeWrong: string;
  notFound: string;
  phoneEnding: string;
  phoneEndingHint: string;
  phoneEndingWrong: string;
  openTicket: string;
  openTicketHeading: string;
  applyPage: string;
  applyFor: (service: string) => string;
  applyOnline: string;
  applyWithoutScript: string;
  applyNothing: string;
  surveyPage: string;
  surveyHeading: string;
  surveyPrivacy: string;
  surveyMissing: (name: string) => string;
  surveyChoose: string;
  surveySend: string;
  surveyOpen: string;
  surveyTooEarly: string;
  surveyAnswered: string;
  surveyThanksHeading: string;
  surveyThanks: string;
  performancePage: string;
  performanceHeading: (month: string) => string;
  performanceHint: string;
  performanceSoFar: string;
  performanceNone: string;
  performance: Record<
    | 'agency'
    | 'bookings'
    | 'served'
    | 'noShows'
    | 'cancelled'
    | 'median'
    | 'ninetieth'
    | 'index'
    | 'hidden',
    string
  > & { answers: (count: number) => string };
  tooMany: (minutes: number) => string;
  state: Record<BookingState, string>;
  fromOffice: (reason: string) => string;
  history: string;
  goneHeading: string;
  gone: string;
  troubleHeading: string;
  trouble: string;
  busy: string;
  kept: string;
  unreadableHeading: string;
  unreadable: string;
  mobileHeading: string;
  whichVillage: string;
  otherVillage: string;
  comesTo: (village: string) => string;
  nothingComes: string;
  movedFrom: (place: string) => string;
  movedAway: (place: string) => string;
  stopCancelled: (reason: string) => string;
  canDo: string;
  cannotDo: string;
  subscribe: string;
  regencies: string;
  skip: string;
  otherLanguage: string;
  example: string;
  exampleService: string;
}

const languages: Record<Language, Words> = { id, en };

/** The words of a language. */
export function wordsIn(language: Language): Words {
  return languages[language];
}
