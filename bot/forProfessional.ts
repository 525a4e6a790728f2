import type { Case } from '../data/case.js';
import { isSamePerson } from '../data/person.js';
import type { Region } from '../data/region.js';
import type { Deps } from './deps.js';
import { refuse, type Outcome } from './outcome.js';
import type { Clicked } from './turnContext.js';

type Handle<R> = (
  deps: Deps,
  turn: Clicked,
  own: { subject: Case; region: Region },
  reply: R,
) => Outcome | Promise<Outcome>;

/** A button about one's own case. Whether somebody else's code exists is nobody's business. */
export function forProfessional<R extends { code: string }>(handle: Handle<R>) {
  return async (deps: Deps, turn: Clicked, reply: R): Promise<Outcome> => {
    const { refusals } = turn.words;
    const subject = await deps.repository.read('case', reply.code);
    if (!subject || !isSamePerson(subject.professional, turn.sender)) {
      return refuse(refusals.unknownCase(reply.code));
    }
    const region = deps.regions.find(subject.region);
    return region ? handle(deps, turn, { subject, region }, reply) : refuse(refusals.regionGone);
  };
}
