/** Where requests wait for each other, so that "at the same moment" hangs on no clock. */
export class Gate {
  #fits: (request: unknown) => boolean = () => false;
  #missing = 0;
  #waiting: (() => void)[] = [];

  /** Holds back the next requests that fit until `count` of them are there; then all go on at once. */
  holdUntil(count: number, fits: (request: unknown) => boolean): void {
    this.#fits = fits;
    this.#missing = count;
  }

  /** Resolves when the request may go on; one that nobody waits for goes on at once. */
  async pass(request: unknown): Promise<void> {
    if (this.#missing === 0 || !this.#fits(request)) return;
    this.#missing -= 1;
    if (this.#missing > 0) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
      return;
    }
    for (const goOn of this.#waiting.splice(0)) goOn();
  }
}
