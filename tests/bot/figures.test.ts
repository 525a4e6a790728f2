import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CODE_ALPHABET, type Case } from '../../data/case.js';
import { INDICATORS } from '../../data/figureRows.js';
import { SINCE_START } from '../../data/periods.js';
import type { Person } from '../../data/person.js';
import type { Write } from '../../data/repository.js';
import { statisticsOf } from '../../data/statistics.js';
import {
  aCase,
  anEscalatedCase,
  ANNEKE,
  aTalk,
  JOOST,
  MERYEM,
  SANNE,
  TOM,
  utc,
} from '../builders.js';
import { aQuickCount } from '../data/quickCountBuilder.js';
import { COMPLETE } from '../data/regionBuilder.js';
import { openBotStage, type BotStage } from './botHarness.js';
import type { ShownMessage } from './fakeTeams.js';
import { shownCase } from './mainSteps.js';
import { saysOn, theOnly } from './personInTeams.js';

const SHIPPED = join(import.meta.dirname, '../../data/regions/hollands-midden.json');

let stage: BotStage;
afterEach(() => stage.close());

const put = (subject: Case): Write => ({ kind: 'case', put: subject });
const codeOf = (n: number) =>
  `HM-2${CODE_ALPHABET[Math.floor(n / 10)] ?? ''}${CODE_ALPHABET[n % 10] ?? ''}2`;

/** A digest can come at any moment. */
const isAnswer = ({ summary }: ShownMessage) => !summary?.startsWith('Weekbericht');

/** Types and gets one card as the answer. */
async function ask(person: Person, text: string): Promise<ShownMessage> {
  return theOnly((await stage.as(person).say(text)).filter(isAnswer));
}

/** Codes that can be opened, in their order. */
const codesOn = ({ card }: Pick<ShownMessage, 'card'>) =>
  [...JSON.stringify(card).matchAll(/"title":"Casus (\S+) openen"/g)]
    .map(([, code]) => code)
    .filter((code, n, all) => all.indexOf(code) === n);
const titlesOn = ({ card }: Pick<ShownMessage, 'card'>) =>
  [...JSON.stringify(card).matchAll(/"Action.Execute","title":"([^"]+)"/g)].map(([, one]) => one);

describe('cijfers', () => {
  beforeEach(async () => {
    stage = await openBotStage();
  });

  const week = 'Week 47 van 2026 (2026-W47)';

  it.each([MERYEM, ANNEKE])('shows $name this week, its year and the start', async (person) => {
    await stage.store(put(anEscalatedCase()));
    for (const word of ['cijfers', 'Weekcijfers', 'figures', 'weekly stats']) {
      const says = saysOn(await ask(person, word));
      expect(says).toContain(week);
      expect(says).toMatch(/Opgeschaalde casuïstiek naar IC 1 1 1/);
      expect(says).toMatch(/Telling Week 47 2026 Sinds start/);
    }
  });

  it.each([
    ['cijfers 2026-W46', 'Week 46 van 2026 (2026-W46)'],
    ['Cijfers 2026-w46', 'Week 46 van 2026 (2026-W46)'],
    ['weekcijfers  2026-K3 ', 'Kwartaal 3 van 2026 (2026-K3)'],
    ['figures 2025', '29 december 2025'],
    ['weekly stats 2026-k4', 'Kwartaal 4 van 2026 (2026-K4)'],
    ['cijfers sinds start', 'Sinds de start'],
    ['cijfers Sinds de start', 'Sinds de start'],
    ['figures since start', 'Sinds de start'],
  ])('%s shows %s', async (typed, shown) => {
    const says = saysOn(await ask(ANNEKE, typed));
    if (typed.includes('2025')) expect(says).toContain('30 december 2024 tot en met');
    else expect(says).toContain(shown);
  });

  it.each(['cijfers 2026-W54', 'cijfers volgende week', 'cijfers 2026-11', 'cijfers 0001'])(
    '%s is answered with what can be typed',
    async (typed) => {
      const says = saysOn(await ask(ANNEKE, typed));
      for (const example of ['2026-W46', '2026-K3', 'cijfers 2026”', 'sinds start']) {
        expect(says).toContain(example);
      }
      expect(says).not.toContain('volgende week');
    },
  );

  it.each(['cijfers 2019', 'cijfers 2026-W48', 'cijfers 2027-K1', 'cijfers 2099'])(
    '%s has no figures, and the card says of when there are',
    async (typed) => {
      const says = saysOn(await ask(ANNEKE, typed));
      expect(says).toContain('van januari 2020 tot en met vandaag');
    },
  );

  it('is not for a professional, whatever is typed behind it', async () => {
    for (const typed of ['cijfers', 'cijfers 2026', 'cijfers wat dan ook']) {
      const says = saysOn(await ask(SANNE, typed));
      expect(says).toContain('De cijfers zijn voor de inhoudelijk coördinator');
    }
  });

  it('is refused to a coordinator who left the team, also by its buttons', async () => {
    await shownCase(stage);
    const card = await ask(MERYEM, 'cijfers');
    stage.teams.roster = [JOOST];
    await stage.restart();
    for (const title of ['Cijfers tonen', 'Casuscodes']) {
      const clicked = await stage.as(MERYEM).click(card, { title });
      expect(clicked.says).toContain('Je staat niet in het team');
    }
    expect(saysOn(await ask(MERYEM, 'cijfers'))).toContain('niet in het team');
  });

  it('is what the button in the menu does', async () => {
    const menu = await ask(ANNEKE, 'start');
    expect((await stage.as(ANNEKE).click(menu, { title: 'Cijfers' })).says).toContain(week);
  });

  it('is updated in its place: earlier, later, another kind of period, another page', async () => {
    await stage.store(put(anEscalatedCase({ reasons: ['finance', 'complex'] })));
    const anneke = stage.as(ANNEKE);
    const card = await ask(ANNEKE, 'cijfers');
    const messages = () => stage.teams.messages.filter(isAnswer).length;
    const before = messages();
    const click = async (title: string, inputs?: Record<string, string>) => {
      await stage.restart();
      const { says } = await anneke.click(card, inputs ? { title, inputs } : { title });
      expect(saysOn(card)).toBe(says);
      return says;
    };
    expect(await click('Naar week 46')).toContain('Week 46 van 2026');
    expect(await click('Naar week 47')).toContain(week);
    expect(await click('Cijfers tonen', { showKind: 'quarter' })).toContain('Kwartaal 4 van 2026');
    const escalations = await click('Opschalingen');
    expect(escalations).toContain('Kwartaal 4 van 2026 (2026-K4): Opschalingen');
    expect(escalations).toMatch(/Regelen van financiën 1/);
    expect(await click('Herkomst')).toContain('(2026-K4): Herkomst');
    const earlier = await click('Naar kwartaal 3');
    expect(earlier).toContain('(2026-K3): Herkomst');
    expect(earlier).toContain('In deze periode is niets geteld.');
    expect(await click('Cijfers tonen', { showKind: 'week' })).toContain(
      'Week 39 van 2026 (2026-W39)',
    );
    expect(await click('Cijfers tonen', { showKind: 'since-start' })).toContain(
      'begonnen in januari 2020',
    );
    expect(await click('Cijfers tonen', { showKind: 'year' })).toMatch(/Telling 2026 Sinds start/);
    expect(messages()).toBe(before);
  });

  it('shows the same when a click comes again', async () => {
    await stage.store(put(anEscalatedCase()));
    const anneke = stage.as(ANNEKE);
    const card = await ask(ANNEKE, 'cijfers');
    const click = anneke.pressed(card, { title: 'Naar week 46' });
    const first = await anneke.sendClick(click);
    await stage.restart();
    expect(await anneke.sendClick(click)).toEqual(first);
  });

  it('understands nothing of data of another shape, and shows no page of a week', async () => {
    await stage.store(put(anEscalatedCase()));
    const anneke = stage.as(ANNEKE);
    const card = await ask(ANNEKE, 'cijfers');
    const send = (data: Record<string, unknown>) =>
      anneke.sendClick(anneke.tampered(card, { title: 'Cijfers tonen' }, data));
    const origin = await send({ page: 'origin' });
    expect(origin.says).toContain(week);
    expect(origin.says).not.toContain('Leiden');
    expect((await send({ period: '${x}', page: 7, showKind: 'day' })).says).toContain(week);
    expect((await send({ period: '2019' })).says).toContain('van januari 2020');
    expect((await send({ period: 2026 })).says).toContain('Dit kan op dit moment niet');
    expect((await send({ region: 'elders' })).says).toContain('De cijfers zijn voor');
  });

  it('shows exactly what the store counts', async () => {
    await stage.store(
      put(anEscalatedCase()),
      put(aCase({ code: 'HM-2222', talks: [aTalk({ on: '2025-03-01' })] })),
      { kind: 'quick-count', put: aQuickCount({ talks: 999 }) },
    );
    const says = saysOn(await ask(ANNEKE, 'cijfers sinds start'));
    const counts = await stage.repository.counts('hollands-midden', [SINCE_START]);
    const { indicators } = statisticsOf(counts, SINCE_START);
    expect(indicators.talks).toBe(1001);
    expect(says).toMatch(/NNZ-casuïstieken door netwerkpartners 1\.001/);
    for (const row of INDICATORS) expect(indicators[row]).toBeGreaterThanOrEqual(0);
  });

  it('shows ages of open work', async () => {
    await stage.store(
      put(anEscalatedCase({ at: utc('2026-11-06T08:00') })),
      put(anEscalatedCase({ at: utc('2026-11-13T08:00') }, { code: 'HM-2222' })),
    );
    const card = await ask(ANNEKE, 'cijfers 2026-K4');
    await stage.as(ANNEKE).click(card, { title: 'Opschalingen' });
    expect(JSON.stringify(card.card)).toMatch(
      /Open, nog niet opgepakt.{0,120}"2".{0,120}"3".{0,120}"10"/,
    );
  });
});

describe('the register and the digest', () => {
  beforeEach(async () => {
    stage = await openBotStage();
  });

  it('give a target of the year, and what was printed', async () => {
    const added = { kind: 'added', by: ANNEKE, at: utc('2026-01-05T09:00') } as const;
    const target = { kind: 'target', indicator: 'talks', n: 4 } as const;
    const entry = { region: 'hollands-midden', version: 1, history: [added] };
    await stage.store(
      put(aCase()),
      put(aCase({ code: 'HM-2222', talks: [aTalk({ on: '2025-03-01' })] })),
      {
        kind: 'register',
        put: { ...entry, id: 'RG-222222', content: { ...target, year: 2026, basis: 'this-year' } },
      },
      {
        kind: 'register',
        put: {
          ...entry,
          id: 'RG-333333',
          content: { ...target, year: 2026, basis: 'since-start' },
        },
      },
      {
        kind: 'digest',
        put: {
          ...{ region: 'hollands-midden', week: '2026-W46', version: 1 },
          ...{ at: utc('2026-11-16T07:00'), before: {} },
          printed: { week: { talks: 4 }, year: {}, 'since-start': {} },
        },
      },
    );
    const says = saysOn(await ask(ANNEKE, 'cijfers 2026-W46'));
    expect(says).toContain('Week 46: 1 (weekbericht: 4)');
    expect(says).toContain('Streefgetal 2026, dit jaar: 1 van 4 (25%)');
    expect(says).toContain('Streefgetal 2026, sinds start: 2 van 4 (50%)');
    const before = saysOn(await ask(ANNEKE, 'cijfers 2025'));
    expect(before).not.toContain('Streefgetal');
  });
});

describe('the cases behind a figure', () => {
  beforeEach(async () => {
    stage = await openBotStage();
  });

  const choose = async (card: ShownMessage, row: string) => {
    await stage.restart();
    return stage.as(MERYEM).click(card, { title: 'Casussen tonen', inputs: { showRow: row } });
  };

  it('are shown to a coordinator, and each of them opens', async () => {
    await stage.store(
      put(anEscalatedCase({ reasons: ['finance'] })),
      put(anEscalatedCase({ reasons: ['complex'] }, { code: 'HM-2222' })),
    );
    const card = await ask(MERYEM, 'cijfers 2026-K4');
    await stage.as(MERYEM).click(card, { title: 'Opschalingen' });
    const asked = await stage.as(MERYEM).click(card, { title: 'Casuscodes' });
    expect(asked.says).toContain('Kies een cijfer en daarna Casussen tonen');
    const shown = await choose(card, 'reason:finance');
    expect(shown.says).toContain('Reden: Regelen van financiën: 1');
    expect(codesOn(card)).toEqual(['HM-7K3Q']);
    await stage.restart();
    const opened = await stage.as(MERYEM).click(card, { title: 'Casus HM-7K3Q openen' });
    expect(opened.says).toContain('Casus HM-7K3Q · Open');
  });

  it('are told apart from quick counts and from what was erased', async () => {
    await stage.store(put(aCase()), put(aCase({ code: 'HM-2222' })), {
      kind: 'quick-count',
      put: aQuickCount({ talks: 5 }),
    });
    const erased = await stage.repository.commit({
      writes: [],
      counted: [
        { region: 'hollands-midden', contribution: { row: 'talks', period: '2026-W46', n: 3 } },
      ],
    });
    expect(erased.ok).toBe(true);
    const card = await ask(MERYEM, 'cijfers 2026');
    await stage.as(MERYEM).click(card, { title: 'Casuscodes' });
    const shown = await choose(card, 'talks');
    expect(shown.says).toContain('NNZ-casuïstieken door netwerkpartners: 10');
    expect(shown.says).toContain('Uit casussen: 2 · uit tellingen: 5 · gewist: 3');
    expect(shown.says).toContain('daarom niet te openen: HM-2222 en HM-7K3Q');
    expect(codesOn(card)).toEqual([]);
  });

  it('come in pages, back and forth, also when some went meanwhile', async () => {
    const codes = Array.from({ length: 23 }, (_, n) => codeOf(n));
    await stage.store(...codes.map((code) => put(anEscalatedCase({}, { code }))));
    const card = await ask(MERYEM, 'cijfers');
    await stage.as(MERYEM).click(card, { title: 'Casuscodes' });
    expect((await choose(card, 'escalations')).says).toContain('Casus 1 tot en met 10 van 23');
    expect(codesOn(card)).toEqual(codes.slice(0, 10));
    const turn = async (title: string) => {
      await stage.restart();
      await stage.as(MERYEM).click(card, { title });
      return codesOn(card);
    };
    expect(await turn('Volgende')).toEqual(codes.slice(10, 20));
    expect(await turn('Volgende')).toEqual(codes.slice(20));
    expect(titlesOn(card)).not.toContain('Volgende');
    await stage.store({ kind: 'case', remove: { key: codes[12] ?? '', version: 1 } });
    expect(await turn('Vorige')).toHaveLength(10);
    expect(await turn('Terug naar de cijfers')).toEqual([]);
    expect(saysOn(card)).toContain('Week 47 van 2026');
  });

  it('of a time are those of all the days it is made of', async () => {
    const claimed = (code: string, at: string): Case => {
      const subject = anEscalatedCase({ at: utc('2026-11-02T09:00') }, { code });
      const by = { kind: 'claimed', number: 3, at: utc(at), by: MERYEM } as const;
      return { ...subject, history: [...subject.history, by] };
    };
    await stage.store(
      put(claimed('HM-2222', '2026-11-03T09:00')),
      put(claimed('HM-3333', '2026-11-12T09:00')),
    );
    const card = await ask(MERYEM, 'cijfers 2026-K4');
    await stage.as(MERYEM).click(card, { title: 'Opschalingen' });
    await stage.as(MERYEM).click(card, { title: 'Casuscodes' });
    await choose(card, 'claim-days:');
    expect(codesOn(card)).toEqual(['HM-2222', 'HM-3333']);
  });

  it('are none for a figure that this page does not have', async () => {
    await stage.store(put(anEscalatedCase()));
    const card = await ask(MERYEM, 'cijfers');
    await stage.as(MERYEM).click(card, { title: 'Casuscodes' });
    for (const row of [
      'reason:finance',
      'talks:municipality:leiden',
      'x',
      '',
      'now:',
      'finance-asked:leiden',
    ]) {
      const meryem = stage.as(MERYEM);
      const tampered = meryem.tampered(card, { title: 'Casussen tonen' }, { showRow: row });
      expect((await meryem.sendClick(tampered)).says).toContain(
        'Kies een cijfer en daarna Casussen tonen',
      );
      expect(codesOn(card)).toEqual([]);
    }
  });

  it('are not for a project leader: no button, and no way around it', async () => {
    await stage.store(put(anEscalatedCase()));
    const card = await ask(MERYEM, 'cijfers');
    const theirs = await ask(ANNEKE, 'cijfers 2026');
    expect(titlesOn(theirs)).not.toContain('Casuscodes');
    const anneke = stage.as(ANNEKE);
    const refused = await anneke.sendClick(
      anneke.tampered(card, { title: 'Casuscodes' }, { row: 'escalations' }),
    );
    expect(refused.says).toContain('Casuscodes zijn alleen voor de inhoudelijk coördinator');
    expect(JSON.stringify(refused)).not.toContain('HM-7K3Q');
    const sanne = stage.as(SANNE);
    const other = await sanne.sendClick(sanne.pressed(card, { title: 'Casuscodes' }));
    expect(other.says).toContain('De cijfers zijn voor');
  });

  it('are wiped out where they stand when a case is erased', async () => {
    await stage.store(put(anEscalatedCase()));
    const card = await ask(MERYEM, 'cijfers');
    await stage.as(MERYEM).click(card, { title: 'Casuscodes' });
    await choose(card, 'escalations');
    expect(codesOn(card)).toEqual(['HM-7K3Q']);
    await stage.store({ kind: 'case', remove: { key: 'HM-7K3Q', version: 1 } });
    await stage.restart();
    await stage.teams.waitFor(
      () => (saysOn(card).includes('Wat hier stond, is gewist') ? true : undefined),
      'the message wiped out',
    );
    expect(JSON.stringify(card.card)).not.toContain('HM-7K3Q');
  });
});

describe('two regions', () => {
  let directory: string;
  afterEach(() => rm(directory, { recursive: true }));

  const person = ({ aadObjectId, name }: typeof TOM) => ({ aadObjectId, name });

  /** Joost coordinates in both; Anneke leads one and coordinates the other. */
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'nnz-figures-'));
    const haaglanden = {
      ...{ ...COMPLETE, id: 'haaglanden', name: 'Haaglanden', codePrefix: 'HG' },
      startedIn: '2024-01',
      municipalities: [{ id: 'delft', name: 'Delft', participatesFrom: '2024-01' }],
      organisations: [{ id: 'delft-zorg', name: 'Delft Zorg', type: 'gp', domain: 'medical' }],
      coordinators: [person(JOOST), person(ANNEKE)],
      projectLeaders: [person(TOM)],
    };
    await writeFile(join(directory, 'hollands-midden.json'), await readFile(SHIPPED));
    await writeFile(join(directory, 'haaglanden.json'), JSON.stringify(haaglanden));
    stage = await openBotStage({ regionsDir: directory });
    const there = { region: 'haaglanden', municipality: 'delft', organisation: 'delft-zorg' };
    await stage.store(
      put(anEscalatedCase()),
      put(anEscalatedCase({}, { code: 'HG-2222', ...there })),
      put(anEscalatedCase({}, { code: 'HG-3333', ...there })),
    );
  });

  const count = /Opgeschaalde casuïstiek naar IC (\d)/;

  it('are asked for first, and can be switched on the card', async () => {
    const joost = stage.as(JOOST);
    const card = await ask(JOOST, 'cijfers 2026-K4');
    expect(saysOn(card)).toContain('Van welke regio wil je de cijfers zien?');
    expect(saysOn(card)).not.toMatch(count);
    await stage.restart();
    const theirs = await joost.click(card, { title: 'Cijfers van Haaglanden bekijken' });
    expect(theirs.says).toContain('Cijfers Haaglanden');
    expect(theirs.says).toContain('2026-K4');
    expect(count.exec(theirs.says)?.[1]).toBe('2');
    await stage.restart();
    const inputs = { showRegion: 'hollands-midden', showKind: 'year' };
    const other = await joost.click(card, { title: 'Cijfers tonen', inputs });
    expect(other.says).toContain('Cijfers Hollands Midden');
    expect(count.exec(other.says)?.[1]).toBe('1');
    const later = await joost.click(card, {
      title: 'Cijfers tonen',
      inputs: { showRegion: 'haaglanden', showKind: 'quarter' },
    });
    expect(later.says).toContain('Cijfers Haaglanden');
  });

  it('show codes only where one coordinates', async () => {
    const anneke = stage.as(ANNEKE);
    const card = await ask(ANNEKE, 'cijfers');
    await anneke.click(card, {
      title: 'Cijfers van Hollands Midden (voorbeeld) bekijken',
    });
    expect(titlesOn(card)).not.toContain('Casuscodes');
    await anneke.click(card, { title: 'Cijfers tonen', inputs: { showRegion: 'haaglanden' } });
    await anneke.click(card, { title: 'Casuscodes' });
    await anneke.click(card, { title: 'Casussen tonen', inputs: { showRow: 'escalations' } });
    expect(codesOn(card)).toEqual(['HG-2222', 'HG-3333']);
    const here = anneke.tampered(
      card,
      { title: 'Casussen tonen' },
      { region: 'hollands-midden', row: 'escalations' },
    );
    expect((await anneke.sendClick(here)).says).toContain('Casuscodes zijn alleen voor');
  });

  it('show nothing of each other', async () => {
    const meryem = stage.as(MERYEM);
    const card = await ask(MERYEM, 'cijfers');
    expect(JSON.stringify(card.card)).not.toMatch(/Haaglanden|haaglanden/);
    for (const data of [{ region: 'haaglanden' }, { showRegion: 'haaglanden' }]) {
      const said = await meryem.sendClick(meryem.tampered(card, { title: 'Cijfers tonen' }, data));
      expect(said.says).toContain('De cijfers zijn voor');
      expect(said.says).not.toMatch(count);
    }
  });

  it('each have figures from their own start on', async () => {
    const tom = await ask(TOM, 'cijfers 2023');
    expect(saysOn(tom)).toContain('van januari 2024 tot en met vandaag');
  });
});
