/** Runs what has the same key one after another; other keys do not wait. */
export function createQueue() {
  const last = new Map<string, Promise<unknown>>();
  return async function inOrder<T>(key: string, act: () => Promise<T>): Promise<T> {
    const previous = last.get(key) ?? Promise.resolve();
    const mine = previous.then(act, act);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
