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

/** Everything that finds a service, the weightiest first. */
export function phrasesOf(
  { name, keywords, agencyId, categoryId }: SearchableService,
  { agencies, categories }: SearchOptions,
): Phrase[] {
  const agency = agencies?.find(({ id }) => id === agencyId);
  const category = categories?.find(({ id }) => id === categoryId);
  const weigh = (texts: readonly (string | undefined)[], weight: number) =>
    texts.flatMap((text) => (text ? { text, weight } : []));
  return [
    ...weigh([...said(name), ...keywords], 1),
    ...weigh([agency?.id, agency?.shortName, ...said(agency?.name)], 0.4),
    ...weigh(said(category?.name), 0.3),
  ];
}

const said = (text?: LocalText) => [text?.id, text?.en, text?.jv];
