/** A part of a list, as the API sends it. */
export interface Page<T> {
  items: T[];
  /** Cursor of the next part; null after the last. */
  next: string | null;
}

/**
 * A list that is fetched while it is read: each `for await` reads it from its start.
 *
 * @example
 * ```ts
 * import { MppClient } from '@mpp-digital/sdk';
 *
 * const client = new MppClient({ baseUrl: 'https://mpp.example.go.id', regency: '35.79' });
 * for await (const agency of client.catalogue.agencies()) console.log(agency.shortName);
 * ```
 */
export class List<T> implements AsyncIterable<T> {
  readonly #fetch: (cursor: string | undefined) => Promise<Page<T>>;

  /** @internal */
  constructor(fetch: (cursor: string | undefined) => Promise<Page<T>>) {
    this.#fetch = fetch;
  }

  /** Reads the list a page at a time. */
  async *pages(): AsyncGenerator<T[], void, undefined> {
    let cursor: string | undefined;
    do {
      const { items, next } = await this.#fetch(cursor);
      yield items;
      cursor = next ?? undefined;
    } while (cursor !== undefined);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for await (const items of this.pages()) yield* items;
  }
}
