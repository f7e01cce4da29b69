/**
 * How many of a few numbers are for people who booked and for people who walk in, in the smallest
 * whole numbers: 25 percent are 3 and 1.
 *
 * @param walkInShare - Percent, 0 to 100.
 *
 * @example
 * ```ts
 * import { sharesOf } from '@mpp-digital/contract';
 *
 * const { booked, walkIns } = sharesOf(20);
 * console.log(`Of ${booked + walkIns} numbers, ${walkIns} for people who walk in`);
 * ```
 */
export function sharesOf(walkInShare: number): { booked: number; walkIns: number } {
  let [least, rest] = [100, walkInShare];
  while (rest > 0) [least, rest] = [rest, least % rest];
  return { booked: (100 - walkInShare) / least, walkIns: walkInShare / least };
}
