import type {
  AgencyPerformance,
  AgencySatisfaction,
  feedback as operations,
  Visits,
} from '@mpp-digital/contract';
import { fewestPublished } from '@mpp-digital/contract';

import type { Catalogue } from '../catalogue.ts';
import type { VisitsRow } from '../feedback-functions.ts';
import { granted } from '../granted.ts';
import type { Handlers } from '../handler.ts';
import { publishedOf } from '../satisfaction.ts';
import { survey } from '../survey.ts';
import { named } from '../ticket.ts';

export const feedback: Handlers<typeof operations> = {
  questions: () => Promise.resolve(survey),

  async answer({ catalogue, code, body, network }, { database, secrets, limits }) {
    const { code: regency } = catalogue.regency;
    const stored = secrets.storedCode(regency, code);
    const answer = await database.call('answer_survey', [regency, stored, JSON.stringify(body)]);
    if ('refused' in answer && answer.refused === 'not_found') await limits.missed(network);
    return granted(answer);
  },

  async index({ catalogue, query }, { database }) {
    const { code: regency } = catalogue.regency;
    const { from, to, agencies } = await database.call('satisfaction', [
      regency,
      firstDay(query.from),
      firstDay(query.to),
    ]);
    return { from, to, ...publishedOf(agencies, catalogue) };
  },

  async performance({ catalogue, query }, { database, figures }) {
    const { code: regency } = catalogue.regency;
    const asked = firstDay(query.month);
    const { visits, answers, ...report } = await figures.get(
      `${regency} performance ${String(asked)}`,
      async () => granted(await database.call('performance', [regency, asked])),
    );
    const { agencies } = publishedOf(answers, catalogue);
    return { ...report, agencies: joined(visits, agencies, catalogue) };
  },
};

const firstDay = (month: string | undefined) => (month === undefined ? null : `${month}-01`);

/** Both of each agency, by their ids. */
function joined(
  visits: readonly VisitsRow[],
  satisfaction: readonly AgencySatisfaction[],
  { agencies }: Catalogue,
): AgencyPerformance[] {
  const visitsBy = new Map(visits.map((row) => [row.agencyId, row]));
  const satisfactionBy = new Map(satisfaction.map((each) => [each.agency.id, each.satisfaction]));
  const ids = new Set([...visitsBy.keys(), ...satisfactionBy.keys()]);
  return [...ids].sort().map((id) => ({
    agency: named(id, agencies.get(id)),
    visits: visitsOf(visitsBy.get(id)),
    satisfaction: satisfactionBy.get(id) ?? null,
  }));
}

function visitsOf(row: VisitsRow | undefined): Visits | null {
  if (!row) return null;
  const { bookings, served, noShows, cancelled, called, median, ninetieth } = row;
  const wait =
    called < fewestPublished || median === null || ninetieth === null
      ? null
      : { people: called, median: minutes(median), ninetieth: minutes(ninetieth) };
  return { bookings, served, noShows, cancelled, wait };
}

const minutes = (seconds: number) => Math.ceil(seconds / 60);
