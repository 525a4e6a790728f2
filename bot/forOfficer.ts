import { list } from '../cards/phrases.js';
import type { Deps } from './deps.js';
import { refuse, type Outcome } from './outcome.js';
import type { Office } from './roles.js';
import type { Clicked, Turn } from './turnContext.js';

type Handle<R> = (
  deps: Deps,
  turn: Clicked,
  office: Office,
  reply: R,
) => Outcome | Promise<Outcome>;

/** A button for the attention officers of one organisation, as the region file lists them now. */
export function forOfficer<R extends { organisation: string }>(handle: Handle<R>) {
  return async (deps: Deps, turn: Clicked, reply: R): Promise<Outcome> => {
    const { officerOf } = turn.roles;
    const office = officerOf.find(({ organisation }) => organisation.id === reply.organisation);
    return office ? handle(deps, turn, office, reply) : refuse(whoMay(turn));
  };
}

/** Who may: by name where the reader's own organisation lists somebody. */
export function whoMay({ words, roles, language }: Turn): string {
  const { refusal, refusalAt } = words.quickCount;
  const own = roles.work?.organisation;
  const names = (own?.attentionOfficers ?? []).map(({ name }) => name);
  return own && names.length > 0 ? refusalAt(own.name, list(names, language)) : refusal;
}
