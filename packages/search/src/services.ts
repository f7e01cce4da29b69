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

/** A text that finds a service, and how much a match in it counts. */
export type Phrase = readonly [text: string, weight: number];

/** Everything that finds a service, the plainest first. */
export function phrasesOf(
  service: SearchableService,
  { agencies, categories }: SearchOptions,
): Phrase[] {
  const agency = agencies?.find(({ id }) => id === service.agencyId);
  const category = categories?.find(({ id }) => id === service.categoryId);
  return [
    ...texts(service.name).map((text): Phrase => [text, 1]),
    ...service.keywords.map((text): Phrase => [text, 1]),
    ...(agency ? [agency.shortName ?? '', ...texts(agency.name)] : []).map((text): Phrase => [
      text,
      0.4,
    ]),
    ...(category ? texts(category.name) : []).map((text): Phrase => [text, 0.3]),
  ];
}

const texts = ({ id, en, jv = '' }: LocalText) => [id, en, jv];
