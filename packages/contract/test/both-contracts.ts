import { registerHooks } from 'node:module';

type Contract = typeof import('@mpp-digital/contract');

const schemas = { zod: 'zod/mini', lean: new URL('../src/schema.ts', import.meta.url).href };
const ours = new URL('../src/', import.meta.url).href;

// Modules whose address ends in ?zod or ?lean get that schema, and so does what they import.
registerHooks({
  resolve(specifier, context, next) {
    const kind = /\?(zod|lean)$/.exec(context.parentURL ?? '')?.[1] as keyof typeof schemas;
    if (!kind) return next(specifier, context);
    const target = next(specifier === '#schema' ? schemas[kind] : specifier, context);
    return target.url.startsWith(ours) ? { ...target, url: `${target.url}?${kind}` } : target;
  },
});

const load = async (kind: keyof typeof schemas) =>
  (await import(`${ours}index.ts?${kind}`)) as Contract;

/** The contract on zod, whatever the conditions are. */
export const onZod = await load('zod');

/** The contract on `schema.ts`, whatever the conditions are. */
export const onLean = await load('lean');

/** Names of the exported schemas. */
export const schemaNames = Object.entries(onZod)
  .filter(([, value]) => typeof value === 'object' && '_zod' in value)
  .map(([name]) => name as keyof Contract);
