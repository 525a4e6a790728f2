import { finishedCard } from '../../cards/resultCards.js';
import type { ScreenVerb } from '../../cards/screens/screen.js';
import { DRAFT_RULES, type DraftKind } from '../../data/draft.js';
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
}

/** The card of a checklist that is no longer there: what became of it. */
export async function showEnded(deps: Deps, turn: Clicked, ended: Ended): Promise<Outcome> {
  const { verb, code, kind, subject } = ended;
  const region = deps.regions.all().find(({ codePrefix }) => code.startsWith(codePrefix));
  if (!region) return showFinished(turn);
  if (subject !== undefined) return showSubject(deps, turn, region, { ...ended, subject });
  const opened = await readOwnCase(deps, turn, code);
  if (opened) {
    return showRecorded(deps, turn, region, { subject: opened, kind, consult: undefined });
  }
  const instead = showFinished(turn);
  if (verb !== 'consult') return instead;
  return { ...instead, present: (await showConsulted(deps, turn, region, kind)).show };
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
  const isConsult = verb === 'consult' && !DRAFT_RULES[kind].recordsTalk;
  const { show } = isConsult
    ? await showConsulted(deps, turn, region, kind)
    : await showRecorded(deps, turn, region, { subject, kind, consult: undefined });
  return { ...(await openCode(deps, turn, code)), present: show };
}

function showFinished(turn: Clicked): Outcome {
  return showCard(finishedCard(turn), turn.words.form.summary);
}
