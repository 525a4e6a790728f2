import { DateTime } from 'luxon';
import type { Case, Escalation } from '../../data/case.js';
import {
  CONTRACEPTION_RESULTS,
  DETERMINANTS,
  OUTCOMES,
  PHASES,
  REASONS,
  SITUATIONS_OF,
  TOPICS,
  WISHES,
} from '../../data/checklist.js';
import type { Delivery } from '../../data/delivery.js';
import type { Link } from '../../data/link.js';
import type { Write } from '../../data/repository.js';
import { dayOf, instantOf } from '../../data/weeks.js';
import { aCase, aDelivery, aTalk, CHAT, HOLLANDS_MIDDEN } from '../builders.js';
import { CHANNEL_ID, TEAM_ID } from '../bot/fakeTeams.js';
import { seeded, type Pick } from '../seeded.js';
import { codeOf, invented } from '../torture/invented.js';

export const MONTHS = 60;
export const COORDINATORS = Array.from({ length: 16 }, (_, n) => invented('Coördinator', n));
/** Those who recorded the past; nobody who clicks during the measurement. */
const RECORDERS = Array.from({ length: 500 }, (_, n) => invented('Professional', 10_000 + n));

/** What is younger is still being worked on. */
const ACTIVE_DAYS = 14;
/** The oldest stays within the longest retention that a region can have. */
const DAYS = Math.floor((MONTHS * 365) / 12) - 10;
/** Of ten cases. */
const ESCALATED = 3;

/** The coordinators' channel, which every store of the bench has. */
export function aLink(now: DateTime, serviceUrl: string): Write {
  const channel = { ...CHAT, serviceUrl, conversationId: CHANNEL_ID };
  const [by] = COORDINATORS;
  if (!by) throw new Error('nobody coordinates');
  const at = instantOf(now);
  const put: Link = { region: HOLLANDS_MIDDEN.id, version: 1, teamId: TEAM_ID, channel, by, at };
  return { kind: 'link', put };
}

/**
 * So many cases over sixty months, the oldest first: three in ten escalated, those with how far they
 * were shown. The same seed gives the same ones.
 */
export function* inventedCases(count: number, seed: number, now: DateTime): Iterable<Write[]> {
  const pick = seeded(seed);
  for (let n = 0; n < count; n += 1) {
    const days = DAYS - (DAYS * n) / count;
    const at = now.minus({ minutes: Math.floor(days * 24 * 60) + pick(MINUTES) });
    const isEscalated = pick(TENTHS) < ESCALATED;
    const put = isEscalated ? escalated(n, at, days, pick) : recorded(n, at, pick);
    yield isEscalated
      ? [
          { kind: 'case', put },
          { kind: 'delivery', put: shown(put, n) },
        ]
      : [{ kind: 'case', put }];
  }
}

const TENTHS = Array.from({ length: 10 }, (_, n) => n);
const MINUTES = Array.from({ length: 600 }, (_, n) => n);

function recorded(n: number, at: DateTime, pick: Pick): Case {
  const by = pick(RECORDERS);
  const { organisations, municipalities } = HOLLANDS_MIDDEN;
  const organisation = pick(organisations);
  const attested = { given: true, by, at: instantOf(at) };
  const isRealised = pick(TENTHS) < 3;
  return aCase({
    code: codeOf(n),
    openedAt: instantOf(at),
    professional: by,
    organisation: organisation.id,
    organisationType: organisation.type,
    domain: organisation.domain,
    municipality: pick(municipalities).id,
    permissions: { record: attested, share: attested, network: attested, followUp: attested },
    talks: [
      aTalk({
        on: dayOf(at),
        topics: [pick(TOPICS)],
        determinants: [pick(DETERMINANTS)],
        phase: pick(PHASES),
        wish: pick(WISHES),
      }),
    ],
    history: [{ kind: 'talk-recorded', number: 1, at: instantOf(at), by }],
    ...(isRealised && {
      realisation: { on: dayOf(at), recordedAt: instantOf(at), route: 'partner' as const },
    }),
  });
}

function escalated(n: number, at: DateTime, days: number, pick: Pick): Case {
  const talked = recorded(n, at, pick);
  const by = talked.professional;
  const holder = pick(COORDINATORS);
  const reason = pick(REASONS);
  const claimedAt = instantOf(at.plus({ minutes: pick(MINUTES) + 10 }));
  const closedAt = instantOf(at.plus({ days: 1 + pick(TENTHS) }));
  const escalation: Escalation = {
    number: 1,
    at: instantOf(at),
    reasons: [reason],
    phase: pick(PHASES),
    situations: [pick(SITUATIONS_OF[reason])],
    priority: pick(TENTHS) === 0,
    participation: 'participating',
    reachable: 'dinsdag na 13 uur',
    note: '',
    state: { status: 'claimed', holder, claimedAt },
    lanes: {},
    ended: [],
    questions: [],
  };
  const history: Case['history'] = [
    ...talked.history,
    { kind: 'escalated', number: 2, at: escalation.at, by, priority: escalation.priority },
    { kind: 'claimed', number: 3, at: claimedAt, by: holder },
  ];
  const claimed = { ...talked, escalations: [escalation], history };
  if (days < ACTIVE_DAYS) return claimed;
  const result = { outcome: pick(OUTCOMES), contraception: pick(CONTRACEPTION_RESULTS) };
  const state = { status: 'closed', by: holder, at: closedAt, ...result } as const;
  return {
    ...claimed,
    escalations: [{ ...escalation, state }],
    history: [...history, { kind: 'closed', number: 4, at: closedAt, by: holder, ...result }],
  };
}

/** All of it was shown. */
function shown({ code, history }: Case, n: number): Delivery {
  const activityId = String(1_600_000_000_000 + n);
  const conversationId = `${CHANNEL_ID};messageid=${activityId}`;
  const last = history.length;
  return aDelivery({
    subject: code,
    card: { channelId: CHANNEL_ID, conversationId, activityId, shown: 1 },
    thread: last,
    notices: last,
  });
}
