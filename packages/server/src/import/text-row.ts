import * as z from 'zod/mini';

/** A text in which something is written. */
export const written = z.string().check(z.regex(/\S/, { error: 'Is blank' }));

/** What people read: in both languages, none left empty. */
export const Text = z.object({ id: written, en: written, jv: z.optional(written) });
export interface Text extends z.infer<typeof Text> {}
