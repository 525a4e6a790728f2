import { z } from 'zod/v4';
import {
  codeSchema,
  hasPriority,
  isShared,
  type Case,
  type Escalation,
  type EscalationStatus,
} from '../data/case.js';
import type { Counts } from '../data/counts.js';
import { AT_THIS_MOMENT } from '../data/periods.js';
import type { Person } from '../data/person.js';
import { parseInstant } from '../data/weeks.js';
import { button, type Button } from './button.js';
import type { CardContext } from './context.js';
import escalation from './escalation.json' with { type: 'json' };
import { participationNow } from './participation.js';
import { count, longDate } from './phrases.js';
import { reasonsText } from './reasons.js';
import { cardTemplate, type Card } from './render.js';
import type { Words } from './words/words.js';
import { countedRows, reasonsThisYear, thisYear, type TallyRow } from './tallies.js';

/** What every button about one case sends. */
export const caseReplySchema = z.looseObject({
  code: codeSchema,
  /** The case's version on the card: tells a repeated click from a new one. */
  version: z.int().positive(),
});

/** What Teams makes a notification of; the text is found in the card. */
interface Mention {
  type: 'mention';
  text: string;
  mentioned: { id: string; name: string };
}

interface EscalationView {
  lang: string;
  heading: string;
  status: string;
  statusColor: 'default' | 'accent';
  priority: string;
  /** Who is called to it, as Teams wants it in a text; the same people stand in `mentions`. */
  callOut: string;
  mentions: Mention[];
  facts: { label: string; value: string }[];
  hasButtons: boolean;
  buttons: Button[];
  talliesHeading: string;
  tallies: TallyRow[];
  reasons: string;
  stock: string;
}

const render = cardTemplate<EscalationView>(escalation);

const STATUS_COLORS: Record<EscalationStatus, EscalationView['statusColor']> = {
  open: 'accent',
  claimed: 'default',
  declined: 'default',
  closed: 'default',
  withdrawn: 'default',
};

/**
 * The card all coordinators see in their channel. Small: nothing that tells the client apart.
 * @param called who is mentioned: once, when it is posted
 */
export function escalationCard(
  context: CardContext,
  subject: Case,
  current: Escalation,
  counts: Counts,
  called: readonly Person[] = [],
): Card {
  const { words, region, language } = context;
  const { status } = current.state;
  const shared = isShared(subject);
  const mentions = called.map(mention);
  const buttons = shared ? channelButtons(context, subject, status) : [];
  return render({
    lang: language,
    heading: words.escalation.heading(subject.code),
    status: shared ? words.escalation.statuses[status] : words.escalation.notShared,
    statusColor: STATUS_COLORS[status],
    priority: shared && hasPriority(current) ? words.escalation.priority : '',
    callOut: mentions.map(({ text }) => text).join(' '),
    mentions,
    facts: shared ? caseFacts(context, subject, current) : [],
    hasButtons: buttons.length > 0,
    buttons,
    ...tallies(context, counts),
    talliesHeading: words.escalation.talliesHeading(region.name),
  });
}

function mention({ aadObjectId, name }: Person): Mention {
  return { type: 'mention', text: `<at>${name}</at>`, mentioned: { id: aadObjectId, name } };
}

function caseFacts(context: CardContext, subject: Case, current: Escalation) {
  const { words, language } = context;
  const { escalation: labels, checklist } = words;
  return [
    { label: labels.reasons, value: reasonsText(context, current) },
    { label: labels.domain, value: checklist.domains[subject.domain] },
    { label: labels.participation, value: labels.participates[participationNow(current)] },
    { label: labels.age, value: longDate(parseInstant(current.at), language) },
    ...handlerFacts(labels, current.state),
  ];
}

function handlerFacts(labels: Words['escalation'], state: Escalation['state']) {
  switch (state.status) {
    case 'claimed':
      return [{ label: labels.holder, value: state.holder.name }];
    case 'closed':
      return [{ label: labels.closedBy, value: state.by.name }];
    case 'declined':
      return [{ label: labels.declinedBy, value: state.by.name }];
    case 'open':
    case 'withdrawn':
      return [];
  }
}

function channelButtons({ words }: CardContext, subject: Case, status: EscalationStatus): Button[] {
  const data = { code: subject.code, version: subject.version };
  switch (status) {
    case 'open':
      return [
        button(words.buttons.claim, 'claim', data, { style: 'positive' }),
        button(words.buttons.decline, 'decline', data),
      ];
    case 'claimed':
      return [
        button(words.buttons.open, 'open', data, { style: 'positive' }),
        button(words.buttons.giveBack, 'give-back', data),
        button(words.buttons.close, 'close', data),
      ];
    case 'declined':
    case 'closed':
    case 'withdrawn':
      return [];
  }
}

function tallies(context: CardContext, counts: Counts) {
  const { words, language, now } = context;
  const reasons = reasonsThisYear(context, counts).map(({ label, value }) => `${label} ${value}`);
  const stock = (status: EscalationStatus) =>
    count(counts.sum(`now:${status}`, AT_THIS_MOMENT), language);
  return {
    tallies: countedRows(context, counts),
    reasons: `${words.escalation.reasonsThisYear(thisYear(now))}: ${reasons.join(' · ')}`,
    stock: words.escalation.stock(stock('open'), stock('claimed'), stock('closed')),
  };
}
