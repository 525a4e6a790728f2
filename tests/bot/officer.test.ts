import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod/v4';
import type { Case } from '../../data/case.js';
import { personKey, type Person } from '../../data/person.js';
import { quickCountKey } from '../../data/quickCount.js';
import type { Region } from '../../data/region.js';
import { aCase, anEscalatedCase, aTalk, JOOST, MERYEM, SANNE, TOM, utc } from '../builders.js';
import { aQuickCount } from '../data/quickCountBuilder.js';
import { openBotStage, type BotStage } from './botHarness.js';
import type { ShownMessage } from './fakeTeams.js';
import { chooseOrganisation, escalate, linkChannel, untilShown } from './mainSteps.js';
import { saysOn } from './personInTeams.js';

const SHIPPED = path.join(import.meta.dirname, '../../data/regions/hollands-midden.json');
const members = z.looseObject({
  organisations: z.array(z.looseObject({ id: z.string(), attentionOfficers: z.unknown() })),
});

let regionsDir: string;
let stage: BotStage;
let written = 0;

/** The shipped region with these attention officers; every write has a time of its own. */
async function putOfficers(officers: Record<string, Person[]>, parts: Partial<Region> = {}) {
  const region = members.parse({ ...JSON.parse(await readFile(SHIPPED, 'utf8')), ...parts });
  const organisations = region.organisations.map((row) => ({
    ...row,
    attentionOfficers: (officers[row.id] ?? []).map(({ aadObjectId, name }) => ({
      aadObjectId,
      name,
    })),
  }));
  const file = path.join(regionsDir, 'hollands-midden.json');
  await writeFile(file, JSON.stringify({ ...region, organisations }));
  written += 10;
  await utimes(file, 1_700_000_000 + written, 1_700_000_000 + written);
}

/** Long enough for the next look at the folder. */
const nextLook = () => new Promise((resolve) => setTimeout(resolve, 1_100));

beforeEach(async () => {
  regionsDir = await mkdtemp(path.join(tmpdir(), 'nnz-regions-'));
  await putOfficers({ 'jgz-voorbeeld': [SANNE], 'opvang-voorbeeld': [TOM] });
  stage = await openBotStage({ regionsDir });
});
afterEach(async () => {
  await stage.close();
  await rm(regionsDir, { recursive: true });
});

const OCTOBER = { month: '2026-10', municipality: 'leiden' };
const numbers = (talks: string, realised: string) => ({ talks, realised });

/** Opens the form, fills it in and saves; the message then shows what came of it. */
async function countFor(person: Person, talks: string, realised: string, place = OCTOBER) {
  const form = await stage.as(person).ask('tellen');
  const inputs = { ...place, ...numbers(talks, realised) };
  const answer = await stage.as(person).click(form, { title: 'Opslaan', inputs });
  return { form, says: answer.says };
}

const storedCount = () => stage.repository.read('quick-count', quickCountKey(aQuickCount()));

async function figures() {
  return [await stage.counted('talks'), await stage.counted('partner-contraception')];
}

describe('tellen', () => {
  it('counts talks, corrects them after showing what stands, and takes them back', async () => {
    const sanne = stage.as(SANNE);
    const { form, says } = await countFor(SANNE, '3', '1');
    expect(says).toContain('Dit telt mee in week 42 van 2026.');
    expect(says).toContain('3 gesprekken, 1 gerealiseerd');
    expect(await figures()).toEqual([3, 1]);
    await stage.restart();

    const second = await countFor(SANNE, '5', '2');
    expect(second.says).toContain('Eerder geteld: 3 gesprekken, 1 gerealiseerd');
    expect(await figures()).toEqual([3, 1]);
    await stage.restart();
    const replaced = await sanne.click(second.form, { title: 'Vervangen' });
    expect(replaced.says).toContain('5 gesprekken, 2 gerealiseerd');
    expect(await figures()).toEqual([5, 2]);

    await sanne.click(form, { title: 'Corrigeren' });
    expect(saysOn(form)).toContain('Eerder geteld: 5 gesprekken, 2 gerealiseerd');
    const gone = await sanne.click(form, { title: 'Vervangen', inputs: numbers('0', '0') });
    expect(gone.says).toContain('Telling weggehaald');
    expect(await figures()).toEqual([0, 0]);
    const stored = await storedCount();
    expect(stored?.entered.map(({ talks }) => talks)).toEqual([3, 5, 0]);
    await stage.restart();
    expect(await figures()).toEqual([0, 0]);
  });

  it('counts a month that still runs in the week in which it was entered, also when corrected', async () => {
    const place = { ...OCTOBER, month: '2026-11' };
    const { form, says } = await countFor(SANNE, '3', '1', place);
    expect(says).toContain('week 47 van 2026');
    await stage.jump({ days: 10 });
    await stage.as(SANNE).click(form, { title: 'Corrigeren' });
    const inputs = numbers('4', '1');
    const answer = await stage.as(SANNE).click(form, { title: 'Vervangen', inputs });
    expect(answer.says).toContain('week 47 van 2026');
  });

  it('says what is the matter at the field and keeps what was filled in', async () => {
    const { form, says } = await countFor(SANNE, '2', '3');
    expect(says).toContain('⚠ Dit zijn er meer dan het aantal gesprekken.');
    const none = await stage.as(SANNE).click(form, { title: 'Opslaan', inputs: numbers('0', '0') });
    expect(none.says).toContain('nog niets geteld');
    const inputs = numbers('2', '2');
    expect((await stage.as(SANNE).click(form, { title: 'Opslaan', inputs })).says).toContain(
      '2 gesprekken, 2 gerealiseerd',
    );
  });

  it('stays as it is when the same numbers are entered once more', async () => {
    const { form } = await countFor(SANNE, '3', '1');
    await stage.as(SANNE).click(form, { title: 'Corrigeren' });
    const answer = await stage.as(SANNE).click(form, { title: 'Vervangen' });
    expect(answer.says).toContain('3 gesprekken, 1 gerealiseerd');
    expect((await storedCount())?.version).toBe(1);
  });

  it('keeps nothing in the message of what is no number', async () => {
    const form = await stage.as(SANNE).ask('tellen');
    const sent = stage.as(SANNE).tampered(form, { title: 'Opslaan' }, { talks: 'Jan Jansen' });
    await stage.as(SANNE).sendClick(sent);
    expect(JSON.stringify(form.card)).not.toContain('Jan');
    expect(saysOn(form)).toContain('Vul een heel getal in');
  });

  it('has one effect when a click comes twice', async () => {
    const sanne = stage.as(SANNE);
    const form = await sanne.ask('tellen');
    const inputs = { ...OCTOBER, ...numbers('3', '1') };
    const save = sanne.pressed(form, { title: 'Opslaan', inputs });
    const answers = [await sanne.sendClick(save), await sanne.sendClick(save)];
    expect(answers.map(({ says }) => says.includes('Geteld'))).toEqual([true, true]);
    await countFor(SANNE, '5', '2');
    const confirm = sanne.pressed(sanne.newest(), { title: 'Vervangen' });
    await sanne.sendClick(confirm);
    expect((await sanne.sendClick(confirm)).says).toContain('5 gesprekken, 2 gerealiseerd');
    expect((await storedCount())?.version).toBe(2);
  });

  it('lists the six that were entered last', async () => {
    const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'];
    let last = '';
    for (const month of months) {
      last = (await countFor(SANNE, '1', '0', { ...OCTOBER, month })).says;
    }
    expect(last).toMatch(/juli 2026, Leiden.*februari 2026, Leiden/);
    expect(last).not.toContain('januari');
  });

  it('starts where the programme started', async () => {
    await putOfficers({ 'jgz-voorbeeld': [SANNE] }, { startedIn: '2026-10' });
    await nextLook();
    const form = await stage.as(SANNE).ask('tellen');
    expect(JSON.stringify(form.card)).toContain('oktober 2026');
    expect(JSON.stringify(form.card)).not.toContain('september 2026');
  });

  it('is read in English by who chose that', async () => {
    const sanne = stage.as(SANNE);
    await sanne.click(await sanne.ask('taal'), { title: 'English' });
    const form = await sanne.ask('count');
    const inputs = { ...OCTOBER, ...numbers('1', '0') };
    const answer = await sanne.click(form, { title: 'Save', inputs });
    expect(answer.says).toContain('October 2026 in Leiden: 1 talk, 0 realised');
  });
});

describe('two officers of one organisation', () => {
  beforeEach(async () => {
    await putOfficers({ 'jgz-voorbeeld': [SANNE, TOM] });
    await nextLook();
  });

  it('the second sees the numbers of the first and confirms anew', async () => {
    await countFor(SANNE, '3', '1');
    const ofSanne = await countFor(SANNE, '5', '2');
    const ofTom = await countFor(TOM, '4', '4');
    await stage.as(SANNE).click(ofSanne.form, { title: 'Vervangen' });
    const asked = await stage.as(TOM).click(ofTom.form, { title: 'Vervangen' });
    expect(asked.says).toContain('Eerder geteld: 5 gesprekken, 2 gerealiseerd');
    expect(asked.says).toContain('Sanne de Wit');
    expect(await figures()).toEqual([5, 2]);
    expect((await stage.as(TOM).click(ofTom.form, { title: 'Vervangen' })).says).toContain(
      '4 gesprekken, 4 gerealiseerd',
    );
    expect(await figures()).toEqual([4, 4]);
  });

  it('at the very same moment: one is counted, the other is asked', async () => {
    const forms = [await stage.as(SANNE).ask('tellen'), await stage.as(TOM).ask('tellen')] as const;
    const save = (person: Person, form: ShownMessage, talks: string) =>
      stage
        .as(person)
        .click(form, { title: 'Opslaan', inputs: { ...OCTOBER, talks, realised: 0 } });
    const answers = await Promise.all([save(SANNE, forms[0], '3'), save(TOM, forms[1], '4')]);
    expect(answers.filter(({ says }) => says.includes('Eerder geteld'))).toHaveLength(1);
    expect((await storedCount())?.version).toBe(1);
  });
});

describe('who may', () => {
  it('is named to somebody else of the organisation', async () => {
    await chooseOrganisation(stage, JOOST);
    const answer = saysOn(await stage.as(JOOST).ask('tellen'));
    expect(answer).toContain('Bij JGZ Voorbeeld is dat Sanne de Wit');
    expect(saysOn(await stage.as(MERYEM).ask('tellen'))).toContain(
      'alleen de aandachtsfunctionaris',
    );
  });

  it('finds the word in help, and nobody else does', async () => {
    expect(saysOn(await stage.as(SANNE).ask('help'))).toContain('tellen');
    expect(saysOn(await stage.as(MERYEM).ask('help'))).not.toContain('tellen');
  });

  it.each([
    'count',
    'save-count',
    'correct-count',
    'confirm-count',
    'organisation-totals',
    'colleagues',
    'ask-take-over',
    'confirm-take-over',
  ])('is not the officer of another organisation: %s', async (verb) => {
    await putCases([aCase()]);
    await countFor(SANNE, '3', '1');
    const form = await stage.as(TOM).ask('tellen');
    const from = SANNE.aadObjectId;
    const data = { ...OCTOBER, ...numbers('5', '2'), organisation: JGZ, version: 1, from };
    const sent = stage.as(TOM).tampered(form, { title: 'Opslaan' }, data);
    const value = z.looseObject({ action: z.looseObject({}) }).parse(sent.value);
    const answer = await stage
      .as(TOM)
      .sendClick({ ...sent, value: { ...value, action: { ...value.action, verb } } });
    expect(answer.card).toBeUndefined();
    expect(answer.says).toContain('alleen de aandachtsfunctionaris');
    expect((await storedCount())?.version).toBe(1);
    expect(await ofWhom()).toEqual({ 'Sanne de Wit': 1 });
  });

  it('is asked which organisation when there are several', async () => {
    await putOfficers({ 'jgz-voorbeeld': [SANNE], 'opvang-voorbeeld': [SANNE] });
    await nextLook();
    const sanne = stage.as(SANNE);
    const question = await sanne.ask('tellen');
    expect((await sanne.click(question, { title: 'Volgende' })).says).toContain(
      'Kies een antwoord',
    );
    const organisation = 'opvang-voorbeeld';
    await sanne.click(question, { title: 'Volgende', inputs: { organisation } });
    await stage.restart();
    const inputs = { ...OCTOBER, ...numbers('2', '0') };
    await sanne.click(question, { title: 'Opslaan', inputs });
    expect(await storedCount()).toBeUndefined();
    const key = quickCountKey(aQuickCount({ organisation }));
    const stored = await stage.repository.read('quick-count', key);
    expect(stored).toMatchObject({ organisationType: 'homeless-shelter', version: 1 });
  });

  it('may no longer once the region file says so, on old cards either', async () => {
    const { form } = await countFor(SANNE, '3', '1');
    await putOfficers({ 'opvang-voorbeeld': [TOM] });
    await nextLook();
    for (const title of ['Corrigeren', 'Nog een telling', 'Totalen van mijn organisatie']) {
      const answer = await stage.as(SANNE).click(form, { title });
      expect(answer.says).toContain('alleen de aandachtsfunctionaris');
    }
    expect(saysOn(await stage.as(SANNE).ask('tellen'))).toContain(
      'alleen de aandachtsfunctionaris',
    );
  });
});

const JGZ = 'jgz-voorbeeld';
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codeOf = (n: number) =>
  `HM-22${ALPHABET.charAt(Math.floor(n / 31) % 31)}${ALPHABET.charAt(n % 31)}`;

/** Stored as they are; none twice. */
async function putCases(cases: Case[]): Promise<void> {
  const writes = cases.map((put) => ({ kind: 'case', put }) as const);
  expect((await stage.repository.commit({ writes })).ok).toBe(true);
}

/** Recorded by Tom long ago, one code after another. */
function casesOfTom(n: number, parts: Partial<Case> = {}): Case[] {
  const openedAt = utc('2026-08-03T10:00');
  const history: Case['history'] = [{ kind: 'talk-recorded', number: 1, at: openedAt, by: TOM }];
  return Array.from({ length: n }, (_, index) =>
    aCase({ code: codeOf(index), professional: TOM, openedAt, history, ...parts }),
  );
}

/** From tellen by the totals to the colleagues with cases. */
async function askColleagues(): Promise<ShownMessage> {
  const message = await stage.as(SANNE).ask('tellen');
  await stage.as(SANNE).click(message, { title: 'Totalen van mijn organisatie' });
  await stage.as(SANNE).click(message, { title: 'Casussen van vertrokken collega' });
  return message;
}

/** The only colleague there is: nothing to choose. */
async function chooseTom(message: ShownMessage) {
  return stage.as(SANNE).click(message, { title: 'Volgende' });
}

async function ofWhom(): Promise<Record<string, number>> {
  const { cases } = await stage.repository.cases({ region: 'hollands-midden', limit: 1000 });
  const names = cases.map(({ professional }) => professional.name);
  return Object.fromEntries(
    [...new Set(names)].map((name) => [name, names.filter((one) => one === name).length]),
  );
}

describe('the totals of the own organisation', () => {
  it('count what is stored now: cases, counts and corrections', async () => {
    await escalate(stage);
    await putCases([
      aCase({ code: 'HM-3333', talks: [aTalk({ on: '2025-11-12' })] }),
      aCase({ code: 'HM-4444', organisation: 'opvang-voorbeeld' }),
    ]);
    const { form } = await countFor(SANNE, '3', '1');
    const totals = () => stage.as(SANNE).click(form, { title: 'Totalen van mijn organisatie' });
    const { says } = await totals();
    expect(says).toContain('Gesprekken, één voor één vastgelegd 1 1 2');
    expect(says).toContain('Gesprekken, per maand geteld 3 0 3');
    expect(says).toContain('Opschalingen 1 0 1');
    expect(says).not.toContain('HM-');
  });

  it('are nought for an organisation without cases', async () => {
    await putCases([aCase()]);
    const form = await stage.as(TOM).ask('tellen');
    const { says } = await stage.as(TOM).click(form, { title: 'Totalen van mijn organisatie' });
    expect(says).toContain('Totalen van Maatschappelijke Opvang Voorbeeld');
    expect(says).toContain('vastgelegd 0 0 0');
  });
});

describe('taking over the cases of a colleague who left', () => {
  it('250 at once, and they stay so', async () => {
    await putCases(casesOfTom(250));
    await putCases([aCase({ code: 'HM-3333' })]);
    const tom = stage.as(TOM);
    await tom.say('hallo');
    const message = await askColleagues();
    expect(saysOn(message)).toContain('Tom Bakker: 250 casussen, laatst actief op 3 augustus 2026');
    const asked = await chooseTom(message);
    expect(asked.says).toContain('Een code zegt niets over wie de cliënt is');
    expect(asked.says).not.toContain('⚠');
    const done = await stage.as(SANNE).click(message, { title: '250 casussen overnemen' });
    expect(done.says).toContain('Je hebt 250 casussen van Tom Bakker overgenomen.');
    expect(done.says).toContain('Tom Bakker heeft nu geen casussen meer');
    expect(done.says).not.toContain('HM-');
    expect(saysOn(await tom.hears('gaat verder met 250 casussen'))).toContain('Sanne de Wit');
    await stage.restart();
    expect(stage.teams.in(tom.chat)).toHaveLength(2);
    expect(await ofWhom()).toEqual({ 'Sanne de Wit': 251 });
    const one = await stage.repository.read('case', codeOf(7));
    expect(one).toMatchObject({ version: 2, professional: SANNE });
    expect(one?.history.at(-1)).toMatchObject({ kind: 'taken-over', from: TOM, by: SANNE });
    expect(saysOn(await stage.as(SANNE).ask(codeOf(7)))).toContain('voortgezet door Sanne de Wit');
    expect(saysOn(await stage.as(TOM).ask(codeOf(7)))).toContain('ken ik niet');
    expect(await stage.counted('talks')).toBe(251);
  });

  it('more than 500 in two goes', async () => {
    await putCases(casesOfTom(501));
    const message = await askColleagues();
    await chooseTom(message);
    const first = await stage.as(SANNE).click(message, { title: '500 casussen overnemen' });
    expect(first.says).toContain('Tom Bakker heeft nog 1 casus.');
    await stage.restart();
    await stage.as(SANNE).click(message, { title: 'Verder met de rest' });
    await chooseTom(message);
    const rest = await stage.as(SANNE).click(message, { title: '1 casus overnemen' });
    expect(rest.says).toContain('Je hebt 501 casussen van Tom Bakker overgenomen.');
    expect(await ofWhom()).toEqual({ 'Sanne de Wit': 501 });
  });

  it('warns that a colleague was active lately', async () => {
    await putCases([aCase({ professional: TOM, history: [] })]);
    const asked = await chooseTom(await askColleagues());
    expect(asked.says).toContain('⚠ Deze collega was op 16 november 2026 nog actief.');
  });

  it('asks again when a case changed after it was shown', async () => {
    const [first, second] = casesOfTom(2);
    if (!first || !second) throw new Error('no cases');
    await putCases([first]);
    const message = await askColleagues();
    await chooseTom(message);
    await putCases([second]);
    const asked = await stage.as(SANNE).click(message, { title: '1 casus overnemen' });
    expect(asked.says).toContain('Er is intussen iets veranderd');
    expect(await ofWhom()).toEqual({ 'Tom Bakker': 2 });
    const done = await stage.as(SANNE).click(message, { title: '2 casussen overnemen' });
    expect(done.says).toContain('2 casussen van Tom Bakker overgenomen');
  });

  it('has one effect when the click comes twice, and shows the same', async () => {
    await putCases(casesOfTom(3));
    const message = await askColleagues();
    await chooseTom(message);
    const confirm = stage.as(SANNE).pressed(message, { title: '3 casussen overnemen' });
    const one = await stage.as(SANNE).sendClick(confirm);
    await stage.restart();
    expect(await stage.as(SANNE).sendClick(confirm)).toEqual(one);
    expect((await stage.repository.read('case', codeOf(1)))?.version).toBe(2);
  });

  it('tells the colleague and who holds an escalated case', async () => {
    await linkChannel(stage);
    await stage.as(TOM).say('start');
    const claimedAt = utc('2026-11-16T08:30');
    const held = anEscalatedCase(
      { state: { status: 'claimed', holder: MERYEM, claimedAt } },
      { professional: TOM },
    );
    await putCases([held]);
    const message = await askColleagues();
    expect((await chooseTom(message)).says).toContain('Waarvan opgeschaald: 1');
    await stage.as(SANNE).click(message, { title: '1 casus overnemen' });
    await untilShown(stage, held.code);
    await stage.as(TOM).hears('Sanne de Wit gaat verder met 1 casus die jij voor JGZ Voorbeeld');
    await stage.as(MERYEM).hears(`Sanne de Wit gaat verder met casus ${held.code}`);
    const { professional } = (await stage.repository.read('case', held.code)) ?? {};
    expect(professional && personKey(professional)).toBe(personKey(SANNE));
  });

  it('is not offered for what a coordinator recorded by phone, nor from elsewhere', async () => {
    const caller = { name: 'Voorbeeldbeller', phone: '071 000 00 00' };
    await putCases([
      aCase({ code: 'HM-3333', professional: MERYEM, caller }),
      aCase({ code: 'HM-4444', professional: TOM, organisation: 'opvang-voorbeeld' }),
      aCase({ code: 'HM-5555' }),
    ]);
    expect(saysOn(await askColleagues())).toContain('geen casussen van collega’s');
  });

  it('asks whom when nobody was chosen', async () => {
    await putCases([...casesOfTom(1), aCase({ code: 'HM-3333', professional: MERYEM })]);
    const message = await askColleagues();
    const again = await stage.as(SANNE).click(message, { title: 'Volgende' });
    expect(again.says).toContain('⚠ Kies een antwoord');
    const inputs = { colleague: MERYEM.aadObjectId };
    const asked = await stage.as(SANNE).click(message, { title: 'Volgende', inputs });
    expect(asked.says).toContain('Casussen van Meryem Kaya overnemen');
    expect(await ofWhom()).toEqual({ 'Tom Bakker': 1, 'Meryem Kaya': 1 });
  });
});
