import type { BookingFormMessages } from '../id/booking-form.ts';
import { element } from './element.ts';
import { ticketActions } from './ticket-actions.ts';
import { ticket } from './ticket.ts';
import { timeChoice } from './time-choice.ts';

export const bookingForm: Required<BookingFormMessages> = {
  ...element,
  ...timeChoice,
  ...ticket,
  ...ticketActions,
  errorSummary: 'Please check what you filled in',
  step: (step, steps) => `Step ${step} of ${steps}`,
  next: 'Continue',
  notBookable: (name) => `You cannot take a queue number for ${name} here yet.`,
  aboutService: 'See other ways to get this service, and whom to ask',
  otherService: 'Another service',
  askTime: 'When can you come?',
  timeMissing: 'Choose a time first.',
  timeTaken: (clock) =>
    `Someone else has just taken ${clock}. Choose another time; what you typed is still here.`,
  tryLater: (minutes) =>
    `Too many attempts. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}. What you typed is still here.`,
  takeNearest: (when) => `Take the nearest: ${when}`,
  stillHeld: (when) => `${when} is still kept for you.`,
  holding: 'Keeping a place for you…',
  heldFor: (when, minutes) =>
    minutes === 1
      ? `${when}: we keep your place for 1 minute.`
      : `${when}: we keep your place for ${minutes} minutes.`,
  heldBriefly: (seconds) =>
    seconds === 1
      ? 'We keep your place for 1 more second.'
      : `We keep your place for ${seconds} more seconds.`,
  lastMinute: 'We keep your place for one more minute.',
  moreTime: 'I need more time',
  extended: (minutes) =>
    minutes === 1
      ? 'We keep your place for 1 more minute.'
      : `We keep your place for ${minutes} more minutes.`,
  askService: 'Which service do you need?',
  pickService: 'Choose a service',
  pickServiceFirst: 'Choose from the list',
  serviceMissing: 'Choose a service first.',
  findService: 'Search for the service in your own words',
  unknownService:
    'That service is not on our list. Choose another one below, or search in your own words.',
  askPlace: 'Where would you like to be served?',
  pickPlace: 'Choose a place',
  placeMissing: 'Choose a place first.',
  askPerson: 'Who is coming?',
  name: 'Full name',
  nameHint: 'As on the identity card. One word is enough.',
  nameMissing: 'Write the name of the person who comes.',
  nameWrong: 'Write the name in letters.',
  phone: 'Mobile number',
  phoneHint:
    'Example: 0812-3456-7890. Its last four digits open your ticket later. One number can have one booking for each service a day.',
  phoneMissing: 'Write a mobile number.',
  phoneWrong:
    'That number is not right yet. Write a complete Indonesian number, for example 0812-3456-7890.',
  priority: 'I need the priority counter',
  priorityHint:
    'For people who are old, disabled or pregnant, or who come with a baby: served first.',
  askCheck: 'Is this right?',
  service: 'Service',
  place: 'Place',
  time: 'Time',
  priorityLane: 'Priority counter',
  yes: 'Yes',
  no: 'No',
  change: 'Change',
  privacy: (agency) =>
    `${agency} uses name and number for this booking only, and deletes them 30 days after your visit.`,
  submit: 'Take a queue number',
  sending: 'Sending…',
  retryNow: 'Try now',
  triesAgain:
    'The server’s answer has not arrived. What you typed is still here, and you will not get two numbers. We keep trying.',
  triesEnded:
    'We cannot reach the server yet. What you typed is still here, and you will not get two numbers. Press the button when you are connected again.',
  trackBooking: 'See that booking with its code',
  otherDay: 'Choose another day',
  booked: 'Your place is safe',
  bookedSaid: (number, when) => `Your place is safe. Queue number ${number}, ${when}.`,
  another: 'Take a number for another service',
  formerTicket: (number, code) =>
    `Queue number ${number}, which you took a moment ago, is valid unless you cancelled it. Its code is ${code}.`,
  clear: 'Clear',
  clearNote: 'Sharing this computer? Write down the code, then clear everything from this screen.',
  cleared: 'Everything was cleared from this screen.',
};
