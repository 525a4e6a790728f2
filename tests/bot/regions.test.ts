import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../bot/log.js';
import { readRegions, watchRegions } from '../../bot/regions.js';
import { JOOST, MERYEM, SANNE, TOM } from '../builders.js';
import { COMPLETE } from '../data/regionBuilder.js';
import { openBotStage, type BotStage } from './botHarness.js';
import { channelCard, escalate, linkChannel, startChecklist } from './mainSteps.js';
import { saysOn } from './personInTeams.js';

const SHIPPED = join(import.meta.dirname, '../../data/regions/hollands-midden.json');

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'nnz-regions-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

let written = 0;
/** Every write has a time of its own, however coarse the clock of the disk is. */
async function put(content: unknown, name = 'hollands-midden.json'): Promise<string> {
  const file = join(directory, name);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  written += 10;
  await utimes(file, 1_700_000_000 + written, 1_700_000_000 + written);
  return file;
}

describe('reading region files', () => {
  it.each<[string, unknown, string, string]>([
    ['no controller', { ...COMPLETE, controller: undefined }, 'controller', 'expected string'],
    ['no complaints route', { ...COMPLETE, complaintsRoute: ' ' }, 'complaintsRoute', '1 char'],
    ['no retention', { ...COMPLETE, retention: undefined }, 'retention', 'expected object'],
    [
      'a coordinator by name',
      { ...COMPLETE, coordinators: [{ aadObjectId: 'meryem', name: 'Meryem' }] },
      'coordinators.0.aadObjectId',
      'the Entra object id (a GUID)',
    ],
    ['a misspelt word', { ...COMPLETE, coordinatoren: [] }, 'the whole file', 'coordinatoren'],
    ['no JSON', '{ "id": ', 'the whole file', 'not valid JSON'],
  ])('names file, path and rule: %s', async (_title, content, path, rule) => {
    const file = await put(content);
    const read = readRegions(directory);
    const problems = read.ok ? [] : read.problems;
    expect(problems).toEqual([expect.stringContaining(`${file}: ${path}: `)]);
    expect(problems).toEqual([expect.stringContaining(rule)]);
  });

  it('names every problem of every file', async () => {
    await put({ ...COMPLETE, controller: 1, language: 'fr' });
    await put({ ...COMPLETE, id: 'haaglanden', retention: {} }, 'haaglanden.json');
    const read = readRegions(directory);
    expect(read.ok ? 0 : read.problems.length).toBeGreaterThanOrEqual(5);
  });

  it('names two regions that cannot be told apart', async () => {
    await put(COMPLETE);
    await put(COMPLETE, 'again.json');
    const read = readRegions(directory);
    expect(read.ok ? '' : read.problems.join()).toContain(directory);
  });

  it.each(['empty', 'missing'])('names a folder that is %s', (what) => {
    const read = readRegions(what === 'empty' ? directory : join(directory, 'nowhere'));
    expect(read.ok ? '' : read.problems.join()).toContain(directory);
  });
});

/** Long enough for the next look at the folder. */
const nextLook = () => new Promise((resolve) => setTimeout(resolve, 1_100));

describe('a running bot', () => {
  const logged: string[] = [];
  const log = createLog('info', { write: (line) => logged.push(line) });
  beforeEach(() => {
    logged.length = 0;
  });

  async function watched() {
    await put(COMPLETE);
    const read = readRegions(directory);
    return watchRegions(directory, read.ok ? read.regions : [], log);
  }

  it('takes a changed file', async () => {
    const regions = await watched();
    await put({ ...COMPLETE, name: 'Andere naam' });
    await nextLook();
    expect(regions.find('hollands-midden')?.name).toBe('Andere naam');
  });

  it('refuses a wrong one, keeps the old, says so once, and takes the mended one', async () => {
    const regions = await watched();
    const file = await put({ ...COMPLETE, name: 'Andere naam', controller: '' });
    await nextLook();
    expect(regions.find('hollands-midden')?.name).toBe('Voorbeeldregio');
    await nextLook();
    regions.all();
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain(`${file}: controller: `);
    await put({ ...COMPLETE, name: 'Nieuwe naam' });
    await nextLook();
    expect(regions.all().map(({ name }) => name)).toEqual(['Nieuwe naam']);
  });

  it('keeps the old ones when the folder is gone', async () => {
    const regions = await watched();
    await rm(directory, { recursive: true });
    await nextLook();
    expect(regions.find('hollands-midden')?.name).toBe('Voorbeeldregio');
  });
});

describe('two regions', () => {
  let stage: BotStage;
  afterEach(() => stage.close());

  const haaglanden = {
    ...{ ...COMPLETE, id: 'haaglanden', name: 'Haaglanden (voorbeeld)', codePrefix: 'HG' },
    municipalities: [{ id: 'delft', name: 'Delft', participatesFrom: '2020-01' }],
    organisations: [
      { id: 'delft-voorbeeld', name: 'Delft Voorbeeld', type: 'gp', domain: 'medical' },
    ],
    coordinators: [{ aadObjectId: TOM.aadObjectId, name: TOM.name }],
  };

  const MERYEM_ENTRY = { aadObjectId: MERYEM.aadObjectId, name: MERYEM.name };

  async function openWithTwo(): Promise<void> {
    await put(await readFile(SHIPPED, 'utf8'));
    await put(haaglanden, 'haaglanden.json');
    stage = await openBotStage({ regionsDir: directory });
    stage.teams.roster = [MERYEM, JOOST, TOM];
  }

  it('a case goes to the channel and the coordinators of its own region', async () => {
    await openWithTwo();
    await linkChannel(stage, MERYEM);
    const sanne = stage.as(SANNE);
    const inputs = { organisation: 'delft-voorbeeld', domain: 'medical' };
    await sanne.click(await sanne.ask('profiel'), { title: 'Opslaan', inputs });
    const form = await sanne.ask('vastleggen');
    const next = (answers: Record<string, string>, title = 'Volgende') =>
      sanne.click(form, { title, inputs: answers });
    await next({ talked: 'yes', record: 'yes', on: '2026-11-12', municipality: 'delft' });
    await next({});
    await next({ wish: 'later', wants: 'contraception-help', arrangement: 'no-choice' });
    await next({ finance: 'cost' });
    const done = await next({ permissions: 'share', reachable: 'dinsdag' }, 'Opschalen');
    const code = /HG-\w{4}/.exec(done.says)?.[0] ?? '';
    expect(done.says).toContain('nog geen kanaal gekoppeld');
    await stage.restart();
    expect(stage.teams.channelCards()).toEqual([]);
    expect(saysOn(await stage.as(MERYEM).ask(code))).toContain('ken ik niet');

    // The channel becomes that of the other region.
    const remove = { key: 'hollands-midden', version: 1 };
    await stage.repository.commit({ writes: [{ kind: 'link', remove }] });
    await linkChannel(stage, TOM);
    const card = await channelCard(stage, code);
    const refused = await stage.as(MERYEM).click(card, { title: 'Oppakken' });
    expect(refused.says).toContain('ken ik niet');
    const claimed = await stage.as(TOM).click(card, { title: 'Oppakken' });
    expect(claimed.says).toContain('Opgepakt door: Tom Bakker');
  });

  it('has a channel that no other region has', async () => {
    const everywhere = { ...haaglanden, coordinators: [...haaglanden.coordinators, MERYEM_ENTRY] };
    await put(await readFile(SHIPPED, 'utf8'));
    await put(everywhere, 'haaglanden.json');
    stage = await openBotStage({ regionsDir: directory });
    stage.teams.roster = [MERYEM, JOOST, TOM];
    const meryem = stage.as(MERYEM);
    const [which] = await meryem.sayInChannel('koppelen');
    if (!which) throw new Error('nothing was asked');
    expect(saysOn(which)).toContain('Voor welke regio');
    const forRegion = (region: string) => ({
      verb: 'ask-link',
      where: (data: Record<string, unknown>) => data.region === region,
    });
    const shown = which.card;
    await meryem.click(which, forRegion('haaglanden'));
    await meryem.click(which, { title: 'Ja, koppel dit kanaal' });
    expect(await stage.repository.read('link', 'haaglanden')).toBeDefined();
    await stage.restart();
    const again = await meryem.click(which, { ...forRegion('hollands-midden'), card: shown });
    expect(again.says).toContain('Dit kanaal is al van Haaglanden (voorbeeld)');
    expect(await stage.repository.read('link', 'hollands-midden')).toBeUndefined();
  });

  it('who is taken off the list is refused without a restart', async () => {
    await openWithTwo();
    await linkChannel(stage, MERYEM);
    const code = await escalate(stage);
    const card = await channelCard(stage, code);
    const region = JSON.parse(await readFile(SHIPPED, 'utf8')) as typeof COMPLETE;
    // Nobody can be replaced by who is no longer there.
    const coordinators = region.coordinators
      .filter(({ name }) => name !== MERYEM.name)
      .map(({ aadObjectId, name }) => ({ aadObjectId, name }));
    await put({ ...region, coordinators });
    await nextLook();
    const answer = await stage.as(MERYEM).click(card, { title: 'Oppakken' });
    expect(answer.says).toContain('alleen een inhoudelijk coördinator van deze regio');
    expect((await stage.as(JOOST).click(card, { title: 'Oppakken' })).card).toBeDefined();
  });

  it('an organisation taken out while its checklist is open: nothing is lost', async () => {
    await openWithTwo();
    const form = await startChecklist(stage);
    const region = JSON.parse(await readFile(SHIPPED, 'utf8')) as typeof COMPLETE;
    const organisations = region.organisations.filter(({ id }) => id !== 'jgz-voorbeeld');
    await put({ ...region, organisations });
    await nextLook();
    const inputs = { talked: 'yes', record: 'yes', on: '2026-11-12', municipality: 'leiden' };
    const answer = await stage.as(SANNE).click(form, { title: 'Volgende', inputs });
    expect(answer.says).toContain('Stap 2 van 5');
    await stage.as(SANNE).click(form, { title: 'Volgende' });
    const wish = { wish: 'later', arrangement: 'self' };
    const refused = await stage.as(SANNE).click(form, { title: 'Opslaan', inputs: wish });
    expect(refused.says).toContain('Kies eerst je organisatie');
    expect(await stage.draftOf(SANNE)).toMatchObject({ step: 'wish' });
  });
});
