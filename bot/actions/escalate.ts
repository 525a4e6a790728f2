import type { z } from 'zod/v4';
import type { caseReplySchema } from '../../cards/escalationCard.js';
import type { byPhoneReplySchema } from '../../cards/forWhomCard.js';
import { activeEscalation, currentEscalation, type Case } from '../../data/case.js';
import type { Answers } from '../../data/draft.js';
import { openDraft } from '../commands/checklist.js';
import type { Deps } from '../deps.js';
import { notCoordinating } from '../forCoordinator.js';
import { forProfessional } from '../forProfessional.js';
import { refuse, type Outcome } from '../outcome.js';
import type { Clicked } from '../turnContext.js';

type Reply = z.infer<typeof caseReplySchema>;

/** Telefonische aanmelding */
export async function escalateByPhone(
  deps: Deps,
  turn: Clicked,
  reply: z.infer<typeof byPhoneReplySchema>,
): Promise<Outcome> {
  const refused = await notCoordinating(deps, turn, reply.region);
  if (refused) return refused;
  const region = deps.regions.find(reply.region);
  if (!region) return refuse(turn.words.refusals.coordinator);
  return openDraft(deps, turn, region, { kind: 'phone' });
}

/** Vervolggesprek: on the same case, with or without the question whether to escalate. */
export const furtherTalk = forProfessional<Reply>((deps, turn, { subject, region }) =>
  openDraft(deps, turn, region, {
    kind: activeEscalation(subject) ? 'further-talk-escalated' : 'further-talk',
    subject: subject.code,
    answers: { municipality: subject.municipality },
  }),
);

/** Opschalen on an own case that coordinators do not have before them. */
export const escalateCase = forProfessional<Reply>((deps, turn, { subject, region }) => {
  const { code } = subject;
  if (activeEscalation(subject)) return refuse(turn.words.hindered.alreadyEscalated(code));
  const start = { kind: 'escalation', subject: code, answers: whatIsKnown(subject) } as const;
  return openDraft(deps, turn, region, start);
});

/** What was answered last; without a talk, what the last escalation said. */
function whatIsKnown(subject: Case): Answers {
  const { municipality, talks } = subject;
  const talk = talks.at(-1);
  const { phase, situations } = talk ?? currentEscalation(subject) ?? {};
  return { municipality, phase, situations, wants: talk?.wants, arrangement: talk?.arrangement };
}
