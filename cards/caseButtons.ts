import type { Case, Escalation } from '../data/case.js';
import { hasEnded } from '../data/permission.js';
import { isSamePerson, type Person } from '../data/person.js';
import { button, type Button } from './button.js';
import type { CardContext } from './context.js';

type Claimed = Extract<Escalation['state'], { status: 'claimed' }>;

/** What somebody can do with a case now; `covers` are the colleagues for whom they stand in. */
export function caseButtons(
  { words: { buttons } }: CardContext,
  subject: Case,
  current: Escalation,
  { reader, covers }: { reader: Person; covers: readonly Person[] },
): Button[] {
  const data = { code: subject.code, version: subject.version };
  const { state } = current;
  switch (state.status) {
    case 'open':
      return [
        button(buttons.claim, 'claim', data, { style: 'positive' }),
        button(buttons.decline, 'decline', data),
      ];
    case 'claimed':
      return claimedButtons(buttons, data, state, [reader, ...covers]);
    case 'closed':
    case 'declined':
      return hasEnded(current)
        ? []
        : [button(buttons.reopen, 'reopen', data, { style: 'positive' })];
    case 'withdrawn':
      return [];
  }
}

type Titles = CardContext['words']['buttons'];
type Data = Pick<Case, 'code' | 'version'>;

function claimedButtons(titles: Titles, data: Data, state: Claimed, as: readonly Person[]) {
  const is = (person: Person) => as.some((row) => isSamePerson(row, person));
  if (is(state.holder)) return holderButtons(titles, data, state);
  return state.offer && is(state.offer.to) ? offerButtons(titles, data) : [];
}

function holderButtons(titles: Titles, data: Data, { offer }: Claimed): Button[] {
  return [
    button(titles.updateLane, 'ask-lane', data, { style: 'positive' }),
    button(titles.askQuestion, 'ask-question', data),
    offer
      ? button(titles.cancelOffer, 'cancel-offer', data)
      : button(titles.offer, 'ask-offer', data),
    button(titles.giveBack, 'give-back', data),
    button(titles.decline, 'decline', data),
    button(titles.close, 'close', data),
  ];
}

/** For whoever may take a case over, or not. */
export function offerButtons(titles: Titles, { code, version }: Data): Button[] {
  const data = { code, version };
  return [
    button(titles.accept, 'accept', data, { style: 'positive' }),
    button(titles.refuse, 'refuse', data),
  ];
}
