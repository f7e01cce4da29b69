import { MppError } from './errors.ts';

/** Some of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Cursor of the page that follows; null on the last one. */
  readonly next: string | null;
}

/**
 * A list that is sent in pages. Nothing is asked for until it is read: loop over it for all items,
 * over `pages()` for all pages, or await it for the first page.
 *
 * @example
 * ```ts
 * for await (const place of client.catalogue.places()) console.log(place.name.id);
 *
 * const { items, next } = await client.catalogue.places({ limit: 10 });
 * if (next) console.log(`${items.length} and more`);
 * ```
 */
export class List<T> implements AsyncIterable<T>, PromiseLike<Page<T>> {
  readonly #read: (cursor: string | undefined) => Promise<Page<T>>;
  readonly #first: string | undefined;

  /** @internal */
  constructor(
    read: (cursor: string | undefined) => Promise<Page<T>>,
    first: string | undefined = undefined,
  ) {
    this.#read = read;
    this.#first = first;
  }

  /** All items, page after page. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, void> {
    for await (const page of this.pages()) yield* page.items;
  }

  /**
   * All pages, one after the other.
   *
   * @throws {@link MppError} as the method that made the list.
   */
  async *pages(): AsyncGenerator<Page<T>, void, void> {
    let cursor = this.#first;
    for (;;) {
      const page = await this.#read(cursor);
      yield page;
      if (page.next === null) return;
      // A list that points at itself would never end.
      if (page.next === cursor) throw new MppError('unexpected_answer');
      cursor = page.next;
    }
  }

  /** Makes `await` give the first page. */
  then<Done = Page<T>, Failed = never>(
    done?: ((page: Page<T>) => Done | PromiseLike<Done>) | null,
    failed?: ((reason: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Done | Failed> {
    return this.#read(this.#first).then(done, failed);
  }
}
