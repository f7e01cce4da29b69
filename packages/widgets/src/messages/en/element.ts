import type { CommonMessages } from '../id/common.ts';

export const common: CommonMessages = {
  loading: 'Loading…',
  retry: 'Try again',
  back: 'Back',
  required: 'required',
  optional: 'optional',
  example: 'example',
  exampleNote: 'Example data, not an official service standard.',
  free: 'Free',
  from: (amount) => `from ${amount}`,
  upTo: (least, most) => `${least} to ${most}`,
  percent: (percent) => `${percent}%`,
  billed: 'as calculated',
  minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
  hours: (count) => (count === 1 ? '1 hour' : `${count} hours`),
  days: (count) => (count === 1 ? '1 day' : `${count} days`),
  workingDays: (count) => (count === 1 ? '1 working day' : `${count} working days`),
  channel: {
    direct: 'At a counter',
    mobile: 'Mobile service',
    self: 'Self-service kiosk',
    electronic: 'Online',
  },
  counters: (numbers) => `counter ${numbers}`,
  errorSummary: 'Please check what you filled in',
  errors: {
    malformed_json:
      'The server could not read the request. What you typed is still here. Try again.',
    invalid_request: 'Something does not fit yet. Check it and send it again.',
    key_missing: 'The request was incomplete. What you typed is still here. Try again.',
    unauthorized: 'We do not know this code or ticket link.',
    not_found: 'Not found. Check the code or the link.',
    regency_unknown: 'This server does not serve this regency or city.',
    method_not_allowed: 'The server does not know this request.',
    slot_full: 'That time has just been taken. What you typed is still here. Choose another time.',
    slot_closed:
      'That time can no longer be booked. What you typed is still here. Choose another time.',
    same_slot: 'That is the time you have now. Choose another one.',
    already_booked:
      'This phone number already has a queue number for this service on that day. Use the code on that ticket, or choose another day.',
    wrong_state: 'This booking can no longer be changed.',
    hold_expired:
      'The time for the place we kept has run out. What you typed is still here. Choose a time once more.',
    too_large: 'What you typed is too long to send.',
    unsupported_media_type: 'The server does not understand this kind of request.',
    key_reused: 'This request was sent before with other content. Try again.',
    day_past: 'That day is over. Choose another one.',
    day_beyond_window: 'That day cannot be booked yet. Choose a nearer one.',
    too_many_requests: 'Too many tries. Wait a little, then try again.',
    internal: 'The server has a problem. What you typed is still here. Try again in a moment.',
    busy: 'The server is busy. What you typed is still here. Try again in a moment.',
    unreachable:
      'No connection. What you typed is still here. Check your internet, then try again.',
    timed_out: 'The server took too long. What you typed is still here. Try again.',
    unexpected_answer: 'We could not read the answer. What you typed is still here. Try again.',
  },
};
