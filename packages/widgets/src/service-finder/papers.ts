import type { Requirement, Service, Text } from '@mpp-digital/contract';

/** A paper to bring, once, however many services ask for it. */
export interface Paper {
  /** The code that services share. */
  code: string;
  text: Text;
  /** The cases in which it is needed; always, when there are none. */
  cases: readonly Text[];
  /** Names of the services that ask for it. */
  services: readonly Text[];
}

/** One list for all services together: the same code once, in the order of the first that asks. */
export function papersOf(services: readonly Pick<Service, 'name' | 'requirements'>[]): Paper[] {
  const papers = new Map<string, { paper: Requirement; cases: Text[]; services: Text[] }>();
  const always = new Set<string>();
  for (const { name, requirements } of services) {
    for (const paper of requirements) {
      const known = papers.get(paper.code) ?? { paper, cases: [], services: [] };
      papers.set(paper.code, known);
      if (!known.services.includes(name)) known.services.push(name);
      if (!paper.when) always.add(paper.code);
      else if (!known.cases.some((one) => one.id === paper.when!.id)) known.cases.push(paper.when);
    }
  }
  return [...papers].map(([code, { paper, cases, services }]) => ({
    code,
    text: paper.text,
    // Whoever needs it for one service in any case brings it in any case.
    cases: always.has(code) ? [] : cases,
    services,
  }));
}
