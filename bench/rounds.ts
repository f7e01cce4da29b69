/** The middle of some figures. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * Measures two things in turns, so that whatever else the machine does meets both alike.
 *
 * @returns The median of each, and their ratio, the first to the second.
 */
export async function sideBySide(
  rounds: number,
  one: () => Promise<number>,
  other: () => Promise<number>,
): Promise<{ one: number; other: number; ratio: number }> {
  const figures: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    figures[0].push(await one());
    figures[1].push(await other());
  }
  const [first, second] = [median(figures[0]), median(figures[1])];
  return { one: first, other: second, ratio: first / second };
}
