import { currentEscalation, type Case } from '../data/case.js';
import { partsBeside, type Part } from '../data/correctionParts.js';
import { button } from './button.js';
import type { CardContext } from './context.js';
import { listCard, type ListRow } from './listCard.js';
import type { Card } from './render.js';

/** "Wat wil je aanpassen?": every way to change it, each with what it does. */
export function adjustCaseCard(context: CardContext, subject: Case): Card {
  const { words, language } = context;
  return listCard({
    lang: language,
    heading: words.ownCase.adjustHeading(subject.code),
    notes: [],
    rows: adjustments(context, subject),
    buttons: [
      button(words.buttons.back, 'open-own', { code: subject.code, version: subject.version }),
    ],
  });
}

/** What of the case itself can be corrected; its situation is reached from its escalation. */
const CASE_PARTS = [
  { part: 'escalation', title: 'correctEscalation', text: 'correctEscalationText' },
  { part: 'realisation', title: 'correctRealisation', text: 'correctRealisationText' },
  { part: 'progress', title: 'correctProgress', text: 'correctProgressText' },
] as const satisfies { part: Part; title: string; text: string }[];

function adjustments({ words }: CardContext, subject: Case): ListRow[] {
  const { ownCase } = words;
  const current = currentEscalation(subject);
  const data = { code: subject.code, version: subject.version };
  const talk = subject.talks.length;
  const parts = partsBeside(subject, {});
  const adjust = (title: string, text: string, verb: string, more = {}): ListRow => ({
    title,
    status: '',
    lines: [{ text }],
    button: button(title, verb, { ...data, ...more }),
  });
  return [
    ...(talk > 0
      ? [adjust(ownCase.correctTalk, ownCase.correctTalkText, 'correct', { part: 'talk', talk })]
      : []),
    ...CASE_PARTS.filter(({ part }) => parts.includes(part)).map(({ part, title, text }) =>
      adjust(ownCase[title], ownCase[text], 'correct', { part }),
    ),
    ...(current && current.state.status !== 'withdrawn'
      ? [adjust(ownCase.withdraw, ownCase.withdrawText, 'ask-withdraw')]
      : []),
    adjust(ownCase.withdrawPermission, ownCase.withdrawPermissionText, 'ask-withdraw-permission'),
  ];
}
