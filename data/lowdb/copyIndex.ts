import { whyWiped, type Copy, type Standing } from '../copy.js';

/** Which messages tell of what, and which of them may no longer be read. */
export class CopyIndex {
  readonly #tellingOf = new Map<string, Set<string>>();
  readonly #toWipe = new Set<string>();

  constructor(
    private readonly copies: ReadonlyMap<string, Copy>,
    private readonly standingOf: (key: string) => Standing,
  ) {}

  change(key: string, before: Copy | undefined, after: Copy | undefined): void {
    for (const told of before?.tells ?? []) this.#messagesOn(told).delete(key);
    for (const told of after?.tells ?? []) this.#messagesOn(told).add(key);
    this.#judge(key);
  }

  /** What is told of has come, changed or gone. */
  follow(told: string): void {
    for (const key of this.#tellingOf.get(told) ?? []) this.#judge(key);
  }

  toWipe(): string[] {
    return [...this.#toWipe];
  }

  #judge(key: string): void {
    const copy = this.copies.get(key);
    if (copy && whyWiped(copy, this.standingOf)) this.#toWipe.add(key);
    else this.#toWipe.delete(key);
  }

  #messagesOn(told: string): Set<string> {
    const messages = this.#tellingOf.get(told) ?? new Set<string>();
    this.#tellingOf.set(told, messages);
    return messages;
  }
}
