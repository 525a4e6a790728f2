import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANNEKE } from '../builders.js';
import { aGroup, aMeeting } from '../data/registerBuilder.js';
import type { Click } from './personInTeams.js';
import { openProgramme, save, type ProgrammeStage } from './programmeStage.js';

let at: ProgrammeStage;
beforeEach(async () => {
  at = await openProgramme();
});
afterEach(async () => {
  await at.stage.close();
});

describe('a meeting', () => {
  it('adds a meeting in two steps, and corrects who was there', async () => {
    const group = await at.store(aGroup());
    const { message, says } = await at.programme(
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
    await at.stage.restart();
    const [jgz, opvang] = ['attended-jgz-voorbeeld', 'attended-opvang-voorbeeld'] as const;
    const wrong = await at.clicks(ANNEKE, message, save({ [jgz]: '3', [opvang]: 'twee' }));
    expect(wrong).toContain('⚠ Vul een heel getal in');
    const added = await at.clicks(ANNEKE, message, save({ [opvang]: '2' }));
    expect(added).toContain('Intervisiegroep: Intervisie Leiden');
    expect(added).toContain('(samen 5)');
    expect(added).toContain('week 45 van 2026');
    expect(await at.stage.counted('intervision')).toBe(1);

    const back = await at.clicks(ANNEKE, message, 'Corrigeren', 'Volgende', 'Terug');
    expect(back).toContain('Welke organisaties waren erbij?');
    const inputs = { organisations: 'opvang-voorbeeld' };
    await at.clicks(ANNEKE, message, { title: 'Volgende', inputs }, save({ [opvang]: '4' }));
    const meeting = (await at.register()).find(({ content }) => content.kind === 'meeting');
    expect(meeting).toMatchObject({
      version: 2,
      content: aMeeting({
        group: group.id,
        attendance: [{ organisation: 'opvang-voorbeeld', n: 4 }],
      }),
    });
  });

  const WHO = 'jgz-voorbeeld,opvang-voorbeeld';
  const [JGZ, OPVANG, WIJKTEAM] = [
    'attended-jgz-voorbeeld',
    'attended-opvang-voorbeeld',
    'attended-wijkteam-voorbeeld',
  ] as const;
  const next = (organisations: string, inputs: Record<string, string> = {}): Click => ({
    title: 'Volgende',
    inputs: { on: '2026-11-05', organisations, ...inputs },
  });
  const back = (inputs: Record<string, string>): Click => ({ title: 'Terug', inputs });
  const adding = ['Intervisiebijeenkomsten', 'Bijeenkomst toevoegen'] as const;

  it('keeps the numbers when one goes back to who was there', async () => {
    const { message } = await at.programme(ANNEKE, ...adding, next(WHO));
    const again = await at.clicks(ANNEKE, message, back({ [JGZ]: '3', [OPVANG]: '' }));
    expect(again).toContain('Welke organisaties waren erbij?');
    expect(again).toContain('Hoeveel mensen waren er?');
    await at.stage.restart();
    // The numbers come along as they stand on the card.
    await at.clicks(ANNEKE, message, next('jgz-voorbeeld,wijkteam-voorbeeld'));
    const added = await at.clicks(ANNEKE, message, save({ [WIJKTEAM]: '2' }));
    expect(added).toContain('3 van JGZ Voorbeeld en 2 van Wijkteam Voorbeeld (samen 5)');
  });

  it('keeps a number that is none as it was typed, until it is saved', async () => {
    const { message } = await at.programme(ANNEKE, ...adding, next(WHO));
    await at.clicks(ANNEKE, message, back({ [JGZ]: 'drie', [OPVANG]: '2' }), next(WHO));
    expect(await at.clicks(ANNEKE, message, save({}))).toContain('⚠ Vul een heel getal in');
    expect(JSON.stringify(message.card)).toContain('"value":"2"');
  });

  it('keeps them beside an error at who was there', async () => {
    const { message } = await at.programme(ANNEKE, ...adding, next(WHO));
    const says = await at.clicks(ANNEKE, message, back({ [JGZ]: '3', [OPVANG]: '2' }), next(''));
    expect(says).toContain('⚠ Kies minstens één organisatie.');
    await at.clicks(ANNEKE, message, next(WHO));
    expect(await at.clicks(ANNEKE, message, save({}))).toContain('(samen 5)');
  });

  it('asks no number of an organisation that nobody knows', async () => {
    const { message } = await at.programme(ANNEKE, ...adding, next(WHO), back({}));
    const sent = at.stage.as(ANNEKE).tampered(message, next(''), { 'attended-x': '1' });
    await at.stage.as(ANNEKE).sendClick(sent);
    expect(JSON.stringify(message.card)).not.toContain('attended-x');
  });

  it('is told which organisations are missing', async () => {
    const { says } = await at.programme(
      ANNEKE,
      'Intervisiebijeenkomsten',
      'Bijeenkomst toevoegen',
      {
        title: 'Volgende',
        inputs: { on: '2026-11-05' },
      },
    );
    expect(says).toContain('⚠ Kies minstens één organisatie.');
  });
});
