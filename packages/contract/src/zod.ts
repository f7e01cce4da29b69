/**
 * The types of `#schema`: always zod's own, also where the lean `schema.ts` runs in its place.
 * A file of ours, because tools that read the packed package look no further than its own files.
 */
export * from 'zod/mini';
