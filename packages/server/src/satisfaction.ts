import {
  fewestPublished,
  type AgencySatisfaction,
  surveyElements,
  type Satisfaction,
  type SatisfactionGrade,
  type SurveyElement,
} from '@mpp-digital/contract';

import type { Catalogue } from './catalogue.ts';
import type { SurveyRow } from './feedback-functions.ts';
import { named } from './ticket.ts';

/**
 * The index of so many answers (IKM). Each of the nine elements weighs exactly 1/9, so the index is
 * the mean of all scores, times 25. It is counted in whole hundredths: nothing is lost before the one
 * rounding, half up, and the grade is read from what was rounded, as the regulation's table is.
 */
export function satisfactionOf({ answers, sums }: Omit<SurveyRow, 'agencyId'>): Satisfaction {
  const total = surveyElements.reduce((sum, element) => sum + sums[element], 0);
  const index = roundHalfUp(total * 2500, answers * surveyElements.length);
  const mean = (element: SurveyElement) => roundHalfUp(sums[element] * 100, answers) / 100;
  return {
    answers,
    index: index / 100,
    grade: gradeOf(index),
    elements: {
      requirements: mean('requirements'),
      procedure: mean('procedure'),
      time: mean('time'),
      cost: mean('cost'),
      product: mean('product'),
      competence: mean('competence'),
      behaviour: mean('behaviour'),
      complaints: mean('complaints'),
      facilities: mean('facilities'),
    },
  };
}

/** What may be published of all together, and of each agency. */
export function publishedOf(rows: readonly SurveyRow[], { agencies }: Pick<Catalogue, 'agencies'>) {
  const hidden = hiddenOf(rows);
  const all = rows.reduce(add, { answers: 0, sums: noSums });
  return {
    satisfaction: all.answers < fewestPublished ? null : satisfactionOf(all),
    agencies: rows.map((row): AgencySatisfaction => ({
      agency: named(row.agencyId, agencies.get(row.agencyId)),
      satisfaction: hidden.has(row.agencyId) ? null : satisfactionOf(row),
    })),
  };
}

/**
 * Whose answers are not told: of whom fewer than five answered. And where those are fewer than five
 * together, the next smallest, too: else they were what is missing from all.
 */
function hiddenOf(rows: readonly SurveyRow[]): Set<string> {
  const hidden = new Set<string>();
  let answers = 0;
  for (const row of rows.toSorted((a, b) => a.answers - b.answers)) {
    if (row.answers >= fewestPublished && (answers === 0 || answers >= fewestPublished)) break;
    hidden.add(row.agencyId);
    answers += row.answers;
  }
  return hidden;
}

type Sums = Omit<SurveyRow, 'agencyId'>;

const noSums: SurveyRow['sums'] = {
  requirements: 0,
  procedure: 0,
  time: 0,
  cost: 0,
  product: 0,
  competence: 0,
  behaviour: 0,
  complaints: 0,
  facilities: 0,
};

function add(one: Sums, other: Sums): Sums {
  const sums = { ...one.sums };
  for (const element of surveyElements) sums[element] += other.sums[element];
  return { answers: one.answers + other.answers, sums };
}

/** @param index - In hundredths. */
function gradeOf(index: number): SatisfactionGrade {
  if (index >= 8831) return 'A';
  if (index >= 7661) return 'B';
  return index >= 6500 ? 'C' : 'D';
}

/** A quotient of whole numbers, with no fraction in between. */
function roundHalfUp(dividend: number, divisor: number): number {
  const doubled = 2 * dividend + divisor;
  return (doubled - (doubled % (2 * divisor))) / (2 * divisor);
}
