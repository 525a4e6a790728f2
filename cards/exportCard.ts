import { z } from 'zod/v4';
import { exportPeriods, readFigurePeriod } from '../data/figurePeriods.js';
import { daysOf, periodKey } from '../data/periods.js';
import type { Region } from '../data/region.js';
import { dayOf, type DateTime } from '../data/weeks.js';
import { button } from './button.js';
import type { Reader } from './context.js';
import { choiceField } from './fields/choiceFields.js';
import { showFields, type Fields, type FieldsRead } from './fields/field.js';
import { formCard, note } from './formCard.js';
import { periodText } from './periodText.js';
import { titled } from './phrases.js';
import type { Card } from './render.js';

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;

/** What a file of figures is made from; it travels with the question whether it may be uploaded. */
export const exportRequestSchema = z.object({
  region: z.string(),
  /** As `periodKey` makes it. */
  period: z.string().refine((key) => readFigurePeriod(key) !== undefined),
  format: z.enum(EXPORT_FORMATS),
});
export type ExportRequest = z.infer<typeof exportRequestSchema>;

/** Whoever leads one region is not asked which. */
export function exportFields(reader: Reader, regions: readonly Region[], now: DateTime): Fields {
  const { words } = reader;
  const { exportFile: texts } = words;
  const [first] = regions;
  const periods = first ? exportPeriods(first, now) : [];
  return {
    region: choiceField(
      words,
      texts.region,
      regions.map(({ id, name }) => [id, name] as const),
      { required: true },
    ),
    period: choiceField(
      words,
      texts.period,
      periods.map((period) => {
        const title = periodText(reader, period);
        const days = daysOf(period);
        const isRunning = days !== undefined && days.until >= dayOf(now);
        return [periodKey(period), isRunning ? texts.running(title) : title] as const;
      }),
      { required: true, compact: true },
    ),
    format: choiceField(words, texts.format, titled(EXPORT_FORMATS, texts.formats), {
      required: true,
    }),
  };
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
      button(words.buttons.figures, 'figures', {}),
    ],
  });
}
