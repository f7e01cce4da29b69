import * as z from '#schema';

import type { Operations } from './operation.ts';
import { moment, slug, Text } from './text.ts';

const named = z.object({ id: slug, name: Text });
const count = z.int().check(z.nonnegative());

/** A calendar month: `2026-12`. */
const month = z.string().check(z.regex(/^20\d\d-(0[1-9]|1[0-2])$/));

/** Codes that only the survey meets. */
export type FeedbackErrorCode = 'already_answered';

/** What the survey asks about, as PermenPANRB 14/2017 has it. */
export const surveyElements = [
  'requirements',
  'procedure',
  'time',
  'cost',
  'product',
  'competence',
  'behaviour',
  'complaints',
  'facilities',
] as const;

/** One of the nine things that the survey asks about. */
export type SurveyElement = (typeof surveyElements)[number];

/** From best to worst: A from 88.31, B from 76.61, C from 65, and D below. */
export const satisfactionGrades = ['A', 'B', 'C', 'D'] as const;

/** How good a satisfaction index is. */
export type SatisfactionGrade = (typeof satisfactionGrades)[number];

/** What fewer people than these said or did is not published: it would be known of whom it is. */
export const fewestPublished = 5;

export const SurveyQuestion = z.object({
  /** What it is about. Go by this, not by the order: questionnaires differ in it. */
  element: z.enum(surveyElements),
  /** Its name. */
  name: Text,
  /** What to ask. */
  question: Text,
  /** The four answers, from worst to best: the first is the score 1. */
  answers: z.array(Text),
});
/** One question of the survey. */
export interface SurveyQuestion extends z.infer<typeof SurveyQuestion> {}

export const Survey = z.object({
  /** All nine. */
  questions: z.array(SurveyQuestion),
});
/** What the survey asks. */
export interface Survey extends z.infer<typeof Survey> {}

const score = z.int().check(z.positive(), z.lte(4));

export const SurveyAnswers = z.object({
  /** Whether what was required fits the service. */
  requirements: score,
  /** How easy the procedure was. */
  procedure: score,
  /** How quick it was. */
  time: score,
  /** How fair the cost was. */
  cost: score,
  /** Whether one got what the standard promises. */
  product: score,
  /** How able the officers were. */
  competence: score,
  /** How polite and friendly they were. */
  behaviour: score,
  /** How complaints are handled. */
  complaints: score,
  /** How good building and equipment are. */
  facilities: score,
});
/** A score from 1 to 4 for each of the nine elements. */
export interface SurveyAnswers extends z.infer<typeof SurveyAnswers> {}

export const SurveyReceipt = z.object({
  /** The month that the answers count for. They are published with it, once it is over. */
  month,
});
/** What one who answered is told. */
export interface SurveyReceipt extends z.infer<typeof SurveyReceipt> {}

const mean = z.number();

export const ElementMeans = z.object({
  /** Whether what was required fits the service. */
  requirements: mean,
  /** How easy the procedure was. */
  procedure: mean,
  /** How quick it was. */
  time: mean,
  /** How fair the cost was. */
  cost: mean,
  /** Whether one got what the standard promises. */
  product: mean,
  /** How able the officers were. */
  competence: mean,
  /** How polite and friendly they were. */
  behaviour: mean,
  /** How complaints are handled. */
  complaints: mean,
  /** How good building and equipment are. */
  facilities: mean,
});
/** The mean score of each element, 1 to 4, rounded half up to two decimals. */
export interface ElementMeans extends z.infer<typeof ElementMeans> {}

export const Satisfaction = z.object({
  /** How many answered. */
  answers: count,
  /** The index (IKM), 25 to 100: the mean of all scores, times 25, rounded half up to two decimals. */
  index: z.number(),
  /** As the rounded index says. */
  grade: z.enum(satisfactionGrades),
  /** The mean score of each element. */
  elements: ElementMeans,
});
/** How satisfied those were who answered. */
export interface Satisfaction extends z.infer<typeof Satisfaction> {}

export const AgencySatisfaction = z.object({
  /** Who served. */
  agency: named,
  /** Null where so few answered that it would be known of whom it is. */
  satisfaction: z.nullable(Satisfaction),
});
/** How satisfied those were whom an agency served. */
export interface AgencySatisfaction extends z.infer<typeof AgencySatisfaction> {}

export const SatisfactionIndex = z.object({
  /** The first month. */
  from: month,
  /** The last month, at most the last one that is over. */
  to: month,
  /** Of all; null where fewer than five answered. */
  satisfaction: z.nullable(Satisfaction),
  /** All about whom somebody answered, by their ids. */
  agencies: z.array(AgencySatisfaction),
});
/** The satisfaction index of a regency. */
export interface SatisfactionIndex extends z.infer<typeof SatisfactionIndex> {}

export const SatisfactionQuery = z.object({
  /** First month, `2026-01`; without it the eleventh before the last: a year in all. */
  from: z.optional(month),
  /** Last month, `2026-12`; without it the last one that is over. */
  to: z.optional(month),
});

export const WaitingTimes = z.object({
  /** How many came and were called. */
  people: count,
  /** Half of them waited no longer than so many minutes. */
  median: count,
  /** Nine of ten waited no longer than so many minutes. */
  ninetieth: count,
});
/** How long people waited, from being here to being called first. */
export interface WaitingTimes extends z.infer<typeof WaitingTimes> {}

export const Visits = z.object({
  /** Seats and numbers that were given, also to those who walked in; for days to come, too. */
  bookings: count,
  /** Those who were served. */
  served: count,
  /** Those who did not come. */
  noShows: count,
  /** Those who gave their seat back. */
  cancelled: count,
  /** Null where fewer than five were called. */
  wait: z.nullable(WaitingTimes),
});
/** What became of a month's bookings. */
export interface Visits extends z.infer<typeof Visits> {}

export const AgencyPerformance = z.object({
  /** Who serves. */
  agency: named,
  /** Null where nobody had a booking. */
  visits: z.nullable(Visits),
  /** Null where so few answered that it would be known of whom it is. */
  satisfaction: z.nullable(Satisfaction),
});
/** How an agency did in a month. */
export interface AgencyPerformance extends z.infer<typeof AgencyPerformance> {}

export const PerformanceReport = z.object({
  /** Which month. */
  month,
  /** Whether the month is over. Before, nothing is told of satisfaction: else one could see each answer arrive. */
  isOver: z.boolean(),
  /** The newest month that can be asked for: the one that is not over. */
  latest: month,
  /** All that had visitors, by their ids. */
  agencies: z.array(AgencyPerformance),
  /** When this was counted. */
  countedAt: moment,
});
/** How a regency's agencies did in a month. */
export interface PerformanceReport extends z.infer<typeof PerformanceReport> {}

export const PerformanceQuery = z.object({
  /** `2026-12`: this month, so far, or one of the 24 before; without it the newest that is over. */
  month: z.optional(month),
});

export const feedback = {
  /** Read what the survey asks. */
  questions: { method: 'GET', path: '/survey', result: Survey },
  /** Answer the survey, once for each visit that was served. What is kept says not whose answers they are. */
  answer: {
    method: 'POST',
    path: '/survey',
    auth: 'code',
    body: SurveyAnswers,
    result: SurveyReceipt,
    errors: ['not_found', 'wrong_state', 'already_answered'],
  },
  /** See how satisfied people were, in months that are over. */
  index: { method: 'GET', path: '/feedback', query: SatisfactionQuery, result: SatisfactionIndex },
  /** See how each agency did in a month. */
  performance: {
    method: 'GET',
    path: '/performance',
    query: PerformanceQuery,
    result: PerformanceReport,
    errors: ['not_found'],
  },
} as const satisfies Operations;
