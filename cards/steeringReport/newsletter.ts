import type { CountedRow } from '../../data/figureRows.js';
import type { ReportPeriod } from '../../data/steeringReport/periods.js';
import { yearOf } from '../../data/weeks.js';
import type { CardContext } from '../context.js';
import { count, list } from '../phrases.js';
import type { Reported } from './reported.js';

const REGISTERED = ['trainings', 'attention-officers', 'intervision'] as const;

/** A few sentences for a newsletter: what the report shows as a number, and nothing else. */
export function newsletterText(reported: Reported): string {
  const { newsletter } = reported.context.words.steeringReport;
  const escalations = shownOf(reported, 'escalations');
  return [
    talksText(reported),
    ...(escalations === undefined ? [] : [newsletter.escalations(escalations)]),
    ...realisedText(reported),
    newsletter.voluntary,
    ...registerTexts(reported),
  ].join(' ');
}

/** Where no number stands nobody may read that there were talks. */
function talksText(reported: Reported): string {
  const { context, period } = reported;
  const { newsletter } = context.words.steeringReport;
  const { name } = context.region;
  const talks = shownOf(reported, 'talks');
  return talks === undefined
    ? newsletter.talksHidden(name)
    : newsletter.talks(withinText(context, period), name, newsletter.cases(talks));
}

const REALISED = ['partner-contraception', 'escalated-contraception'] as const;

function realisedText(reported: Reported): string[] {
  const { words, language } = reported.context;
  const { newsletter } = words.steeringReport;
  const parts = REALISED.flatMap((row) => {
    const shown = shownOf(reported, row);
    return shown === undefined ? [] : [newsletter.realisedIn[row](newsletter.cases(shown))];
  });
  return parts.length === 0 ? [] : [newsletter.realised(list(parts, language))];
}

/** `57`; nothing where the report shows no number. */
function shownOf({ context, report }: Reported, row: CountedRow): string | undefined {
  const cell = report.shown.totals[row];
  return typeof cell === 'number' ? count(cell, context.language) : undefined;
}

function registerTexts({ context, report }: Reported): string[] {
  const { newsletter } = context.words.steeringReport;
  const { register } = report;
  const partners = register.partners.before + register.partners.done;
  const parts = REGISTERED.filter((row) => register[row].done > 0).map((row) =>
    newsletter.parts[row](register[row].done),
  );
  return [
    ...(partners > 0 ? [newsletter.partners(partners)] : []),
    ...(parts.length > 0 ? [newsletter.programme(list(parts, context.language))] : []),
  ];
}

/** `het derde kwartaal van 2026`, within a sentence. */
export function withinText({ words }: CardContext, period: ReportPeriod): string {
  const { within } = words.steeringReport.newsletter;
  switch (period.kind) {
    case 'quarter':
      return within.quarter(Number(period.quarter.slice(-1)), yearOf(period.quarter));
    case 'half-year':
      return within.halfYear(Number(period.half.slice(-1)), yearOf(period.half));
    case 'year':
      return String(period.year);
  }
}
