import { periodKey } from '../../data/periods.js';
import type { Region } from '../../data/region.js';
import { firstQuarter, reportPeriods } from '../../data/steeringReport/periods.js';
import { daysSpanned } from '../../data/suppression/periods.js';
import { dateAfter, quarterOf, weekOf, type DateTime } from '../../data/weeks.js';
import { button } from '../button.js';
import type { Reader } from '../context.js';
import { fileFields, longestRunning } from '../exportCard.js';
import { showFields, type Fields, type FieldsRead } from '../fields/field.js';
import { formCard, note } from '../formCard.js';
import { periodText } from '../periodText.js';
import { longDay } from '../phrases.js';
import type { Card } from '../render.js';

/** Nothing to choose while no quarter of the programme has ended. */
export function reportFields(reader: Reader, regions: readonly Region[], now: DateTime): Fields {
  const region = longestRunning(regions);
  const periods = region ? reportPeriods(region, now) : [];
  return fileFields(
    reader,
    regions,
    periods.map((period) => [periodKey(period), periodText(reader, period)]),
  );
}

/** Which report for the steering group; nothing is issued before it has been looked at. */
export function reportFormCard(reader: Reader, fields: Fields, read: FieldsRead): Card {
  const { steeringReport: texts } = reader.words;
  return formCard(reader, {
    heading: texts.heading,
    notes: [note(texts.intro)],
    fields: showFields(fields, read),
    buttons: [
      button(texts.look, 'look-at-report', {}, { style: 'positive', inputs: 'auto' }),
      button(texts.toExport, 'export', {}),
    ],
  });
}

/** While there is nothing to report on: from when there is. */
export function noReportYet(
  { words, language }: Reader,
  regions: readonly Region[],
  now: DateTime,
): string {
  const running = quarterOf(weekOf(now));
  const region = longestRunning(regions);
  const first = region ? firstQuarter(region) : running;
  const { until } = daysSpanned([first > running ? first : running]);
  return words.steeringReport.tooEarly(longDay(dateAfter(until, { days: 1 }), language));
}
