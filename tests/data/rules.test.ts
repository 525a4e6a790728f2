import { describe, expect, test } from 'vitest';
import { PERMISSIONS, type Permission } from '../../data/case.js';
import {
  ARRANGEMENTS,
  REASONS,
  SITUATIONS,
  SITUATIONS_OF,
  WANTS,
  type Arrangement,
  type Reason,
  type Situation,
  type Want,
} from '../../data/checklist.js';
import { participation } from '../../data/region.js';
import {
  advise,
  departsFrom,
  missingPermissions,
  nothingProposed,
  type Advice,
  type DecisionAnswers,
  type Ground,
  type Proposal,
  type Verdict,
} from '../../data/rules.js';
import { at } from '../builders.js';
import { aRegion } from './regionBuilder.js';

const NEEDS_WISH: readonly Reason[] = ['finance', 'somatic-network'];

function answers(parts: Partial<DecisionAnswers> = {}): DecisionAnswers {
  return { wants: ['contraception-help'], arrangement: 'no-choice', situations: [], ...parts };
}

function proposalFor(reason: Reason, parts: Partial<DecisionAnswers>): Proposal {
  const found = advise(answers(parts)).proposals.find((row) => row.reason === reason);
  if (!found) throw new Error(`no proposal for ${reason}`);
  return found;
}

function verdictOf(reason: Reason, parts: Partial<DecisionAnswers>): Verdict {
  return proposalFor(reason, parts).verdict;
}

/** One word per ground, in the order given. */
function because({ grounds }: Proposal): string[] {
  return grounds.map(nameOf);
}

function nameOf(ground: Ground): string {
  switch (ground.kind) {
    case 'situation':
      return ground.situation;
    case 'wish':
      return 'no help wanted';
    case 'arrangement':
      return `arrangement ${ground.arrangement}`;
    case 'care-first':
      return `care first: ${ground.situation}`;
  }
}

function verdicts(parts: Partial<DecisionAnswers>): Record<Reason, Verdict> {
  const rows = advise(answers(parts)).proposals.map(({ reason, verdict }) => [reason, verdict]);
  return Object.fromEntries(rows) as Record<Reason, Verdict>;
}

const NOTHING: Record<Reason, Verdict> = {
  complex: 'no',
  finance: 'no',
  'somatic-network': 'no',
  'follow-up': 'no',
};

describe('R1: a ticked situation proposes its reason', () => {
  const REASON_OF: Record<Situation, Reason> = {
    expertise: 'complex',
    stuck: 'complex',
    coercion: 'complex',
    capacity: 'complex',
    cost: 'finance',
    uninsured: 'finance',
    'no-gp': 'somatic-network',
    'gp-cannot': 'somatic-network',
    'step-too-big': 'somatic-network',
    'place-or-time': 'somatic-network',
    'support-ends': 'follow-up',
    appointment: 'follow-up',
    renewal: 'follow-up',
    later: 'follow-up',
  };

  test.each(SITUATIONS)('%s proposes its own reason, no other, and is the only ground', (id) => {
    const reason = REASON_OF[id];
    expect(verdicts({ situations: [id] })).toEqual({ ...NOTHING, [reason]: 'proposed' });
    expect(because(proposalFor(reason, { situations: [id] }))).toEqual([id]);
  });

  test.each(REASONS)(
    '%s without a ticked situation is not proposed and has no ground',
    (reason) => {
      const others = SITUATIONS.filter((id) => REASON_OF[id] !== reason);
      const proposal = proposalFor(reason, { situations: others });
      expect(proposal).toEqual({ reason, verdict: 'no', grounds: [] });
    },
  );

  test('gives one proposal per reason, in the order of the checklist', () => {
    const advice = advise(answers({ situations: ['later', 'cost'] }));
    expect(advice.proposals.map((row) => row.reason)).toEqual(REASONS);
  });

  test('names every ticked situation of the reason, in the order of the checklist', () => {
    const proposal = proposalFor('complex', { situations: ['stuck', 'expertise'] });
    expect(because(proposal)).toEqual(['expertise', 'stuck']);
  });
});

describe("R2: the client's own wish", () => {
  const WISHES_BUT_HELP = WANTS.filter((want) => want !== 'contraception-help');

  const rows: [Situation, Reason, Verdict][] = [
    ['cost', 'finance', 'no'],
    ['uninsured', 'finance', 'no'],
    ['no-gp', 'somatic-network', 'no'],
    ['gp-cannot', 'somatic-network', 'no'],
    ['step-too-big', 'somatic-network', 'no'],
    ['place-or-time', 'somatic-network', 'no'],
    ['expertise', 'complex', 'proposed'],
    ['stuck', 'complex', 'proposed'],
    ['coercion', 'complex', 'proposed'],
    ['capacity', 'complex', 'proposed'],
    ['support-ends', 'follow-up', 'proposed'],
    ['appointment', 'follow-up', 'proposed'],
    ['renewal', 'follow-up', 'proposed'],
    ['later', 'follow-up', 'proposed'],
  ];
  test.each(rows)(
    '%s for a client who asks no contraception help: %s is %s',
    (id, reason, verdict) => {
      for (const wants of [[], WISHES_BUT_HELP]) {
        expect(verdictOf(reason, { wants, situations: [id] })).toBe(verdict);
      }
    },
  );

  test.each<[string, Want[], Verdict]>([
    ['nothing', [], 'no'],
    ['information', ['information'], 'no'],
    ['no help', ['no-help'], 'no'],
    ['contraception help', ['contraception-help'], 'proposed'],
    ['information and contraception help', ['information', 'contraception-help'], 'proposed'],
  ])('a client who wants %s', (_, wants, verdict) => {
    expect(verdictOf('finance', { wants, situations: ['cost'] })).toBe(verdict);
  });

  test('names the situation and the wish that lowered it', () => {
    const proposal = proposalFor('finance', { wants: [], situations: ['cost'] });
    expect(because(proposal)).toEqual(['cost', 'no help wanted']);
  });

  test('does not mention the wish where it plays no part', () => {
    expect(because(proposalFor('complex', { wants: [], situations: ['stuck'] }))).toEqual([
      'stuck',
    ]);
    expect(because(proposalFor('finance', { situations: ['cost'] }))).toEqual(['cost']);
  });
});

describe('R3: regular where possible', () => {
  type Regular = Record<Arrangement, Verdict>;
  const ordinary: Regular = {
    self: 'no',
    realised: 'no',
    regular: 'consider',
    'regular-fails': 'proposed',
    'no-choice': 'proposed',
    'not-applicable': 'proposed',
  };
  const TABLE: [Situation, Reason, Regular][] = [
    ['cost', 'finance', { ...ordinary, realised: 'consider' }],
    ['uninsured', 'finance', { ...ordinary, regular: 'proposed' }],
    ['no-gp', 'somatic-network', { ...ordinary, regular: 'proposed' }],
    ['gp-cannot', 'somatic-network', ordinary],
    ['step-too-big', 'somatic-network', ordinary],
    ['place-or-time', 'somatic-network', ordinary],
  ];
  const cells = TABLE.flatMap(([situation, reason, row]) =>
    ARRANGEMENTS.map((arrangement) => ({
      situation,
      reason,
      arrangement,
      verdict: row[arrangement],
    })),
  );

  test.each(cells)(
    '$situation with arrangement $arrangement: $reason is $verdict',
    ({ situation, reason, arrangement, verdict }) => {
      const proposal = proposalFor(reason, { arrangement, situations: [situation] });
      expect(proposal.verdict).toBe(verdict);
      expect(because(proposal)).toEqual(
        verdict === 'proposed' ? [situation] : [situation, `arrangement ${arrangement}`],
      );
    },
  );

  test.each(ARRANGEMENTS)('arrangement %s leaves complex and follow-up alone', (arrangement) => {
    for (const reason of ['complex', 'follow-up'] as const) {
      for (const id of SITUATIONS_OF[reason]) {
        const proposal = proposalFor(reason, { arrangement, situations: [id] });
        expect(proposal).toEqual({
          reason,
          verdict: 'proposed',
          grounds: [{ kind: 'situation', situation: id }],
        });
      }
    }
  });

  const combined: [string, Reason, Arrangement, Situation[], Verdict, string[]][] = [
    [
      'afterwards, cost stays to be considered when uninsured is ticked too',
      'finance',
      'realised',
      ['cost', 'uninsured'],
      'consider',
      ['cost', 'arrangement realised'],
    ],
    [
      'uninsured stays proposed beside cost',
      'finance',
      'regular',
      ['cost', 'uninsured'],
      'proposed',
      ['uninsured'],
    ],
    [
      'no GP stays proposed beside what only needs considering',
      'somatic-network',
      'regular',
      ['no-gp', 'gp-cannot', 'step-too-big', 'place-or-time'],
      'proposed',
      ['no-gp'],
    ],
    [
      'without an exception several ticks bring no more than one',
      'somatic-network',
      'regular',
      ['gp-cannot', 'step-too-big', 'place-or-time'],
      'consider',
      ['gp-cannot', 'step-too-big', 'place-or-time', 'arrangement regular'],
    ],
    [
      'arranged by the client knows no exception',
      'finance',
      'self',
      ['cost', 'uninsured'],
      'no',
      ['cost', 'uninsured', 'arrangement self'],
    ],
    [
      'the exception for cost helps finance only',
      'somatic-network',
      'realised',
      ['cost', 'no-gp'],
      'no',
      ['no-gp', 'arrangement realised'],
    ],
    [
      'the exception for no GP helps the somatic network only',
      'finance',
      'regular',
      ['cost', 'no-gp'],
      'consider',
      ['cost', 'arrangement regular'],
    ],
  ];
  test.each(combined)('%s', (_, reason, arrangement, situations, verdict, grounds) => {
    const proposal = proposalFor(reason, { arrangement, situations });
    expect(proposal.verdict).toBe(verdict);
    expect(because(proposal)).toEqual(grounds);
  });

  test.each<[Arrangement, string[]]>([
    ['no-choice', ['cost', 'no help wanted']],
    ['regular', ['cost', 'no help wanted']],
    ['realised', ['cost', 'no help wanted']],
    ['self', ['cost', 'no help wanted', 'arrangement self']],
  ])(
    'without the wish and with %s the grounds are all that alone makes it "no"',
    (arrangement, grounds) => {
      const proposal = proposalFor('finance', { wants: [], arrangement, situations: ['cost'] });
      expect(proposal.verdict).toBe('no');
      expect(because(proposal)).toEqual(grounds);
    },
  );
});

describe('R4: care first', () => {
  const WORRIES = ['coercion', 'capacity'] as const;

  describe.each(WORRIES)('with %s', (worry) => {
    test('complex is proposed', () => {
      expect(verdictOf('complex', { situations: [worry] })).toBe('proposed');
      expect(verdictOf('complex', { wants: [], arrangement: 'self', situations: [worry] })).toBe(
        'proposed',
      );
    });

    test.each(NEEDS_WISH)('%s is at most to be considered, and says why', (reason) => {
      for (const id of SITUATIONS_OF[reason]) {
        const proposal = proposalFor(reason, { situations: [worry, id] });
        expect(proposal.verdict).toBe('consider');
        expect(because(proposal)).toEqual([id, `care first: ${worry}`]);
      }
    });

    test.each(NEEDS_WISH)('%s that nobody asked for stays "no", without ground', (reason) => {
      const proposal = proposalFor(reason, { situations: [worry] });
      expect(proposal).toEqual({ reason, verdict: 'no', grounds: [] });
    });

    test('follow-up stays proposed', () => {
      const proposal = proposalFor('follow-up', { situations: [worry, 'renewal'] });
      expect(proposal.verdict).toBe('proposed');
      expect(because(proposal)).toEqual(['renewal']);
    });

    test('does not lift what the regular route or the wish makes "no", nor takes the blame', () => {
      const arranged = proposalFor('finance', { arrangement: 'self', situations: [worry, 'cost'] });
      expect(arranged.verdict).toBe('no');
      expect(because(arranged)).toEqual(['cost', 'arrangement self']);
      const unasked = proposalFor('finance', { wants: [], situations: [worry, 'cost'] });
      expect(unasked.verdict).toBe('no');
      expect(because(unasked)).toEqual(['cost', 'no help wanted']);
    });

    test('stands beside the arrangement when each alone leaves only considering', () => {
      const proposal = proposalFor('finance', {
        arrangement: 'regular',
        situations: [worry, 'cost'],
      });
      expect(proposal.verdict).toBe('consider');
      expect(because(proposal)).toEqual(['cost', 'arrangement regular', `care first: ${worry}`]);
    });

    test('lowers the exceptions of the regular route as well', () => {
      const proposal = proposalFor('finance', {
        arrangement: 'regular',
        situations: [worry, 'uninsured'],
      });
      expect(proposal.verdict).toBe('consider');
      expect(because(proposal)).toEqual(['uninsured', `care first: ${worry}`]);
    });
  });

  test('names both worries when both are ticked', () => {
    const proposal = proposalFor('somatic-network', {
      situations: ['capacity', 'coercion', 'no-gp'],
    });
    expect(because(proposal)).toEqual(['no-gp', 'care first: coercion', 'care first: capacity']);
  });

  test.each(['expertise', 'stuck'] as const)('%s is no worry that lowers the others', (id) => {
    expect(verdicts({ situations: [id, 'cost', 'no-gp'] })).toEqual({
      complex: 'proposed',
      finance: 'proposed',
      'somatic-network': 'proposed',
      'follow-up': 'no',
    });
  });

  test.each(SITUATIONS)('%s: only coercion asks for priority and shows where to turn', (id) => {
    expect(advise(answers({ situations: [id] })).urgent).toBe(id === 'coercion');
  });
});

describe('the explanation', () => {
  const LOWERABLE: readonly Situation[] = NEEDS_WISH.flatMap((reason) => SITUATIONS_OF[reason]);
  const everyAnswer = subsets<Situation>(['coercion', 'capacity', ...LOWERABLE]).flatMap(
    (situations) =>
      ARRANGEMENTS.flatMap((arrangement) =>
        [[], ['contraception-help' as const]].map((wants) => ({ situations, arrangement, wants })),
      ),
  );

  test('mentions only answers that were given', () => {
    for (const given of everyAnswer) {
      for (const proposal of advise(given).proposals) {
        for (const ground of proposal.grounds) expect(isGiven(ground, given)).toBe(true);
      }
    }
  });

  test('names what lowered a verdict exactly when one was lowered', () => {
    for (const given of everyAnswer) {
      for (const { verdict, grounds, reason } of advise(given).proposals) {
        const asked = SITUATIONS_OF[reason].some((id) => given.situations.includes(id));
        const lowered = grounds.some(({ kind }) => kind !== 'situation');
        expect(lowered).toBe(asked && verdict !== 'proposed');
        expect(grounds.some(({ kind }) => kind === 'situation')).toBe(asked);
      }
    }
  });

  function isGiven(ground: Ground, given: DecisionAnswers): boolean {
    switch (ground.kind) {
      case 'situation':
      case 'care-first':
        return given.situations.includes(ground.situation);
      case 'wish':
        return !given.wants.includes('contraception-help');
      case 'arrangement':
        return given.arrangement === ground.arrangement;
    }
  }

  function subsets<T>(items: readonly T[]): T[][] {
    return items.reduce<T[][]>(
      (sets, item) => [...sets, ...sets.map((set) => [...set, item])],
      [[]],
    );
  }
});

describe('R5: permissions', () => {
  const rows: [Reason[], Permission[], Permission[]][] = [
    [['complex'], [], ['share']],
    [['complex'], ['share'], []],
    [['finance'], [], ['share']],
    [['finance'], ['share'], []],
    [['somatic-network'], [], ['share', 'network']],
    [['somatic-network'], ['share'], ['network']],
    [['somatic-network'], ['network'], ['share']],
    [['somatic-network'], ['share', 'network'], []],
    [['follow-up'], [], ['share', 'followUp']],
    [['follow-up'], ['share'], ['followUp']],
    [['follow-up'], ['followUp'], ['share']],
    [['follow-up'], ['share', 'followUp'], []],
    [['complex', 'finance'], ['share'], []],
    [['somatic-network', 'follow-up'], ['share', 'network'], ['followUp']],
    [['somatic-network', 'follow-up'], ['share', 'followUp'], ['network']],
    [['somatic-network', 'follow-up'], ['share', 'network', 'followUp'], []],
    [['finance'], ['record'], ['share']],
  ];
  test.each(rows)('escalating for %j with %j still needs %j', (reasons, given, missing) => {
    expect(missingPermissions(reasons, given)).toEqual(missing);
  });

  test('with every permission nothing is missing', () => {
    expect(missingPermissions(REASONS, PERMISSIONS)).toEqual([]);
  });
});

describe('R6: the professional decides', () => {
  const proposed = advise(answers({ situations: ['stuck'] }));
  const considered = advise(answers({ arrangement: 'regular', situations: ['cost'] }));
  const mixed = advise(answers({ arrangement: 'regular', situations: ['stuck', 'cost'] }));
  const none = advise(answers());

  const rows: [string, Advice, Reason[], boolean][] = [
    ['follows the proposal', proposed, ['complex'], false],
    ['leaves the proposal', proposed, [], true],
    ['takes another reason than proposed', proposed, ['finance'], true],
    ['takes the proposal and one more', proposed, ['complex', 'finance'], true],
    ['takes what may be considered', considered, ['finance'], false],
    ['leaves what may be considered', considered, [], false],
    ['takes both the proposal and what may be considered', mixed, ['complex', 'finance'], false],
    ['takes the proposal and leaves what may be considered', mixed, ['complex'], false],
    ['takes only what may be considered and leaves the proposal', mixed, ['finance'], true],
    ['escalates where nothing is proposed', none, ['complex'], true],
    ['does not escalate where nothing is proposed', none, [], false],
  ];
  test.each(rows)('who %s', (_, advice, chosen, departs) => {
    expect(departsFrom(advice, chosen)).toBe(departs);
  });
});

describe('R7: the regular route will do', () => {
  test.each<[string, Partial<DecisionAnswers>, boolean]>([
    ['nothing stands in the way', {}, true],
    ['the client does not want help', { wants: [], situations: ['cost', 'no-gp'] }, true],
    ['the client arranges it', { arrangement: 'self', situations: ['cost', 'no-gp'] }, true],
    ['one reason may be considered', { arrangement: 'regular', situations: ['cost'] }, false],
    ['one reason is proposed', { situations: ['later'] }, false],
  ])('when %s', (_, parts, regular) => {
    expect(nothingProposed(advise(answers(parts)))).toBe(regular);
  });
});

describe('R8: does the municipality take part on the day of escalation?', () => {
  const region = aRegion({
    municipalities: [
      { id: 'leiden', name: 'Leiden', participatesFrom: '2020-01', budgets: [] },
      {
        id: 'lisse',
        name: 'Lisse',
        participatesFrom: '2021-01',
        participatesUntil: '2026-11',
        budgets: [],
      },
      { id: 'gouda', name: 'Gouda', budgets: [] },
    ],
  });
  test.each([
    ['the last moment before the first month', 'leiden', '2019-12-31T23:59', 'not-participating'],
    ['the first moment of the first month', 'leiden', '2020-01-01T00:00', 'participating'],
    ['years later without an end', 'leiden', '2040-06-15T12:00', 'participating'],
    ['the last moment of the last month', 'lisse', '2026-11-30T23:59', 'participating'],
    ['the first moment after the last month', 'lisse', '2026-12-01T00:00', 'not-participating'],
    ['a municipality that never took part', 'gouda', '2026-11-16T09:00', 'not-participating'],
    ['a municipality that is not in the file', 'utrecht', '2026-11-16T09:00', 'not-participating'],
    ['outside the region', 'outside-region', '2026-11-16T09:00', 'not-participating'],
    ['no fixed abode', 'no-fixed-abode', '2026-11-16T09:00', 'unknown'],
    ['not known where', 'unknown', '2026-11-16T09:00', 'unknown'],
  ])('%s', (_, municipality, moment, expected) => {
    expect(participation(region, municipality, at(moment))).toBe(expected);
  });

  test.each([
    ['2019-12-31T22:59:59Z', 'not-participating'],
    ['2019-12-31T23:00:00Z', 'participating'],
  ])('the month begins on the Dutch clock, also for a clock in UTC: %s', (moment, expected) => {
    expect(participation(region, 'leiden', at(moment).toUTC())).toBe(expected);
  });
});
