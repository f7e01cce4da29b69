import { MppError } from '@mpp-digital/sdk';

import type { ServiceFinderMessages } from '../messages/id/service-finder.ts';

/** What could not be read and why, and what to do: reading loses nothing, so nothing is said of it. */
export function troubleText(what: string, error: unknown, t: ServiceFinderMessages): string {
  const { regency_unknown } = t.errors;
  const causes: Partial<Record<string, string>> = { regency_unknown, ...t.causes };
  const code = error instanceof MppError ? error.code : '';
  return `${what} ${causes[code] ?? t.causes.other}`;
}
