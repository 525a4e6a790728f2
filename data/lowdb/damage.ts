import { z } from 'zod/v4';

/** The store cannot be opened as it is; the message says which file, what is wrong and what to do. */
export class DamagedStoreError extends Error {}

/** What is wrong with one file of the store; opening turns it into a DamagedStoreError. */
export class Damage extends Error {
  constructor(
    readonly path: string,
    problem: string,
    /** Whether the file's own content is bad, so that it must be set aside. */
    readonly isContent: boolean,
  ) {
    super(`${path}: ${problem}`);
  }
}

/** Runs a reader of a file's content; what it throws becomes damage of that file. */
export function whileReading<T>(path: string, where: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Damage(path, where + reasonOf(error), true);
  }
}

/** Never quotes content: this ends in a log. */
function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) {
    const issue = error.issues[0];
    return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`;
  }
  if (error instanceof SyntaxError) return 'it is not JSON';
  return error instanceof Error ? error.message : 'it cannot be read';
}
