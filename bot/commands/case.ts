import { ownCaseCard } from '../../cards/resultCards.js';
import { isSamePerson } from '../../data/person.js';
import type { Deps } from '../deps.js';
import { refuse, showCard, type Outcome } from '../outcome.js';
import { mayCoordinate } from '../roles.js';
import { readerContext, tellsOf, type Turn } from '../turnContext.js';

/** A typed case code opens that case: in full for its coordinators, its course for its owner. */
export async function openCode(deps: Deps, turn: Turn, code: string): Promise<Outcome> {
  const { words, sender } = turn;
  const subject = await deps.repository.read('case', code);
  if (!subject) return refuse(words.refusals.unknownCase(code));
  const may = await mayCoordinate(deps, turn, subject.region);
  if (may === 'yes' && subject.escalations.length > 0) return { show: { kind: 'case-card', code } };
  const region = deps.regions.find(subject.region);
  // Whether a code exists is nobody else's business.
  if (!region || !isSamePerson(subject.professional, sender)) {
    return refuse(words.refusals.unknownCase(code));
  }
  const card = ownCaseCard(readerContext(deps, turn, region), subject);
  return showCard(card, words.caseCard.summary(code), tellsOf(turn, subject, 'professional'));
}
