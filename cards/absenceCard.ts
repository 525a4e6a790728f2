import { z } from 'zod/v4';
import { standInAway, type Absence } from '../data/absence.js';
import { isSamePerson } from '../data/person.js';
import type { Region } from '../data/region.js';
import { day } from '../data/weeks.js';
import { button, type Button } from './button.js';
import type { Reader } from './context.js';
import { colleagueField, type Colleague } from './fields/colleagueField.js';
import { dateField } from './fields/dateFields.js';
import { showFields, type Fields, type FieldsRead } from './fields/field.js';
import { formCard, note, type Note } from './formCard.js';
import { messageCard, section } from './messageCard.js';
import { longDay } from './phrases.js';
import type { Card } from './render.js';

/** A region in which a coordinator who is away needs somebody to stand in. */
export interface Cover {
  region: Region;
  /** At least one of them is still in the team. */
  colleagues: readonly Colleague[];
  /** What is stored of their own absence; it may be over. */
  known: Absence | undefined;
  /** The same, as long as it is not over. */
  current: Absence | undefined;
}

export const daysAnswered = z.object({ from: day, until: day });

/** Input id of the stand-in in one region. */
export const standInId = ({ id }: Pick<Region, 'id'>) => `standIn-${id}`;

export function absenceFields({ words }: Reader, covers: readonly Cover[]): Fields {
  const { absence } = words;
  const labelFor = ({ name }: Region) =>
    covers.length > 1 ? absence.standInIn(name) : absence.standIn;
  const standIns = covers.map(({ region, colleagues }) => [
    standInId(region),
    colleagueField(words, labelFor(region), colleagues, { required: true }),
  ]);
  return {
    from: dateField(words, absence.from, { required: true }),
    until: dateField(words, absence.until, { required: true }),
    ...(Object.fromEntries(standIns) as Fields),
  };
}

/** Afwezigheid: from when until when, and who stands in. */
export function absenceCard(reader: Reader, covers: readonly Cover[], read: FieldsRead): Card {
  const { words } = reader;
  const { absence, buttons } = words;
  return formCard(reader, {
    heading: absence.heading,
    notes: [note(absence.intro)],
    fields: showFields(absenceFields(reader, covers), read),
    buttons: [
      button(buttons.save, 'save-absence', {}, { style: 'positive', inputs: 'auto' }),
      ...(covers.some(({ current }) => current) ? [button(absence.end, 'end-absence', {})] : []),
      button(buttons.back, 'profile', {}),
    ],
  });
}

/** What was saved, with what is worth knowing about each stand-in. */
export function absenceSavedCard(
  reader: Reader,
  saved: readonly { absence: Absence; region: Region; others: readonly Absence[] }[],
): Card {
  const { words, language } = reader;
  const { absence: texts } = words;
  const days = saved.slice(0, 1).map(({ absence: { from, until } }) => {
    return note(texts.planned(longDay(from, language), longDay(until, language)), 'good');
  });
  const label = ({ name }: Region) =>
    saved.length > 1 ? texts.replacedByIn(name) : texts.replacedBy;
  return messageCard({
    lang: language,
    heading: texts.heading,
    notes: [
      ...days,
      note(texts.told),
      ...saved.flatMap(({ absence, others }) => awayNotes(reader, absence, others)),
    ],
    sections: [
      section(
        '',
        saved.map(({ absence, region }) => ({
          label: label(region),
          value: absence.replacedBy.name,
        })),
      ),
    ],
    buttons: settingButtons(reader),
  });
}

/** The stand-in may be away on some of the same days: that is said, not refused. */
function awayNotes(
  { words: { absence: texts }, language }: Reader,
  absence: Absence,
  others: readonly Absence[],
): Note[] {
  const away = standInAway(absence, others);
  if (!away) return [];
  const { name } = absence.replacedBy;
  const [from, until] = [longDay(away.from, language), longDay(away.until, language)];
  const text = isSamePerson(away.replacedBy, absence.person)
    ? texts.eachOther(name, from, until)
    : texts.standInAway(name, from, until, away.replacedBy.name);
  return [note(text, 'warning')];
}

export function absenceEndedCard(reader: Reader, wasAway: boolean): Card {
  const { words, language } = reader;
  const { absence } = words;
  return messageCard({
    lang: language,
    heading: absence.heading,
    notes: [wasAway ? note(absence.ended, 'good') : note(absence.notAway)],
    sections: [],
    buttons: settingButtons(reader),
  });
}

function settingButtons({ words }: Reader): Button[] {
  return [
    button(words.absence.button, 'ask-absence', {}),
    button(words.buttons.profile, 'profile', {}),
  ];
}
