import type { Channel, ServiceSummary } from '@mpp-digital/contract';

/** So many services are shown at once. */
export const pageSize = 20;

/** What narrows the list of services. */
export interface Filters {
  /** Ways to be served, any of them; all when empty. */
  ways: readonly Channel[];
  /** Only what costs nothing. */
  free: boolean;
  /** Only this agency's; all when empty. */
  agencyId: string;
  /** Only this category's; all when empty. */
  categoryId: string;
  /** All services are wanted on the screen, without a word to search for. */
  everything: boolean;
}

/** Nothing narrowed. */
export const noFilters: Filters = {
  ways: [],
  free: false,
  agencyId: '',
  categoryId: '',
  everything: false,
};

/** Whether something is narrowed. */
export const anyFilter = ({ ways, free, agencyId, categoryId }: Filters): boolean =>
  ways.length > 0 || free || agencyId !== '' || categoryId !== '';

/** The services that remain. */
export function filtered(
  services: readonly ServiceSummary[],
  { ways, free, agencyId, categoryId }: Filters,
): ServiceSummary[] {
  return services.filter(
    (service) =>
      (ways.length === 0 || service.channels.some((channel) => ways.includes(channel))) &&
      (!free || service.fee.type === 'free') &&
      (!agencyId || service.agencyId === agencyId) &&
      (!categoryId || service.categoryId === categoryId),
  );
}

/** How many services each agency or category has: only those that have some. */
export function countBy(
  services: readonly ServiceSummary[],
  key: 'agencyId' | 'categoryId',
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const service of services) counts.set(service[key], (counts.get(service[key]) ?? 0) + 1);
  return counts;
}
