import { DateTime } from 'luxon';
import type { CardContext } from '../cards/context.js';
import { wordsIn } from '../cards/words/words.js';
import type { Absence } from '../data/absence.js';
import type { Case, Escalation, Talk } from '../data/case.js';
import type { Consult } from '../data/consult.js';
import { CountTree, type Counts } from '../data/counts.js';
import type { Delivery } from '../data/delivery.js';
import type { Draft } from '../data/draft.js';
import type { Contribution } from '../data/figureRows.js';
import { tallyPeriods, type Period } from '../data/periods.js';
import type { Person } from '../data/person.js';
import type { Profile } from '../data/profile.js';
import { regionSchema } from '../data/region.js';
import hollandsMidden from '../data/regions/hollands-midden.json' with { type: 'json' };

/** Invented people. */
export const SANNE = aPerson(1, 'Sanne de Wit');
export const MERYEM = aPerson(2, 'Meryem Kaya');
export const JOOST = aPerson(3, 'Joost Vermeer');
export const ANNEKE = aPerson(4, 'Anneke Blom');
export const TOM = aPerson(5, 'Tom Bakker');

export const TENANT = '11111111-1111-4111-8111-111111111111';

function aPerson(n: number, name: string): Person {
  return {
    tenantId: '11111111-1111-4111-8111-111111111111',
    aadObjectId: `00000000-0000-4000-8000-00000000000${n}`,
    name,
  };
}

/** Monday of ISO week 2026-W47, in the morning. */
export const NOW = at('2026-11-16T09:00');

/** A moment on the Dutch clock. */
export function at(local: string): DateTime<true> {
  const moment = DateTime.fromISO(local, { zone: 'Europe/Amsterdam' });
  if (!moment.isValid) throw new Error(`not a moment: ${local}`);
  return moment;
}

/** As stored: ISO 8601 in UTC. */
export function utc(local: string): string {
  return at(local).toUTC().toISO();
}

export function aTalk(parts: Partial<Talk> = {}): Talk {
  return {
    on: '2026-11-12',
    topics: ['contraception'],
    determinants: [],
    phase: 'unknown',
    wish: 'later',
    wants: ['contraception-help'],
    arrangement: 'no-choice',
    situations: [],
    ...parts,
  };
}

export function anEscalation(parts: Partial<Escalation> = {}): Escalation {
  return {
    number: 1,
    at: utc('2026-11-16T08:00'),
    reasons: ['finance'],
    phase: 'unknown',
    situations: ['cost'],
    priority: false,
    participation: 'participating',
    reachable: 'dinsdag na 13 uur',
    note: '',
    state: { status: 'open' },
    lanes: {},
    ended: [],
    questions: [],
    ...parts,
  };
}

const attested = { given: true, by: SANNE, at: utc('2026-11-16T07:55') };

export function aCase(parts: Partial<Case> = {}): Case {
  return {
    code: 'HM-7K3Q',
    region: 'hollands-midden',
    version: 1,
    checklist: 'concept 2',
    openedAt: utc('2026-11-16T07:55'),
    professional: SANNE,
    organisation: 'jgz-voorbeeld',
    organisationType: 'youth-health',
    domain: 'social',
    municipality: 'leiden',
    permissions: { record: attested, share: attested, network: attested, followUp: attested },
    talks: [aTalk()],
    escalations: [],
    history: [{ kind: 'talk-recorded', number: 1, at: utc('2026-11-16T07:55'), by: SANNE }],
    ...parts,
  };
}

export function anEscalatedCase(parts: Partial<Escalation> = {}, whole: Partial<Case> = {}): Case {
  const escalation = anEscalation(parts);
  return aCase({
    escalations: [escalation],
    history: [
      { kind: 'talk-recorded', number: 1, at: utc('2026-11-16T07:55'), by: SANNE },
      { kind: 'escalated', number: 2, at: escalation.at, by: SANNE, priority: false },
    ],
    ...whole,
  });
}

export const CHAT = {
  serviceUrl: 'http://127.0.0.1:9/connector',
  conversationId: 'a:sanne',
  botId: '28:bot',
  tenantId: TENANT,
};

export function aProfile(parts: Partial<Profile> = {}): Profile {
  return {
    person: SANNE,
    version: 1,
    language: 'nl',
    work: { region: 'hollands-midden', organisation: 'jgz-voorbeeld', domain: 'social' },
    chat: CHAT,
    ...parts,
  };
}

export function aDraft(parts: Partial<Draft> = {}): Draft {
  return {
    person: SANNE,
    region: 'hollands-midden',
    kind: 'talk',
    code: 'HM-7K3Q',
    version: 1,
    step: 'talk',
    answers: {},
    chat: CHAT,
    expiresAt: utc('2026-11-23T09:00'),
    ...parts,
  };
}

/** The region that is shipped as an example: eighteen municipalities, half of them participating. */
export const HOLLANDS_MIDDEN = regionSchema.parse(hollandsMidden);

export function aContext(parts: Partial<CardContext> = {}): CardContext {
  return { language: 'nl', words: wordsIn('nl'), region: HOLLANDS_MIDDEN, now: NOW, ...parts };
}

export function anAbsence(parts: Partial<Absence> = {}): Absence {
  return {
    region: 'hollands-midden',
    version: 1,
    person: MERYEM,
    replacedBy: JOOST,
    from: '2026-11-16',
    until: '2026-12-04',
    expiresAt: utc('2027-01-04T00:00'),
    ...parts,
  };
}

export function aConsult(parts: Partial<Consult> = {}): Consult {
  return {
    id: 'OV-7K3QRS',
    region: 'hollands-midden',
    version: 1,
    professional: SANNE,
    organisation: 'jgz-voorbeeld',
    reachable: 'dinsdag na 13 uur',
    at: utc('2026-11-16T08:00'),
    state: { status: 'open' },
    ...parts,
  };
}

/** Shown once, a while ago. */
export function aDelivery(parts: Partial<Delivery> = {}): Delivery {
  return {
    subject: 'HM-7K3Q',
    region: 'hollands-midden',
    version: 1,
    settled: 1,
    thread: 0,
    notices: 0,
    told: [],
    trouble: {},
    unreached: [],
    ...parts,
  };
}

/** Figures of these contributions alone, in the periods of a card at `NOW` unless others are named. */
export function countsOf(
  contributions: readonly Contribution[],
  periods: readonly Period[] = tallyPeriods(NOW),
): Counts {
  const tree = new CountTree();
  for (const one of contributions) tree.add(one);
  return tree.counts(periods);
}
