import type { Texts } from './texts.ts';

export const texts: Texts = {
  confirmation: {
    subject: 'Your queue number {number}, {day}',
    text: 'Your queue number for {service} is {number}: {day}, {time}, at {place}. Please come 10 minutes early with your papers. Code: {code}. See, move or cancel it at {link}',
  },
  reminder: {
    subject: 'Tomorrow: {service}, {time}',
    text: 'We expect you tomorrow at {time} at {place} for {service}. Your queue number is {number}. Do not forget your papers. Not coming? Say so at {link} with the code {code}, so that somebody else can have the place.',
  },
  moved: {
    subject: 'Your visit is now on {day}',
    text: 'Your visit for {service} is now on {day}, {time}, at {place}. Your new queue number is {number}, the code stays {code}. Does the time not suit you? Move or cancel it at {link}',
  },
  cancelled: {
    subject: 'We are sorry: {day} is cancelled',
    text: 'We are sorry: {agency} cannot serve {service} on {day} at {time}. Queue number {number} is no longer valid. Please choose another time at {link}',
  },
  'called-soon': {
    subject: 'It is your turn soon',
    text: 'Number {number} is called soon: at most {before} before you. Please wait near the counters of {agency}, {place}.',
  },
  'needs-correction': {
    subject: 'Your application needs a correction',
    text: 'Your application for {service} needs a correction until {deadline}. See what is missing at {link} with the code {code}.',
  },
  ready: {
    subject: 'Your document is ready',
    text: 'The document for {service} from {agency} is ready. See how to get it at {link} with the code {code}.',
  },
};
