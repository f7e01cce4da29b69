import type { CausesMessages } from '../id/causes.ts';

export const causes: CausesMessages = {
  causes: {
    unreachable: 'No connection.',
    timed_out: 'The server took too long.',
    busy: 'The server is busy.',
    internal: 'The server has a problem.',
    unexpected_answer: 'We could not read the answer.',
  },
};
