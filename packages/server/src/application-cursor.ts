import { Problem } from './problem.ts';

/** Names the place behind an application in a list: when it was handed in, and its id. */
export function cursorAfter({ submittedAt, id }: { submittedAt: string; id: string }): string {
  return Buffer.from(`${submittedAt}|${id}`).toString('base64url');
}

/** Reads it; both null at the beginning. */
export function afterCursor(cursor: string | undefined): [string | null, string | null] {
  if (cursor === undefined) return [null, null];
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split('|');
  if (!Number.isNaN(Date.parse(at)) && /^[\da-f-]{36}$/.test(id)) return [at, id];
  const fields = [{ pointer: '/query/cursor', detail: 'Is no cursor of this list' }];
  throw new Problem('invalid_request', { fields });
}
