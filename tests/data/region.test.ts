import { describe, expect, test } from 'vitest';
import example from '../../data/regions/hollands-midden.json' with { type: 'json' };
import { ELSEWHERE } from '../../data/checklist.js';
import {
  DOMAINS,
  findOverlap,
  participation,
  regionSchema,
  type Region,
} from '../../data/region.js';
import { ANNEKE, at, JOOST, MERYEM, NOW, SANNE } from '../builders.js';
import { aRegion, COMPLETE } from './regionBuilder.js';

describe('the shipped example', () => {
  const region = regionSchema.parse(example);

  test('says that it is one, and that its people are invented', () => {
    expect(region.name).toContain('voorbeeld');
    for (const { name } of region.organisations) expect(name).toContain('Voorbeeld');
    expect(region.controller).toContain('verzonnen mensen');
    for (const text of [region.controller, region.dataProtectionContact, region.complaintsRoute]) {
      expect(text).toContain('VOORBEELD');
    }
  });

  test('has 18 municipalities, participating from the month they joined', () => {
    const from = region.municipalities.map(({ name, participatesFrom }) => [
      name,
      participatesFrom,
    ]);
    expect(Object.fromEntries(from)).toEqual({
      'Alphen aan den Rijn': '2020-09',
      'Bodegraven-Reeuwijk': undefined,
      Gouda: undefined,
      Hillegom: '2021-01',
      'Kaag en Braassem': undefined,
      Katwijk: undefined,
      Krimpenerwaard: undefined,
      Leiden: '2020-01',
      Leiderdorp: undefined,
      Lisse: '2021-01',
      Nieuwkoop: '2021-01',
      Noordwijk: undefined,
      Oegstgeest: '2021-01',
      Teylingen: '2021-01',
      Voorschoten: '2021-01',
      Waddinxveen: '2021-09',
      Zoeterwoude: undefined,
      Zuidplas: undefined,
    });
    expect(from).toHaveLength(18);
  });

  test('knows the invented people of the tests by their object id', () => {
    const ids = (rows: { aadObjectId: string; name: string }[]) =>
      rows.map(({ aadObjectId, name }) => ({ aadObjectId, name }));
    const known = ({ aadObjectId, name }: typeof SANNE) => ({ aadObjectId, name });
    expect(ids(region.coordinators)).toEqual([MERYEM, JOOST].map(known));
    expect(ids(region.projectLeaders)).toEqual([known(ANNEKE)]);
    const officers = region.organisations.flatMap(({ id, attentionOfficers }) =>
      attentionOfficers.map((row) => ({ at: id, ...row })),
    );
    expect(officers).toEqual([{ at: 'jgz-voorbeeld', ...known(SANNE) }]);
  });

  test('says how each coordinator can be reached, and who stands in for one of them', () => {
    const instead = region.coordinators.map(({ name, replacedBy }) => [
      name,
      region.coordinators.find(({ aadObjectId }) => aadObjectId === replacedBy)?.name,
    ]);
    expect(Object.fromEntries(instead)).toEqual({
      [MERYEM.name]: JOOST.name,
      [JOOST.name]: undefined,
    });
    for (const { reachable } of region.coordinators) expect(reachable).toContain('voorbeeld');
  });

  test('has intervision and materials that say they are examples', () => {
    expect(region.intervision.length).toBeGreaterThan(0);
    for (const { place } of region.intervision) expect(place).toContain('oorbeeld');
    expect(new Set(region.materials.map(({ kind }) => kind))).toEqual(
      new Set(['conversation-cards', 'e-learning', 'client-information']),
    );
    for (const { title, url } of region.materials) {
      expect(title).toContain('voorbeeld');
      expect(new URL(url).hostname).toMatch(/^(nunietzwanger|www\.zanzu)\.nl$/);
    }
  });

  test('has organisations of each domain', () => {
    expect(new Set(region.organisations.map((row) => row.domain))).toEqual(new Set(DOMAINS));
  });

  test.each([
    ['leiden', '2019-12-31T23:59', 'not-participating'],
    ['leiden', '2020-01-01T00:00', 'participating'],
    ['alphen-aan-den-rijn', '2020-08-31T23:59', 'not-participating'],
    ['alphen-aan-den-rijn', '2020-09-01T00:00', 'participating'],
    ['hillegom', '2020-12-31T23:59', 'not-participating'],
    ['hillegom', '2021-01-01T00:00', 'participating'],
    ['waddinxveen', '2021-08-31T23:59', 'not-participating'],
    ['waddinxveen', '2021-09-01T00:00', 'participating'],
    ['gouda', '2026-11-16T09:00', 'not-participating'],
  ])('%s at %s is %s', (municipality, moment, expected) => {
    expect(participation(region, municipality, at(moment))).toBe(expected);
  });

  test('gives an answer for every municipality and everywhere else', () => {
    for (const id of [...region.municipalities.map((row) => row.id), ...ELSEWHERE]) {
      expect(participation(region, id, NOW)).toMatch(/participating|unknown/);
    }
  });
});

describe('a broken file is refused, naming path and rule', () => {
  const [leiden] = COMPLETE.municipalities;
  const [jgz] = COMPLETE.organisations;
  const [meryem] = COMPLETE.coordinators;
  const without = (key: keyof typeof COMPLETE) => ({ ...COMPLETE, [key]: undefined });
  const municipality = (parts: object) => ({
    ...COMPLETE,
    municipalities: [{ ...leiden, ...parts }],
  });
  const organisation = (parts: object) => ({ ...COMPLETE, organisations: [{ ...jgz, ...parts }] });
  const coordinator = (parts: object) => ({ ...COMPLETE, coordinators: [{ ...meryem, ...parts }] });
  const retention = (parts: object) => ({
    ...COMPLETE,
    retention: { ...COMPLETE.retention, ...parts },
  });

  const meeting = (parts: object) => ({
    ...COMPLETE,
    intervision: [{ on: '2026-12-03', at: '14:00', place: 'Leiden', ...parts }],
  });
  const material = (parts: object) => ({
    ...COMPLETE,
    materials: [
      { title: 'Praatplaten', url: 'https://voorbeeld.example/', kind: 'other', ...parts },
    ],
  });

  test('the file that the rows below break is itself good', () => {
    expect(regionSchema.safeParse(COMPLETE).error).toBeUndefined();
  });

  const rows: [rule: string, file: unknown, path: string, message: string][] = [
    ['not an object', 'Hollands Midden', '', 'expected object'],
    ['an unknown key', { ...COMPLETE, colour: 'red' }, '', '"colour"'],
    ['an id with capitals', { ...COMPLETE, id: 'Hollands Midden' }, 'id', 'lower-case letters'],
    ['an id of one letter', { ...COMPLETE, id: 'h' }, 'id', 'lower-case letters'],
    ['an empty name', { ...COMPLETE, name: '   ' }, 'name', '>=1'],
    ['a name of 301 letters', { ...COMPLETE, name: 'x'.repeat(301) }, 'name', '<=300'],
    ['a prefix of three letters', { ...COMPLETE, codePrefix: 'HMD' }, 'codePrefix', 'two capitals'],
    ['a prefix in small letters', { ...COMPLETE, codePrefix: 'hm' }, 'codePrefix', 'two capitals'],
    ['a language nobody wrote', { ...COMPLETE, language: 'fr' }, 'language', '"nl"|"en"'],
    ['a start that is a day', { ...COMPLETE, startedIn: '2020-01-01' }, 'startedIn', 'YYYY-MM'],
    ['a thirteenth month', { ...COMPLETE, startedIn: '2020-13' }, 'startedIn', 'YYYY-MM'],
    ['no municipalities', { ...COMPLETE, municipalities: [] }, 'municipalities', '>=1'],
    ['no organisations', { ...COMPLETE, organisations: [] }, 'organisations', '>=1'],
    ['no coordinators', { ...COMPLETE, coordinators: [] }, 'coordinators', '>=1'],
    ['no project leaders', { ...COMPLETE, projectLeaders: [] }, 'projectLeaders', '>=1'],
    ['no controller', without('controller'), 'controller', 'expected string'],
    [
      'no data-protection contact',
      without('dataProtectionContact'),
      'dataProtectionContact',
      'expected string',
    ],
    ['no complaints route', without('complaintsRoute'), 'complaintsRoute', 'expected string'],
    ['no retention', without('retention'), 'retention', 'expected object'],
    ['an empty complaints route', { ...COMPLETE, complaintsRoute: ' ' }, 'complaintsRoute', '>=1'],
    [
      'no retention of drafts',
      retention({ draftDays: undefined }),
      'retention.draftDays',
      'expected number',
    ],
    ['drafts kept 0 days', retention({ draftDays: 0 }), 'retention.draftDays', '>=1'],
    ['drafts kept 32 days', retention({ draftDays: 32 }), 'retention.draftDays', '<=31'],
    [
      'drafts kept half a day',
      retention({ draftDays: 0.5 }),
      'retention.draftDays',
      'expected int',
    ],
    ['cases kept 0 months', retention({ caseMonths: 0 }), 'retention.caseMonths', '>=1'],
    ['cases kept 61 months', retention({ caseMonths: 61 }), 'retention.caseMonths', '<=60'],
    [
      'escalated cases kept 0 months',
      retention({ escalatedCaseMonths: 0 }),
      'retention.escalatedCaseMonths',
      '>=1',
    ],
    [
      'escalated cases kept 61 months',
      retention({ escalatedCaseMonths: 61 }),
      'retention.escalatedCaseMonths',
      '<=60',
    ],
    [
      'a misspelt month of participation',
      municipality({ participatesFrom: 'januari' }),
      'municipalities.0.participatesFrom',
      'YYYY-MM',
    ],
    [
      'an end before the beginning',
      municipality({ participatesUntil: '2019-12' }),
      'municipalities.0.participatesUntil',
      'participatesFrom',
    ],
    [
      'an end without a beginning',
      municipality({ participatesFrom: undefined, participatesUntil: '2021-12' }),
      'municipalities.0.participatesUntil',
      'participatesFrom',
    ],
    [
      'a misspelt key of a municipality',
      municipality({ participateFrom: '2020-01' }),
      'municipalities.0',
      '"participateFrom"',
    ],
    [
      'a municipality called unknown',
      municipality({ id: 'unknown' }),
      'municipalities.0.id',
      'elsewhere',
    ],
    [
      'a municipality called outside-region',
      municipality({ id: 'outside-region' }),
      'municipalities.0.id',
      'elsewhere',
    ],
    [
      'a municipality called no-fixed-abode',
      municipality({ id: 'no-fixed-abode' }),
      'municipalities.0.id',
      'elsewhere',
    ],
    [
      'a municipality twice',
      { ...COMPLETE, municipalities: [leiden, leiden] },
      'municipalities.1.id',
      'used twice',
    ],
    [
      'an organisation twice',
      { ...COMPLETE, organisations: [jgz, jgz] },
      'organisations.1.id',
      'used twice',
    ],
    [
      'an unknown organisation type',
      organisation({ type: 'bakery' }),
      'organisations.0.type',
      '"midwives"',
    ],
    [
      'an unknown domain',
      organisation({ domain: 'legal' }),
      'organisations.0.domain',
      '"social"|"medical"',
    ],
    [
      'an attention officer without an id',
      organisation({ attentionOfficers: [{ name: 'Sanne' }] }),
      'organisations.0.attentionOfficers.0.aadObjectId',
      'Entra object id',
    ],
    [
      'a coordinator by mail address',
      coordinator({ aadObjectId: 'meryem@voorbeeld.example' }),
      'coordinators.0.aadObjectId',
      'Entra object id',
    ],
    ['a coordinator without a name', coordinator({ name: '' }), 'coordinators.0.name', '>=1'],
    [
      'a way to reach of 121 letters',
      coordinator({ reachable: 'x'.repeat(121) }),
      'coordinators.0.reachable',
      '<=120',
    ],
    ['an empty way to reach', coordinator({ reachable: ' ' }), 'coordinators.0.reachable', '>=1'],
    [
      'a stand-in by name',
      coordinator({ replacedBy: 'Joost Vermeer' }),
      'coordinators.0.replacedBy',
      'Entra object id',
    ],
    [
      'a stand-in who is no coordinator',
      coordinator({ replacedBy: ANNEKE.aadObjectId }),
      'coordinators.0.replacedBy',
      'not another coordinator',
    ],
    [
      'a coordinator standing in for themselves',
      coordinator({ replacedBy: MERYEM.aadObjectId }),
      'coordinators.0.replacedBy',
      'not another coordinator',
    ],
    [
      'intervision on a day that does not exist',
      meeting({ on: '2026-02-30' }),
      'intervision.0.on',
      'ISO date',
    ],
    ['intervision at half past', meeting({ at: '24:30' }), 'intervision.0.at', 'HH:mm'],
    ['intervision nowhere', meeting({ place: '' }), 'intervision.0.place', '>=1'],
    ['a misspelt key of intervision', meeting({ time: '14:00' }), 'intervision.0', '"time"'],
    ['a material of another kind', material({ kind: 'film' }), 'materials.0.kind', '"other"'],
    [
      'a material without encryption',
      material({ url: 'http://voorbeeld.example/' }),
      'materials.0.url',
      'https://',
    ],
    [
      'an address that would end the link',
      material({ url: 'https://voorbeeld.example/) [x](https://elders.example/' }),
      'materials.0.url',
      'https://',
    ],
    [
      'a title that would end the link',
      material({ title: 'Praatplaten](https://elders.example/)' }),
      'materials.0.title',
      'Markdown',
    ],
    [
      'a title with a date code',
      material({ title: '{{DATE(2026-12-03)}}' }),
      'materials.0.title',
      'Markdown',
    ],
    ['a language in words', material({ language: 'Arabisch' }), 'materials.0.language', 'ISO 639'],
  ];

  test.each(rows)('%s', (_, file, path, message) => {
    const issues = regionSchema.safeParse(file).error?.issues ?? [];
    const found = issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
    expect(found).toEqual([{ path, message: expect.stringContaining(message) as string }]);
  });

  test('what a file leaves out is empty', () => {
    const { intervision, materials } = regionSchema.parse(COMPLETE);
    expect({ intervision, materials }).toEqual({ intervision: [], materials: [] });
  });

  test('everything that is wrong is named at once', () => {
    const file = { ...COMPLETE, codePrefix: 'x', retention: undefined, controller: '' };
    const paths = regionSchema.safeParse(file).error?.issues.map((issue) => issue.path.join('.'));
    expect(paths?.sort()).toEqual(['codePrefix', 'controller', 'retention']);
  });

  test.each([
    ['drafts kept 1 day', retention({ draftDays: 1 })],
    ['drafts kept 31 days', retention({ draftDays: 31 })],
    ['cases kept 60 months', retention({ caseMonths: 60 })],
    ['participation of a single month', municipality({ participatesUntil: '2020-01' })],
    ['a municipality that does not take part', municipality({ participatesFrom: undefined })],
    ['a way to reach of 120 letters', coordinator({ reachable: 'x'.repeat(120) })],
    [
      'a stand-in who is a coordinator',
      {
        ...COMPLETE,
        coordinators: [
          { ...meryem, replacedBy: JOOST.aadObjectId },
          { aadObjectId: JOOST.aadObjectId, name: JOOST.name },
        ],
      },
    ],
    ['intervision without a time', meeting({ at: undefined })],
    ['intervision at midnight', meeting({ at: '00:00' })],
    ['an address with a query', material({ url: 'https://voorbeeld.example/a?b=c&d#e' })],
    ['a material in another language', material({ language: 'ar' })],
    ['a name of 300 letters', { ...COMPLETE, name: 'x'.repeat(300) }],
  ])('%s is allowed', (_, file) => {
    expect(regionSchema.safeParse(file).error).toBeUndefined();
  });
});

describe('two files side by side', () => {
  const one = aRegion();
  const other = (parts: Partial<Region>) =>
    aRegion({
      id: 'rijnmond',
      codePrefix: 'RM',
      organisations: [{ ...first(one.organisations), id: 'wijkteam-rijnmond' }],
      ...parts,
    });

  test.each<[string, Region[], string | undefined]>([
    ['nothing in common', [one, other({})], undefined],
    ['the same municipality', [one, other({ municipalities: one.municipalities })], undefined],
    ['one file only', [one], undefined],
    [
      'the same code prefix',
      [one, other({ codePrefix: 'HM' })],
      'codePrefix HM stands in hollands-midden and in rijnmond',
    ],
    [
      'the same organisation',
      [one, other({ organisations: one.organisations })],
      'organisation jgz-voorbeeld stands in hollands-midden and in rijnmond',
    ],
    [
      'the same region id',
      [one, other({ id: one.id })],
      'id hollands-midden stands in hollands-midden and in hollands-midden',
    ],
    [
      'the third overlapping the first',
      [one, other({}), other({ id: 'utrecht', codePrefix: 'HM' })],
      'codePrefix HM stands in hollands-midden and in utrecht',
    ],
  ])('%s: %j', (_, regions, overlap) => {
    expect(findOverlap(regions)).toBe(overlap);
  });

  function first<T>(rows: readonly T[]): T {
    const [row] = rows;
    if (row === undefined) throw new Error('none');
    return row;
  }
});
