import { z } from 'zod/v4';
import {
  escalatedIn,
  TAKEN_AT_ONCE,
  versionOf,
  wasActiveLately,
  type Colleague,
} from '../data/takeOver.js';
import type { Bulletin } from '../data/bulletin.js';
import type { Person } from '../data/person.js';
import type { Organisation } from '../data/region.js';
import { parseInstant } from '../data/weeks.js';
import { button } from './button.js';
import { organisationName, type CardContext } from './context.js';
import { choiceField } from './fields/choiceFields.js';
import { showFields, type Fields, type FieldsRead } from './fields/field.js';
import { formCard, note, type Note } from './formCard.js';
import { messageCard, section } from './messageCard.js';
import { bullet, longDate } from './phrases.js';
import { officerReplySchema } from './countFields.js';
import type { Card } from './render.js';

/** Of the colleague the Entra object id; the version is that of the cases on screen. */
export const takeOverReplySchema = officerReplySchema.extend({
  from: z.string(),
  version: z.int().nonnegative(),
});

/** More would not fit a card. */
const COLLEAGUES_SHOWN = 100;

/** Whose cases there are to be taken over. */
export function colleaguesCard(
  context: CardContext,
  organisation: Organisation,
  colleagues: readonly Colleague[],
  read: FieldsRead = { values: {}, errors: {} },
): Card {
  const { words } = context;
  const { takeOver } = words;
  const data = { organisation: organisation.id };
  const hidden = colleagues.length - COLLEAGUES_SHOWN;
  return formCard(context, {
    heading: takeOver.heading,
    notes: [
      note(takeOver.intro(organisation.name)),
      ...(hidden > 0 ? [note(takeOver.more(hidden))] : []),
    ],
    fields: showFields(colleagueFields(context, colleagues), read),
    buttons: [
      button(words.buttons.next, 'ask-take-over', data, { style: 'positive', inputs: 'auto' }),
      button(words.buttons.back, 'organisation-totals', data),
    ],
  });
}

export function colleagueFields(
  { words, language }: CardContext,
  colleagues: readonly Colleague[],
): Fields {
  const choices = colleagues.slice(0, COLLEAGUES_SHOWN).map(({ person, cases, activeAt }) => {
    const when = longDate(parseInstant(activeAt), language);
    return [person.aadObjectId, words.takeOver.choice(person.name, cases.length, when)] as const;
  });
  return { colleague: choiceField(words, words.takeOver.colleague, choices, { required: true }) };
}

/** Nobody has cases that could be taken over. */
export function nobodyCard({ words, language }: CardContext, organisation: Organisation): Card {
  return messageCard({
    lang: language,
    heading: words.takeOver.heading,
    notes: [note(words.takeOver.nobody)],
    sections: [],
    buttons: [button(words.buttons.back, 'organisation-totals', { organisation: organisation.id })],
  });
}

/** What taking over means, before it happens. */
export function askTakeOverCard(
  context: CardContext,
  organisation: Organisation,
  colleague: Colleague,
  options: { changed: boolean } = { changed: false },
): Card {
  const { words, language } = context;
  const { takeOver } = words;
  const { person, cases, activeAt } = colleague;
  const data = { organisation: organisation.id };
  return messageCard({
    lang: language,
    heading: takeOver.askHeading(person.name),
    notes: warnings(context, colleague, options.changed),
    sections: [
      section('', [
        { label: takeOver.cases, value: String(cases.length) },
        { label: takeOver.escalated, value: String(escalatedIn(cases).length) },
        { label: takeOver.activeAt, value: longDate(parseInstant(activeAt), language) },
      ]),
      section('', takeOver.what.map(bullet)),
    ],
    buttons: [
      button(
        takeOver.confirm(Math.min(cases.length, TAKEN_AT_ONCE)),
        'confirm-take-over',
        { ...data, from: person.aadObjectId, version: versionOf(cases) },
        { style: 'positive' },
      ),
      button(words.buttons.back, 'colleagues', data),
    ],
  });
}

function warnings(
  { words, language, now }: CardContext,
  colleague: Colleague,
  isChanged: boolean,
): Note[] {
  const { takeOver } = words;
  const when = longDate(parseInstant(colleague.activeAt), language);
  return [
    ...(isChanged ? [note(takeOver.changed, 'emphasis')] : []),
    ...(wasActiveLately(colleague, now)
      ? [note(`⚠ ${takeOver.activeLately(when)}`, 'warning')]
      : []),
    ...(colleague.cases.length > TAKEN_AT_ONCE ? [note(takeOver.atOnce(TAKEN_AT_ONCE))] : []),
  ];
}

/** For the colleague whose cases they were: no codes, so that nothing has to be wiped out later. */
export function handOverCard(
  { words, language, region }: CardContext,
  { by, cases, organisation: id }: Extract<Bulletin['about'], { kind: 'taken-over' }>,
): Card {
  const { takeOver } = words;
  const organisation = organisationName(region, id);
  return messageCard({
    lang: language,
    heading: takeOver.summary,
    notes: [note(takeOver.told(by.name, cases, organisation)), note(takeOver.toldNext, 'emphasis')],
    sections: [],
    buttons: [button(words.buttons.myCases, 'my-cases', {})],
  });
}

/** What was taken over; `left` is what one click did not hold. */
export function takenOverCard(
  { words, language }: CardContext,
  organisation: Organisation,
  from: Person,
  { taken, left, escalated }: { taken: number; left: number; escalated: boolean },
): Card {
  const { takeOver } = words;
  const data = { organisation: organisation.id };
  return messageCard({
    lang: language,
    heading: takeOver.heading,
    notes: [
      note(takeOver.done(taken, from.name), 'good'),
      note(left > 0 ? takeOver.left(left, from.name) : takeOver.nothingLeft(from.name)),
      ...(escalated ? [note(takeOver.reachable, 'emphasis')] : []),
    ],
    sections: [],
    buttons: [
      ...(left > 0 ? [button(takeOver.goOn, 'colleagues', data, { style: 'positive' })] : []),
      button(words.quickCount.buttons.totals, 'organisation-totals', data),
    ],
  });
}
