import type { SurveyMessages } from '../id/survey.ts';
import { element } from './element.ts';

/** What the survey says, in English. */
export const survey: SurveyMessages = {
  ...element,
  slow: 'The connection is slow. We are still trying.',
  heading: 'How was the service?',
  privacy:
    'Nine questions, about two minutes. We do not keep who answers; the code only makes sure of one answer for one visit.',
  codeLabel: 'Tracking code',
  codeHint: 'Twelve letters and digits on your ticket.',
  codeWrong: 'This code is not right yet. Check the twelve letters and digits on your ticket.',
  codeUnknown: 'There is no booking with this code. Please check the code.',
  tooEarly: 'The visit with this code is not over yet. Please answer when it is.',
  wrongHeading: 'Please check your answers',
  missing: (name) => `Choose an answer about: ${name}`,
  choose: 'Choose one answer.',
  send: 'Send the answers',
  sending: 'Sending…',
  thanksHeading: 'Thank you',
  thanks: 'We have your answers. The result is published when this month is over.',
  answered: 'We have the answers for this visit already.',
};
