import { namePattern, normalisePhone, type Person } from '@mpp-digital/contract';

import type { BookingStepsMessages } from '../messages/id/booking-steps.ts';

/** What a citizen typed. */
export interface PersonAnswers {
  name: string;
  phone: string;
  priority: boolean;
}

/** What is wrong with an answer, by the name of its sentence. */
export type PersonProblem = Extract<
  keyof BookingStepsMessages,
  'nameMissing' | 'nameWrong' | 'phoneMissing' | 'phoneWrong'
>;

/** Problems by the id of their field. */
export type PersonProblems = ReadonlyMap<'name' | 'phone', PersonProblem>;

/** Longest name, in characters. */
export const longestName = 120;

/** A name as it is kept: without what cannot be seen, which is pasted along more often than typed. */
export const cleanName = (typed: string) =>
  typed.normalize('NFC').replace(/\s+/g, ' ').replace(/\p{C}/gu, '').trim();

/** Finds what is wrong. */
export function personProblems({ name, phone }: PersonAnswers): PersonProblems {
  const problems = new Map<'name' | 'phone', PersonProblem>();
  const clean = cleanName(name);
  if (!clean) problems.set('name', 'nameMissing');
  else if (!namePattern.test(clean)) problems.set('name', 'nameWrong');
  if (!phone.trim()) problems.set('phone', 'phoneMissing');
  else if (!normalisePhone(phone)) problems.set('phone', 'phoneWrong');
  return problems;
}

/** The answers as the server wants them; undefined while something is wrong. */
export function personOf(answers: PersonAnswers): Person | undefined {
  if (personProblems(answers).size > 0) return undefined;
  return {
    name: cleanName(answers.name),
    phone: normalisePhone(answers.phone)!,
    priority: answers.priority,
  };
}
