import type * as z from 'zod/v4/core';

/** A generator of numbers from 0 to 1 that can be repeated by its seed. */
export function seeded(seed: number) {
  const next = () => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x80000000;
  const pick = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)]!;
  return { next, pick };
}

export type Random = ReturnType<typeof seeded>;

const uuid = '3f2b8c1e-9d4a-4b6c-8e7f-0a1b2c3d4e5f';

/** Values that stand at the edges of what the contract accepts. */
const odd: readonly unknown[] = [
  ...[null, true, [], {}, [1], { id: '1' }, '', 'x', ' x ', 'a'.repeat(81), 'a'.repeat(80)],
  ...[0, -1, 1.5, 1e300, 2 ** 53, 2 ** 53 - 1],
  ...['2026-02-28', '2026-02-30', '2024-02-29', '2026-13-45', '0000-01-01', '2026-2-8'],
  ...['2026-12', '2026-13', '2026-1', '1999-12'],
  ...[
    '2026-03-02T08:00:00+07:00',
    '2026-03-02T24:00:00Z',
    '2026-03-02T08:00Z',
    '2026-03-02T08:00:00',
  ],
  ...[uuid, uuid.toUpperCase(), uuid.slice(1), `{${uuid}}`, uuid.replace('4b6c', '0b6c')],
  ...[
    '+6281234567890',
    '081234567890',
    '+62812345678901234',
    '35.79',
    '35.79.02.2003',
    '3579',
    '08:30',
    '24:00',
  ],
  ...['https://mpp.go.id', 'http://x', 'javascript:1', ' https://a.id ', 'https://a@b'],
  ...['sari@example.go.id', 'a@b', 'a@b.id,c@d.id', 'Sari <a@b.id>', 'a@b.id\nTo: c@d.id'],
  ...['7K3M9QXT2BHR', '7k3m9qxt2bhr', `7K3M9QXT2BHR${'0'.repeat(26)}`, '7890', '789', '７８９０'],
  ...['ktp-el-baru', 'ktp--el', '-ktp', 'Ktp', 'a,b', 'a,', '31', '32', '100', '101', '0'],
  ...['booking', 'application', 'direct', ['direct'], 'mall', 'held', 'mon', 'free', 'open'],
  ...[`whsec_${'A'.repeat(43)}=`, `whsec_${'A'.repeat(43)}`, 'whsec_='],
  ...['Sari', '\u200bSari', '12', 'Sari\n', 'Ñ', 'ꦯꦫꦶ', 'e\u0301', '\ud83d', '\ufeffSari'],
  ...['😀'.repeat(60), '😀'.repeat(61), '😀'.repeat(120), 'é'.repeat(120), 'e\u0301'.repeat(61)],
  JSON.parse('{"__proto__":{"a":1},"b":2}') as unknown,
  ...['0'.repeat(64), 'f'.repeat(63), 'F'.repeat(64)],
  ...[{ constructor: 1 }, { toString: null }],
];

type Members = Record<string, unknown>;

type Known =
  | z.$ZodString
  | z.$ZodNumber
  | z.$ZodBoolean
  | z.$ZodEnum
  | z.$ZodLiteral
  | z.$ZodOptional
  | z.$ZodNullable
  | z.$ZodArray
  | z.$ZodObject
  | z.$ZodRecord
  | z.$ZodUnion;

/** Makes what a schema may accept, from the definition that zod keeps of it. */
export function sample(type: z.$ZodType, random: Random): unknown {
  const { def } = (type as Known)._zod;
  const { next, pick } = random;
  switch (def.type) {
    case 'string':
      return text(def, random);
    case 'number':
      return pick([0, 1, 3, 4, 7].filter((value) => isWithin(def, value)));
    case 'boolean':
      return next() < 0.5;
    case 'enum':
      return pick(Object.values(def.entries));
    case 'literal':
      return def.values[0];
    case 'optional':
      return next() < 0.5 ? undefined : sample(def.innerType, random);
    case 'nullable':
      return next() < 0.5 ? null : sample(def.innerType, random);
    case 'array':
      return Array.from({ length: pick([0, 1, 2, 9]) }, () => sample(def.element, random));
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape).map(([key, member]) => [key, sample(member, random)]),
      );
    case 'record':
      return Object.fromEntries(
        ['nik', 'saksi'].map((key) => [key, sample(def.valueType, random)]),
      );
    case 'union':
      return sample(pick(def.options), random);
    default:
      throw new Error(`There is no sample of ${type._zod.def.type} yet: teach it here.`);
  }
}

/** Whether a number is not above what the schema says is most, nor below the least. */
function isWithin(def: z.$ZodNumberDef, value: number): boolean {
  return (def.checks ?? []).every(({ _zod }) => {
    const check = _zod.def as { check: string; value?: number; inclusive?: boolean };
    if (check.check === 'less_than') return value <= check.value!;
    if (check.check === 'greater_than') return value > check.value! || check.inclusive === true;
    return true;
  });
}

/** A string of the format, or one that most patterns of the contract know. */
function text(def: z.$ZodStringDef, { pick }: Random) {
  const format = 'format' in def ? def.format : undefined;
  if (format === 'uuid') return uuid;
  if (format === 'datetime') return '2026-03-02T08:00:00+07:00';
  if (format === 'date') return '2026-03-02';
  const patterns = (def.checks ?? []).map(({ _zod }) => _zod.def as { pattern?: RegExp });
  const fitting = odd.filter(
    (value) =>
      typeof value === 'string' && patterns.every(({ pattern }) => pattern?.test(value) ?? true),
  );
  return pick(fitting.length > 0 ? fitting : odd);
}

/** Changes one place of a value: leaves it out, adds to it, or puts something odd there. */
export function mutated(value: unknown, { next, pick }: Random): unknown {
  const copy = structuredClone(value);
  const path = pick(paths(copy));
  const key = path.at(-1);
  if (key === undefined) return pick(odd);
  const parent = path.slice(0, -1).reduce((at, name) => at[name] as Members, copy as Members);
  const change = next();
  if (change < 0.25) delete parent[key];
  else if (change < 0.4 && !Array.isArray(parent)) parent['more'] = pick(odd);
  else parent[key] = pick(odd);
  return copy;
}

function paths(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, member]) => paths(member, [...path, key]))];
}
