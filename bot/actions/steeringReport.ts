import type { z } from 'zod/v4';
import {
  reportCard,
  type issueReplySchema,
  type Standing,
} from '../../cards/steeringReport/reportCard.js';
import {
  noReportYet,
  reportFields,
  reportFormCard,
} from '../../cards/steeringReport/reportFormCard.js';
import type { CardContext } from '../../cards/context.js';
import type { RequestOf } from '../../cards/exportRequest.js';
import { longMonth } from '../../cards/phrases.js';
import { notReported } from '../../data/steeringReport/before.js';
import {
  isReported,
  quartersOf,
  readReportPeriod,
  type ReportPeriod,
} from '../../data/steeringReport/periods.js';
import type { Prepared } from '../../data/steeringReport/prepare.js';
import { looksOf, type SteeringReports } from '../../data/steeringReport/record.js';
import { firstReport, replyToReport } from '../../dialogs/exportForm.js';
import type { Deps } from '../deps.js';
import { fileHint } from '../exports/handOver.js';
import { reportFile } from '../exports/makeFile.js';
import { issuedReports, reportOn } from '../exports/steeringReports.js';
import { refuse, showCard, showForm, type CardOutcome, type Outcome } from '../outcome.js';
import { readerContext, type Clicked } from '../turnContext.js';

type Reply = z.infer<typeof issueReplySchema>;

/** Rapportage stuurgroep: on which period. */
export function askReport(deps: Deps, turn: Clicked): Promise<Outcome> {
  const { roles, words } = turn;
  const now = deps.now();
  if (roles.leads.length === 0) return Promise.resolve(refuse(words.refusals.leader));
  const first = firstReport(roles.leads, now);
  if (!first) return Promise.resolve(refuse(noReportYet(turn, roles.leads, now)));
  const card = reportFormCard(turn, reportFields(turn, roles.leads, now), first);
  return Promise.resolve(showCard(card, words.steeringReport.summary));
}

/** Rapportage bekijken: nothing leaves the region yet. */
export async function lookAtReport(deps: Deps, turn: Clicked): Promise<Outcome> {
  const { roles, words, incoming } = turn;
  if (roles.leads.length === 0) return refuse(words.refusals.leader);
  const result = replyToReport(turn, roles.leads, deps.now(), incoming.data);
  if (result.kind === 'request') return forReport(deps, turn, result.request, lookedAt);
  const fields = reportFields(turn, roles.leads, deps.now());
  return showForm(
    (read) => reportFormCard(turn, fields, read),
    result,
    words.steeringReport.summary,
  );
}

/** Vaststellen: as it was seen at, once and for good. One that was issued is handed over again. */
export function issueReport(deps: Deps, turn: Clicked, reply: Reply): Promise<Outcome> {
  return forReport(deps, turn, reply, async (asked) => {
    const { made } = asked;
    if (made.kind === 'issued') return handedOver(deps, asked);
    if (looksOf(made.report) !== reply.seen) return shown(asked, fresh(asked, true));
    const change: Outcome['change'] = { writes: [{ kind: 'steering-reports', put: made.put }] };
    return { change, ...(await handedOver(deps, asked)) };
  });
}

/** A report that whoever leads its region asked for. */
interface Asked {
  request: RequestOf<'steering-report'>;
  context: CardContext;
  period: ReportPeriod;
  issued: readonly SteeringReports[];
  made: Exclude<Prepared, { kind: 'not-ended' }>;
}

async function forReport(
  deps: Deps,
  turn: Clicked,
  { region: id, period: key, format }: RequestOf<'steering-report'>,
  handle: (asked: Asked) => Outcome | Promise<Outcome>,
): Promise<Outcome> {
  const { roles, words } = turn;
  const region = roles.leads.find((one) => one.id === id);
  const period = readReportPeriod(key);
  if (!region || !period) return refuse(words.refusals.leader);
  if (!isReported(period, region)) {
    const month = longMonth(region.startedIn, turn.language);
    return refuse(words.steeringReport.beforeStart(region.name, month));
  }
  const issued = await issuedReports(deps, region);
  const made = await reportOn(deps, region, period, issued);
  if (made.kind === 'not-ended') return refuse(words.steeringReport.notEnded);
  const context = readerContext(deps, turn, region);
  return handle({ request: { region: id, period: key, format }, context, period, issued, made });
}

function lookedAt(asked: Asked): Outcome {
  return shown(asked, asked.made.kind === 'new' ? fresh(asked, false) : { kind: 'issued' });
}

function fresh({ period, context, issued, made }: Asked, hasChanged: boolean): Standing {
  const [start] = quartersOf(period);
  const before = issued.flatMap(({ reports }) => reports);
  const missing = notReported(context.region, start, before);
  return { kind: 'fresh', seen: looksOf(made.report), hasChanged, notReported: missing };
}

function shown({ context, period, made, request }: Asked, standing: Standing): CardOutcome {
  const { report } = made;
  const card = reportCard({ context, period, report, format: request.format, standing });
  return showCard(card, context.words.steeringReport.summary);
}

async function handedOver(deps: Deps, asked: Asked): Promise<Outcome> {
  const { context, period, made, request } = asked;
  const file = await reportFile({ context, period, report: made.report }, request);
  return { ...shown(asked, { kind: 'issued', hint: fileHint(deps, context, file.name) }), file };
}
