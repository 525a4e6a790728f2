import { describe, expect, test } from 'vitest';
import { ISSUED_TOTALS, type Issue, type IssuedTotal } from '../../data/suppression/report.js';
import { seeded } from '../seeded.js';
import { notesOn, smallTargets, trueValue, type Notes, type Target } from './suppressionAttack.js';
import { narrow, tryAll } from './suppressionBounds.js';
import {
  aReport,
  issued,
  issuedPlainly,
  randomOrder,
  randomYear,
  shuffled,
  smallHalfYear,
} from './suppressionBuilder.js';
import { solve } from './suppressionSolver.js';

/** All 2,000 take some minutes: `SUPPRESSION_YEARS=2000`. */
const YEARS = Number(process.env.SUPPRESSION_YEARS ?? 60);

/** How much is hidden, and how much of it is found. */
interface Attack {
  reports: number;
  hidden: number;
  solved: number;
  narrowed: number;
  tried: number;
}

const NONE: Attack = { reports: 0, hidden: 0, solved: 0, narrowed: 0, tried: 0 };

/** On what is marked as hidden, and on what is small without being issued by itself. */
function attackOn(issues: readonly Issue[], total: IssuedTotal, isTried: boolean): Attack {
  const notes = withSmall(total, issues);
  const truth = (target: Target) => trueValue(target, total, issues);
  const [solved, narrowed] = [solve(notes), narrow(notes)];
  for (const { name, value } of [...solved, ...narrowed])
    expect(notes.targets.filter((target) => target.name === name).map(truth)).toEqual([value]);
  return {
    reports: 0,
    hidden: notes.targets.length,
    solved: solved.length,
    narrowed: narrowed.length,
    tried: isTried ? tryAll(notes, truth).length : 0,
  };
}

function plus(one: Attack, other: Attack): Attack {
  return {
    reports: one.reports + other.reports,
    hidden: one.hidden + other.hidden,
    solved: one.solved + other.solved,
    narrowed: one.narrowed + other.narrowed,
    tried: one.tried + other.tried,
  };
}

function withSmall(total: IssuedTotal, issues: readonly Issue[]): Notes {
  const notes = notesOn(total, issues);
  const targets = new Map(
    [...notes.targets, ...smallTargets(total, issues)].map((target) => [target.name, target]),
  );
  return { ...notes, targets: [...targets.values()] };
}

function attackOnYears(issue: typeof issued): Attack {
  return seeds(YEARS).reduce((sum, seed) => {
    const pick = seeded(seed);
    const numbers = randomYear(pick);
    return plus(sum, attackOnAll(issue(randomOrder(pick), numbers), false));
  }, NONE);
}

function attackOnSmallYears(issue: typeof issued): Attack {
  return seeds(Math.ceil(YEARS / 2)).reduce((sum, seed) => {
    const pick = seeded(seed);
    const numbers = smallHalfYear(pick);
    const parts = shuffled(pick, ['K1', 'K2', 'H1'] as const);
    return plus(sum, attackOnAll(issue(parts, numbers), true));
  }, NONE);
}

const seeds = (most: number) => Array.from({ length: most }, (_, index) => index + 1);

function attackOnAll(issues: readonly Issue[], isTried: boolean): Attack {
  const all = ISSUED_TOTALS.map((total) => attackOn(issues, total, isTried)).reduce(plus);
  return { ...all, reports: issues.length };
}

describe('reports on random years, issued in random order', () => {
  test('give away nothing hidden, neither by solving nor by bounds', () => {
    const attack = attackOnYears(issued);
    console.log(`seeds 1 to ${YEARS}, withholding:`, attack);
    expect(attack).toMatchObject({ solved: 0, narrowed: 0 });
    expect(attack.hidden).toBeGreaterThan(10 * YEARS);
  }, 3_600_000);

  test('would without withholding', () => {
    const attack = attackOnYears(issuedPlainly);
    console.log(`seeds 1 to ${YEARS}, not withholding:`, attack);
    expect(attack.solved).toBeGreaterThan(YEARS);
    expect(attack.narrowed).toBeGreaterThan(YEARS);
  }, 3_600_000);

  test('give away nothing when every number is tried', () => {
    const attack = attackOnSmallYears(issued);
    console.log('small years, withholding:', attack);
    expect(attack).toMatchObject({ solved: 0, narrowed: 0, tried: 0 });
  }, 3_600_000);

  test('would without withholding when every number is tried', () => {
    const attack = attackOnSmallYears(issuedPlainly);
    console.log('small years, not withholding:', attack);
    expect(attack.tried).toBeGreaterThanOrEqual(attack.narrowed);
    expect(attack.tried).toBeGreaterThan(YEARS / 10);
  }, 3_600_000);
});

describe('an attack', () => {
  const quarter = { '2026-K1': aReport({ 'talks:municipality': { a: 3, b: 12, c: 20 } }) };
  const names = (found: readonly { name: string; value: bigint }[]) =>
    found.map(({ name, value }) => `${name} = ${value.toString()}`);

  test('solves one row from the others and the total', () => {
    const notes = notesOn('talks', issuedPlainly(['K1'], quarter));
    expect(names(solve(notes))).toEqual(['talks:municipality/a in 2026-K1 = 3']);
    expect(names(narrow(notes))).toEqual(['talks:municipality/a in 2026-K1 = 3']);
  });

  test('solves a quarter from half a year and the other quarter', () => {
    const half = {
      '2026-K1': aReport({ 'talks:municipality': { a: 12, b: 30 } }),
      '2026-K2': aReport({ 'talks:municipality': { a: 4, b: 30 } }),
    };
    const notes = withSmall('talks', issuedPlainly(['K1', 'H1'], half));
    expect(names(solve(notes))).toEqual(['talks:municipality/a in 2026-K2 = 4']);
  });

  test('finds by bounds what cannot be solved: nine and nine make eighteen', () => {
    const nines = { '2026-K1': aReport({ 'talks:municipality': { a: 9, b: 9, c: 20 } }) };
    const notes = notesOn('talks', issuedPlainly(['K1'], nines));
    expect(solve(notes)).toEqual([]);
    expect(narrow(notes)).toHaveLength(2);
  });

  test('does not mistake a range for a number', () => {
    const notes = notesOn('talks', issued(['K1'], quarter));
    expect(notes.targets).toHaveLength(2);
    expect([...solve(notes), ...narrow(notes), ...tryAll(notes, () => 3n)]).toEqual([]);
  });
});
