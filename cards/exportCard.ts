import { exportPeriods } from '../data/figurePeriods.js';
import { daysOf, periodKey, type Period } from '../data/periods.js';
import type { Region } from '../data/region.js';
import { dayOf, type DateTime } from '../data/weeks.js';
import { button } from './button.js';
import type { Reader } from './context.js';
import { EXPORT_FORMATS } from './exportRequest.js';
import { choiceField } from './fields/choiceFields.js';
import { showFields, type Fields, type FieldsRead } from './fields/field.js';
import { formCard, note } from './formCard.js';
import { periodText } from './periodText.js';
import { titled } from './phrases.js';
import type { Card } from './render.js';

/** Which region, which of its periods, and as what; whoever leads one region is not asked which. */
export function fileFields(
  { words }: Reader,
  regions: readonly Region[],
  periods: readonly (readonly [key: string, title: string])[],
): Fields {
  const { exportFile: texts } = words;
  const places = regions.map(({ id, name }) => [id, name] as const);
  return {
    region: choiceField(words, texts.region, places, { required: true }),
    period: choiceField(words, texts.period, periods, { required: true, compact: true }),
    format: choiceField(words, texts.format, titled(EXPORT_FORMATS, texts.formats), {
      required: true,
    }),
  };
}

/** The one with the longest past: what others have no figures of is empty there. */
export function longestRunning(regions: readonly Region[]): Region | undefined {
  return [...regions].sort((a, b) => a.startedIn.localeCompare(b.startedIn))[0];
}

export function exportFields(reader: Reader, regions: readonly Region[], now: DateTime): Fields {
  const { exportFile: texts } = reader.words;
  const region = longestRunning(regions);
  const isRunning = (period: Period) => (daysOf(period)?.until ?? '') >= dayOf(now);
  const periods = region ? exportPeriods(region, now) : [];
  return fileFields(
    reader,
    regions,
    periods.map((period) => {
      const title = periodText(reader, period);
      return [periodKey(period), isRunning(period) ? texts.running(title) : title];
    }),
  );
}

/** `export`: which figures, and as what. */
export function exportCard(reader: Reader, fields: Fields, read: FieldsRead, hint?: string): Card {
  const { words } = reader;
  const { exportFile: texts } = words;
  return formCard(reader, {
    heading: texts.heading,
    hint,
    notes: [note(texts.intro)],
    fields: showFields(fields, read),
    buttons: [
      button(texts.make, 'make-export', {}, { style: 'positive', inputs: 'auto' }),
      button(words.steeringReport.start, 'ask-report', {}),
      button(words.buttons.figures, 'figures', {}),
    ],
  });
}
