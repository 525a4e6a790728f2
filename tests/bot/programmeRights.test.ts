import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../data/person.js';
import { ANNEKE, JOOST, MERYEM, SANNE, TOM } from '../builders.js';
import { aPartner } from '../data/registerBuilder.js';
import { COMPLETE } from '../data/regionBuilder.js';
import { linkChannel } from './mainSteps.js';
import { saysOn, type Click } from './personInTeams.js';
import {
  openProgramme,
  HERE,
  ONLY_LEADER,
  PARTNER,
  save,
  type ProgrammeStage,
} from './programmeStage.js';

const SHIPPED = path.join(import.meta.dirname, '../../data/regions/hollands-midden.json');

let at: ProgrammeStage;
beforeEach(async () => {
  at = await openProgramme();
});
afterEach(async () => {
  await at.stage.close();
});

describe('who may', () => {
  it('a coordinator registers trainings and intervision, and sees no more of it', async () => {
    const partner = await at.store(aPartner());
    const { message, says } = await at.programme(MERYEM);
    expect(says).toContain('Scholing en intervisie');
    for (const word of ['Aangesloten', 'Streefgetallen', 'Eerdere totalen']) {
      expect(says).not.toContain(word);
    }
    const inputs = { on: '2026-11-04', title: 'Basisscholing', officers: '6' };
    const added = await at.clicks(
      MERYEM,
      message,
      'Scholingen',
      'Scholing toevoegen',
      save(inputs),
    );
    expect(added).toContain('toegevoegd door Meryem Kaya');

    const list = await at.stage.as(MERYEM).ask('programma');
    const wrongList = at.stage
      .as(MERYEM)
      .tampered(list, { title: 'Scholingen' }, { list: 'partner' });
    expect((await at.stage.as(MERYEM).sendClick(wrongList)).says).toContain(ONLY_LEADER);
    await at.clicks(MERYEM, list, 'Scholingen');
    const row = { verb: 'open-entry' };
    const opened = at.stage.as(MERYEM).tampered(list, row, { entry: partner.id });
    expect((await at.stage.as(MERYEM).sendClick(opened)).says).toContain(ONLY_LEADER);
  });

  it('a coordinator cannot save a partner through another form', async () => {
    const { message } = await at.programme(MERYEM, 'Scholingen', 'Scholing toevoegen');
    const data = { ...PARTNER, list: 'partner' };
    const sent = at.stage.as(MERYEM).tampered(message, { title: 'Opslaan' }, data);
    expect((await at.stage.as(MERYEM).sendClick(sent)).says).toContain(ONLY_LEADER);
    expect(await at.register()).toEqual([]);
  });

  it('a coordinator who left the team does not', async () => {
    await linkChannel(at.stage);
    at.stage.teams.roster = [JOOST];
    expect((await at.programme(MERYEM)).says).toContain('niet in het team van de coördinatoren');
  });

  it.each<[string, Person]>([
    ['a professional', SANNE],
    ['somebody without a task', TOM],
  ])('%s does not', async (_, person) => {
    expect((await at.programme(person)).says).toContain(ONLY_LEADER);
  });

  it('finds the word in help only where it works', async () => {
    expect(saysOn(await at.stage.as(ANNEKE).ask('help'))).toContain('programma: ');
    expect(saysOn(await at.stage.as(SANNE).ask('help'))).not.toContain('programma: ');
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

  let regionsDir: string;
  beforeEach(async () => {
    await at.stage.close();
    regionsDir = await mkdtemp(path.join(tmpdir(), 'nnz-regions-'));
    await writeFile(path.join(regionsDir, 'hollands-midden.json'), await readFile(SHIPPED));
    await writeFile(path.join(regionsDir, 'haaglanden.json'), JSON.stringify(elsewhere));
    at = await openProgramme({ regionsDir });
  });
  afterEach(() => rm(regionsDir, { recursive: true }));

  const of = (region: string): Click => ({
    verb: 'programme',
    where: (data) => data.region === region,
  });

  it('are chosen between, each with what one may there', async () => {
    const { message, says } = await at.programme(ANNEKE);
    expect(says).toContain('Van welke regio');
    const card = message.card;
    expect(await at.clicks(ANNEKE, message, of(HERE))).toContain('Partners');
    const there = await at.clicks(ANNEKE, message, { ...of('haaglanden'), card });
    expect(there).toContain('Programma Haaglanden (voorbeeld)');
    expect(there).not.toContain('Partners (');
    const inputs = { on: '2026-11-04', title: 'Basisscholing', officers: '6' };
    await at.clicks(ANNEKE, message, 'Scholingen', 'Scholing toevoegen', save(inputs));
    expect(await at.register()).toEqual([]);
    expect(await at.stage.repository.register('haaglanden')).toHaveLength(1);
  });

  it('the leader of another region reads and changes nothing here', async () => {
    const entry = await at.store(aPartner());
    const tom = at.stage.as(TOM);
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
    await at.clicks(TOM, message, 'Partners', 'Partner toevoegen');
    const sent = tom.tampered(message, { title: 'Opslaan' }, { ...PARTNER, region: HERE });
    expect((await tom.sendClick(sent)).says).toContain(ONLY_LEADER);
    const form = message.card;
    await at.clicks(TOM, message, save({ ...PARTNER }));
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
    expect(await at.register()).toEqual([entry]);
  });
});
