import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { currentEscalation, type Case } from '../../data/case.js';
import { decide, type Command } from '../../data/lifeCycle.js';
import { isSamePerson, type Person } from '../../data/person.js';
import { AT_THIS_MOMENT } from '../../data/periods.js';
import type { Repository } from '../../data/repository.js';
import { anEscalatedCase, JOOST, MERYEM, NOW, SANNE, TOM } from '../builders.js';
import { seeded, type Pick } from '../seeded.js';
import type { Opened } from './contract/engine.js';

/**
 * What the specification's table says and nothing else: the state, who holds it and to whom it is
 * offered. Written apart from the code it is held against, so that a slip in one shows.
 */
interface Model {
  status: 'open' | 'claimed' | 'declined' | 'closed' | 'withdrawn';
  holder?: Person | undefined;
  offeredTo?: Person | undefined;
  openQuestions: number[];
  asked: number;
  outside: boolean;
}

type Next = Model | 'refused';

const COORDINATORS = [MERYEM, JOOST, TOM] as const;

function step(model: Model, command: Command): Next {
  const holds = (by: Person) =>
    model.status === 'claimed' && model.holder !== undefined && isSamePerson(model.holder, by);
  const free = { holder: undefined, offeredTo: undefined };
  switch (command.kind) {
    case 'claim':
      if (model.status !== 'open' || (model.outside && !command.exception)) return 'refused';
      return { ...model, status: 'claimed', holder: command.by };
    case 'give-back':
      return holds(command.by) ? { ...model, ...free, status: 'open' } : 'refused';
    case 'lapse':
      return model.status === 'claimed' ? { ...model, ...free, status: 'open' } : 'refused';
    case 'offer':
      if (!holds(command.by) || model.offeredTo || isSamePerson(command.by, command.to)) {
        return 'refused';
      }
      return { ...model, offeredTo: command.to };
    case 'accept':
    case 'refuse': {
      const isTheirs = model.offeredTo && isSamePerson(model.offeredTo, command.by);
      if (model.status !== 'claimed' || !isTheirs) return 'refused';
      const holder = command.kind === 'accept' ? command.by : model.holder;
      return { ...model, holder, offeredTo: undefined };
    }
    case 'cancel-offer':
      if (!holds(command.by) || !model.offeredTo) return 'refused';
      return { ...model, offeredTo: undefined };
    case 'decline':
      if (model.status !== 'open' && !holds(command.by)) return 'refused';
      return { ...model, ...free, status: 'declined' };
    case 'ask':
      if (!holds(command.by)) return 'refused';
      return {
        ...model,
        asked: model.asked + 1,
        openQuestions: [...model.openQuestions, model.asked + 1],
      };
    case 'answer': {
      const isOpen = model.openQuestions.includes(command.question);
      if (model.status !== 'claimed' || !isSamePerson(command.by, SANNE) || !isOpen) {
        return 'refused';
      }
      const openQuestions = model.openQuestions.filter((id) => id !== command.question);
      return { ...model, openQuestions };
    }
    case 'close':
      return holds(command.by) ? { ...model, ...free, status: 'closed' } : 'refused';
    case 'reopen':
      if (model.status !== 'closed' && model.status !== 'declined') return 'refused';
      return { ...model, status: 'open' };
    case 'withdraw':
      if (model.status === 'withdrawn' || !isSamePerson(command.by, SANNE)) return 'refused';
      return { ...model, ...free, status: 'withdrawn' };
    case 'update-lane':
      return holds(command.by) ? model : 'refused';
    case 'ask-follow-up':
    case 'snooze-follow-up':
    case 'answer-follow-up':
      throw new Error('not in the table');
  }
}

/** What the model can see of a case. */
function seen(subject: Case, outside: boolean): Model {
  const current = currentEscalation(subject);
  if (!current) throw new Error('not escalated');
  const { state, questions } = current;
  return {
    status: state.status,
    holder: state.status === 'claimed' ? state.holder : undefined,
    offeredTo: state.status === 'claimed' ? state.offer?.to : undefined,
    openQuestions: questions.filter(({ answer }) => !answer).map(({ id }) => id),
    asked: questions.length,
    outside,
  };
}

/** Mostly by somebody who has a say, or the walk never gets anywhere. */
function anyCommand({ holder, offeredTo }: Model, pick: Pick): Command {
  const involved = [holder, offeredTo].filter((person) => person !== undefined);
  const by = pick<Person>([...involved, ...involved, ...COORDINATORS, SANNE]);
  const lane = { result: 'advised', settled: true } as const;
  const everyday: Command[] = [
    { kind: 'claim', by, exception: pick([undefined, 'verhuist naar Leiden']) },
    { kind: 'claim', by, exception: pick([undefined, 'verhuist naar Leiden']) },
    { kind: 'offer', by, to: pick(COORDINATORS) },
    { kind: 'offer', by, to: pick(COORDINATORS) },
    { kind: 'accept', by },
    { kind: 'refuse', by },
    { kind: 'cancel-offer', by },
    { kind: 'update-lane', by, reason: 'complex', lane },
    { kind: 'ask', by, text: 'Sinds wanneer?' },
    { kind: 'answer', by: pick([SANNE, by]), question: pick([1, 2, 3, 4]), text: 'Dinsdag' },
    { kind: 'reopen', by },
    { kind: 'reopen', by },
  ];
  const ending: Command[] = [
    { kind: 'give-back', by },
    { kind: 'lapse' },
    { kind: 'decline', by, reason: 'regulier kan' },
    { kind: 'close', by, outcome: 'postponed', contraception: 'planned' },
  ];
  const withdraw: Command = { kind: 'withdraw', by, why: 'client-stops' };
  return pick([...everyday, ...everyday, ...ending, ...ending, withdraw]);
}

const STEPS = 10_000;
const SEED = 20_261_122;

/** The life cycle on a real engine, held against the model step by step. */
export function describeLifeCycle(name: string, open: () => Promise<Opened>): void {
  describe(`the life cycle on ${name}`, () => {
    let opened: Opened;
    let repository: Repository;
    beforeEach(async () => {
      opened = await open();
      ({ repository } = opened);
    });
    afterEach(() => opened.dispose());

    test(`does what the table says in ${STEPS} random steps (seed ${SEED})`, async () => {
      const pick = seeded(SEED);
      const models = new Map<string, Model>();
      const met = new Set<string>();
      for (let n = 0; n < STEPS; n += 1) {
        if (n === STEPS / 2) repository = await opened.reopen();
        const code = `HM-${pick(SIGNS)}${pick(SIGNS)}22`;
        const model = models.get(code);
        if (!model) {
          models.set(code, await begin(code, pick));
          continue;
        }
        const command = anyCommand(model, pick);
        const expected = step(model, command);
        const decided = await apply(code, command);
        met.add(`${command.kind} ${decided === 'refused' ? 'refused' : 'done'}`);
        expect(decided, `step ${n}: ${JSON.stringify(command)}`).toEqual(
          expected === 'refused' ? 'refused' : expected,
        );
        if (expected !== 'refused') models.set(code, expected);
        // Withdrawn is final: another client takes the place.
        if (expected !== 'refused' && expected.status === 'withdrawn') await end(code, models);
      }
      expect([...met].sort()).toEqual(
        KINDS.flatMap((kind) => [`${kind} done`, `${kind} refused`]).sort(),
      );
      await expectCounted(models);
    }, 120_000);

    async function begin(code: string, pick: Pick): Promise<Model> {
      const outside = pick([true, false, false]);
      const participation = outside ? 'not-participating' : 'participating';
      const reasons = ['complex', 'finance'] as const;
      const put = anEscalatedCase({ participation, reasons: [...reasons] }, { code });
      expect(await repository.commit({ writes: [{ kind: 'case', put }] })).toEqual({ ok: true });
      return seen(put, outside);
    }

    async function apply(code: string, command: Command): Promise<Next> {
      const before = await repository.read('case', code);
      if (!before) throw new Error(`${code} is gone`);
      const decision = decide(before, command, NOW);
      if (!decision.ok) {
        expect(await repository.read('case', code)).toEqual(before);
        return 'refused';
      }
      const { ok } = await repository.commit({ writes: [{ kind: 'case', put: decision.case }] });
      expect(ok).toBe(true);
      const stored = await repository.read('case', code);
      if (!stored) throw new Error(`${code} is gone`);
      return seen(stored, currentEscalation(stored)?.participation === 'not-participating');
    }

    async function end(code: string, models: Map<string, Model>): Promise<void> {
      const stored = await repository.read('case', code);
      const remove = { key: code, version: stored?.version ?? 0 };
      await repository.commit({ writes: [{ kind: 'case', remove }] });
      models.delete(code);
    }

    /** Index and figures must have followed every step. */
    async function expectCounted(models: Map<string, Model>): Promise<void> {
      const counts = await repository.counts('hollands-midden', [AT_THIS_MOMENT]);
      for (const status of ['open', 'claimed', 'declined', 'closed', 'withdrawn'] as const) {
        const expected = [...models.values()].filter((model) => model.status === status).length;
        const query = { region: 'hollands-midden', statuses: [status], limit: 10_000 };
        expect((await repository.cases(query)).cases).toHaveLength(expected);
        expect(counts.sum(`now:${status}`, AT_THIS_MOMENT)).toBe(expected);
      }
      for (const holder of COORDINATORS) {
        const query = { region: 'hollands-midden', holder, limit: 10_000 };
        const held = [...models].filter(
          ([, model]) => model.holder && isSamePerson(model.holder, holder),
        );
        const { cases } = await repository.cases(query);
        expect(cases.map(({ code }) => code).sort()).toEqual(held.map(([code]) => code).sort());
      }
    }
  });
}

const SIGNS = ['2', '3', '4', '5', '6', '7', '8', '9'];
const KINDS: Command['kind'][] = [
  'claim',
  'give-back',
  'offer',
  'accept',
  'refuse',
  'cancel-offer',
  'decline',
  'update-lane',
  'ask',
  'answer',
  'close',
  'reopen',
  'withdraw',
  'lapse',
];
