import type { NumberShares } from '@mpp-digital/contract';

/**
 * How the numbers are shared, in the smallest whole numbers: 25 percent are 3 and 1.
 *
 * @param walkInShare - Percent for people who walk in, 0 to 100.
 * @returns Null where all can be booked.
 */
export function sharesOf(walkInShare: number): NumberShares | null {
  if (walkInShare === 0) return null;
  let [least, rest] = [100, walkInShare];
  while (rest > 0) [least, rest] = [rest, least % rest];
  return { booked: (100 - walkInShare) / least, walkIns: walkInShare / least };
}
