import type { Permission } from '../../data/case.js';
import { DEPARTURES, REASONS } from '../../data/checklist.js';
import { participation } from '../../data/region.js';
import { nothingProposed, type Advice, type Ground, type Proposal } from '../../data/rules.js';
import { adviceOn, DRAFT_RULES, type Answers, type Draft } from '../../data/draft.js';
import { municipalityName, type CardContext } from '../context.js';
import { choiceField, choicesField, toggleField } from '../fields/choiceFields.js';
import { textField } from '../fields/textField.js';
import type { Field, Fields } from '../fields/field.js';
import { note, type Note } from '../formCard.js';
import { list, titled } from '../phrases.js';
import type { Words } from '../words/words.js';
import type { Screen } from './screen.js';

function decisionFields({ words }: CardContext, { kind }: Draft): Fields {
  const { decision, checklist } = words;
  const { recordsTalk, hasCaller } = DRAFT_RULES[kind];
  const asked = hasCaller ? decision.ofCaller : decision;
  return {
    chosen: choicesField(words, decision.chosen, titled(REASONS, checklist.reasons)),
    // It is kept with the talk.
    ...(recordsTalk ? { departure: departureField(words) } : {}),
    permissions: permissionsField(words, kind, DRAFT_RULES[kind].asks, asked.consultHint),
    priority: priorityField(words),
    reachable: textField(words, `${asked.reachable} ${decision.whenCalled}`, {
      maxLength: 100,
      allow: ['phone'],
    }),
    note: noteField(words),
  };
}

export function priorityField(words: Words): Field {
  const { urgency, priority } = words.decision;
  return toggleField(words, urgency, { title: priority });
}

export function noteField(words: Words): Field {
  return textField(words, `${words.decision.note} ${words.optional}`, {
    maxLength: 500,
    multiline: true,
    hint: words.form.noClientData,
  });
}

function departureField(words: Words): Field {
  const label = `${words.decision.departure} ${words.optional}`;
  const departures = titled(DEPARTURES, words.checklist.departures);
  return choiceField(words, label, departures, { compact: true });
}

/**
 * @param asks those of the permissions that are asked now
 * @param below what can be done without them
 */
export function permissionsField(
  words: Words,
  kind: Draft['kind'],
  asks: readonly Permission[],
  below = '',
): Field {
  const { decision, checklist } = words;
  const { addsToCase, hasCaller } = DRAFT_RULES[kind];
  const { permissionsText } = hasCaller ? decision.ofCaller : decision;
  return choicesField(words, decision.permissions, titled(asks, checklist.permissions), {
    section: decision.permissionsHeading,
    intro: addsToCase ? `${permissionsText} ${decision.permissionsBefore}` : permissionsText,
    below,
  });
}

function decisionNotes(context: CardContext, { kind, answers }: Draft): Note[] {
  const { decision } = context.words;
  const { introWithoutTalk } = DRAFT_RULES[kind].hasCaller ? decision.ofCaller : decision;
  const advice = adviceOn(answers);
  // Without a talk there is nothing to weigh: what is proposed only repeats what was ticked.
  const hasTalk = answers.arrangement !== undefined;
  return [
    note(hasTalk ? decision.intro : introWithoutTalk),
    ...(advice.urgent ? [note(decision.urgent, 'attention')] : []),
    ...(hasTalk && nothingProposed(advice) ? [note(decision.nothing, 'good')] : []),
    ...advice.proposals
      .filter(({ grounds }) => (hasTalk ? grounds.length > 0 : !grounds.every(isTicked)))
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
  primary: ({ kind, answers }) =>
    isProposed(adviceOn(answers)) || !DRAFT_RULES[kind].recordsTalk
      ? 'escalate'
      : 'do-not-escalate',
};
