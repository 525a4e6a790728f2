import { awayToday, onDuty, type Absence } from '../data/absence.js';
import type { Case } from '../data/case.js';
import { isSamePerson, type Person } from '../data/person.js';
import { dayOf } from '../data/weeks.js';
import { remarked } from './absencePhrases.js';
import { button } from './button.js';
import type { CardContext } from './context.js';
import { colleagueField, type Colleague } from './fields/colleagueField.js';
import { showFields, type Fields, type FieldsRead } from './fields/field.js';
import { formCard, note } from './formCard.js';
import type { Card } from './render.js';

/** To whom a case can be offered. */
export interface OfferTo {
  colleagues: readonly Colleague[];
  absences: readonly Absence[];
}

export function offerFields(context: CardContext, { colleagues, absences }: OfferTo): Fields {
  const { words } = context;
  const titleOf = (person: Person) => titleNow(context, person, absences);
  return { to: colleagueField(words, words.handOver.to, colleagues, { required: true, titleOf }) };
}

/** Who is away is named together with who gets the offer instead. */
function titleNow(
  { words: { absence }, now }: CardContext,
  person: Person,
  absences: readonly Absence[],
): string {
  const today = dayOf(now);
  if (!awayToday(person, absences, today)) return person.name;
  const standIn = onDuty(person, absences, today);
  const remark = isSamePerson(standIn, person)
    ? absence.awayNowAlone
    : absence.awayNow(standIn.name);
  return remarked(person.name, remark);
}

/** Overdragen: to which colleague. */
export function offerCard(
  context: CardContext,
  { code, version }: Pick<Case, 'code' | 'version'>,
  to: OfferTo,
  read: FieldsRead = { values: {}, errors: {} },
): Card {
  const { words } = context;
  const data = { code, version };
  return formCard(context, {
    heading: words.handOver.heading(code),
    notes: [note(words.handOver.intro)],
    fields: showFields(offerFields(context, to), read),
    buttons: [
      button(words.buttons.offer, 'confirm-offer', data, { style: 'positive', inputs: 'auto' }),
      button(words.buttons.back, 'open', data),
    ],
  });
}
