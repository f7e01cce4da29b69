import * as z from '#schema';

/** What every list in pages takes. */
export const pageQuery = {
  /** Where the page before it ended: its `next`. The first page without it. */
  cursor: z.optional(z.string().check(z.maxLength(200))),
  /** How many, `1` to `100`; 50 without it. */
  limit: z.optional(z.string().check(z.regex(/^([1-9]\d?|100)$/))),
};

/** Which part of a list to send. */
export const PageQuery = z.object(pageQuery);

/** A page of a list. */
export const pageOf = <T extends Parameters<typeof z.array>[0]>(item: T) =>
  z.object({
    /** What is on this page. */
    items: z.array(item),
    /** Cursor of the page that follows; null on the last one. Also in `Link: …; rel="next"`. */
    next: z.nullable(z.string()),
  });
