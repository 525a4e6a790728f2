import type { Permission } from '../../data/case.js';
import { DEPARTURES, REASONS } from '../../data/checklist.js';
import { participation } from '../../data/region.js';
import {
  advise,
  nothingProposed,
  type Advice,
  type Ground,
  type Proposal,
} from '../../data/rules.js';
import { type Answers } from '../../data/draft.js';
import { municipalityName, type CardContext } from '../context.js';
import { choiceField, choicesField, textField, toggleField } from '../fields.js';
import { note, type Note } from '../formCard.js';
import { list, titled } from '../phrases.js';
import type { Words } from '../words/words.js';
import type { Screen } from './screen.js';

/** Permission to record was asked on the first screen. */
const SHARING = ['share', 'network', 'followUp'] as const satisfies readonly Permission[];

function decisionFields({ words }: CardContext) {
  const { decision, checklist, form } = words;
  return {
    chosen: choicesField(words, decision.chosen, titled(REASONS, checklist.reasons)),
    departure: choiceField(
      words,
      `${decision.departure} ${words.optional}`,
      titled(DEPARTURES, checklist.departures),
      { compact: true },
    ),
    permissions: choicesField(words, decision.permissions, titled(SHARING, decision.sharing), {
      section: decision.permissionsHeading,
      hint: decision.permissionsText,
    }),
    priority: toggleField(words, decision.urgency, { title: decision.priority }),
    reachable: textField(words, `${decision.reachable} ${decision.whenCalled}`, {
      maxLength: 100,
      allow: ['phone'],
      hint: decision.consultHint,
    }),
    note: textField(words, `${decision.note} ${words.optional}`, {
      maxLength: 500,
      multiline: true,
      hint: form.noClientData,
    }),
  };
}

export function adviceOn({ wants = [], arrangement, situations = [] }: Answers): Advice {
  return advise({ wants, arrangement: arrangement ?? 'not-applicable', situations });
}

function decisionNotes(context: CardContext, answers: Answers): Note[] {
  const { words } = context;
  const advice = adviceOn(answers);
  return [
    note(words.decision.intro),
    ...(advice.urgent ? [note(words.decision.urgent, 'attention')] : []),
    ...(nothingProposed(advice) ? [note(words.decision.nothing, 'good')] : []),
    ...advice.proposals
      .filter(({ grounds }) => grounds.length > 0)
      .map((proposal) => proposalNote(context, proposal)),
    ...participationNote(context, answers),
  ];
}

const isProposed = ({ proposals }: Advice) =>
  proposals.some(({ verdict }) => verdict === 'proposed');

function proposalNote({ words, language }: CardContext, { reason, verdict, grounds }: Proposal) {
  const heading = `${words.decision.verdicts[verdict]}: ${words.checklist.reasons[reason].toLowerCase()}`;
  const phrase = (some: Ground[]) => {
    // Two situations can be one and the same ground to a reader.
    const texts = new Set(some.map((ground) => groundText(words, ground)));
    return list([...texts], language);
  };
  const because = words.decision.because(phrase(grounds.filter(isTicked)));
  const against = grounds.filter((ground) => !isTicked(ground));
  const text = against.length > 0 ? `${because} ${words.decision.but(phrase(against))}` : because;
  return note(text, 'emphasis', heading);
}

const isTicked = ({ kind }: Ground) => kind === 'situation';

function groundText(words: Words, ground: Ground): string {
  const { grounds } = words.decision;
  switch (ground.kind) {
    case 'situation':
      return grounds.situation(words.checklist.situations[ground.situation]);
    case 'wish':
      return grounds.wish;
    case 'arrangement':
      return grounds.arrangement(words.checklist.arrangements[ground.arrangement]);
    case 'care-first':
      return grounds.careFirst;
  }
}

function participationNote(context: CardContext, { municipality = 'unknown' }: Answers): Note[] {
  if (participation(context.region, municipality, context.now) !== 'not-participating') return [];
  const name = municipalityName(context, municipality);
  return [note(context.words.decision.notParticipating(name), 'warning')];
}

export const decisionScreen: Screen = {
  heading: (words) => words.decision.heading,
  notes: decisionNotes,
  fields: decisionFields,
  verbs: ['escalate', 'do-not-escalate', 'consult', 'back', 'later', 'discard'],
  // What is only to be considered is no proposal: then the button that stands out is the other one.
  primary: (answers) => (isProposed(adviceOn(answers)) ? 'escalate' : 'do-not-escalate'),
};
