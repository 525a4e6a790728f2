/** Since when a record waits; nothing when it does not. */
type WaitsSince<R> = (record: R) => string | undefined;

/** The few records of a kind that wait for somebody, so that nobody has to look through all. */
export class Waiting<R extends { region: string }> {
  readonly #records = new Map<string, R>();

  constructor(private readonly waitsSince: WaitsSince<R>) {}

  follow(key: string, record: R | undefined): void {
    if (record && this.waitsSince(record) !== undefined) this.#records.set(key, record);
    else this.#records.delete(key);
  }

  /** The longest first. */
  in(region: string): R[] {
    return [...this.#records.values()]
      .filter((record) => record.region === region)
      .sort((one, other) => (this.#key(one) < this.#key(other) ? -1 : 1));
  }

  #key(record: R): string {
    return this.waitsSince(record) ?? '';
  }
}
