import { absenceKey, type Absence } from '../../../data/absence.js';
import type { Bulletin } from '../../../data/bulletin.js';
import type { Case, Escalation } from '../../../data/case.js';
import type { Consult } from '../../../data/consult.js';
import { copyKey, type Copy } from '../../../data/copy.js';
import { contributions } from '../../../data/counting.js';
import type { Delivery } from '../../../data/delivery.js';
import { digestKey, type Digest } from '../../../data/digest.js';
import type { Contribution, Remainder } from '../../../data/figureRows.js';
import { importedKey, type KeptImport } from '../../../data/imported.js';
import type { Link } from '../../../data/link.js';
import { personKey } from '../../../data/person.js';
import { quickCountKey, type QuickCount } from '../../../data/quickCount.js';
import type { Change, Kind, Records } from '../../../data/repository.js';
import { steeringReportsKey } from '../../../data/steeringReport/record.js';
import {
  aDraft,
  anEscalatedCase,
  aProfile,
  ANNEKE,
  CHAT,
  countsOf,
  JOOST,
  MERYEM,
  SANNE,
  utc,
} from '../../builders.js';
import { anEntry, aPartner } from '../registerBuilder.js';
import { someReports } from '../steeringReportBuilder.js';
import { HERE, LOOKED_AT, shown } from './engine.js';

export const OFFERED: Remainder = { row: 'offered-not-wanted', period: '2026-W47' };

export const CONSULT: Consult = {
  id: 'OV-7K3QWZ',
  region: HERE,
  version: 1,
  professional: SANNE,
  organisation: 'jgz-voorbeeld',
  reachable: 'dinsdag na 13 uur',
  at: utc('2026-11-16T08:30'),
  state: { status: 'open' },
};

export const LINK: Link = {
  region: HERE,
  version: 1,
  teamId: '19:team',
  channel: CHAT,
  by: MERYEM,
  at: utc('2026-11-16T08:00'),
};

export const DELIVERY: Delivery = {
  subject: 'HM-7K3Q',
  region: HERE,
  version: 1,
  settled: 1,
  thread: 0,
  notices: 0,
  told: [],
  trouble: {},
  unreached: [],
};

export const COPY: Copy = {
  chat: CHAT,
  activityId: '1763280000001',
  version: 1,
  region: HERE,
  language: 'nl',
  tells: ['HM-7K3Q'],
  needsSharing: false,
};

const QUICK_COUNT: QuickCount = {
  region: HERE,
  organisation: 'jgz-voorbeeld',
  organisationType: 'youth-health',
  domain: 'social',
  municipality: 'leiden',
  month: '2026-10',
  version: 1,
  entered: [{ talks: 3, realised: 2, by: SANNE, at: LINK.at }],
};

export const IMPORTED: KeptImport = {
  region: HERE,
  id: 'a1_B2-c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0u',
  version: 1,
  filedIn: '2026-10',
  status: 'kept',
  importedOn: '2026-11-16',
  past: {
    openedOn: '2026-10',
    domain: 'social',
    organisationType: 'youth-health',
    municipality: 'leiden',
    talk: true,
    escalation: {
      on: '2026-11-10',
      reasons: ['complex', 'finance'],
      participation: 'participating',
      closed: { on: '2026-11-16', outcome: 'postponed' },
    },
    realisedOn: '2026-11-12',
  },
};

const BULLETIN: Bulletin = {
  id: 'BE-7K3QWZ',
  region: HERE,
  version: 1,
  to: SANNE,
  about: { kind: 'taken-over', organisation: 'jgz-voorbeeld', by: ANNEKE, cases: 12 },
  at: utc('2026-11-16T08:40'),
  expiresAt: utc('2027-02-16T08:40'),
};

const ABSENCE: Absence = {
  region: HERE,
  version: 1,
  person: MERYEM,
  replacedBy: JOOST,
  from: '2026-11-16',
  until: '2026-11-20',
  expiresAt: utc('2026-12-20T08:40'),
};

const DIGEST: Digest = {
  region: HERE,
  week: '2026-W46',
  version: 1,
  at: utc('2026-11-16T07:00'),
  printed: {
    week: { talks: 4, escalations: 1, consults: 0 },
    year: { talks: 57, escalations: 12, consults: 3 },
    'since-start': { talks: 301, escalations: 88, consults: 20 },
  },
  before: { talks: 6, escalations: 1, consults: 0 },
};

const RUN = {
  key: `morning/${HERE}/2026-11-16`,
  version: 1,
  at: utc('2026-11-16T08:40'),
  expiresAt: utc('2026-12-16T08:40'),
};

const REPORTS = someReports();

const ENTRY = anEntry(aPartner());
const DECLINED = aPartner({
  standings: [
    { status: 'joined', since: '2026-11-02' },
    { status: 'declined', since: '2026-11-10' },
  ],
});

/** One of each, and what it becomes. */
export const EVERY_KIND: { [K in Kind]: { key: string; first: Records[K]; second: Records[K] } } = {
  case: {
    key: 'HM-7K3Q',
    first: anEscalatedCase({ state: { status: 'open' } }),
    second: anEscalatedCase({ state: claimedBy(MERYEM) }, { version: 2 }),
  },
  consult: {
    key: CONSULT.id,
    first: CONSULT,
    second: { ...CONSULT, version: 2, state: { status: 'taken', by: MERYEM, at: CONSULT.at } },
  },
  delivery: { key: 'HM-7K3Q', first: DELIVERY, second: { ...DELIVERY, version: 2, thread: 3 } },
  draft: {
    key: personKey(SANNE),
    first: aDraft({ answers: { topics: ['contraception'], note: 'één “regel”\n\u2028 nog een' } }),
    second: aDraft({ version: 2, step: 'situation', answers: { permissions: [] } }),
  },
  absence: {
    key: absenceKey(ABSENCE),
    first: ABSENCE,
    second: { ...ABSENCE, version: 2, until: '2026-11-27' },
  },
  bulletin: { key: BULLETIN.id, first: BULLETIN, second: { ...BULLETIN, version: 2 } },
  imported: {
    key: importedKey(IMPORTED),
    first: IMPORTED,
    second: { ...IMPORTED, version: 2, past: { ...IMPORTED.past, openedOn: '2026-09-30' } },
  },
  // Written once: that the store could change it is for its contract only.
  digest: { key: digestKey(DIGEST), first: DIGEST, second: { ...DIGEST, version: 2 } },
  'steering-reports': {
    key: steeringReportsKey(REPORTS),
    first: REPORTS,
    second: { ...REPORTS, version: 2, reports: [...REPORTS.reports, ...REPORTS.reports] },
  },
  run: { key: RUN.key, first: RUN, second: { ...RUN, version: 2 } },
  link: { key: HERE, first: LINK, second: { ...LINK, version: 2, by: ANNEKE } },
  copy: {
    key: copyKey(COPY),
    first: COPY,
    second: { ...COPY, version: 2, tells: ['HM-7K3Q', 'HM-2222'], needsSharing: true },
  },
  register: {
    key: ENTRY.id,
    first: ENTRY,
    second: {
      ...ENTRY,
      version: 2,
      content: DECLINED,
      history: [
        ...ENTRY.history,
        { kind: 'corrected', by: MERYEM, at: utc('2026-11-16T08:40'), before: ENTRY.content },
      ],
    },
  },
  'quick-count': {
    key: quickCountKey(QUICK_COUNT),
    first: QUICK_COUNT,
    second: {
      ...QUICK_COUNT,
      version: 2,
      entered: [...QUICK_COUNT.entered, { talks: 4, realised: 1, by: SANNE, at: LINK.at }],
    },
  },
  profile: {
    key: personKey(SANNE),
    first: aProfile(),
    second: aProfile({ version: 2, language: 'en' }),
  },
};
export const KINDS = Object.keys(EVERY_KIND) as Kind[];

export function claimedBy(holder: typeof SANNE): Escalation['state'] {
  return { status: 'claimed', holder, claimedAt: utc('2026-11-16T08:10') };
}

export function closedBy(by: typeof SANNE): Escalation['state'] {
  const at = utc('2026-11-16T08:20');
  return { status: 'closed', by, at, outcome: 'postponed', contraception: 'none' };
}

/** `n` times the same on no record. */
export const count = (n: number): Change => ({
  writes: [],
  counted: Array.from({ length: n }, () => ({ region: HERE, contribution: OFFERED })),
});

/** As figures are shown in these tests: `row period` and how many. */
export function total(cases: readonly Case[]): Record<string, number> {
  return sums(cases.flatMap(contributions));
}

export function sums(contributed: readonly Contribution[]): Record<string, number> {
  return shown(countsOf(contributed, LOOKED_AT));
}

/** HM-2222, HM-2223 … */
export function codeNumber(n: number): string {
  const digits = n.toString(8).padStart(4, '0');
  return `HM-${digits.replace(/\d/g, (digit) => String(Number(digit) + 2))}`;
}
