import { regencyCode, slug, staffRoles } from '@mpp-digital/contract';
import * as z from 'zod/mini';

import type { Session } from './session.ts';

/** One agency, several, or `*` for all: a provider may write a list or words with spaces between. */
const Agencies = z.pipe(
  z.union([z.string(), z.array(z.string())]),
  z.transform((given) => (typeof given === 'string' ? given.split(/[\s,]+/) : given)),
);

const Claims = z.object({
  sub: z.string().check(z.minLength(1), z.maxLength(200)),
  name: z.optional(z.string()),
  mpp_regency: regencyCode,
  mpp_role: z.enum(staffRoles),
  mpp_agencies: z.pipe(
    Agencies,
    z.union([z.tuple([z.literal('*')]), z.array(slug).check(z.minLength(1))]),
  ),
});

/**
 * Who an identity provider says has come. The provider must give the claims `mpp_regency`, `mpp_role`
 * and `mpp_agencies` in the ID token.
 *
 * @returns Undefined for somebody who is no officer.
 */
export function officerIn(claims: unknown): Omit<Session, 'until'> | undefined {
  const { data } = z.safeParse(Claims, claims);
  if (!data) return undefined;
  const { sub: id, name = '', mpp_regency: regency, mpp_role: role, mpp_agencies: agencies } = data;
  return { id, name, role, regency, agencies: agencies[0] === '*' ? null : agencies };
}
