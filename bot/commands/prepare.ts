import { z } from 'zod/v4';
import { prepareCard } from '../../cards/prepareCard.js';
import type { Deps } from '../deps.js';
import { showCard, type Outcome } from '../outcome.js';
import type { Clicked, Turn } from '../turnContext.js';
import { regionsOf } from './region.js';

export const promptsReplySchema = z.looseObject({});

/** `voorbereiden` */
export function prepare(deps: Deps, turn: Turn): Promise<Outcome> {
  return Promise.resolve(showPrompts(deps, turn));
}

/** The same card with the questions that were asked for; nothing is stored. */
export function prompt(
  deps: Deps,
  turn: Clicked,
  inputs: z.infer<typeof promptsReplySchema>,
): Promise<Outcome> {
  return Promise.resolve(showPrompts(deps, turn, inputs));
}

function showPrompts(deps: Deps, turn: Turn, inputs?: Record<string, unknown>): Outcome {
  const { words, language } = turn;
  const [region, ...others] = regionsOf(deps, turn);
  const context = { words, language, region: others.length === 0 ? region : undefined };
  return showCard(prepareCard(context, inputs), words.prepare.summary);
}
