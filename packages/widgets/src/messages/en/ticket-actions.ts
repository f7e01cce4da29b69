import type { TicketActionsMessages } from '../id/ticket-actions.ts';
import { causes } from './causes.ts';
import { refusals } from './refusals.ts';

export const ticketActions: TicketActionsMessages = {
  ...causes,
  ...refusals,
  copyCode: 'Copy the code',
  codeCopied: 'The code was copied.',
  copyFailed: 'We could not copy it. Press and hold the code, then copy.',
  bringTitle: 'What to bring',
  bringNothing: 'You need not bring anything.',
  bringLoading: 'Loading what to bring…',
  bringMissing: 'The list of what to bring could not be loaded.',
  keepTitle: 'Keep this ticket',
  keepNote:
    'There is no account. Only with the code or the link of this ticket can you see, change or cancel it again.',
  copyLink: 'Copy the ticket link',
  linkCopied: 'The link was copied. Whoever has it can change this ticket.',
  linkCopyFailed: 'We could not copy the link. Keep the code instead.',
  toCalendar: 'Save to calendar',
  calendarSaved: 'The calendar file was downloaded. Open it to save it.',
  calendarFailed: 'The calendar file could not be downloaded. Your ticket is safe. Try again.',
  shareTicket: 'Share',
  ticketTextCopied: 'The ticket was copied as text. Paste it into a message or a note.',
  shareFailed: 'We could not share it. Write down the code and the time.',
  printTicket: 'Print',
  shareText: ({ number, service, when, place, code, link }) =>
    `Queue number ${number}\n${service}\n${when}\n${place}\nCode ${code}\nSee the status: ${link}`,
  changeTime: 'Change the time',
  changeTimeQuestion: 'When can you come?',
  changeTimeNow: (when) =>
    `Your time now: ${when}. That place stays yours until you have the new one.`,
  changeTimeTo: (when) => `Move to ${when}`,
  changeTimeFirst: 'Choose a day and a time first.',
  changingTime: 'Moving…',
  changedTime: (when) => `Moved to ${when}.`,
  changeTimeUnsure: (cause) =>
    `${cause} It is not certain whether you were moved, but you do not lose your place. It is safe to press again.`,
  keepTime: 'Keep the old time',
  nearestInstead: (when) => `Take the nearest: ${when}`,
  cancelTicket: 'Cancel',
  cancelQuestion: 'Cancel this queue number?',
  cancelWarning: 'Your place goes to someone else at once and cannot be taken back.',
  cancelConfirm: 'Yes, cancel it',
  cancelling: 'Cancelling…',
  cancelNot: 'Do not cancel',
  cancelUnsure: (cause) =>
    `${cause} It is not certain whether the number was cancelled. It is safe to press again.`,
  cancelled: 'Your queue number was cancelled',
  cancelledNote: 'Thank you for telling us. Your place goes to someone else.',
};
