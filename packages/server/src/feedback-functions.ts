import type { SurveyElement } from '@mpp-digital/contract';

import type { Refused } from './database-functions.ts';

/** How many answered about an agency, and the sums of their scores. */
export interface SurveyRow {
  agencyId: string;
  answers: number;
  sums: Record<SurveyElement, number>;
}

/** What became of an agency's bookings of a month. */
export interface VisitsRow {
  agencyId: string;
  bookings: number;
  served: number;
  noShows: number;
  cancelled: number;
  called: number;
  /** Seconds that half of those who were called waited at most; null when nobody was. */
  median: number | null;
  /** Seconds that nine of ten waited at most. */
  ninetieth: number | null;
}

/** What is published of a month. */
export interface PerformanceRow {
  month: string;
  isOver: boolean;
  latest: string;
  countedAt: string;
  visits: VisitsRow[];
  answers: SurveyRow[];
}

/** The functions for the survey and the published figures. Months as `2026-12`, or days that begin one. */
export interface FeedbackFunctions {
  /** `scores`: JSON of the contract's `SurveyAnswers`. */
  answer_survey(
    regency: string,
    code: Uint8Array,
    scores: string,
  ): { month: string } | Refused<'not_found' | 'wrong_state' | 'already_answered'>;

  satisfaction(
    regency: string,
    from: string | null,
    to: string | null,
  ): { from: string; to: string; agencies: SurveyRow[] };

  performance(regency: string, month: string | null): PerformanceRow | Refused<'not_found'>;
}
