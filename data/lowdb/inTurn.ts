/**
 * Runs jobs one after another. After one has failed the later ones fail with its error without
 * being run: what follows a failed write must not be written.
 */
export class InTurn {
  #last: Promise<unknown> = Promise.resolve();
  #failure: Error | undefined;

  get failure(): Error | undefined {
    return this.#failure;
  }

  run<T>(job: () => Promise<T>): Promise<T> {
    const result = this.#last.then(job);
    this.#last = result;
    result.catch((error: unknown) => {
      this.#failure ??= error instanceof Error ? error : new Error(String(error));
    });
    return result;
  }

  /** Resolves when every job so far has ended, well or badly. */
  async ended(): Promise<void> {
    await this.#last.catch(() => undefined);
  }
}
