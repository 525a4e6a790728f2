import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runStats } from '../../bot/statistics/command.js';
import { contributions } from '../../data/counting.js';
import { remainderOf } from '../../data/figureRows.js';
import { openLowdbRepository } from '../../data/lowdb/openLowdbRepository.js';
import { anEscalatedCase, MERYEM, NOW, utc } from '../builders.js';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'nnz-stats-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

async function stats(...args: string[]) {
  const [says, complains]: [string[], string[]] = [[], []];
  const terminal = {
    say: (line: string) => says.push(line),
    complain: (line: string) => complains.push(line),
    isWatched: false,
  };
  const env = { DATA_DIR: dataDir };
  const code = await runStats(args, { env, now: () => NOW, terminal });
  return { code, says: says.join('\n'), complains };
}
const HERE = ['--region', 'hollands-midden'];
const json = async (...args: string[]): Promise<unknown> =>
  JSON.parse((await stats(...HERE, '--json', ...args)).says);

/** A talk on 12 November, escalated and closed on the 16th. */
const CLOSED = anEscalatedCase({
  state: {
    ...{ status: 'closed', by: MERYEM, at: utc('2026-11-16T08:20') },
    ...{ outcome: 'postponed', contraception: 'planned' },
  },
});

async function storeCase(): Promise<void> {
  const repository = await openLowdbRepository({ directory: dataDir, now: () => NOW });
  await repository.commit({ writes: [{ kind: 'case', put: CLOSED }] });
  await repository.close();
}

const NOTHING = {
  region: 'hollands-midden',
  period: { from: '2026-11-09', until: '2026-11-15' },
  indicators: {
    talks: 0,
    'partner-contraception': 0,
    escalations: 0,
    'escalated-contraception': 0,
    partners: 0,
    trainings: 0,
    'attention-officers': 0,
    intervision: 0,
  },
  reasons: { complex: 0, finance: 0, 'somatic-network': 0, 'follow-up': 0 },
  municipalities: {},
  organisationTypes: {},
  domains: {
    social: { talks: 0, escalations: 0 },
    medical: { talks: 0, escalations: 0 },
  },
  benefits: { low: 0, high: 0 },
  toClose: { n: 0, median: null, p90: null },
  unplaced: {},
};

describe('npm run stats', () => {
  it('shows zeros where nothing was ever stored, and says so beside them', async () => {
    const { code, complains } = await stats(...HERE, '--json');
    expect([code, complains]).toEqual([
      0,
      [`Nothing has been stored in ${dataDir} yet (DATA_DIR), so that every figure is 0.`],
    ]);
    expect(await json('--week', '2026-W46')).toMatchObject(NOTHING);
    await rm(dataDir, { recursive: true });
    expect(await json('--week', '2026-W46')).toMatchObject(NOTHING);
  });

  it('counts inside the period, both days included', async () => {
    await storeCase();
    expect(await json('--week', '2026-W46')).toMatchObject({
      ...NOTHING,
      indicators: { talks: 1, escalations: 0 },
      municipalities: { Leiden: { talks: 1, escalations: 0 } },
      organisationTypes: { jeugdgezondheidszorg: { talks: 1, escalations: 0 } },
      domains: { social: { talks: 1, escalations: 0 } },
    });
    const inDays = async (from: string, until: string) => {
      const { indicators } = (await json('--from', from, '--until', until)) as typeof NOTHING;
      return [indicators.talks, indicators.escalations];
    };
    expect(await inDays('2026-11-12', '2026-11-12')).toEqual([1, 0]);
    expect(await inDays('2026-11-13', '2026-11-15')).toEqual([0, 0]);
    expect(await inDays('2026-11-13', '2026-11-16')).toEqual([0, 1]);
    expect(await json()).toMatchObject({
      period: { from: '2020-01-01', until: '2026-11-16' },
      indicators: { talks: 1, escalations: 1 },
      reasons: { ...NOTHING.reasons, finance: 1 },
      outcomes: { postponed: 1, 'wish-now': 0 },
      results: { planned: 1 },
      toClose: { n: 1, median: 0, p90: 0 },
    });
  });

  it('reads beside a running bot', async () => {
    const bot = await openLowdbRepository({ directory: dataDir, now: () => NOW });
    await bot.commit({ writes: [{ kind: 'case', put: CLOSED }] });
    expect(await json()).toMatchObject({ indicators: { talks: 1 } });
    await bot.close();
  });

  it('says what lies in a week of which only a part was asked for', async () => {
    const repository = await openLowdbRepository({ directory: dataDir, now: () => NOW });
    const counted = contributions(CLOSED)
      .flatMap((one) => remainderOf(one) ?? [])
      .map((contribution) => ({ region: 'hollands-midden', contribution }));
    await repository.commit({ writes: [], counted });
    await repository.close();
    expect(await json('--from', '2026-11-10', '--until', '2026-11-15')).toMatchObject({
      indicators: { talks: 0 },
      unplaced: { talks: 1 },
    });
    expect(await json('--week', '2026-W46')).toMatchObject({
      indicators: { talks: 1 },
      unplaced: {},
    });
  });

  it('shows tables in Dutch to a person, of a week as well', async () => {
    await storeCase();
    const { says } = await stats(...HERE, '--week', '2026-W46');
    expect(says).toMatch(/^NNZ-casuïstieken door netwerkpartners +1$/m);
    expect(says).toMatch(/^Leiden +Ja +1 +0$/m);
    expect(says).toMatch(/^jeugdgezondheidszorg +1 +0$/m);
    expect(says).toContain('9 november 2026 tot en met 15 november 2026');
    expect(says.split('\n').every((line) => line.length < 100)).toBe(true);
  });
});

describe('arguments', () => {
  const known = 'Write --region with one of: hollands-midden.';
  it.each<[string[], string]>([
    [[], known],
    [['--region', 'utrecht'], `There is no region “utrecht”. ${known}`],
    [[...HERE, '--week', '46'], '“46” is not a week: write it as 2026-W46.'],
    [[...HERE, '--week', '2026-K3'], '“2026-K3” is not a week: write it as 2026-W46.'],
    [[...HERE, '--week', '2025-W53'], '“2025-W53” is not a week: write it as 2026-W46.'],
    [
      [...HERE, '--week', '2026-W46', '--from', '2026-01-01'],
      'Write either --week or --from and --until, not both.',
    ],
    [[...HERE, '--from', '2026-01-01'], 'Write both --from and --until.'],
    [[...HERE, '--until', '2026-01-01'], 'Write both --from and --until.'],
    [
      [...HERE, '--from', '2026-02-29', '--until', '2026-03-01'],
      '“2026-02-29” is not a day of this century: write it as 2026-11-09.',
    ],
    [
      [...HERE, '--from', '0001-01-01', '--until', '2026-03-01'],
      '“0001-01-01” is not a day of this century: write it as 2026-11-09.',
    ],
    [
      [...HERE, '--from', '2026-03-02', '--until', '2026-03-01'],
      '--until 2026-03-01 comes before --from 2026-03-02.',
    ],
    [[...HERE, '--csv'], "Unknown option '--csv'."],
    [[...HERE, 'x'], "Unexpected argument 'x'."],
  ])('%j: %s', async (args, why) => {
    const { code, says, complains } = await stats(...args);
    expect([code, says]).toEqual([2, '']);
    expect(complains).toEqual([
      `${why}\nType: npm run stats -- --region ID [--week 2026-W46 | --from 2026-01-01 --until 2026-03-31] [--json]`,
    ]);
  });

  it.each([
    [['--from', '2026-03-01', '--until', '2026-03-01']],
    [['--week', '2026-W53']],
    [['--week', '2026-w46']],
  ])('%j are fine', async (period) => {
    expect((await stats(...HERE, ...period)).code).toBe(0);
  });
});
