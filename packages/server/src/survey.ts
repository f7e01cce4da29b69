import { readFileSync } from 'node:fs';

import { parse, Survey } from '@mpp-digital/contract';

/** What the survey asks: the nine elements of PermenPANRB 14/2017, in our own words. */
export const survey: Survey = parse(
  Survey,
  JSON.parse(readFileSync(new URL('../data/survey.json', import.meta.url), 'utf8')),
);
