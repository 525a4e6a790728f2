import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RegisterContent } from '../../data/register.js';
import { ANNEKE } from '../builders.js';
import { aGroup, aPartner, aTarget, aTotal, aTraining } from '../data/registerBuilder.js';
import { openProgramme, opening, PARTNER, save, type ProgrammeStage } from './programmeStage.js';

let at: ProgrammeStage;
beforeEach(async () => {
  at = await openProgramme();
});
afterEach(async () => {
  await at.stage.close();
});

describe('a project leader', () => {
  it('adds a partner, follows it until it joined, and removes it', async () => {
    const { message, says } = await at.programme(ANNEKE, 'Partners', 'Partner toevoegen');
    expect(says).toContain('Naam van de organisatie (verplicht)');
    await at.stage.restart();
    const added = await at.clicks(ANNEKE, message, save(PARTNER));
    expect(added).toContain('Toegevoegd.');
    expect(added).toContain('toegevoegd door Anneke Blom');
    expect(added).not.toContain('telt mee in week');
    expect(await at.stage.counted('partners')).toBe(0);

    await at.stage.restart();
    const joined = await at.clicks(
      ANNEKE,
      message,
      'Corrigeren',
      save({ status: 'joined', since: '2026-11-09' }),
    );
    expect(joined).toContain('Dit telt mee in week 46 van 2026.');
    expect(joined).toContain('Status, eerst: In gesprek');
    expect(joined).toContain('Status, daarna: Aangesloten');
    expect(await at.stage.counted('partners')).toBe(1);
    expect((await at.theEntry()).content).toEqual(
      aPartner({
        standings: [
          { status: 'talking', since: '2026-10-01' },
          { status: 'joined', since: '2026-11-09' },
        ],
      }),
    );
    expect(await at.clicks(ANNEKE, message, 'Naar het programma')).toContain('Aangesloten: 1');

    await at.clicks(ANNEKE, message, 'Partners', opening(await at.theEntry()));
    const asked = await at.clicks(ANNEKE, message, 'Verwijderen');
    expect(asked).toContain('Wil je dit verwijderen?');
    expect(await at.stage.counted('partners')).toBe(1);
    await at.stage.restart();
    const gone = await at.clicks(ANNEKE, message, 'Verwijderen');
    expect(gone).toContain('verwijderd door Anneke Blom');
    expect(gone).toContain('In gesprek sinds 1 oktober 2026');
    expect(await at.stage.counted('partners')).toBe(0);
    expect(await at.clicks(ANNEKE, message, 'Partners')).toContain('nog geen partners');
    const removed = await at.clicks(
      ANNEKE,
      message,
      'Verwijderd (1)',
      opening(await at.theEntry()),
    );
    expect(removed).toContain('Verwijderd op 16 november 2026');
    expect((await at.theEntry()).history.map(({ kind }) => kind)).toEqual([
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
    const { message, says } = await at.programme(ANNEKE, list, add, save(inputs));
    expect(says).toContain('Toegevoegd.');
    expect(await at.theEntry()).toMatchObject({ version: 1, content });
    const corrected = await at.clicks(ANNEKE, message, 'Corrigeren', 'Opslaan');
    expect(corrected).toContain('Er is niets veranderd');
    expect((await at.theEntry()).version).toBe(1);
  });

  it('sees at the field what is the matter, and what was typed stays', async () => {
    const { message, says } = await at.programme(
      ANNEKE,
      'Partners',
      'Partner toevoegen',
      save({ ...PARTNER, since: '2026-11-17' }),
    );
    expect(says).toContain('⚠ De datum ligt in de toekomst');
    expect(JSON.stringify(message.card)).toContain(PARTNER.name);
    const before = await at.clicks(ANNEKE, message, save({ since: '2019-12-31' }));
    expect(before).toContain('⚠ Dit ligt voor de start');
    expect(await at.register()).toEqual([]);
    expect(await at.clicks(ANNEKE, message, save({ since: '2026-11-16' }))).toContain(
      'Toegevoegd.',
    );
  });

  it('keeps nothing in the message of a name that may be somebody’s', async () => {
    const { message, says } = await at.programme(
      ANNEKE,
      'Partners',
      'Partner toevoegen',
      save({ ...PARTNER, name: 'Bel mw. Jansen op 06-12345678' }),
    );
    expect(says).toContain('vaak een persoon herkenbaar maakt');
    expect(JSON.stringify(message.card)).not.toContain('Jansen');
    expect(await at.register()).toEqual([]);
  });

  it('finds what is there already instead of adding it twice', async () => {
    const there = await at.store(aPartner());
    const { message, says } = await at.programme(
      ANNEKE,
      'Partners',
      'Partner toevoegen',
      save({ ...PARTNER, name: 'kraamzorg voorbeeld' }),
    );
    expect(says).toContain('⚠ Deze partner staat er al.');
    expect(await at.clicks(ANNEKE, message, 'Openen wat er al staat')).toContain('Aangesloten');
    expect(await at.register()).toEqual([there]);
  });

  it('sees targets beside what was counted on the same basis', async () => {
    await at.store(aTarget({ indicator: 'trainings', year: 2026, basis: 'this-year', n: 10 }));
    await at.store(aTarget({ indicator: 'trainings', year: 2026, basis: 'since-start', n: 50 }));
    await at.store(aTarget({ indicator: 'trainings', year: 2025, basis: 'since-start', n: 30 }));
    await at.store(aTraining());
    await at.store(aTotal());
    const { message, says } = await at.programme(ANNEKE);
    expect(says).toContain('Scholingen, 2026 (dit jaar): 1 van 10');
    expect(says).toContain('Scholingen, 2026 (sinds start): 26 van 50');
    expect(says).toContain('Scholingen, 2025 (sinds start): 25 van 30, 2025 is voorbij');
    expect(await at.clicks(ANNEKE, message, 'Streefgetallen')).toContain('26 van 50');
  });

  it('is warned when the last day of a total lies in another year’s weeks', async () => {
    const inputs = { row: 'trainings', n: '25', until: '2025-12-31' };
    const { says } = await at.programme(
      ANNEKE,
      'Eerdere totalen',
      'Eerder totaal toevoegen',
      save(inputs),
    );
    expect(says).toContain('31 december 2025 valt in week 1 van 2026');
  });

  it('turns the pages of a long list', async () => {
    for (let n = 1; n <= 20; n += 1) {
      await at.store(aPartner({ name: `Partner ${String(n).padStart(2, '0')}` }));
    }
    const { message, says } = await at.programme(ANNEKE, 'Partners');
    expect(says).toContain('1 tot en met 8 van 20');
    const last = await at.clicks(ANNEKE, message, 'Volgende bladzijde', 'Volgende bladzijde');
    expect(last).toContain('17 tot en met 20 van 20');
    expect(last).toContain('Partner 20');
    expect(await at.clicks(ANNEKE, message, 'Vorige bladzijde')).toContain('9 tot en met 16');
  });

  it('reads it in English', async () => {
    const anneke = at.stage.as(ANNEKE);
    await anneke.click(await anneke.ask('taal'), { title: 'English' });
    const message = await anneke.ask('programme');
    await at.clicks(ANNEKE, message, 'Partner organisations', 'Add a partner');
    const says = await at.clicks(ANNEKE, message, {
      title: 'Save',
      inputs: { ...PARTNER, status: 'joined' },
    });
    expect(says).toContain('This counts in week 40 of 2026.');
  });
});
