import type { RefusalMessages } from '../id/refusals.ts';

export const refusals: RefusalMessages = {
  refusals: {
    unauthorized: 'We do not know this code or ticket link.',
    day_past: 'That day is over. Choose another one.',
    day_beyond_window: 'That day cannot be booked yet. Choose a nearer one.',
    malformed_json:
      'The server could not read the request. What you typed is still here. Try again.',
    key_missing: 'The request was incomplete. What you typed is still here. Try again.',
    method_not_allowed: 'The server does not know this request.',
    slot_full:
      'Someone else has just taken that time. Choose another one; what you typed is still here.',
    slot_closed:
      'That time can no longer be booked. What you typed is still here. Choose another time.',
    same_slot: 'That is the time you have now. Choose another one.',
    already_booked:
      'This phone number already has a queue number for this service on that day. Use the code on that ticket, or choose another day.',
    wrong_state: 'This booking can no longer be changed.',
    hold_expired:
      'Time is up. Others can now take that place. What you typed is still here. Choose a time once more.',
    too_large: 'What you typed is too long to send.',
    unsupported_media_type: 'The server does not understand this kind of request.',
    key_reused: 'This request was sent before with other content. Try again.',
  },
};
