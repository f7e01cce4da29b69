/** How long figures are given again, in milliseconds. */
const keptFor = 600_000;

/** Figures that take long to count: counted once for all who ask within some minutes. */
export class Figures {
  readonly #kept = new Map<string, { until: number; figures: Promise<unknown> }>();

  /**
   * Gives what was counted by this name, or counts. A refusal or failure is not kept.
   *
   * @param name - The same name means the same figures.
   */
  async get<T extends object>(name: string, count: () => Promise<T>): Promise<T> {
    const now = Date.now();
    for (const [other, { until }] of this.#kept) if (until <= now) this.#kept.delete(other);
    const kept = this.#kept.get(name);
    // A name stands for one kind of figures.
    if (kept) return kept.figures as Promise<T>;
    const figures = count();
    this.#kept.set(name, { until: now + keptFor, figures });
    figures.catch(() => this.#kept.delete(name));
    return figures;
  }
}
