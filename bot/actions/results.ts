import { consultedCard, problemCard, recordedCard } from '../../cards/resultCards.js';
import type { Case } from '../../data/case.js';
import type { DraftKind } from '../../data/draft.js';
import type { Region } from '../../data/region.js';
import type { Deps } from '../deps.js';
import { showCard, type Outcome } from '../outcome.js';
import { readerContext, tellsOf, type Clicked } from '../turnContext.js';

interface Recorded {
  subject: Case;
  kind: DraftKind;
  /** Whether it also asked to be called back. */
  isConsult: boolean;
}

export async function showRecorded(
  deps: Deps,
  turn: Clicked,
  region: Region,
  { subject, kind, isConsult }: Recorded,
): Promise<Outcome> {
  const channelLinked = await isLinked(deps, region);
  const context = readerContext(deps, turn, region);
  const card = recordedCard(context, subject, { kind, isConsult, channelLinked });
  return showCard(card, turn.words.done.summary, tellsOf(turn, subject, 'professional'));
}

export async function showConsulted(
  deps: Deps,
  turn: Clicked,
  region: Region,
  kind: DraftKind,
): Promise<Outcome> {
  const channelLinked = await isLinked(deps, region);
  return showCard(consultedCard(turn, { kind, channelLinked }), turn.words.done.summary);
}

async function isLinked({ repository }: Deps, { id }: Region): Promise<boolean> {
  return (await repository.read('link', id)) !== undefined;
}

/** The case of a draft is erased, or somebody else's by now. */
export function explainGone(turn: Clicked, code: string): Outcome {
  const { hindered } = turn.words;
  return showCard(problemCard(turn, hindered.gone(code), hindered.heading), hindered.heading);
}
