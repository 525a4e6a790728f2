import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS } from '../../bot/actions.js';
import { CODE_ALPHABET, type Case, type EscalationState } from '../../data/case.js';
import type { Person } from '../../data/person.js';
import { ANNEKE, JOOST, MERYEM, SANNE, TOM } from '../builders.js';
import { aFullCase, STATES } from '../everyState.js';
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

const PROFESSIONAL = ['its professional'];
const HOLDER = ['its holder'];
const COLLEAGUE = ['another coordinator'];
const COORDINATORS = [...HOLDER, ...COLLEAGUE];
/** Also after a case has ended. */
const ALWAYS = {
  'confirm-progress': PROFESSIONAL,
  'confirm-realised': PROFESSIONAL,
  'confirm-correction': PROFESSIONAL,
  'withdraw-permission': PROFESSIONAL,
};
const ASKED_NOW = { 'answer-follow-up': PROFESSIONAL, 'snooze-follow-up': PROFESSIONAL };
const CLAIMED = {
  ...ALWAYS,
  ...ASKED_NOW,
  'confirm-withdraw': PROFESSIONAL,
  'confirm-answer': PROFESSIONAL,
  'give-back': HOLDER,
  'confirm-decline': HOLDER,
  'confirm-close': HOLDER,
  'confirm-question': HOLDER,
  'confirm-lane': HOLDER,
};
/** Which buttons change a case in each state, and for whom; all the others change nothing. */
const CHANGES: Record<string, Record<string, readonly string[]>> = {
  open: {
    ...ALWAYS,
    ...ASKED_NOW,
    'confirm-withdraw': PROFESSIONAL,
    claim: COORDINATORS,
    'confirm-claim': COORDINATORS,
    'confirm-decline': COORDINATORS,
  },
  claimed: { ...CLAIMED, 'confirm-offer': HOLDER },
  offered: { ...CLAIMED, 'cancel-offer': HOLDER, accept: COLLEAGUE, refuse: COLLEAGUE },
  declined: { ...ALWAYS, 'confirm-withdraw': PROFESSIONAL, reopen: COORDINATORS },
  closed: { ...ALWAYS, ...ASKED_NOW, 'confirm-withdraw': PROFESSIONAL, reopen: COORDINATORS },
  withdrawn: ALWAYS,
};

/** Words that only its own people may read. */
const SECRET = 'Belt liever na vieren';

/** As filled in as a form can be, whichever it is. */
const INPUTS: Record<string, unknown> = {
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
  result: 'advised',
  seen: 0,
  part: 'wish',
  talk: 1,
  wish: 'now',
  wants: 'information',
  arrangement: 'self',
};
/** Where one form means something else by the same word. */
const OWN_INPUTS: Record<string, Record<string, unknown>> = {
  'confirm-answer': { question: 1 },
  'confirm-lane': { reason: 'complex' },
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
  const put = aFullCase({ state, note: SECRET }, { code });
  expect(await stage.repository.commit({ writes: [{ kind: 'case', put }] })).toEqual({ ok: true });
  return put;
}

async function press(person: Person, verb: string, { code, version, history }: Case) {
  const message = { id: '1763280000000', conversation: chatOf(person) };
  const shown = verb === 'confirm-correction' ? { seen: history.length, realisedOn: '' } : {};
  const data = { ...INPUTS, ...OWN_INPUTS[verb], ...shown, code, version };
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

const changed: Record<string, Record<string, string[]>> = {};

describe.each(Object.entries(PEOPLE))('pressed by %s', (role, person) => {
  it.each(Object.entries(STATES))(
    'on a case that is %s, no button goes further than it may',
    async (status, state) => {
      for (const { verb } of ACTIONS) {
        const subject = await store(state);
        const answer = await press(person, verb, subject);
        expect(answer.says, verb).not.toContain('ging iets mis');
        const after = await stage.repository.read('case', subject.code);
        const isTheirs = CHANGES[status]?.[verb]?.includes(role) ?? false;
        if (!isTheirs) expect(after, `${verb} on ${status} by ${role}`).toEqual(subject);
        if (person === TOM || person === ANNEKE) expect(answer.says, verb).not.toContain(SECRET);
        if (after && after.version > subject.version) {
          ((changed[status] ??= {})[verb] ??= []).push(role);
        }
      }
    },
  );
});

it('and what may be done can be done', () => {
  expect(changed).toEqual(CHANGES);
});
