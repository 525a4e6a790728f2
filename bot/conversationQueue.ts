/** Runs the turns of one conversation one after another; other conversations do not wait. */
export function createConversationQueue() {
  const last = new Map<string, Promise<unknown>>();
  return async function inOrder<T>(conversation: string, turn: () => Promise<T>): Promise<T> {
    const previous = last.get(conversation) ?? Promise.resolve();
    const mine = previous.then(turn, turn);
    last.set(conversation, mine);
    try {
      return await mine;
    } finally {
      if (last.get(conversation) === mine) last.delete(conversation);
    }
  };
}
