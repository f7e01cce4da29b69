import { parseCode, SurveyAnswers, surveyElements } from '@mpp-digital/contract';

import { html } from 'hono/html';

import { Problem } from '../problem.ts';
import { feedback } from '../resources/feedback.ts';
import { check } from '../validation.ts';
import { readForm } from './form.ts';
import { translationOf, type Content } from './page.ts';
import type { Site, Visit } from './site.ts';
import { surveyEnd, surveyPage, type Answered } from './survey-page.ts';

/** The survey without JavaScript. The code travels in the body only. */
export function addSurveyPages(site: Site): void {
  site.get('/survei', ({ context, frame }) => ({
    title: frame.words.surveyPage,
    translation: translationOf(context, frame),
    upgrade: true,
    isPublic: true,
    body: html`<mpp-survey regency="${frame.regency}" fragment
      >${surveyPage(frame, { typed: '', scores: {}, isSent: false })}</mpp-survey
    >`,
  }));

  site.post('/survei', async (visit) => {
    const fields = await readForm(visit.context);
    const chosen = surveyElements.map((element) => [element, fields(element)] as const);
    const answered = {
      typed: fields('kode'),
      scores: Object.fromEntries(chosen.filter(([, score]) => /^[1-4]$/.test(score))),
      // The page of a visit that was served leads here with its code only.
      isSent: fields('kirim') !== '',
    };
    return answered.isSent ? take(visit, answered) : asked(visit, answered);
  });
}

const asked = ({ frame }: Visit, answered: Answered): Content => ({
  title: frame.words.surveyPage,
  body: surveyPage(frame, answered),
});

async function take(visit: Visit, answered: Answered): Promise<Content> {
  const { frame, caller, backend } = visit;
  const { words } = frame;
  const code = parseCode(answered.typed);
  const numbers = Object.entries(answered.scores).map(([name, score]) => [name, Number(score)]);
  const { data: body } = check(SurveyAnswers, Object.fromEntries(numbers));
  if (code === undefined) return asked(visit, { ...answered, codeError: words.codeWrong });
  if (!body) return asked(visit, answered);
  try {
    await feedback.answer({ ...caller, code, body }, backend);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.code === 'not_found') {
      return asked(visit, { ...answered, codeError: words.notFound });
    }
    if (error.code === 'wrong_state') {
      return asked(visit, { ...answered, codeError: words.surveyTooEarly });
    }
    if (error.code !== 'already_answered') throw error;
    return ended(visit, words.surveyAnswered);
  }
  return ended(visit, words.surveyThanks);
}

const ended = ({ frame }: Visit, text: string): Content => ({
  title: frame.words.surveyPage,
  body: surveyEnd(frame, frame.words.surveyThanksHeading, text),
});
