import type { z } from 'zod/v4';
import type { caseReplySchema } from '../../cards/escalationCard.js';
import { readForm } from '../../cards/fields/field.js';
import {
  confirmPermissionCard,
  erasedCard,
  permissionAnswers,
  permissionCard,
  permissionFields,
  type permissionReplySchema,
} from '../../cards/permissionCard.js';
import type { Case } from '../../data/case.js';
import { copyKey } from '../../data/copy.js';
import { withdrawPermission } from '../../data/permission.js';
import type { Write } from '../../data/repository.js';
import { instantOf } from '../../data/weeks.js';
import { erasing } from '../erase.js';
import { forProfessional } from '../forProfessional.js';
import type { Deps } from '../deps.js';
import { changeCase, showCard, type Outcome } from '../outcome.js';
import { readerContext, tellsOf, type Clicked } from '../turnContext.js';

type CaseReply = z.infer<typeof caseReplySchema>;
type PermissionReply = z.infer<typeof permissionReplySchema>;

/** Toestemming intrekken: which one, with what each does. */
export const askWithdrawPermission = forProfessional<CaseReply>((deps, turn, { subject, region }) =>
  about(turn, subject, permissionCard(readerContext(deps, turn, region), subject)),
);

/** Volgende: what the chosen one does, to be confirmed. */
export const choosePermission = forProfessional<CaseReply>(
  (deps, turn, { subject, region }, reply) => {
    const context = readerContext(deps, turn, region);
    const form = readForm(permissionFields(context, subject), reply);
    if (form.kind === 'again') return about(turn, subject, permissionCard(context, subject, form));
    const { permission } = permissionAnswers.parse(form.values);
    return about(turn, subject, confirmPermissionCard(context, subject, permission));
  },
);

/** Bevestigen. */
export const confirmWithdrawal = async (
  deps: Deps,
  turn: Clicked,
  reply: PermissionReply,
): Promise<Outcome> => {
  const outcome = await withdrawNow(deps, turn, reply);
  // Once it is erased nobody can be told that it was theirs: the same click shows the same again.
  return reply.permission === 'record' ? { ...outcome, present: erased(turn).show } : outcome;
};

const withdrawNow = forProfessional<PermissionReply>((deps, turn, { subject }, { permission }) => {
  if (permission === 'record') return erase(deps, turn, subject);
  const changed = withdrawPermission(subject, permission, turn.sender, deps.now());
  const { code } = subject;
  if (!changed) return { show: { kind: 'own-case', code } };
  return changeCase(changed, { kind: 'own-case', code, hint: turn.words.permission.done });
});

const erased = (turn: Clicked): Outcome =>
  showCard(erasedCard(turn), turn.words.permission.summary);

/** How long the clicked message has to say what happened before it is wiped out like the others. */
const WAIT_SECONDS = 10;

async function erase(deps: Deps, turn: Clicked, subject: Case): Promise<Outcome> {
  const change = await erasing(deps, subject);
  const waiting = await clickedWaits(deps, turn);
  return {
    ...erased(turn),
    change: { ...change, writes: [...change.writes, ...waiting] },
    tellsOthers: true,
  };
}

/** It is about to say that the case is erased; only when that fails is it wiped out as well. */
async function clickedWaits(
  { repository, now }: Deps,
  { incoming: { chat, cardId: activityId } }: Clicked,
): Promise<Write[]> {
  if (activityId === undefined) return [];
  const copy = await repository.read('copy', copyKey({ chat, activityId }));
  if (!copy) return [];
  const retryAt = instantOf(now().plus({ seconds: WAIT_SECONDS }));
  const put = { ...copy, version: copy.version + 1, trouble: { attempts: 0, retryAt } };
  return [{ kind: 'copy', put }];
}

function about(turn: Clicked, subject: Case, card: Parameters<typeof showCard>[0]): Outcome {
  return showCard(card, turn.words.permission.summary, tellsOf(turn, subject, 'professional'));
}
