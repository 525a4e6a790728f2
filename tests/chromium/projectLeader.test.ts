import path from 'node:path';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dayOf } from '../../data/weeks.js';
import { ANNEKE } from '../builders.js';
import { chooseOrganisation, escalate, linkChannel } from '../playground/coordinatorScenes.js';
import { openStage, type Stage } from '../playground/stage.js';
import { mayUseChromium, openBrowser } from './browser.js';
import { fillDay, openRow, select } from './coordinatorInPage.js';
import { arrive, type PersonInPage } from './personInPage.js';

const PICTURES = path.resolve('.screenshots/project-leader');
const TODAY = DateTime.now().setZone('Europe/Amsterdam');
const inDays = (days: number) => dayOf(TODAY.plus({ days }));
const YEAR = String(TODAY.weekYear);

describe.skipIf(!mayUseChromium())('a project leader at the page of the Playground', () => {
  let stage: Stage;
  const opened: { close(): Promise<void> }[] = [];
  let anneke: PersonInPage;
  let failed = false;

  beforeAll(async () => {
    const browser = await openBrowser();
    opened.push(browser);
    stage = await openStage({ atThePage: ANNEKE });
    opened.push(stage);
    await linkChannel(stage.playground.person('Meryem Kaya'));
    const sanne = stage.playground.person('Sanne de Wit');
    await chooseOrganisation(sanne);
    await escalate(stage, sanne);
    anneke = await arrive(browser, stage.server.url, PICTURES);
    await anneke.openChat('Personal Chat');
  });

  // Each step goes on where the one before it stopped.
  beforeEach(({ skip, onTestFailed }) => {
    skip(failed, 'an earlier step failed');
    onTestFailed(async () => {
      failed = true;
      await anneke.picture('failed');
    });
  });

  afterAll(async () => {
    for (const one of opened.reverse()) await one.close();
  });

  /** A part of a chart that the page drew on the newest card, by what it says to a screen reader. */
  const drawn = (says: RegExp) => anneke.card.getByRole('img', { name: says }).waitFor();
  const unfold = (title: string) => anneke.button(`${title}, tonen of verbergen`).click();

  test('adds a partner, after an error at its field', async () => {
    await anneke.say('programma');
    await anneke.reads('Programma Hollands Midden', 'Streefgetallen', 'Nog niets.');
    await anneke.picture('programme-empty');
    await anneke.press('Partners');
    await anneke.reads('Er staan nog geen partners');
    await anneke.press('Partner toevoegen');
    await anneke.reads('Naam van de organisatie');
    await anneke.fill('Naam van de organisatie', 'Kraamzorg Voorbeeld');
    await anneke.pick('Soort organisatie', 'kraamzorg');
    await anneke.choose('Status', 'Aangesloten');
    await fillDay(anneke, 'Sinds', inDays(1));
    await anneke.press('Opslaan');
    await anneke.reads('De datum ligt in de toekomst.');
    await anneke.picture('partner-error');
    await fillDay(anneke, 'Sinds', inDays(0));
    await anneke.press('Opslaan');
    await anneke.reads('Toegevoegd.', 'Dit telt mee in week');
    await anneke.picture('partner-added');
    await anneke.press('Partners');
    await anneke.reads('1 regel.', 'Kraamzorg Voorbeeld');
    await anneke.picture('partners');
    await openRow(anneke, 'Kraamzorg Voorbeeld');
    await anneke.reads('toegevoegd door Anneke Blom');
    await anneke.press('Naar het programma');
  });

  test('adds a meeting, and goes back to who was there without losing the numbers', async () => {
    await anneke.press('Intervisiebijeenkomsten');
    await anneke.press('Bijeenkomst toevoegen');
    await anneke.reads('Welke organisaties waren erbij?');
    await fillDay(anneke, 'Datum', inDays(0));
    await anneke.tick('Welke organisaties waren erbij? (verplicht)', 'JGZ Voorbeeld');
    await anneke.press('Volgende');
    await anneke.reads('Hoeveel mensen waren er?');
    await anneke.fill('JGZ Voorbeeld', '3');
    await anneke.picture('meeting-numbers');
    await anneke.press('Terug');
    await anneke.reads('Welke organisaties waren erbij?', 'Hoeveel mensen waren er?');
    await anneke.picture('meeting-back');
    await anneke.tick('Welke organisaties waren erbij? (verplicht)', 'Wijkteam Voorbeeld');
    await anneke.press('Volgende');
    await anneke.reads('Wijkteam Voorbeeld (verplicht)');
    await anneke.fill('Wijkteam Voorbeeld', '2');
    await anneke.press('Opslaan');
    await anneke.reads('3 van JGZ Voorbeeld en 2 van Wijkteam Voorbeeld (samen 5)');
    await anneke.picture('meeting-added');
    await anneke.press('Naar het programma');
  });

  test('sets a target, and corrects it', async () => {
    await anneke.press('Streefgetallen');
    await anneke.press('Streefgetal toevoegen');
    await anneke.reads('Waarmee vergelijken?');
    await anneke.pick('Cijfer', 'Aangesloten ketenpartners');
    await anneke.fill('Streefgetal', '4');
    await anneke.picture('target');
    await anneke.press('Opslaan');
    await anneke.reads('Toegevoegd.', 'Stand nu: 1 van 4');
    await anneke.press('Corrigeren');
    await anneke.fill('Streefgetal', '40');
    await anneke.press('Opslaan');
    await anneke.reads('Opgeslagen.', 'Streefgetal, eerst: 4', 'Stand nu: 1 van 40');
    await anneke.picture('target-corrected');
    await anneke.press('Naar het programma');
    await anneke.reads(`Aangesloten ketenpartners, ${YEAR} (sinds start): 1 van 40`);
    await anneke.picture('programme');
  });

  test('reads the figures of this week, with a chart that the page draws', async () => {
    await anneke.say('cijfers');
    await anneke.reads('Cijfers Hollands Midden', 'Deze periode loopt nog.', '1 van 40 (3%)');
    await drawn(/^\d+, Gesprekken, 0, Opschalingen, 1$/);
    await anneke.picture('figures-week');
    await unfold('De aantallen per week');
    await anneke.reads('opschalingen 1');
    await anneke.picture('figures-week-open');
  });

  test('reads what the figures of a quarter are made of', async () => {
    await select(anneke, 'Periode', 'Kwartaal');
    await anneke.press('Cijfers tonen');
    await anneke.reads('Kwartaal', '(hele weken)', 'Kosten en baten');
    await anneke.picture('figures-quarter');
    await anneke.press('Opschalingen');
    await anneke.reads('Opschalingen per reden', 'Openstaand werk op dit moment');
    await drawn(/^Regelen van financiën, 1$/);
    await unfold('Openstaand werk op dit moment');
    await anneke.reads('Open, nog niet opgepakt');
    await anneke.picture('figures-escalations');
    await anneke.press('Herkomst');
    await anneke.reads('Deelnemende gemeenten', 'Organisatietypen');
    await unfold('Deelnemende gemeenten');
    await anneke.reads('Leiden');
    await anneke.picture('figures-origin');
    expect(await anneke.button('Casuscodes').count()).toBe(0);
  });

  test('asks for a file', async () => {
    await anneke.say('export');
    await anneke.reads('Hollands Midden');
    await anneke.picture('export');
    await anneke.press('Bestand maken');
    await anneke.reads('Het bestand staat hier', 'nnz-hollands-midden');
    await anneke.picture('export-made');
  });

  test('looks at the report for the steering group, and issues it', async () => {
    await anneke.press('Rapportage stuurgroep maken');
    await anneke.reads('mag buiten je regio komen');
    await anneke.picture('report');
    await anneke.press('Rapportage bekijken');
    await anneke.reads('Zo komt de rapportage eruit', 'minder dan 10', 'Nog geen rapportage over');
    await unfold('Opschalingen per gemeente');
    await anneke.reads('Minder dan 10: Alphen aan den Rijn');
    await anneke.picture('report-looked-at');
    await anneke.press('Vaststellen en bestand maken');
    await anneke.reads('Vastgesteld op', 'nnz-stuurgroep-hollands-midden');
    await unfold('Tekst voor een nieuwsbrief');
    await anneke.reads('Zo’n gesprek is altijd vrijwillig.');
    await anneke.picture('report-issued');
  });
});
