import type { DateTime } from 'luxon';
import type { Case, Escalation, Talk } from './case.js';
import type { Correction } from './caseEvents.js';
import { DETERMINANTS, SITUATIONS, TOPICS, WANTS } from './checklist.js';
import {
  corrected,
  correction,
  inMunicipality,
  listed,
  refused,
  type OwnDecision,
} from './corrections.js';
import {
  clearingRefusal,
  realisedCorrection,
  withRealisation,
  type RealisationAnswer,
} from './correctRealisation.js';
import type { Person } from './person.js';
import type { Region } from './region.js';

/** Of a talk only the answers that were asked again; the last two are the case's own. */
export type TalkAnswers = Partial<Omit<Talk, 'departure'>> & {
  municipality?: string;
  realisation?: RealisationAnswer;
};

/** Puts answers of one talk right, numbered from 1; what was chosen at the time stays. */
export function correctTalk(
  region: Region,
  subject: Case,
  number: number,
  answers: TalkAnswers,
  by: Person,
  now: DateTime,
): OwnDecision {
  const talk = subject.talks[number - 1];
  if (!talk) return refused({ kind: 'no-such-talk' });
  const { municipality = subject.municipality, realisation, ...own } = answers;
  const next: Talk = { ...talk, ...own };
  const ofTalk = talkCorrections(talk, next);
  const corrections = [
    ...ofTalk,
    ...correction('municipality', subject.municipality, municipality),
    ...(realisation ? realisedCorrection(subject, realisation) : []),
  ];
  const talks = subject.talks.with(number - 1, next);
  const refusal = clearingRefusal(subject, talks, corrections);
  if (refusal) return refused(refusal);
  const moved = inMunicipality(region, { ...subject, talks }, municipality);
  const followed = withCopiedAnswers(moved, number, next, ofTalk);
  const realised = realisation ? withRealisation(followed, realisation.on, by, now) : followed;
  return corrected(realised, corrections, ofTalk.length > 0 ? number : undefined, by, now);
}

const TALK_TEXTS: { [K in Exclude<keyof Talk, 'departure'>]: (talk: Talk) => string } = {
  on: ({ on }) => on,
  topics: ({ topics }) => listed(TOPICS, topics),
  determinants: ({ determinants }) => listed(DETERMINANTS, determinants),
  phase: ({ phase }) => phase,
  wish: ({ wish }) => wish,
  wants: ({ wants }) => listed(WANTS, wants),
  arrangement: ({ arrangement }) => arrangement,
  situations: ({ situations }) => listed(SITUATIONS, situations),
};

function talkCorrections(before: Talk, after: Talk): Correction[] {
  const fields = Object.keys(TALK_TEXTS) as (keyof typeof TALK_TEXTS)[];
  return fields.flatMap((field) =>
    correction(field, TALK_TEXTS[field](before), TALK_TEXTS[field](after)),
  );
}

/**
 * An escalation made together with a talk carries its phase and situations. They are one answer, not
 * two: when the talk is put right, that escalation follows, also after it has ended, because it can
 * be reopened and is counted by its phase.
 */
function withCopiedAnswers(
  subject: Case,
  number: number,
  { phase, situations }: Talk,
  corrections: readonly Correction[],
): Case {
  const isCopied = corrections.some(({ field }) => field === 'phase' || field === 'situations');
  if (!isCopied) return subject;
  const escalations = subject.escalations.map((row) =>
    talkOf(subject, row) === number ? { ...row, phase, situations } : row,
  );
  return { ...subject, escalations };
}

/** Number of the talk that was stored in one go with this escalation; not every one has such a talk. */
export function talkOf({ history }: Case, { number }: Escalation): number | undefined {
  const at = history.filter(({ kind }) => kind === 'escalated')[number - 1]?.at;
  const recorded = history.filter(({ kind }) => kind === 'talk-recorded');
  const index = recorded.findIndex((event) => event.at === at);
  return index === -1 ? undefined : index + 1;
}
