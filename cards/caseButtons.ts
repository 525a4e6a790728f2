import type { Case, Escalation } from '../data/case.js';
import { askedNow } from '../data/followUp.js';
import { hasEnded } from '../data/permission.js';
import { isAmong, type Person } from '../data/person.js';
import { button, type Button } from './button.js';
import type { CardContext } from './context.js';
import type { Words } from './words/words.js';

type Claimed = Extract<Escalation['state'], { status: 'claimed' }>;
type Data = Pick<Case, 'code' | 'version'>;

/** What somebody can do with a case now; `covers` are the colleagues for whom they stand in. */
export function caseButtons(
  { words }: CardContext,
  subject: Case,
  current: Escalation,
  { reader, covers }: { reader: Person; covers: readonly Person[] },
): Button[] {
  const { buttons } = words;
  const data = { code: subject.code, version: subject.version };
  const as = [reader, ...covers];
  const asked = askedNow(subject);
  const isAsked = asked !== undefined && isAmong(as, asked);
  const { state } = current;
  switch (state.status) {
    case 'open':
      return [
        button(buttons.claim, 'claim', data, { style: 'positive' }),
        button(buttons.decline, 'decline', data),
      ];
    case 'claimed':
      if (isAmong(as, state.holder)) return holderButtons(words, data, state, isAsked);
      return state.offer && isAmong(as, state.offer.to) ? offerButtons(buttons, data) : [];
    case 'closed':
    case 'declined':
      return endedButtons(words, data, current, isAsked);
    case 'withdrawn':
      return [];
  }
}

/** A case in which it is asked already how it goes is not declined any more, but closed. */
function holderButtons(words: Words, data: Data, { offer }: Claimed, isAsked: boolean): Button[] {
  const { buttons } = words;
  return [
    button(buttons.updateLane, 'ask-lane', data, { style: 'positive' }),
    button(buttons.askQuestion, 'ask-question', data),
    offer
      ? button(buttons.cancelOffer, 'cancel-offer', data)
      : button(buttons.offer, 'ask-offer', data),
    button(buttons.giveBack, 'give-back', data),
    isAsked ? howItGoesButton(words, data) : button(buttons.decline, 'decline', data),
    button(buttons.close, 'close', data),
  ];
}

function endedButtons(words: Words, data: Data, current: Escalation, isAsked: boolean): Button[] {
  const reopen = button(words.buttons.reopen, 'reopen', data, { style: 'positive' });
  return [
    ...(isAsked ? [howItGoesButton(words, data)] : []),
    ...(hasEnded(current) ? [] : [reopen]),
  ];
}

/** For whoever is asked how it goes, whenever they come to it. */
export function howItGoesButton(
  { followUp }: Words,
  { code, version }: Data,
  style: Button['style'] = 'default',
): Button {
  return button(followUp.buttons.ask, 'ask-follow-up', { code, version }, { style });
}

/** For whoever may take a case over, or not. */
export function offerButtons(titles: Words['buttons'], { code, version }: Data): Button[] {
  const data = { code, version };
  return [
    button(titles.accept, 'accept', data, { style: 'positive' }),
    button(titles.refuse, 'refuse', data),
  ];
}
