/** A text by language, as the contract has it. */
export interface LocalText {
  readonly id: string;
  readonly en: string;
  readonly jv?: string | undefined;
}

/** As much of a service as the search needs; the contract's `ServiceSummary` is one. */
export interface SearchableService {
  readonly id: string;
  readonly name: LocalText;
  readonly agencyId?: string;
  readonly categoryId?: string;
  /** Other words that people use for it, each findable by itself. */
  readonly keywords: readonly string[];
}

/** What services belong to: the contract's `Agency` or `Category`. */
export interface SearchableGroup {
  /** Often a name too: `dukcapil`. */
  readonly id: string;
  readonly name: LocalText;
  /** What people call it: `Dispendukcapil`. */
  readonly shortName?: string;
}

/** What else is known of the services; the contract's `CatalogueIndex` has all of it. */
export interface SearchOptions {
  /** Agencies, so that their names find their services. */
  readonly agencies?: readonly SearchableGroup[];
  /** Categories, so that their names find their services. */
  readonly categories?: readonly SearchableGroup[];
}

/** A text that finds a service, and how much a match in it counts, from 0 to 1. */
export interface Phrase {
  readonly text: string;
  readonly weight: number;
}

/** Everything that finds each service, the weightiest first. */
export function phrasesOf(
  services: readonly SearchableService[],
  { agencies = [], categories = [] }: SearchOptions,
): Phrase[][] {
  const weigh = (texts: readonly (string | undefined)[], weight: number) =>
    texts.flatMap((text) => (text ? { text, weight } : []));
  const of = (groups: readonly SearchableGroup[], weight: number) =>
    new Map(
      groups.map(({ id, name, shortName }) => [id, weigh([id, shortName, ...said(name)], weight)]),
    );
  const agencyPhrases = of(agencies, 0.4);
  const categoryPhrases = of(categories, 0.3);
  return services.map(({ name, keywords, agencyId = '', categoryId = '' }) => [
    ...weigh([...said(name), ...keywords], 1),
    ...(agencyPhrases.get(agencyId) ?? []),
    ...(categoryPhrases.get(categoryId) ?? []),
  ]);
}

const said = ({ id, en, jv }: LocalText) => [id, en, jv];
