import { isShared } from '../../data/case.js';
import { isSamePerson } from '../../data/person.js';
import type { Deps } from '../deps.js';
import { refuse, type Outcome } from '../outcome.js';
import { mayCoordinate } from '../roles.js';
import type { Turn } from '../turnContext.js';

/** A typed case code opens that case: in full for its coordinators, its course for its owner. */
export async function openCode(deps: Deps, turn: Turn, code: string): Promise<Outcome> {
  const { words, sender } = turn;
  const subject = await deps.repository.read('case', code);
  if (!subject) return refuse(words.refusals.unknownCase(code));
  const may = await mayCoordinate(deps, turn, subject.region);
  if (may === 'yes' && isShared(subject)) return { show: { kind: 'case-card', code } };
  const region = deps.regions.find(subject.region);
  if (!region || !isSamePerson(subject.professional, sender)) {
    const wasShared = may === 'yes' && subject.escalations.length > 0;
    // Whether a code exists is nobody else's business.
    return refuse(wasShared ? words.refusals.notShared : words.refusals.unknownCase(code));
  }
  return { show: { kind: 'own-case', code } };
}
