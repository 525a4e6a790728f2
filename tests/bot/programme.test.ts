import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../data/person.js';
import type { RegisterContent, RegisterEntry } from '../../data/register.js';
import { ANNEKE, JOOST, MERYEM, SANNE, TOM } from '../builders.js';
import {
  aGroup,
  aMeeting,
  anEntry,
  aPartner,
  aTarget,
  aTotal,
  aTraining,
} from '../data/registerBuilder.js';
import { COMPLETE } from '../data/regionBuilder.js';
import { openBotStage, type BotStage } from './botHarness.js';
import type { ShownMessage } from './fakeTeams.js';
import { linkChannel } from './mainSteps.js';
import { saysOn, type Click } from './personInTeams.js';

const HERE = 'hollands-midden';
const SHIPPED = path.join(import.meta.dirname, '../../data/regions/hollands-midden.json');
const ONLY_LEADER = 'Dit kan alleen de projectleider';

let stage: BotStage;
let regionsDir: string | undefined;
beforeEach(async () => {
  stage = await openBotStage();
});
afterEach(async () => {
  await stage.close();
  if (regionsDir !== undefined) await rm(regionsDir, { recursive: true });
  regionsDir = undefined;
});

const register = () => stage.repository.register(HERE);
async function theEntry(): Promise<RegisterEntry> {
  const [only, ...others] = await register();
  if (!only || others.length > 0) throw new Error(`${others.length + 1} entries, or none`);
  return only;
}

let stored = 0;
async function store(content: RegisterContent, parts: Partial<RegisterEntry> = {}) {
  stored += 1;
  const id = `RG-${String(stored).padStart(6, '0').replaceAll('0', 'A').replaceAll('1', 'B')}`;
  const put = anEntry(content, { id, ...parts });
  expect(await stage.repository.commit({ writes: [{ kind: 'register', put }] })).toEqual({
    ok: true,
  });
  return put;
}

/** Presses one button after another on one card; gives what the last one answered. */
async function clicks(person: Person, message: ShownMessage, ...choices: (Click | string)[]) {
  let says = saysOn(message);
  for (const choice of choices) {
    const click = typeof choice === 'string' ? { title: choice } : choice;
    says = (await stage.as(person).click(message, click)).says;
  }
  return says;
}

/** `programma`, and from there. */
async function programme(person: Person, ...choices: (Click | string)[]) {
  const message = await stage.as(person).ask('programma');
  return { message, says: await clicks(person, message, ...choices) };
}

const save = (inputs: Record<string, string>): Click => ({ title: 'Opslaan', inputs });
const opening = ({ id }: RegisterEntry): Click => ({
  verb: 'open-entry',
  where: (data) => data.entry === id,
});

const PARTNER = {
  name: 'Kraamzorg Voorbeeld',
  organisationType: 'maternity-care',
  status: 'talking',
  since: '2026-10-01',
};

describe('a project leader', () => {
  it('adds a partner, follows it until it joined, and removes it', async () => {
    const { message, says } = await programme(ANNEKE, 'Partners', 'Partner toevoegen');
    expect(says).toContain('Naam van de organisatie (verplicht)');
    await stage.restart();
    const added = await clicks(ANNEKE, message, save(PARTNER));
    expect(added).toContain('Toegevoegd.');
    expect(added).toContain('toegevoegd door Anneke Blom');
    expect(added).not.toContain('telt mee in week');
    expect(await stage.counted('partners')).toBe(0);

    await stage.restart();
    const joined = await clicks(
      ANNEKE,
      message,
      'Corrigeren',
      save({ status: 'joined', since: '2026-11-09' }),
    );
    expect(joined).toContain('Dit telt mee in week 46 van 2026.');
    expect(joined).toContain('Status, eerst: In gesprek');
    expect(joined).toContain('Status, daarna: Aangesloten');
    expect(await stage.counted('partners')).toBe(1);
    expect((await theEntry()).content).toEqual(
      aPartner({
        standings: [
          { status: 'talking', since: '2026-10-01' },
          { status: 'joined', since: '2026-11-09' },
        ],
      }),
    );
    expect(await clicks(ANNEKE, message, 'Naar het programma')).toContain('Aangesloten: 1');

    await clicks(ANNEKE, message, 'Partners', opening(await theEntry()));
    const asked = await clicks(ANNEKE, message, 'Verwijderen');
    expect(asked).toContain('Wil je dit verwijderen?');
    expect(await stage.counted('partners')).toBe(1);
    await stage.restart();
    const gone = await clicks(ANNEKE, message, 'Verwijderen');
    expect(gone).toContain('verwijderd door Anneke Blom');
    expect(gone).toContain('In gesprek sinds 1 oktober 2026');
    expect(await stage.counted('partners')).toBe(0);
    expect(await clicks(ANNEKE, message, 'Partners')).toContain('nog geen partners');
    const removed = await clicks(ANNEKE, message, 'Verwijderd (1)', opening(await theEntry()));
    expect(removed).toContain('Verwijderd op 16 november 2026');
    expect((await theEntry()).history.map(({ kind }) => kind)).toEqual([
      'added',
      'corrected',
      'removed',
    ]);
  });

  it.each<[string, string, Record<string, string>, RegisterContent]>([
    [
      'Scholingen',
      'Scholing toevoegen',
      { on: '2026-11-04', title: 'Basisscholing', officers: '6' },
      aTraining(),
    ],
    [
      'Scholingen',
      'Scholing toevoegen',
      { on: '2026-11-04', title: 'Basisscholing', officers: '6', organisation: 'jgz-voorbeeld' },
      aTraining({ organisation: 'jgz-voorbeeld' }),
    ],
    [
      'Intervisiegroepen',
      'Intervisiegroep toevoegen',
      { name: 'Intervisie Leiden', since: '2026-09-01' },
      aGroup(),
    ],
    ['Streefgetallen', 'Streefgetal toevoegen', { indicator: 'partners', n: '40' }, aTarget()],
    [
      'Streefgetallen',
      'Streefgetal toevoegen',
      { indicator: 'talks', year: '2027', basis: 'this-year', n: '0' },
      aTarget({ indicator: 'talks', year: 2027, basis: 'this-year', n: 0 }),
    ],
    [
      'Eerdere totalen',
      'Eerder totaal toevoegen',
      { row: 'trainings', n: '25', until: '2025-12-28' },
      aTotal(),
    ],
  ])('under %s: %s %j', async (list, add, inputs, content) => {
    const { message, says } = await programme(ANNEKE, list, add, save(inputs));
    expect(says).toContain('Toegevoegd.');
    expect(await theEntry()).toMatchObject({ version: 1, content });
    const corrected = await clicks(ANNEKE, message, 'Corrigeren', 'Opslaan');
    expect(corrected).toContain('Er is niets veranderd');
    expect((await theEntry()).version).toBe(1);
  });

  it('adds a meeting in two steps, and corrects who was there', async () => {
    const group = await store(aGroup());
    const { message, says } = await programme(
      ANNEKE,
      'Intervisiebijeenkomsten',
      'Bijeenkomst toevoegen',
      {
        title: 'Volgende',
        inputs: {
          on: '2026-11-05',
          group: group.id,
          organisations: 'jgz-voorbeeld,opvang-voorbeeld',
        },
      },
    );
    expect(says).toContain('Maatschappelijke Opvang Voorbeeld (verplicht)');
    await stage.restart();
    const [jgz, opvang] = ['attended-jgz-voorbeeld', 'attended-opvang-voorbeeld'] as const;
    const wrong = await clicks(ANNEKE, message, save({ [jgz]: '3', [opvang]: 'twee' }));
    expect(wrong).toContain('⚠ Vul een heel getal in');
    const added = await clicks(ANNEKE, message, save({ [opvang]: '2' }));
    expect(added).toContain('Intervisiegroep: Intervisie Leiden');
    expect(added).toContain('(samen 5)');
    expect(added).toContain('week 45 van 2026');
    expect(await stage.counted('intervision')).toBe(1);

    const back = await clicks(ANNEKE, message, 'Corrigeren', 'Volgende', 'Terug');
    expect(back).toContain('Welke organisaties waren erbij?');
    const inputs = { organisations: 'opvang-voorbeeld' };
    await clicks(ANNEKE, message, { title: 'Volgende', inputs }, save({ [opvang]: '4' }));
    const meeting = (await register()).find(({ content }) => content.kind === 'meeting');
    expect(meeting).toMatchObject({
      version: 2,
      content: aMeeting({
        group: group.id,
        attendance: [{ organisation: 'opvang-voorbeeld', n: 4 }],
      }),
    });
  });

  it('is told which organisations are missing', async () => {
    const { says } = await programme(ANNEKE, 'Intervisiebijeenkomsten', 'Bijeenkomst toevoegen', {
      title: 'Volgende',
      inputs: { on: '2026-11-05' },
    });
    expect(says).toContain('⚠ Kies minstens één organisatie.');
  });

  it('sees at the field what is the matter, and what was typed stays', async () => {
    const { message, says } = await programme(
      ANNEKE,
      'Partners',
      'Partner toevoegen',
      save({ ...PARTNER, since: '2026-11-17' }),
    );
    expect(says).toContain('⚠ De datum ligt in de toekomst');
    expect(JSON.stringify(message.card)).toContain(PARTNER.name);
    const before = await clicks(ANNEKE, message, save({ since: '2019-12-31' }));
    expect(before).toContain('⚠ Dit ligt voor de start');
    expect(await register()).toEqual([]);
    expect(await clicks(ANNEKE, message, save({ since: '2026-11-16' }))).toContain('Toegevoegd.');
  });

  it('keeps nothing in the message of a name that may be somebody’s', async () => {
    const { message, says } = await programme(
      ANNEKE,
      'Partners',
      'Partner toevoegen',
      save({ ...PARTNER, name: 'Bel mw. Jansen op 06-12345678' }),
    );
    expect(says).toContain('vaak een persoon herkenbaar maakt');
    expect(JSON.stringify(message.card)).not.toContain('Jansen');
    expect(await register()).toEqual([]);
  });

  it('finds what is there already instead of adding it twice', async () => {
    const there = await store(aPartner());
    const { message, says } = await programme(
      ANNEKE,
      'Partners',
      'Partner toevoegen',
      save({ ...PARTNER, name: 'kraamzorg voorbeeld' }),
    );
    expect(says).toContain('⚠ Deze partner staat er al.');
    expect(await clicks(ANNEKE, message, 'Openen wat er al staat')).toContain('Aangesloten');
    expect(await register()).toEqual([there]);
  });

  it('sees targets beside what was counted on the same basis', async () => {
    await store(aTarget({ indicator: 'trainings', year: 2026, basis: 'this-year', n: 10 }));
    await store(aTarget({ indicator: 'trainings', year: 2026, basis: 'since-start', n: 50 }));
    await store(aTarget({ indicator: 'trainings', year: 2025, basis: 'since-start', n: 30 }));
    await store(aTraining());
    await store(aTotal());
    const { message, says } = await programme(ANNEKE);
    expect(says).toContain('Scholingen, 2026 (dit jaar): 1 van 10');
    expect(says).toContain('Scholingen, 2026 (sinds start): 26 van 50');
    expect(says).toContain('Scholingen, 2025 (sinds start): 25 van 30, dit jaar is voorbij');
    expect(await clicks(ANNEKE, message, 'Streefgetallen')).toContain('26 van 50');
  });

  it('is warned when the last day of a total lies in another year’s weeks', async () => {
    const inputs = { row: 'trainings', n: '25', until: '2025-12-31' };
    const { says } = await programme(
      ANNEKE,
      'Eerdere totalen',
      'Eerder totaal toevoegen',
      save(inputs),
    );
    expect(says).toContain('31 december 2025 valt in week 1 van 2026');
  });

  it('turns the pages of a long list', async () => {
    for (let n = 1; n <= 20; n += 1) {
      await store(aPartner({ name: `Partner ${String(n).padStart(2, '0')}` }));
    }
    const { message, says } = await programme(ANNEKE, 'Partners');
    expect(says).toContain('1 tot en met 8 van 20');
    const last = await clicks(ANNEKE, message, 'Volgende bladzijde', 'Volgende bladzijde');
    expect(last).toContain('17 tot en met 20 van 20');
    expect(last).toContain('Partner 20');
    expect(await clicks(ANNEKE, message, 'Vorige')).toContain('9 tot en met 16');
  });

  it('reads it in English', async () => {
    const anneke = stage.as(ANNEKE);
    await anneke.click(await anneke.ask('taal'), { title: 'English' });
    const message = await anneke.ask('programme');
    await clicks(ANNEKE, message, 'Partner organisations', 'Add a partner');
    const says = await clicks(ANNEKE, message, {
      title: 'Save',
      inputs: { ...PARTNER, status: 'joined' },
    });
    expect(says).toContain('This counts in week 40 of 2026.');
  });
});

describe('a click that comes twice', () => {
  it('adds once', async () => {
    const { message } = await programme(ANNEKE, 'Partners', 'Partner toevoegen');
    const click = stage.as(ANNEKE).pressed(message, save(PARTNER));
    const answers = [await stage.as(ANNEKE).sendClick(click)];
    await stage.restart();
    answers.push(await stage.as(ANNEKE).sendClick(click));
    for (const { says } of answers) expect(says).toContain('toegevoegd door Anneke Blom');
    expect((await theEntry()).version).toBe(1);
  });

  it('adds once more what is alike but asked for anew', async () => {
    const inputs = { on: '2026-11-04', title: 'Basisscholing', officers: '6' };
    await programme(ANNEKE, 'Scholingen', 'Scholing toevoegen', save(inputs));
    await programme(ANNEKE, 'Scholingen', 'Scholing toevoegen', save(inputs));
    expect(await stage.counted('attention-officers')).toBe(12);
  });

  it('corrects once, and shows what stands', async () => {
    const entry = await store(aTraining());
    const { message } = await programme(ANNEKE, 'Scholingen', opening(entry), 'Corrigeren');
    const click = stage.as(ANNEKE).pressed(message, save({ officers: '7' }));
    await stage.as(ANNEKE).sendClick(click);
    const again = await stage.as(ANNEKE).sendClick(click);
    expect(again.says).toContain('aandachtsfunctionarissen: 7');
    expect(again.says).not.toContain('intussen');
    expect((await theEntry()).version).toBe(2);
  });

  it('removes once', async () => {
    const entry = await store(aTraining());
    const { message } = await programme(ANNEKE, 'Scholingen', opening(entry), 'Verwijderen');
    const click = stage.as(ANNEKE).pressed(message, { title: 'Verwijderen' });
    await stage.as(ANNEKE).sendClick(click);
    const again = await stage.as(ANNEKE).sendClick(click);
    expect(again.says).toContain('verwijderd door Anneke Blom');
    expect((await theEntry()).version).toBe(2);
  });
});

describe('two people at once', () => {
  it('who saves last sees what the first made of it, and keeps what was typed', async () => {
    const entry = await store(aTraining());
    const { message } = await programme(ANNEKE, 'Scholingen', opening(entry), 'Corrigeren');
    const ofMeryem = await programme(MERYEM, 'Scholingen', opening(entry), 'Corrigeren');
    await clicks(MERYEM, ofMeryem.message, save({ officers: '9' }));
    const says = await clicks(ANNEKE, message, save({ officers: '7', title: 'Verdieping' }));
    expect(says).toContain('Meryem Kaya heeft dit intussen gewijzigd');
    expect(says).toContain('Dit staat er nu');
    expect((await theEntry()).content).toEqual(aTraining({ officers: 9 }));
    expect(JSON.stringify(message.card)).toContain('Verdieping');
    expect(await clicks(ANNEKE, message, 'Opslaan')).toContain('Opgeslagen.');
    expect((await theEntry()).content).toEqual(aTraining({ officers: 7, title: 'Verdieping' }));
  });

  it('what was removed meanwhile is neither corrected nor removed again', async () => {
    const entry = await store(aTraining());
    const form = await programme(ANNEKE, 'Scholingen', opening(entry), 'Corrigeren');
    const question = await programme(ANNEKE, 'Scholingen', opening(entry), 'Verwijderen');
    await programme(MERYEM, 'Scholingen', opening(entry), 'Verwijderen', 'Verwijderen');
    for (const says of [
      await clicks(ANNEKE, form.message, save({ officers: '7' })),
      await clicks(ANNEKE, question.message, 'Verwijderen'),
    ]) {
      expect(says).toContain('Verwijderd op 16 november 2026');
      expect(says).toContain('door Meryem Kaya');
    }
    expect((await theEntry()).version).toBe(2);
  });

  it('what was changed meanwhile is shown before it is removed', async () => {
    const entry = await store(aTraining());
    const question = await programme(ANNEKE, 'Scholingen', opening(entry), 'Verwijderen');
    const change = save({ officers: '9' });
    await programme(MERYEM, 'Scholingen', opening(entry), 'Corrigeren', change);
    const says = await clicks(ANNEKE, question.message, 'Verwijderen');
    expect(says).toContain('Kijk eerst wat er nu staat');
    expect(await stage.counted('trainings')).toBe(1);
    await clicks(ANNEKE, question.message, 'Verwijderen');
    expect(await stage.counted('trainings')).toBe(0);
  });
});

describe('who may', () => {
  it('a coordinator registers trainings and intervision, and sees no more of it', async () => {
    const partner = await store(aPartner());
    const { message, says } = await programme(MERYEM);
    expect(says).toContain('Scholing en intervisie');
    for (const word of ['Aangesloten', 'Streefgetallen', 'Eerdere totalen']) {
      expect(says).not.toContain(word);
    }
    const inputs = { on: '2026-11-04', title: 'Basisscholing', officers: '6' };
    const added = await clicks(MERYEM, message, 'Scholingen', 'Scholing toevoegen', save(inputs));
    expect(added).toContain('toegevoegd door Meryem Kaya');

    const list = await stage.as(MERYEM).ask('programma');
    const wrongList = stage.as(MERYEM).tampered(list, { title: 'Scholingen' }, { list: 'partner' });
    expect((await stage.as(MERYEM).sendClick(wrongList)).says).toContain(ONLY_LEADER);
    await clicks(MERYEM, list, 'Scholingen');
    const row = { verb: 'open-entry' };
    const opened = stage.as(MERYEM).tampered(list, row, { entry: partner.id });
    expect((await stage.as(MERYEM).sendClick(opened)).says).toContain(ONLY_LEADER);
  });

  it('a coordinator cannot save a partner through another form', async () => {
    const { message } = await programme(MERYEM, 'Scholingen', 'Scholing toevoegen');
    const data = { ...PARTNER, list: 'partner' };
    const sent = stage.as(MERYEM).tampered(message, { title: 'Opslaan' }, data);
    expect((await stage.as(MERYEM).sendClick(sent)).says).toContain(ONLY_LEADER);
    expect(await register()).toEqual([]);
  });

  it('a coordinator who left the team does not', async () => {
    await linkChannel(stage);
    stage.teams.roster = [JOOST];
    expect((await programme(MERYEM)).says).toContain('niet in het team van de coördinatoren');
  });

  it.each<[string, Person]>([
    ['a professional', SANNE],
    ['somebody without a task', TOM],
  ])('%s does not', async (_, person) => {
    expect((await programme(person)).says).toContain(ONLY_LEADER);
  });

  it('finds the word in help only where it works', async () => {
    expect(saysOn(await stage.as(ANNEKE).ask('help'))).toContain('programma: ');
    expect(saysOn(await stage.as(SANNE).ask('help'))).not.toContain('programma: ');
  });
});

describe('two regions', () => {
  const listed = ({ aadObjectId, name }: Person) => ({ aadObjectId, name });
  const elsewhere = {
    ...{ ...COMPLETE, id: 'haaglanden', name: 'Haaglanden (voorbeeld)', codePrefix: 'HG' },
    organisations: [
      { id: 'delft-voorbeeld', name: 'Delft Voorbeeld', type: 'gp', domain: 'medical' },
    ],
    coordinators: [listed(ANNEKE)],
    projectLeaders: [listed(TOM)],
  };

  beforeEach(async () => {
    await stage.close();
    regionsDir = await mkdtemp(path.join(tmpdir(), 'nnz-regions-'));
    await writeFile(path.join(regionsDir, 'hollands-midden.json'), await readFile(SHIPPED));
    await writeFile(path.join(regionsDir, 'haaglanden.json'), JSON.stringify(elsewhere));
    stage = await openBotStage({ regionsDir });
  });

  const of = (region: string): Click => ({
    verb: 'programme',
    where: (data) => data.region === region,
  });

  it('are chosen between, each with what one may there', async () => {
    const { message, says } = await programme(ANNEKE);
    expect(says).toContain('Van welke regio');
    const card = message.card;
    expect(await clicks(ANNEKE, message, of(HERE))).toContain('Partners');
    const there = await clicks(ANNEKE, message, { ...of('haaglanden'), card });
    expect(there).toContain('Programma Haaglanden (voorbeeld)');
    expect(there).not.toContain('Partners (');
    const inputs = { on: '2026-11-04', title: 'Basisscholing', officers: '6' };
    await clicks(ANNEKE, message, 'Scholingen', 'Scholing toevoegen', save(inputs));
    expect(await register()).toEqual([]);
    expect(await stage.repository.register('haaglanden')).toHaveLength(1);
  });

  it('the leader of another region reads and changes nothing here', async () => {
    const entry = await store(aPartner());
    const tom = stage.as(TOM);
    const message = await tom.ask('programma');
    expect(saysOn(message)).toContain('Haaglanden');
    const attempts = [
      [{ title: 'Partners' }, { region: HERE }],
      [{ title: 'Partners' }, { region: HERE, removed: true }],
    ] as const;
    for (const [button, data] of attempts) {
      const { says } = await tom.sendClick(tom.tampered(message, button, data));
      expect(says).toContain(ONLY_LEADER);
    }
    await clicks(TOM, message, 'Partners', 'Partner toevoegen');
    const sent = tom.tampered(message, { title: 'Opslaan' }, { ...PARTNER, region: HERE });
    expect((await tom.sendClick(sent)).says).toContain(ONLY_LEADER);
    const form = message.card;
    await clicks(TOM, message, save({ ...PARTNER }));
    for (const button of ['Corrigeren', 'Verwijderen']) {
      const click = tom.tampered(message, { title: button }, { entry: entry.id });
      const { says } = await tom.sendClick(click);
      expect(says).toContain(ONLY_LEADER);
      expect(says).not.toContain('Kraamzorg');
    }
    // An id that is taken in another region is not overwritten.
    const taken = tom.tampered(
      message,
      { title: 'Opslaan', card: form },
      { ...PARTNER, name: 'Andere naam', entry: entry.id },
    );
    await tom.sendClick(taken);
    expect(await register()).toEqual([entry]);
  });
});
