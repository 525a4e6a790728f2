import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ANNEKE, MERYEM } from '../builders.js';
import { aTraining } from '../data/registerBuilder.js';
import { openProgramme, opening, PARTNER, save, type ProgrammeStage } from './programmeStage.js';

let at: ProgrammeStage;
beforeEach(async () => {
  at = await openProgramme();
});
afterEach(async () => {
  await at.stage.close();
});

describe('a click that comes twice', () => {
  it('adds once', async () => {
    const { message } = await at.programme(ANNEKE, 'Partners', 'Partner toevoegen');
    const click = at.stage.as(ANNEKE).pressed(message, save(PARTNER));
    const answers = [await at.stage.as(ANNEKE).sendClick(click)];
    await at.stage.restart();
    answers.push(await at.stage.as(ANNEKE).sendClick(click));
    for (const { says } of answers) expect(says).toContain('toegevoegd door Anneke Blom');
    expect((await at.theEntry()).version).toBe(1);
  });

  it('adds once more what is alike but asked for anew', async () => {
    const inputs = { on: '2026-11-04', title: 'Basisscholing', officers: '6' };
    await at.programme(ANNEKE, 'Scholingen', 'Scholing toevoegen', save(inputs));
    await at.programme(ANNEKE, 'Scholingen', 'Scholing toevoegen', save(inputs));
    expect(await at.stage.counted('attention-officers')).toBe(12);
  });

  it('corrects once, and shows what stands', async () => {
    const entry = await at.store(aTraining());
    const { message } = await at.programme(ANNEKE, 'Scholingen', opening(entry), 'Corrigeren');
    const click = at.stage.as(ANNEKE).pressed(message, save({ officers: '7' }));
    await at.stage.as(ANNEKE).sendClick(click);
    const again = await at.stage.as(ANNEKE).sendClick(click);
    expect(again.says).toContain('aandachtsfunctionarissen: 7');
    expect(again.says).not.toContain('intussen');
    expect((await at.theEntry()).version).toBe(2);
  });

  it('removes once', async () => {
    const entry = await at.store(aTraining());
    const { message } = await at.programme(ANNEKE, 'Scholingen', opening(entry), 'Verwijderen');
    const click = at.stage.as(ANNEKE).pressed(message, { title: 'Verwijderen' });
    await at.stage.as(ANNEKE).sendClick(click);
    const again = await at.stage.as(ANNEKE).sendClick(click);
    expect(again.says).toContain('verwijderd door Anneke Blom');
    expect((await at.theEntry()).version).toBe(2);
  });
});

/** So many read the register before any of them stores something. */
function decideOnTheSame(readers: number): void {
  const { repository } = at.stage;
  const read = repository.register.bind(repository);
  let left = readers;
  let release: () => void = () => undefined;
  const allHaveRead = new Promise<void>((resolve) => {
    release = resolve;
  });
  vi.spyOn(repository, 'register').mockImplementation(async (region) => {
    const entries = await read(region);
    left -= 1;
    if (left === 0) release();
    await allHaveRead;
    return entries;
  });
}

describe('two people at once', () => {
  const group = { name: 'Intervisie Leiden', since: '2026-09-01' };
  const target = { indicator: 'partners', n: '40' };

  it('add the same once: the second is told who added it, and can open it', async () => {
    const inputs = save({ ...group, name: 'intervisie  LEIDEN' });
    const ofAnneke = await at.programme(ANNEKE, 'Intervisiegroepen', 'Intervisiegroep toevoegen');
    const ofMeryem = await at.programme(MERYEM, 'Intervisiegroepen', 'Intervisiegroep toevoegen');
    decideOnTheSame(2);
    const answers = await Promise.all([
      at.clicks(ANNEKE, ofAnneke.message, save(group)),
      at.clicks(MERYEM, ofMeryem.message, inputs),
    ]);
    expect(answers.filter((says) => says.includes('Toegevoegd.'))).toHaveLength(1);
    const { history } = await at.theEntry();
    const late = history[0]?.by.name === MERYEM.name ? ANNEKE : MERYEM;
    const [message, first] =
      late === MERYEM ? [ofMeryem.message, ANNEKE] : [ofAnneke.message, MERYEM];
    const says = answers.find((answer) => answer.includes('⚠ Deze groep staat er al.'));
    expect(says).toContain(`Toegevoegd door ${first.name} op 16 november 2026`);
    const opened = await at.clicks(late, message, 'Openen wat er al staat');
    expect(opened).toContain(`toegevoegd door ${first.name}`);
  });

  it('may add again what was removed', async () => {
    const add = ['Streefgetallen', 'Streefgetal toevoegen', save(target)] as const;
    await at.programme(ANNEKE, ...add, 'Verwijderen', 'Verwijderen');
    expect((await at.programme(ANNEKE, ...add)).says).toContain('Toegevoegd.');
    expect(await at.register()).toHaveLength(2);
  });

  it('who saves last sees what the first made of it, and keeps what was typed', async () => {
    const entry = await at.store(aTraining());
    const { message } = await at.programme(ANNEKE, 'Scholingen', opening(entry), 'Corrigeren');
    const ofMeryem = await at.programme(MERYEM, 'Scholingen', opening(entry), 'Corrigeren');
    await at.clicks(MERYEM, ofMeryem.message, save({ officers: '9' }));
    const says = await at.clicks(ANNEKE, message, save({ officers: '7', title: 'Verdieping' }));
    expect(says).toContain('Meryem Kaya heeft dit intussen gewijzigd');
    expect(says).toContain('Dit staat er nu');
    expect((await at.theEntry()).content).toEqual(aTraining({ officers: 9 }));
    expect(JSON.stringify(message.card)).toContain('Verdieping');
    expect(await at.clicks(ANNEKE, message, 'Opslaan')).toContain('Opgeslagen.');
    expect((await at.theEntry()).content).toEqual(aTraining({ officers: 7, title: 'Verdieping' }));
  });

  it('what was removed meanwhile is neither corrected nor removed again', async () => {
    const entry = await at.store(aTraining());
    const form = await at.programme(ANNEKE, 'Scholingen', opening(entry), 'Corrigeren');
    const question = await at.programme(ANNEKE, 'Scholingen', opening(entry), 'Verwijderen');
    await at.programme(MERYEM, 'Scholingen', opening(entry), 'Verwijderen', 'Verwijderen');
    for (const says of [
      await at.clicks(ANNEKE, form.message, save({ officers: '7' })),
      await at.clicks(ANNEKE, question.message, 'Verwijderen'),
    ]) {
      expect(says).toContain('Verwijderd op 16 november 2026');
      expect(says).toContain('door Meryem Kaya');
    }
    expect((await at.theEntry()).version).toBe(2);
  });

  it('what was changed meanwhile is shown before it is removed', async () => {
    const entry = await at.store(aTraining());
    const question = await at.programme(ANNEKE, 'Scholingen', opening(entry), 'Verwijderen');
    const change = save({ officers: '9' });
    await at.programme(MERYEM, 'Scholingen', opening(entry), 'Corrigeren', change);
    const says = await at.clicks(ANNEKE, question.message, 'Verwijderen');
    expect(says).toContain('Kijk eerst wat er nu staat');
    expect(await at.stage.counted('trainings')).toBe(1);
    await at.clicks(ANNEKE, question.message, 'Verwijderen');
    expect(await at.stage.counted('trainings')).toBe(0);
  });
});
