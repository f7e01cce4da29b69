import type { ElementMessages } from '../id/element.ts';

export const element: ElementMessages = {
  loading: 'Loading…',
  retry: 'Try again',
  back: 'Back',
  example: 'example',
  counters: (numbers) => `counter ${numbers}`,
  errors: {
    invalid_request: 'Something does not fit yet. Check it and send it again.',
    not_found: 'Not found. Check the code or the link.',
    regency_unknown: 'This page is not set up correctly. Please tell the owner of this site.',
    too_many_requests: 'Too many attempts. Wait a little, then try again.',
    internal: 'The server has a problem. What you typed is still here. Try again in a moment.',
    busy: 'The server is busy. What you typed is still here. Try again in a moment.',
    unreachable:
      'No connection. What you typed is still here. Check your internet, then try again.',
    timed_out: 'The server took too long. What you typed is still here. Try again.',
    unexpected_answer: 'We could not read the answer. What you typed is still here. Try again.',
  },
};
