import {
  feedback,
  parseCode,
  type PerformanceReport,
  type SatisfactionIndex,
  type Survey,
  type SurveyAnswers,
  type SurveyReceipt,
} from '@mpp-digital/contract';

import { MppError } from '../errors.ts';
import type { RequestOptions } from '../options.ts';
import { Resource, type MethodsFor } from '../resource.ts';

/** Months as `2026-12`; a year up to the last month that is over without them. */
export interface Period {
  /** The first month. */
  from?: string | undefined;
  /** The last month. */
  to?: string | undefined;
}

/**
 * The satisfaction survey, and the figures that are published of it and of the visits.
 *
 * @example
 * ```ts
 * import { Feedback, Transport } from '@mpp-digital/sdk/resources';
 *
 * const feedback = new Feedback(
 *   new Transport({ baseUrl: 'https://mpp.example.go.id', regency: '35.79' }),
 * );
 * const { satisfaction, from, to } = await feedback.index();
 * if (satisfaction) console.log(satisfaction.index, satisfaction.grade, satisfaction.answers, from, to);
 * ```
 */
export class Feedback extends Resource implements MethodsFor<typeof feedback> {
  /**
   * Reads what the survey asks.
   *
   * @throws {@link MppError}
   */
  questions(options?: RequestOptions): Promise<Survey> {
    return this.call(feedback.questions, {}, options);
  }

  /**
   * Answers the survey, once for each visit that was served. What is kept says not whose answers they
   * are.
   *
   * @param code - As it was typed, or a ticket's secret; see `parseCode`.
   * @throws {@link MppError} `not_found`, also without asking when the code is mistyped; `wrong_state`
   *   before the visit was served; `already_answered`, also when a first answer was lost on its way.
   */
  async answer(
    code: string,
    answers: SurveyAnswers,
    options?: RequestOptions,
  ): Promise<SurveyReceipt> {
    const bearer = parseCode(code);
    if (bearer === undefined) throw new MppError('not_found');
    return this.call(feedback.answer, { bearer, body: answers }, options);
  }

  /**
   * Sees how satisfied people were, in months that are over.
   *
   * @throws {@link MppError}
   */
  index({ from, to }: Period = {}, options?: RequestOptions): Promise<SatisfactionIndex> {
    return this.call(feedback.index, { query: { from, to } }, options);
  }

  /**
   * Sees how each agency did in a month. Of the month that is not over, it says how many came so far,
   * and nothing of how satisfied they were.
   *
   * @param month - This month or one of the 24 before, `2026-12`; the newest that is over without it.
   * @throws {@link MppError} `not_found` for another month.
   */
  performance(month?: string, options?: RequestOptions): Promise<PerformanceReport> {
    return this.call(feedback.performance, { query: { month } }, options);
  }

  /** Where the same figures are for everyone's own programs, as JSON. */
  performanceAddress(month?: string): string {
    return this.transport.address(feedback.performance, { query: { month } });
  }
}
