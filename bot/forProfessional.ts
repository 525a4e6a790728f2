import type { Case } from '../data/case.js';
import { isSamePerson } from '../data/person.js';
import type { Region } from '../data/region.js';
import type { Deps } from './deps.js';
import { refuse, type Outcome } from './outcome.js';
import type { Clicked, Turn } from './turnContext.js';

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
    const subject = await readOwnCase(deps, turn, reply.code);
    if (!subject) return refuse(refusals.unknownCase(reply.code));
    const region = deps.regions.find(subject.region);
    return region ? handle(deps, turn, { subject, region }, reply) : refuse(refusals.regionGone);
  };
}

/** A case of this person; nothing when it is somebody else's. */
export async function readOwnCase(
  { repository }: Pick<Deps, 'repository'>,
  { sender }: Pick<Turn, 'sender'>,
  code: string,
): Promise<Case | undefined> {
  const found = await repository.read('case', code);
  return found && isSamePerson(found.professional, sender) ? found : undefined;
}
