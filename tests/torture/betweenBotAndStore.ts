import type { Change, Committed } from '../../data/repository.js';
import type { BotStage } from '../bot/botHarness.js';

/** Carries out a change, or holds it for a while first. */
export type Around = (change: Change, commit: () => Promise<Committed>) => Promise<Committed>;

/** Stands between a bot and its store until that bot stops; whatever is read passes untouched. */
export function betweenBotAndStore({ repository }: BotStage, around: Around): void {
  const commit = repository.commit.bind(repository);
  repository.commit = (change) => around(change, () => commit(change));
}
