import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import nock from 'nock';
import readExcelFile from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod/v4';
import type { Write } from '../../data/repository.js';
import type { SteeringReports } from '../../data/steeringReport/record.js';
import { ANNEKE, MERYEM, SANNE, utc } from '../builders.js';
import { aQuickCount } from '../data/quickCountBuilder.js';
import { anEntry, aTarget } from '../data/registerBuilder.js';
import { answeredConsent } from './activities.js';
import { openBotStage, type BotStage } from './botHarness.js';
import type { ShownMessage } from './fakeTeams.js';
import { theOnly, type InvokeAnswer } from './personInTeams.js';

let stage: BotStage;
beforeEach(async () => {
  stage = await openBotStage();
  await stage.store(counted('leiden', 43), counted('lisse', 14), {
    kind: 'register',
    put: anEntry(aTarget({ indicator: 'talks', n: 120 })),
  });
});
afterEach(() => stage.close());

/** Talks of August, in the third quarter. */
function counted(municipality: string, talks: number): Write {
  return {
    kind: 'quick-count',
    put: aQuickCount({ municipality, month: '2026-08', talks, realised: 0 }),
  };
}

/** Talks of the same month that are entered later. */
function countedLate(talks: number): Promise<void> {
  const { entered, ...rest } = aQuickCount({ month: '2026-08', talks: 43, realised: 0 });
  const late = { talks: 43 + talks, realised: 0, by: SANNE, at: utc('2026-11-16T08:30') };
  const put = { ...rest, version: 2, entered: [...entered, late] };
  return stage.store({ kind: 'quick-count', put });
}

const issued = (year = 2026): Promise<SteeringReports | undefined> =>
  stage.repository.read('steering-reports', `hollands-midden/${year}`);

const written = (name: string) => readFile(join(stage.dataDir, 'exports', name));
const XLSX = 'nnz-stuurgroep-hollands-midden-2026-K3.xlsx';

const ask = { title: 'Rapportage stuurgroep maken' };
const look = { title: 'Rapportage bekijken' };
const issue = { title: 'Vaststellen en bestand maken' };
const again = { title: 'Bestand maken' };

/** A digest can come at any moment. */
const isAnswer = ({ summary }: ShownMessage) => !summary?.startsWith('Weekbericht');
const exportForm = async () => theOnly((await stage.as(ANNEKE).say('export')).filter(isAnswer));

/** From the form of `export` to the report on the last quarter, or on what is filled in. */
async function lookedAt(inputs = {}) {
  const form = await exportForm();
  const asked = await stage.as(ANNEKE).click(form, ask);
  const looked = await stage.as(ANNEKE).click(form, { ...look, card: asked.card, inputs });
  return { form, looked };
}

const press = (form: ShownMessage, { card }: InvokeAnswer, button: { title: string }) =>
  stage.as(ANNEKE).click(form, { ...button, card });

describe('the report for the steering group', () => {
  it('is looked at first, and leaves nothing behind', async () => {
    const { looked } = await lookedAt();
    expect(looked.says).toContain('Kwartaal 3 van 2026');
    expect(looked.says).toContain('Zo komt de rapportage eruit');
    expect(looked.says).toContain('NNZ-casuïstieken door netwerkpartners');
    expect(looked.says).toContain('Streefgetal 2026, sinds start: 120');
    expect(looked.says).toContain('Nog geen rapportage over: 2020, 2021');
    // What is not issued yet is not to be copied elsewhere.
    expect(looked.says).not.toContain('Tekst voor een nieuwsbrief');
    expect(await issued()).toBeUndefined();
    await expect(written(XLSX)).rejects.toThrow('ENOENT');
  });

  it('is issued as it was looked at, with a file', async () => {
    const { form, looked } = await lookedAt();
    await stage.restart();
    const done = await press(form, looked, issue);
    expect(done.says).toContain(`Het bestand staat hier: ${join(stage.dataDir, 'exports', XLSX)}`);
    expect(done.says).toContain('Vastgesteld op 16 november 2026');
    expect(done.says).toContain('Tekst voor een nieuwsbrief');
    const sheets = await readExcelFile(await written(XLSX));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      ...['Rapportage', 'Opschalingen per gemeente', 'Opschalingen per type verwijzer'],
      ...['Gesprekken per gemeente', 'Opschalingen per reden', 'Afgerond per uitkomst'],
      ...['Tekst voor nieuwsbrief', 'Toelichting'],
    ]);
    expect(sheets[0]?.data.slice(0, 3)).toEqual([
      [
        ...['Cijfer', 'Gedaan vóór deze periode', 'Streefgetal sinds start'],
        ...['Streefgetal dit jaar', 'Gedaan in deze periode'],
      ],
      ['NNZ-casuïstieken door netwerkpartners', 'niet bekend', 120, null, 57],
      [
        'Gerealiseerde anticonceptie via netwerkpartners',
        ...['niet bekend', null, null, 'minder dan 10'],
      ],
    ]);
    expect(sheets[6]?.data[1]).toEqual([
      expect.stringMatching(/^In het derde kwartaal van 2026 spraken .* in 57 casussen met/),
    ]);
  });

  it('stays as it was issued, whatever is entered later', async () => {
    const { form, looked } = await lookedAt();
    await press(form, looked, issue);
    await countedLate(30);
    const later = await lookedAt({ format: 'csv' });
    expect(later.looked.says).toContain('De cijfers zijn nog precies zoals toen');
    await press(later.form, later.looked, again);
    const csv = await written(XLSX.replace('xlsx', 'csv'));
    const rows = parse(csv, { bom: true, delimiter: ';' });
    const talks = 'NNZ-casuïstieken door netwerkpartners';
    expect(rows).toContainEqual(['Rapportage', talks, 'Gedaan in deze periode', '57']);
    const texts = rows.map(([, text]) => text);
    expect(texts).toContain('Periode: Kwartaal 3 van 2026');
    expect(texts).toContainEqual(expect.stringMatching(/^Vastgesteld op: 16 november 2026/));
    expect(texts).toContainEqual(expect.stringMatching(/^In het derde kwartaal van 2026 spraken/));
    expect((await issued())?.reports).toHaveLength(1);
  });

  it('is shown once more when its figures changed since it was looked at', async () => {
    const { form, looked } = await lookedAt();
    await countedLate(30);
    const changed = await press(form, looked, issue);
    expect(changed.says).toContain('De cijfers zijn net veranderd');
    expect(await issued()).toBeUndefined();
    await press(form, changed, issue);
    expect((await issued())?.reports[0]?.shown.totals.talks).toBe(57 + 30);
  });

  it('is issued once by two who look at the same moment', async () => {
    const [one, other] = [await lookedAt(), await lookedAt()];
    const done = await Promise.all([
      press(one.form, one.looked, issue),
      press(other.form, other.looked, issue),
    ]);
    for (const { says } of done) expect(says).toContain('Vastgesteld op');
    expect((await issued())?.reports).toHaveLength(1);
  });

  it('is looked at again when another report on its year was issued meanwhile', async () => {
    await stage.jump({ days: 60 });
    const quarter = await lookedAt({ period: '2026-K3' });
    const year = await lookedAt({ period: '2026' });
    await press(year.form, year.looked, issue);
    const answer = await press(quarter.form, quarter.looked, issue);
    // Beside the year its own number would tell what the year hides of the other quarters.
    expect(answer.says).toContain('De cijfers zijn net veranderd');
    expect((await issued())?.reports.map(({ quarters }) => quarters.length)).toEqual([4]);
  });

  it('tells of the time before what earlier reports showed', async () => {
    const { form, looked } = await lookedAt();
    await press(form, looked, issue);
    await stage.jump({ days: 60 });
    const fourth = await lookedAt({ period: '2026-K4' });
    expect(fourth.looked.says).toContain('ten minste 57');
    const missing = /Nog geen rapportage over: ([^.]+)\./.exec(fourth.looked.says)?.[1];
    expect(missing).toContain('2025, het eerste kwartaal van 2026 en het tweede kwartaal van 2026');
  });

  it.each([
    ['that has not ended', '2026-K4', 'nog niet voorbij'],
    ['before the programme', '2019', 'nog niet begonnen. De eerste maand is januari 2020'],
    ['that is none', 'vorige week', 'kan op dit moment niet'],
    ['of a week', '2026-W46', 'kan op dit moment niet'],
  ])('is not made of a period %s', async (_, period, said) => {
    const { form, looked } = await lookedAt();
    const click = stage.as(ANNEKE).tampered(form, { ...issue, card: looked.card }, { period });
    expect((await stage.as(ANNEKE).sendClick(click)).says).toContain(said);
    expect(await issued()).toBeUndefined();
  });

  it.each([
    ['a professional', SANNE],
    ['a coordinator', MERYEM],
  ])('is not for %s', async (_, person) => {
    const form = await exportForm();
    const { card } = form;
    const asked = await stage.as(ANNEKE).click(form, ask);
    const looked = await stage.as(ANNEKE).click(form, { ...look, card: asked.card });
    const clicks = [
      stage.as(person).pressed(form, { ...ask, card }),
      stage.as(person).pressed(form, { ...look, card: asked.card }),
      stage.as(person).pressed(form, { ...issue, card: looked.card }),
    ];
    for (const click of clicks) {
      expect((await stage.as(person).sendClick(click)).says).toContain('voor de projectleider');
    }
    expect(await issued()).toBeUndefined();
  });
});

describe('in Teams', () => {
  const SHAREPOINT = 'https://voorbeeld-my.sharepoint.com';
  const uploadInfo = {
    name: XLSX,
    uploadUrl: `${SHAREPOINT}/upload`,
    contentUrl: `${SHAREPOINT}/${XLSX}`,
    uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C9D',
    fileType: 'xlsx',
  };
  const request = {
    of: 'steering-report',
    region: 'hollands-midden',
    period: '2026-K3',
    format: 'xlsx',
  };
  const accept = async (context: object) => {
    const question = await exportForm();
    await stage.send(answeredConsent(ANNEKE, question, { context, uploadInfo }));
  };
  const said = (words: string) =>
    stage.teams.waitFor(
      () => stage.teams.in(stage.as(ANNEKE).chat).find(({ text }) => text?.includes(words)),
      words,
    );

  beforeEach(() => {
    nock.disableNetConnect();
    nock.enableNetConnect('127.0.0.1');
  });
  afterEach(() => {
    const pending = nock.pendingMocks();
    nock.cleanAll();
    nock.enableNetConnect();
    expect(pending).toEqual([]);
  });

  it('is uploaded as it was issued', async () => {
    const { form, looked } = await lookedAt();
    await press(form, looked, issue);
    await countedLate(30);
    let received = Buffer.alloc(0);
    nock(SHAREPOINT)
      .put('/upload')
      .reply(201, (_, body) => {
        received = Buffer.from(z.string().parse(body), 'hex');
        return '{}';
      });
    await accept(request);
    await stage.teams.waitFor(() => received.length > 0 || undefined, 'the file is uploaded');
    expect((await readExcelFile(received))[0]?.data[1]?.at(-1)).toBe(57);
  });

  it('is not uploaded while it was not issued', async () => {
    await accept(request);
    await said('ken ik niet meer');
  });
});
