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

  /** The longest first; those that wait equally long by their keys. */
  in(region: string): R[] {
    const place = ([key, record]: [string, R]) => `${this.waitsSince(record) ?? ''} ${key}`;
    return [...this.#records]
      .filter(([, record]) => record.region === region)
      .sort((one, other) => (place(one) < place(other) ? -1 : 1))
      .map(([, record]) => record);
  }
}
