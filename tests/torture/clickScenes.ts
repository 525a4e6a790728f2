import type { Case, EscalationState } from '../../data/case.js';
import type { DraftKind } from '../../data/draft.js';
import type { Step } from '../../data/checklist.js';
import type { Person } from '../../data/person.js';
import type { Write } from '../../data/repository.js';
import { versionOf } from '../../data/takeOver.js';
import {
  aCase,
  aConsult,
  aDelivery,
  aDraft,
  aTalk,
  ANNEKE,
  HOLLANDS_MIDDEN,
  JOOST,
  MERYEM,
  NOW,
  SANNE,
  utc,
} from '../builders.js';
import { ANSWERS } from '../bot/mainSteps.js';
import { PARTNER } from '../bot/programmeStage.js';
import { aFullCase, STATES, YES } from '../everyState.js';
import { aQuickCount } from '../data/quickCountBuilder.js';
import { anEntry, aPartner } from '../data/registerBuilder.js';
import { codeOf, invented, signs } from './invented.js';

/** One click that changes something, and what there is to change. */
export interface Scene {
  person: Person;
  verb: string;
  data: Record<string, unknown>;
  stored: Write[];
  /** The present state, as every answer to it says. */
  says: string;
}
export type MakeScene = (n: number) => Scene;

function anyCase(n: number, state: EscalationState): Case {
  return aFullCase({ state }, { code: codeOf(n), professional: invented('Professional', n) });
}

/** A button about a case in this state. */
function onCase(
  state: keyof typeof STATES,
  verb: string,
  by: Person | 'professional',
  says: string,
  inputs: Record<string, unknown> = {},
): MakeScene {
  return (n) => {
    const subject = anyCase(n, STATES[state]);
    const { code, version, history } = subject;
    return {
      person: by === 'professional' ? subject.professional : by,
      verb,
      data: { seen: history.length, ...inputs, code, version },
      stored: [{ kind: 'case', put: subject }],
      says: says.replace('CODE', code),
    };
  };
}

const TALKED = {
  municipality: 'leiden',
  ...aTalk(),
};
const ESCALATING = { ...ANSWERS.decision, chosen: 'finance' };

/** A button of the screen at which somebody's checklist stands. */
function onScreen(
  step: Step,
  verb: string,
  says: string,
  inputs: Record<string, unknown> = {},
  kind: DraftKind = 'talk',
): MakeScene {
  return (n) => {
    const person = invented('Professional', n);
    const code = codeOf(n);
    const answers = step === 'talk' ? {} : TALKED;
    const recordPermissionAt = YES.at;
    const put = aDraft({ person, code, step, kind, answers, recordPermissionAt });
    const data = { ...inputs, step, code, version: 1, kind };
    return {
      person,
      verb,
      data,
      stored: [{ kind: 'draft', put }],
      says: says.replace('CODE', code),
    };
  };
}

/** The first screen of a further talk, on a case of one's own. */
function onFurtherTalk(verb: string, says: string, inputs: Record<string, unknown>): MakeScene {
  return (n) => {
    const scene = onScreen('talk', verb, says, inputs, 'further-talk')(n + FURTHER);
    const subject = aCase({ code: codeOf(n), professional: scene.person });
    const stored = scene.stored.map((write) =>
      write.kind === 'draft' && 'put' in write
        ? { ...write, put: { ...write.put, subject: subject.code } }
        : write,
    );
    return {
      ...scene,
      data: { ...scene.data, subject: subject.code },
      stored: [{ kind: 'case', put: subject }, ...stored],
    };
  };
}
/** Far from the numbers of other scenes. */
const FURTHER = 500_000;

/** A button that needs nothing but a person with an organisation. */
const byAnybody =
  (verb: string, says: string, data: Record<string, unknown> = {}): MakeScene =>
  (n) => ({ person: invented('Professional', n), verb, data, stored: [], says });

const organisation = 'jgz-voorbeeld';

/** Every number another month or municipality. */
function placeOf(n: number) {
  const { municipalities } = HOLLANDS_MIDDEN;
  const municipality = municipalities[n % municipalities.length]?.id ?? '';
  const monthsAgo = Math.floor(n / municipalities.length) % 11;
  return { municipality, month: NOW.minus({ months: monthsAgo }).toFormat('yyyy-MM') };
}

const CORRECTED = { part: 'wish', talk: 1, wish: 'now', wants: 'information', arrangement: 'self' };

/** Every button that changes something at most once, and some that people press again at leisure. */
export const SCENES: readonly MakeScene[] = [
  onScreen('talk', 'next', 'Stap 2 van 5', ANSWERS.talk),
  onScreen('talk', 'next', 'Aangeboden, niet gewenst', { ...ANSWERS.talk, talked: 'no' }),
  onFurtherTalk('next', 'Aangeboden, niet gewenst', { ...ANSWERS.talk, talked: 'no' }),
  onFurtherTalk('discard', 'Concept weggegooid', {}),
  onScreen('discussed', 'next', 'Stap 3 van 5', ANSWERS.discussed),
  onScreen('wish', 'next', 'Stap 4 van 5', ANSWERS.wish),
  onScreen('wish', 'back', 'Stap 2 van 5', ANSWERS.wish),
  onScreen('wish', 'save', 'CODE', ANSWERS.wish),
  onScreen('wish', 'later', 'concept', ANSWERS.wish),
  onScreen('wish', 'discard', 'Concept weggegooid'),
  onScreen('decision', 'escalate', 'CODE', ESCALATING),
  onScreen('decision', 'do-not-escalate', 'CODE', ANSWERS.decision),
  onScreen('decision', 'consult', 'Overleg aangevraagd', ANSWERS.decision),
  onScreen(
    'decision',
    'escalate',
    'CODE',
    { ...ESCALATING, permissions: 'record,share' },
    'referral',
  ),
  onCase('open', 'claim', MERYEM, 'Opgepakt door: Meryem Kaya'),
  onCase('open', 'confirm-claim', JOOST, 'Opgepakt door: Joost Vermeer', { reason: 'spoed' }),
  onCase('open', 'confirm-decline', MERYEM, 'Afgewezen', { reason: 'regulier kan' }),
  onCase('claimed', 'give-back', MERYEM, '[Oppakken]'),
  onCase('claimed', 'confirm-close', MERYEM, 'Afgerond', {
    outcome: 'postponed',
    contraception: 'planned',
  }),
  onCase('claimed', 'confirm-question', MERYEM, 'Sinds wanneer?', {
    question: 'Sinds wanneer?',
    text: 'Sinds wanneer?',
  }),
  onCase('claimed', 'confirm-answer', 'professional', 'Op dinsdag.', {
    question: 1,
    answer: 'Op dinsdag.',
    text: 'Op dinsdag.',
  }),
  onCase('claimed', 'confirm-lane', MERYEM, 'Professional geadviseerd', {
    reason: 'complex',
    result: 'advised',
    seen: 0,
  }),
  onCase('claimed', 'confirm-offer', MERYEM, 'Aangeboden aan', { colleague: JOOST.aadObjectId }),
  onCase('offered', 'cancel-offer', MERYEM, 'Opgepakt door: Meryem Kaya'),
  onCase('offered', 'accept', JOOST, 'Opgepakt door: Joost Vermeer'),
  onCase('offered', 'refuse', JOOST, 'Opgepakt door: Meryem Kaya'),
  onCase('declined', 'reopen', JOOST, '[Oppakken]'),
  onCase('closed', 'reopen', MERYEM, '[Oppakken]'),
  onCase('open', 'confirm-withdraw', 'professional', 'Ingetrokken', { why: 'client-stops' }),
  onCase('claimed', 'confirm-progress', 'professional', 'voortgang gemeld door', {
    answer: 'going-well',
    note: '',
  }),
  onCase('claimed', 'confirm-realised', 'professional', 'november 2026', { realisedOn: '11-2026' }),
  onCase('claimed', 'confirm-correction', 'professional', 'gecorrigeerd', CORRECTED),
  onCase('claimed', 'answer-follow-up', 'professional', 'CODE', {
    answer: 'going-well',
    progress: 'going-well',
  }),
  onCase('closed', 'snooze-follow-up', 'professional', 'CODE'),
  onCase('claimed', 'withdraw-permission', 'professional', 'ingetrokken', { permission: 'share' }),
  onCase('closed', 'withdraw-permission', 'professional', 'gewist', { permission: 'record' }),
  onCase('open', 'further-talk', 'professional', 'Stap 1'),
  byAnybody('record', 'Stap 1 van 5'),
  byAnybody('start-escalation', 'Stap 1 van 3'),
  byAnybody('set-language', 'English', { language: 'en' }),
  byAnybody('save-profile', 'Maatschappelijke Opvang', {
    organisation: 'opvang-voorbeeld',
    domain: 'social',
  }),
  (n) => ({
    person: SANNE,
    verb: 'save-count',
    data: { organisation, ...placeOf(n), talks: '3', realised: '1' },
    stored: [],
    says: '3 gesprekken, 1 gerealiseerd',
  }),
  (n) => ({
    person: SANNE,
    verb: 'confirm-count',
    data: { organisation, ...placeOf(n), version: 1, talks: '5', realised: '2' },
    stored: [{ kind: 'quick-count', put: aQuickCount(placeOf(n)) }],
    says: '5 gesprekken, 2 gerealiseerd',
  }),
  (n) => ({
    person: ANNEKE,
    verb: 'save-entry',
    data: {
      ...{ region: HOLLANDS_MIDDEN.id, list: 'partner', entry: `RG-${signs(n, 6)}`, version: 0 },
      ...{ ...PARTNER, name: `Kraamzorg ${n}` },
    },
    stored: [],
    says: `Kraamzorg ${n}`,
  }),
  (n) => {
    const put = anEntry(aPartner({ name: `Kraamzorg ${n}` }), { id: `RG-${signs(n, 6)}` });
    return {
      person: ANNEKE,
      verb: 'remove-entry',
      data: { entry: put.id, version: 1 },
      stored: [{ kind: 'register', put }],
      says: 'verwijderd door Anneke Blom',
    };
  },
  (n) => {
    const put = aConsult({ id: `OV-${signs(n, 6)}`, professional: invented('Professional', n) });
    return {
      person: MERYEM,
      verb: 'take-consult',
      data: { consult: put.id, version: 1 },
      stored: [{ kind: 'consult', put }],
      says: 'Meryem Kaya',
    };
  },
  (n) => {
    const professional = invented('Professional', n);
    const put = aCase({ code: codeOf(n), professional });
    return {
      person: SANNE,
      verb: 'confirm-take-over',
      data: { organisation, from: professional.aadObjectId, version: versionOf([put]) },
      stored: [{ kind: 'case', put }],
      says: professional.name,
    };
  },
  (n) => {
    const subject = anyCase(n, STATES.open);
    const since = utc('2026-11-16T08:40');
    const retryAt = utc('2026-11-17T08:40');
    const trouble = { attempts: 3, retryAt, why: 'HTTP 403', since };
    const put = aDelivery({ subject: subject.code, trouble: { channel: trouble } });
    return {
      person: MERYEM,
      verb: 'retry-delivery',
      data: { subject: subject.code, version: 1 },
      stored: [
        { kind: 'case', put: subject },
        { kind: 'delivery', put },
      ],
      says: 'Werkvoorraad',
    };
  },
];
