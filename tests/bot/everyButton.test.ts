import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS } from '../../bot/actions.js';
import { CODE_ALPHABET, type Case, type EscalationState } from '../../data/case.js';
import type { Person } from '../../data/person.js';
import { anEscalatedCase, ANNEKE, JOOST, MERYEM, SANNE, TOM, utc } from '../builders.js';
import { clicked } from './activities.js';
import { openBotStage, type BotStage } from './botHarness.js';
import { chatOf } from './fakeTeams.js';

/** Sanne recorded it, Meryem holds it, Joost coordinates as well; the others have nothing to do with it. */
const PEOPLE: Record<string, Person> = {
  'its professional': SANNE,
  'its holder': MERYEM,
  'another coordinator': JOOST,
  'the project leader': ANNEKE,
  'a stranger': TOM,
};

const held = { status: 'claimed', holder: MERYEM, claimedAt: utc('2026-11-16T08:30') } as const;
const ended = { by: MERYEM, at: utc('2026-11-16T08:40') };
const STATES: Record<string, EscalationState> = {
  open: { status: 'open' },
  claimed: held,
  offered: { ...held, offer: { to: JOOST, at: utc('2026-11-16T08:40') } },
  declined: { status: 'declined', ...ended, reason: 'dubbel' },
  closed: { status: 'closed', ...ended, outcome: 'postponed', contraception: 'planned' },
  withdrawn: { status: 'withdrawn', at: ended.at, why: 'client-stops' },
};

/** Who may change a case with a button, in whatever state; with any other button nobody may. */
const CHANGES: Record<string, readonly Person[]> = {
  claim: [MERYEM, JOOST],
  'confirm-claim': [MERYEM, JOOST],
  'give-back': [MERYEM],
  'confirm-decline': [MERYEM, JOOST],
  'confirm-close': [MERYEM],
  'confirm-question': [MERYEM],
  'confirm-answer': [SANNE],
  'confirm-lane': [MERYEM],
  'confirm-offer': [MERYEM],
  'cancel-offer': [MERYEM],
  accept: [JOOST],
  refuse: [JOOST],
  reopen: [MERYEM, JOOST],
  'confirm-progress': [SANNE],
  'confirm-realised': [SANNE],
  'confirm-withdraw': [SANNE],
  'confirm-correction': [SANNE],
  'withdraw-permission': [SANNE],
  'answer-follow-up': [SANNE],
  'snooze-follow-up': [SANNE],
};

/** Words that only its own people may read. */
const SECRET = 'Belt liever na vieren';

/** As filled in as a form can be, whichever it is. */
const INPUTS = {
  outcome: 'postponed',
  contraception: 'planned',
  reason: 'regulier kan',
  question: 'Sinds wanneer?',
  text: 'Sinds wanneer?',
  colleague: JOOST.aadObjectId,
  answer: 'going-well',
  progress: 'going-well',
  realisedOn: '11-2026',
  why: 'client-stops',
  permission: 'share',
};

let stage: BotStage;
beforeAll(async () => {
  stage = await openBotStage();
  for (const person of Object.values(PEOPLE)) await stage.as(person).say('hallo');
});
afterAll(() => stage.close());

let stored = 0;
async function store(state: EscalationState): Promise<Case> {
  const signs = [stored % 29, Math.floor(stored / 29) % 29, Math.floor(stored / 841)];
  stored += 1;
  const code = `HM-2${signs.map((n) => CODE_ALPHABET[n] ?? '2').join('')}`;
  const put = anEscalatedCase(
    { state, note: SECRET, reasons: ['finance', 'complex', 'follow-up'] },
    { code },
  );
  expect(await stage.repository.commit({ writes: [{ kind: 'case', put }] })).toEqual({ ok: true });
  return put;
}

async function press(person: Person, verb: string, { code, version }: Case) {
  const message = { id: '1763280000000', conversation: chatOf(person) };
  const data = { ...INPUTS, code, version };
  return stage.as(person).sendClick(
    clicked(person, message, {
      type: 'Action.Execute',
      id: undefined,
      title: undefined,
      verb,
      data,
    }),
  );
}

describe.each(Object.entries(PEOPLE))('pressed by %s', (_role, person) => {
  it.each(Object.entries(STATES))(
    'on a case that is %s, no button goes further than it may',
    async (_status, state) => {
      for (const { verb } of ACTIONS) {
        const subject = await store(state);
        const answer = await press(person, verb, subject);
        expect(answer.says, verb).not.toContain('ging iets mis');
        const after = await stage.repository.read('case', subject.code);
        const isTheirs = CHANGES[verb]?.includes(person) ?? false;
        if (!isTheirs) expect(after, verb).toEqual(subject);
        if (person === TOM || person === ANNEKE) expect(answer.says, verb).not.toContain(SECRET);
        if (after && after.version > subject.version) changed.add(verb);
      }
    },
  );
});

const changed = new Set<string>();

it('and what may be done can be done', () => {
  const atOnce = [
    ...['accept', 'cancel-offer', 'claim', 'confirm-close', 'confirm-decline'],
    ...['confirm-offer', 'give-back', 'refuse', 'reopen'],
  ];
  expect([...changed]).toEqual(expect.arrayContaining(atOnce));
});
