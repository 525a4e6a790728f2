import { discardedCard, finishedCard, notWantedCard } from '../../cards/resultCards.js';
import type { ScreenVerb } from '../../cards/screens/screen.js';
import type { Case } from '../../data/case.js';
import { DRAFT_RULES, type DraftKind } from '../../data/draft.js';
import type { Card } from '../../cards/render.js';
import type { Region } from '../../data/region.js';
import { openCode } from '../commands/case.js';
import type { Deps } from '../deps.js';
import { readOwnCase } from '../forProfessional.js';
import { showCard, type Outcome } from '../outcome.js';
import type { Clicked } from '../turnContext.js';
import { explainGone, showConsulted, showRecorded } from './results.js';

/** What a button of a checklist says of the draft it belonged to. */
interface Ended {
  verb: ScreenVerb;
  code: string;
  kind: DraftKind;
  subject: string | undefined;
  inputs: Record<string, unknown>;
}

/** The card of a checklist that is no longer there: what became of it. */
export async function showEnded(deps: Deps, turn: Clicked, ended: Ended): Promise<Outcome> {
  const outcome = await showWhatIsThere(deps, turn, ended);
  const left = leftNothing(turn, ended);
  if (!left) return outcome;
  return { ...outcome, present: showCard(left, turn.words.done.summary).show };
}

/** What only the very same click can tell: nothing is left of it that could be looked up. */
function leftNothing(turn: Clicked, { verb, kind, inputs }: Ended): Card | undefined {
  if (verb === 'discard') return discardedCard(turn);
  const isNotWanted = inputs.talked === 'no' || inputs.record === 'no';
  return isNotWanted ? notWantedCard(turn, kind) : undefined;
}

async function showWhatIsThere(deps: Deps, turn: Clicked, ended: Ended): Promise<Outcome> {
  const { verb, code, kind, subject } = ended;
  const region = deps.regions.all().find(({ codePrefix }) => code.startsWith(codePrefix));
  if (!region) return showFinished(turn);
  if (subject !== undefined) return showSubject(deps, turn, region, { ...ended, subject });
  const opened = await readOwnCase(deps, turn, code);
  if (opened) return showOpened(deps, turn, region, { subject: opened, kind, verb });
  const instead = showFinished(turn);
  if (verb !== 'consult') return instead;
  return { ...instead, present: (await showConsulted(deps, turn, region, kind)).show };
}

/** A case does not tell that its professional asked to be called back: the very same click does. */
async function showOpened(
  deps: Deps,
  turn: Clicked,
  region: Region,
  { subject, kind, verb }: Pick<Ended, 'kind' | 'verb'> & { subject: Case },
): Promise<Outcome> {
  const instead = await showRecorded(deps, turn, region, { subject, kind, isConsult: false });
  if (verb !== 'consult') return instead;
  const asked = await showRecorded(deps, turn, region, { subject, kind, isConsult: true });
  return { ...instead, present: asked.show };
}

/**
 * That the case is there does not tell whether this checklist was added to it: the very same click
 * does, any other shows the case.
 */
async function showSubject(
  deps: Deps,
  turn: Clicked,
  region: Region,
  { verb, kind, subject: code }: Ended & { subject: string },
): Promise<Outcome> {
  const subject = await readOwnCase(deps, turn, code);
  if (!subject) return explainGone(turn, code);
  const isConsult = verb === 'consult';
  const { show } =
    isConsult && !DRAFT_RULES[kind].recordsTalk
      ? await showConsulted(deps, turn, region, kind)
      : await showRecorded(deps, turn, region, { subject, kind, isConsult });
  return { ...(await openCode(deps, turn, code)), present: show };
}

function showFinished(turn: Clicked): Outcome {
  return showCard(finishedCard(turn), turn.words.form.summary);
}
