import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { surveyElements, type SurveyElement } from '@mpp-digital/contract';

import type { SurveyRow } from '../src/feedback-functions.ts';
import { publishedOf, satisfactionOf } from '../src/satisfaction.ts';

/** Sums of nine elements that make this total; which has how much does not matter to the index. */
function rowOf(answers: number, total: number, agencyId = 'dukcapil'): SurveyRow {
  const least = Math.floor(total / surveyElements.length);
  const more = total % surveyElements.length;
  const sums = Object.fromEntries(
    surveyElements.map((element, place) => [element, least + (place < more ? 1 : 0)]),
  ) as Record<SurveyElement, number>;
  return { agencyId, answers, sums };
}

await describe('the satisfaction index', async () => {
  await it('is what it is by hand', () => {
    // Five people: 3 for all but the cost, which was free: (8 × 3 + 4) / 9 × 25 = 77.777…
    const { index, grade, elements } = satisfactionOf({
      answers: 5,
      sums: {
        requirements: 15,
        procedure: 15,
        time: 15,
        cost: 20,
        product: 15,
        competence: 15,
        behaviour: 15,
        complaints: 15,
        facilities: 15,
      },
    });
    assert.deepEqual([index, grade, elements.cost, elements.time], [77.78, 'B', 4, 3]);
    // Exact ninths: with the customary 0.11 nobody could reach 100.
    assert.deepEqual(pick(7, 7 * 36), [100, 'A']);
    assert.deepEqual(pick(7, 7 * 9), [25, 'D']);
  });

  await it('rounds half up, once, and only then reads the grade', () => {
    // index = total × 25 / (9 × answers); by hand in the comments, before the rounding.
    const cases: [answers: number, total: number, index: number, grade: string][] = [
      [2000, 63_579, 88.3, 'B'], // 88.30416…
      [2000, 63_580, 88.31, 'A'], // 88.30555…
      [2000, 55_155, 76.6, 'C'], // 76.60416…
      [2000, 55_156, 76.61, 'B'], // 76.60555…
      [2000, 46_796, 64.99, 'D'], // 64.99444…
      [2000, 46_797, 65, 'C'], // 64.99583…
      // Ties, of which a binary fraction may fall short.
      [5000, 158_949, 88.31, 'A'], // 88.305
      [5000, 137_889, 76.61, 'B'], // 76.605
      [5000, 116_991, 65, 'C'], // 64.995
    ];
    for (const [answers, total, index, grade] of cases) {
      assert.deepEqual(pick(answers, total), [index, grade], String(total));
    }
  });

  await it('hides of whom it would be known, and nobody can subtract them', () => {
    const answersOf = (...counts: number[]) => {
      const rows = counts.map((answers, n) => rowOf(answers, answers * 30, `agency-${String(n)}`));
      const { satisfaction, agencies } = publishedOf(rows, { agencies: new Map() });
      return [satisfaction, ...agencies.map((each) => each.satisfaction)].map(
        (each) => each?.answers ?? null,
      );
    };
    assert.deepEqual(answersOf(4), [null, null]);
    assert.deepEqual(answersOf(5), [5, 5]);
    assert.deepEqual(answersOf(4, 20, 9), [33, null, 20, null]);
    assert.deepEqual(answersOf(3, 2, 9), [14, null, null, 9]);
    assert.deepEqual(answersOf(1, 1, 9, 12), [23, null, null, null, 12]);
    assert.deepEqual(answersOf(), [null]);
  });
});

function pick(answers: number, total: number) {
  const { index, grade } = satisfactionOf(rowOf(answers, total));
  return [index, grade];
}
