import { quickContributions } from '../data/counting.js';
import { lately, standing, type QuickCount } from '../data/quickCount.js';
import type { Organisation } from '../data/region.js';
import { parseInstant, weekOfDay, yearOf } from '../data/weeks.js';
import { button } from './button.js';
import { municipalityName, type CardContext, type Reader } from './context.js';
import { countFields, numberFields, whichFields } from './countFields.js';
import { showFields, type FieldsRead } from './fields/field.js';
import { formCard, note } from './formCard.js';
import { messageCard, section } from './messageCard.js';
import { longDate, longMonth } from './phrases.js';
import type { Card } from './render.js';

const NOTHING: FieldsRead = { values: {}, errors: {} };

/** For who is attention officer of several organisations: the choice between them. */
export function whichOrganisationCard(
  reader: Reader,
  organisations: readonly Organisation[],
  read: FieldsRead = NOTHING,
): Card {
  const { words } = reader;
  return formCard(reader, {
    heading: words.quickCount.which,
    notes: [],
    fields: showFields(whichFields(words, organisations), read),
    buttons: [
      button(words.buttons.next, 'choose-organisation', {}, { style: 'positive', inputs: 'auto' }),
    ],
  });
}

/** `tellen`: month, municipality and numbers. */
export function quickCountCard(
  context: CardContext,
  organisation: Organisation,
  read: FieldsRead = NOTHING,
): Card {
  const { words } = context;
  const { quickCount } = words;
  const data = { organisation: organisation.id };
  return formCard(context, {
    heading: quickCount.heading(organisation.name),
    notes: [note(quickCount.onlyLoose, 'emphasis'), note(quickCount.agreed)],
    fields: showFields(countFields(context), read),
    buttons: [
      button(words.buttons.save, 'save-count', data, { style: 'positive', inputs: 'auto' }),
      button(quickCount.buttons.totals, 'organisation-totals', data),
    ],
  });
}

/** What stands for this month and municipality, and what would take its place. */
export function correctCountCard(context: CardContext, count: QuickCount, read: FieldsRead): Card {
  const { words, language } = context;
  const { quickCount } = words;
  const { talks, realised, by, at } = standing(count);
  const when = longDate(parseInstant(at), language);
  const { organisation, month, municipality, version } = count;
  return formCard(context, {
    heading: quickCount.replaceHeading(
      longMonth(month, language),
      municipalityName(context, municipality),
    ),
    notes: [
      note(quickCount.before(quickCount.numbers(talks, realised), when, by.name), 'emphasis'),
      note(quickCount.replace),
    ],
    fields: showFields(numberFields(context), read),
    buttons: [
      button(
        quickCount.buttons.replace,
        'confirm-count',
        { organisation, month, municipality, version },
        { style: 'positive', inputs: 'auto' },
      ),
      button(words.buttons.back, 'count', { organisation }),
    ],
  });
}

/** What was counted, in which week it counts, and what was counted lately. */
export function countedCard(
  context: CardContext,
  count: QuickCount,
  counts: readonly QuickCount[],
): Card {
  const { words, language } = context;
  const { quickCount } = words;
  const { organisation, month, municipality } = count;
  const { talks, realised } = standing(count);
  const isNone = talks === 0;
  return messageCard({
    lang: language,
    heading: isNone ? quickCount.takenBack : quickCount.counted,
    notes: [note(isNone ? quickCount.takenBackText : weekText(context, count), 'good')],
    sections: [
      section('', [
        { label: quickCount.forMonth, value: longMonth(month, language) },
        { label: quickCount.forMunicipality, value: municipalityName(context, municipality) },
        { label: quickCount.number, value: quickCount.numbers(talks, realised) },
      ]),
      section(quickCount.lately, latelyLines(context, counts)),
    ],
    buttons: [
      button(quickCount.buttons.another, 'count', { organisation }, { style: 'positive' }),
      button(quickCount.buttons.correct, 'correct-count', { organisation, month, municipality }),
      button(quickCount.buttons.totals, 'organisation-totals', { organisation }),
    ],
  });
}

function weekText({ words }: CardContext, count: QuickCount): string {
  const week = weekOfDay(String(quickContributions(count)[0]?.period));
  return words.quickCount.week(Number(week.slice(-2)), yearOf(week));
}

const LATELY_SHOWN = 6;

/** What was counted last, one line each. */
export function latelyLines(context: CardContext, counts: readonly QuickCount[]): string[] {
  const { words, language } = context;
  return lately(counts, LATELY_SHOWN).map((count) => {
    const { talks, realised } = standing(count);
    return words.quickCount.line(
      longMonth(count.month, language),
      municipalityName(context, count.municipality),
      talks === 0 ? words.quickCount.none : words.quickCount.numbers(talks, realised),
    );
  });
}
