import type { QueueBoardMessages } from '../id/queue-board.ts';
import { causes } from './causes.ts';
import { element } from './element.ts';

export const queueBoard: QueueBoardMessages = {
  ...element,
  ...causes,
  title: 'The queue today',
  slow: 'The connection is slow. We are still trying.',
  lookFailed: (cause) => `${cause} We keep trying.`,
  placeUnknown: 'We do not find this place.',
  agencyUnknown: 'This agency does not serve here. Choose another one.',
  knownAt: (time) => `As of ${time}. Updates by itself.`,
  lineLost: (time) => `The connection is lost, this is as of ${time}. We keep trying.`,
  lineBack: 'The connection is back.',

  chooseAgency: 'Choose the agency that you want to see.',
  allAgencies: 'All agencies',
  quietAgencies: (count) =>
    count === 1 ? '1 more agency, without a queue' : `${count} more agencies, without a queue`,
  nobody: 'Nobody is waiting.',
  nobodyCalled: 'No number has been called yet.',
  nowCalled: 'At the counters now',
  counter: (number) => `counter ${number}`,
  callStates: { called: 'called', serving: 'being served' },
  waiting: 'Waiting',
  expected: 'Still to come',
  waitFromNow: 'If you come now',
  waitingShort: (count) => (count === 0 ? 'nobody waiting' : `${count} waiting`),
  people: (count) => (count === 0 ? 'nobody' : count === 1 ? '1 person' : `${count} people`),
  priorityAmong: (count) => `${count} of them with priority`,
  withBooking: (count) =>
    count === 0
      ? 'nobody'
      : count === 1
        ? '1 person with a booking'
        : `${count} people with a booking`,
  rule: 'Those who booked and those who walk in share one line by number: priority first, and who was not there when called comes after.',
  shares: (booked, walkIns) =>
    `Of every ${booked + walkIns} numbers, ${booked} for those who booked and ${walkIns} for those who walk in.`,

  waitUnknown: 'nobody can say yet',
  waitShort: (to) => `less than ${to} minutes`,
  waitUpTo: (to) => `about ${to} minutes at most`,
  waitRange: (from, to) => `about ${from}–${to} minutes`,

  mineTitle: 'Do you have a queue number?',
  codeLabel: 'Code on your ticket',
  codeHint: '12 letters and digits, like 7K3M-9QXT-2BHR.',
  showMine: 'See my turn',
  looking: 'Looking it up…',
  codeMissing: 'Write the code on your ticket.',
  codeMistyped:
    'A code has 12 letters and digits. Something seems to be missing or mistyped. Compare it with your ticket.',
  codeUnknown: 'We do not find this code. Compare each letter with your ticket.',
  mineFailed: (cause) => `${cause} Your code is still here. We keep trying.`,
  mineKept: (cause, time) => `${cause} This was your turn at ${time}.`,
  otherCode: 'Another code',
  myNumber: 'Your number',
  before: (here, expected) => {
    const later = `perhaps ${expected} more who booked`;
    const people = here === 1 ? '1 person is' : `${here} people are`;
    if (here > 0) return `${people} before you${expected > 0 ? `, ${later}` : ''}.`;
    return expected > 0 ? `Nobody is before you yet, ${later}.` : 'Nobody is before you.';
  },
  myWait: (wait) => `You may wait ${wait}.`,
  myWaitUnknown: 'Nobody can say yet how long you wait.',
  calledTo: (counter) => `Your number is called: please go to counter ${counter}.`,
  servingAt: (counter) => `You are being served at counter ${counter}.`,
  notHereYet: 'You are not checked in yet: when you arrive, go to the front desk first.',
  otherDay: 'This number is for another day.',
  seeBooking: 'See when',
  standing: {
    held: 'This seat is only held, and no queue number yet. Finish the booking first.',
    booked: 'You are not checked in yet.',
    'checked-in': 'You are checked in. Stay until your number is called.',
    called: 'Your number is called. Please go to the counter.',
    serving: 'You are being served.',
    served: 'You have been served. Thank you for coming.',
    cancelled: 'This queue number was cancelled.',
    rescheduled: 'The time was changed. Use the new ticket.',
    'no-show': 'Your number was called and passed. If you are here, tell the staff.',
    expired: 'The seat was given free. Take a new queue number.',
  },

  opensAt: (time) => `Opens today at ${time}.`,
  pausesUntil: (time) => `On a break until ${time}.`,
  closedSince: (time) => `Closed today since ${time}.`,
  closedToday: 'Closed today.',

  newestNumber: 'Queue number',
  goTo: 'please go to',
  soundOn: 'Sound is on',
  soundOff: 'Sound is off',
  switchOn: 'Switch sound on',
  switchOff: 'Switch sound off',
};
