import {
  ORGANISATION_ROWS,
  type OrganisationRow,
  type Totals,
} from '../data/organisationTotals.js';
import type { QuickCount } from '../data/quickCount.js';
import type { Organisation } from '../data/region.js';
import { button, type Button } from './button.js';
import type { CardContext } from './context.js';
import { count, longMoment } from './phrases.js';
import organisation from './organisation.json' with { type: 'json' };
import { latelyLines } from './quickCountCard.js';
import { cardTemplate, type Card } from './render.js';
import { thisYear } from './tallies.js';

interface Row {
  label: string;
  thisYear: string;
  lastYear: string;
  sinceStart: string;
  weight: 'default' | 'bolder';
}

interface OrganisationView {
  lang: string;
  heading: string;
  asOf: string;
  rows: Row[];
  stored: string;
  latelyHeading: string;
  lately: { text: string }[];
  buttons: Button[];
}

const render = cardTemplate<OrganisationView>(organisation);

/** An organisation's own numbers for its attention officer; nothing about single cases. */
export function organisationCard(
  context: CardContext,
  { id, name }: Organisation,
  totals: Record<OrganisationRow, Totals>,
  counts: readonly QuickCount[],
): Card {
  const { words, language, now } = context;
  const lately = latelyLines(context, counts);
  const { buttons } = words.quickCount;
  return render({
    lang: language,
    heading: words.organisation.heading(name),
    asOf: words.figures.asOf(longMoment(now, language)),
    rows: [headerRow(context), ...ORGANISATION_ROWS.map((row) => bodyRow(context, row, totals))],
    stored: words.organisation.stored,
    latelyHeading: lately.length > 0 ? words.quickCount.lately : '',
    lately: lately.map((text) => ({ text })),
    buttons: [
      button(buttons.count, 'count', { organisation: id }, { style: 'positive' }),
      button(buttons.takeOver, 'colleagues', { organisation: id }),
    ],
  });
}

function headerRow({ words, now }: CardContext): Row {
  const year = thisYear(now);
  return {
    label: words.organisation.row,
    thisYear: String(year),
    lastYear: String(year - 1),
    sinceStart: words.organisation.sinceStart,
    weight: 'bolder',
  };
}

function bodyRow(
  { words, language }: CardContext,
  row: OrganisationRow,
  totals: Record<OrganisationRow, Totals>,
): Row {
  const { thisYear: now, lastYear, sinceStart } = totals[row];
  return {
    label: words.organisation.rows[row],
    thisYear: count(now, language),
    lastYear: count(lastYear, language),
    sinceStart: count(sinceStart, language),
    weight: 'default',
  };
}
