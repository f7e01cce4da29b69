import type { TicketMessages } from '../id/ticket.ts';

export const ticket: TicketMessages = {
  queueNumber: 'Your queue number',
  comeEarly: 'Come 10 minutes early.',
  priorityNote: 'You use the priority counter: tell the staff when you arrive.',
  codeLabel: 'Code',
  qrLabel: (number) => `QR code of ticket number ${number}: show it to the staff`,
  qrMissing: 'The QR code could not be loaded. The ticket’s code is enough.',
  moreActions: 'Show what to bring and more',
  bookAgain: 'Take a new queue number',
};
