import { activeEscalation, type Case } from './case.js';
import type { Correctable } from './caseEvents.js';
import { changedSince } from './corrections.js';
import { talkOf } from './correctTalk.js';
import { lastReport } from './progress.js';

/** What is corrected at a time: as much as fits a phone, as on the screens it was asked on. */
export const PARTS = [
  'talk',
  'wish',
  'situation',
  'escalation',
  'realisation',
  'progress',
] as const;
export type Part = (typeof PARTS)[number];

/** One form: a part of a talk, numbered from 1, or without a talk a part of the case. */
export interface Correcting {
  part: Part;
  talk?: number | undefined;
}

const OF_TALK: readonly Part[] = ['talk', 'wish', 'situation'];

/** The parts that can be corrected together; none for what the case does not have. */
export function partsBeside(subject: Case, { talk }: Pick<Correcting, 'talk'>): readonly Part[] {
  if (talk !== undefined) return subject.talks[talk - 1] ? OF_TALK : [];
  return [...escalationParts(subject), ...ownParts(subject)];
}

function escalationParts(subject: Case): readonly Part[] {
  const current = activeEscalation(subject);
  if (!current) return [];
  // What it took over from its talk is corrected there.
  return talkOf(subject, current) === undefined ? ['escalation', 'situation'] : ['escalation'];
}

/** Parts of the case itself; with a talk the month is asked there. */
function ownParts(subject: Case): readonly Part[] {
  const { talks, realisation } = subject;
  return [
    ...(talks.length === 0 && realisation ? (['realisation'] as const) : []),
    ...(lastReport(subject) ? (['progress'] as const) : []),
  ];
}

/** Which answers a part shows. */
const SHOWN_IN: Record<Part, readonly Correctable[]> = {
  talk: ['on', 'municipality', 'topics', 'determinants', 'phase'],
  wish: ['wish', 'wants', 'arrangement', 'realisedOn'],
  situation: ['situations', 'phase', 'municipality'],
  escalation: ['reasons', 'priority', 'reachable', 'note', 'permissions'],
  realisation: ['realisedOn'],
  progress: ['progressNote'],
};

/** Whether a form was shown before its answers changed: its untouched ones would put them back. */
export function isOutdated(subject: Case, { part, talk }: Correcting, seen: number): boolean {
  const since = changedSince(subject, seen, talk);
  return SHOWN_IN[part].some((field) => since.includes(field));
}
