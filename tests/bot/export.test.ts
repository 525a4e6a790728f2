import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import nock from 'nock';
import readExcelFile from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { z } from 'zod/v4';
import { handOver } from '../../bot/exports/handOver.js';
import { isSharePoint } from '../../bot/exports/upload.js';
import type { Message } from '../../bot/messenger.js';
import { ANNEKE, anEscalatedCase, aTalk, CHAT, MERYEM, SANNE } from '../builders.js';
import { answeredConsent } from './activities.js';
import { openBotStage, type BotStage } from './botHarness.js';
import type { ShownMessage } from './fakeTeams.js';
import { saysOn } from './personInTeams.js';

let stage: BotStage;
beforeEach(async () => {
  nock.disableNetConnect();
  nock.enableNetConnect('127.0.0.1');
  stage = await openBotStage();
  // Of this week: nothing for a message about the last one.
  const put = anEscalatedCase({}, { talks: [aTalk({ on: '2026-11-16' })] });
  await stage.repository.commit({ writes: [{ kind: 'case', put }] });
});
afterEach(async () => {
  await stage.close();
  const pending = nock.pendingMocks();
  nock.cleanAll();
  nock.enableNetConnect();
  expect(pending).toEqual([]);
});

const make = { title: 'Bestand maken' };
const written = (name: string) => readFile(join(stage.dataDir, 'exports', name));

describe('export', () => {
  it('makes a workbook of the last quarter that ended, unless something else is chosen', async () => {
    const form = await stage.as(ANNEKE).ask('export');
    expect(saysOn(form)).toContain('voor binnen je regio');
    const done = await stage.as(ANNEKE).click(form, make);
    const name = 'nnz-hollands-midden-2026-K3.xlsx';
    expect(done.says).toContain(`Het bestand staat hier: ${join(stage.dataDir, 'exports', name)}`);
    const sheets = await readExcelFile(await written(name));
    expect(sheets.map(({ sheet }) => sheet)).toContain('Gemeenten');
    expect(sheets[0]?.data[1]).toEqual(['NNZ-casuïstieken door netwerkpartners', 0]);
  });

  it('has the same figures as the card, as a list with semicolons', async () => {
    const form = await stage.as(ANNEKE).ask('export');
    await stage.restart();
    const inputs = { period: '2026-K4', format: 'csv' };
    await stage.as(ANNEKE).click(form, { ...make, inputs });
    const file = await written('nnz-hollands-midden-2026-K4.csv');
    const rows = parse(file, { bom: true, delimiter: ';' });
    expect(rows).toContainEqual(['Kerncijfers', 'Opgeschaalde casuïstiek naar IC', 'Aantal', '1']);
    expect(rows).toContainEqual(['Per week', '2026-W47', 'Opgeschaalde casuïstiek naar IC', '1']);
    expect(rows).toContainEqual(['Gemeenten', 'Leiden', 'Gesprekken', '1']);
    expect(JSON.stringify(rows)).not.toContain('HM-');
  });

  it('of a week has totals only', async () => {
    const form = await stage.as(ANNEKE).ask('export');
    await stage.as(ANNEKE).click(form, { ...make, inputs: { period: '2026-W47', format: 'xlsx' } });
    const sheets = await readExcelFile(await written('nnz-hollands-midden-2026-W47.xlsx'));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Kerncijfers',
      'Kosten en baten',
      'Definities',
    ]);
  });

  it.each([
    ['a period that is not offered', { period: '2019-K1' }],
    ['a kind of file that is not offered', { format: 'exe' }],
    ['another region', { region: 'elders' }],
  ])('asks again with %s', async (_, inputs) => {
    const form = await stage.as(ANNEKE).ask('export');
    const click = stage.as(ANNEKE).tampered(form, make, inputs);
    const said = await stage.as(ANNEKE).sendClick(click);
    expect(said.says).toContain('Dit antwoord ken ik niet');
    await expect(written('nnz-hollands-midden-2026-K3.xlsx')).rejects.toThrow('ENOENT');
  });

  it.each([
    ['a professional', SANNE],
    ['a coordinator', MERYEM],
  ])('is not for %s', async (_, person) => {
    const form = await stage.as(ANNEKE).ask('export');
    expect(saysOn(await stage.as(person).ask('export'))).toContain('voor de projectleider');
    const pressed = stage.as(person).pressed(form, make);
    expect((await stage.as(person).sendClick(pressed)).says).toContain('voor de projectleider');
  });
});

describe('in Teams', () => {
  const request = {
    of: 'figures',
    region: 'hollands-midden',
    period: '2026-K4',
    format: 'xlsx',
  } as const;
  const SHAREPOINT = 'https://voorbeeld-my.sharepoint.com';
  const uploadInfo = {
    name: 'nnz.xlsx',
    uploadUrl: `${SHAREPOINT}/personal/anneke/upload?session=1`,
    contentUrl: `${SHAREPOINT}/personal/anneke/nnz.xlsx`,
    uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C9D',
    fileType: 'xlsx',
  };
  const inChat = () => stage.teams.in(stage.as(ANNEKE).chat);
  const uploads = () => nock(SHAREPOINT).put('/personal/anneke/upload?session=1');
  const answer = async (with_: { context: unknown; uploadInfo?: object }, by = ANNEKE) => {
    const question = await stage.as(ANNEKE).ask('help');
    const sent = await stage.send(answeredConsent(by, question, with_));
    expect(sent.status).toBe(200);
    return question;
  };

  it('asks whether the file may be uploaded, with nothing of it in the question', async () => {
    const said: Message[] = [];
    const messenger = {
      send: (_: unknown, message: Message) => {
        said.push(message);
        return Promise.resolve({ activityId: '1' });
      },
    };
    const deps = { messenger, exportsFolder: undefined } as unknown as Parameters<
      typeof handOver
    >[0];
    const bytes = Buffer.from('xlsx');
    await handOver(deps, CHAT, { name: 'nnz.xlsx', about: 'De cijfers', bytes, request });
    expect(said).toEqual([
      {
        attachment: {
          contentType: 'application/vnd.microsoft.teams.card.file.consent',
          name: 'nnz.xlsx',
          content: {
            description: 'De cijfers',
            sizeInBytes: 4,
            acceptContext: request,
            declineContext: request,
          },
        },
        summary: 'De cijfers',
      },
    ]);
  });

  it('uploads the file in one piece and shows where it is', async () => {
    let received: { range: string; bytes: Buffer } | undefined;
    uploads().reply(201, function (_, body) {
      const bytes = Buffer.from(z.string().parse(body), 'hex');
      received = { range: String(this.req.headers['content-range']), bytes };
      return '{}';
    });
    const question = await answer({ context: request, uploadInfo });
    const shown = await stage.teams.waitFor(
      () => inChat().find(({ summary }) => summary?.includes('staat in je OneDrive')),
      'the file is shown',
    );
    expect(shown.text).toBeUndefined();
    const length = received?.bytes.length ?? 0;
    expect(received?.range).toBe(`bytes 0-${length - 1}/${length}`);
    const [first] = await readExcelFile(received?.bytes ?? Buffer.alloc(0));
    expect(first?.data[3]).toEqual(['Opgeschaalde casuïstiek naar IC', 1]);
    await stage.teams.waitFor(() => gone(question), 'the question is gone');
  });

  it.each([
    ['is refused', () => uploads().reply(403)],
    ['leads elsewhere', () => uploads().reply(302, '', { location: 'https://elders.example/' })],
    ['breaks off', () => uploads().replyWithError('ECONNRESET')],
  ])('says so when the upload %s', async (_, fails) => {
    fails();
    await answer({ context: request, uploadInfo });
    await hears('kon niet in je OneDrive komen');
  });

  it('sends nothing to an address that is not SharePoint’s', async () => {
    const uploadUrl = 'https://sharepoint.com.example/upload';
    await answer({ context: request, uploadInfo: { ...uploadInfo, uploadUrl } });
    await hears('kon niet in je OneDrive komen');
  });

  it('sends nothing when it was declined', async () => {
    await answer({ context: request });
    await hears('Er is niets verstuurd');
  });

  it.each([
    ['was made up', { ...request, period: 'alles' }, ANNEKE],
    ['is of another region', { ...request, region: 'elders' }, ANNEKE],
    ['is accepted by who does not lead the region', request, MERYEM],
  ])('sends nothing when the question %s', async (_, context, by) => {
    await answer({ context, uploadInfo }, by);
    await hears('ken ik niet meer', by);
  });

  const gone = (message: ShownMessage) =>
    stage.teams.messages.find(({ id }) => id === message.id)?.deleted === true || undefined;
  const hears = (words: string, person = ANNEKE) =>
    stage.teams.waitFor(
      () => stage.teams.in(stage.as(person).chat).find(({ text }) => text?.includes(words)),
      words,
    );
});

test.each([
  ['https://voorbeeld-my.sharepoint.com/upload', true],
  ['https://sharepoint.com/upload', true],
  ['http://voorbeeld.sharepoint.com/upload', false],
  ['https://voorbeeldsharepoint.com/upload', false],
  ['https://voorbeeld.sharepoint.com.example/upload', false],
  ['https://voorbeeld.sharepoint.com:8443/upload', false],
  ['https://user:pass@voorbeeld.sharepoint.com/upload', false],
  ['https://voorbeeld.sharepoint.com@elders.example/upload', false],
  ['voorbeeld.sharepoint.com', false],
  ['', false],
])('%s may get a file: %s', (address, may) => {
  expect(isSharePoint(address)).toBe(may);
});
