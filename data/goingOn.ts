/** What is under way and nobody may be waiting for, so that a stop can. */
export class GoingOn {
  readonly #all = new Set<Promise<unknown>>();

  follow<T>(one: Promise<T>): Promise<T> {
    const over: Promise<unknown> = one.catch(() => undefined).finally(() => this.#all.delete(over));
    this.#all.add(over);
    return one;
  }

  /** Resolves when nothing goes on any more. */
  async ended(): Promise<void> {
    while (this.#all.size > 0) await Promise.all(this.#all);
  }
}
