import type { StatusTrackerMessages } from '../id/status-tracker.ts';
import { common } from './common.ts';
import { ticket } from './ticket.ts';
import { timeChoice } from './time-choice.ts';

export const statusTracker: StatusTrackerMessages = {
  ...common,
  ...timeChoice,
  ...ticket,

  question: 'How far is it?',
  entryLabel: 'Code or ticket link',
  entryHint: '12 letters and digits on your ticket, like 7K3M-9QXT-2BHA. Small letters will do.',
  show: 'See the status',
  looking: 'Looking it up…',
  slow: 'The connection is slow. We are still trying.',
  entryMissing: 'Write the code on your ticket, or paste its link.',
  entryMistyped:
    'A code has 12 letters and digits, like 7K3M-9QXT-2BHA. Something seems to be missing or mistyped. Compare it with your ticket.',
  linkBroken:
    'This ticket link is not complete. Open it again from the message, or write the code here.',
  unknown: 'We do not find this code. Compare each letter with your ticket.',
  lookFailed: (cause) => `${cause} Your code is still here. Try again.`,

  scan: 'Scan the QR code with the camera',
  scanning: 'Point the camera at the QR code on the ticket.',
  stopScan: 'Close the camera',
  cameraRefused: 'The camera was not allowed. No matter, just write the code.',
  cameraMissing: 'The camera cannot be used. No matter, just write the code.',
  scannedOther: 'That QR code is not a queue ticket. Point the camera at your ticket.',

  otherCode: 'Another code',
  clear: 'Clear',
  clearNote: 'On a shared computer? Remove everything from this screen.',
  cleared: 'Everything was removed from this screen.',

  standing: {
    held: {
      title: 'This place is being kept',
      next: 'It is not yours yet.',
      todo: 'Go back to the booking page and give a name and a phone number in time.',
    },
    booked: {
      title: 'Your place is safe',
      next: '',
      todo: 'Bring your papers, and show this code to the staff when you arrive.',
    },
    'checked-in': {
      title: 'You are checked in',
      next: '',
      todo: 'Stay in the waiting area until your number is called.',
    },
    called: { title: 'Your number is being called', next: '', todo: 'Go to the counter now.' },
    serving: { title: 'You are being served', next: '', todo: 'You need not do anything here.' },
    served: {
      title: 'You have been served',
      next: 'Thank you for coming.',
      todo: 'Coming again? Take a new queue number.',
    },
    cancelled: {
      title: 'This queue number was cancelled',
      next: 'The place goes to someone else.',
      todo: 'Still need this service? Take a new queue number.',
    },
    rescheduled: {
      title: 'The time was changed',
      next: '',
      todo: 'Use the ticket with the new time.',
    },
    'no-show': {
      title: 'Your number was called and passed',
      next: '',
      todo: 'Take a new queue number. If you were there, tell the staff.',
    },
    expired: {
      title: 'The place was given free',
      next: 'The time ran out before the booking was finished.',
      todo: 'Take a new queue number.',
    },
  },
  late: {
    title: 'Your time is over',
    next: '',
    todo: 'If you are at the place, tell the staff. If you could not come, take a new queue number.',
  },
  turn: (wait, from, to) => `Your turn is ${wait}, around ${from}–${to}.`,
  inMinutes: (count) => `in about ${count} minutes`,
  inHours: (count) => (count === 1 ? 'in about 1 hour' : `in about ${count} hours`),
  inDays: (count) => `in ${count} days`,
  now: 'now',

  journey: 'The way of your queue number',
  stateNames: {
    held: 'Place kept',
    booked: 'Booked',
    'checked-in': 'Checked in',
    called: 'Called',
    serving: 'Being served',
    served: 'Served',
    cancelled: 'Cancelled',
    rescheduled: 'Time changed',
    'no-show': 'Passed',
    expired: 'Given free',
  },
  tenses: { done: 'done', current: 'now', toCome: 'next', over: 'ended' },

  knownAt: (moment) => `As of ${moment}. Updates by itself.`,
  finalAt: (moment) => `As of ${moment}.`,
  keptFrom: (cause, moment) => `${cause} This is what we last knew, ${moment}.`,

  unlockTitle: 'Open the ticket: change, cancel, keep',
  unlockLabel: 'Last 4 digits of the phone number',
  unlockHint: 'The phone number you gave when you took the queue number.',
  unlock: 'Open the ticket',
  unlocking: 'Opening…',
  endingMistyped: 'Write 4 digits, like 7890.',
  endingWrong: 'That does not fit. Check the last 4 digits of your phone number and try again.',
  unlockLocked: (wait) => `Too many tries. Try again ${wait}.`,
  unlockLater: 'in a few minutes',
  unlocked: 'The ticket is open.',
  secretUnknown:
    'We do not know this ticket link, so you see the status only. To change it, use your phone number.',
  ticketMissing: 'The whole ticket could not be loaded.',

  complainNeed: 'Something wrong?',
  complain: 'Complain through SP4N-LAPOR!',
};
