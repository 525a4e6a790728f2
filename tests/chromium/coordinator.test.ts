import path from 'node:path';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dayOf } from '../../data/weeks.js';
import { MERYEM } from '../builders.js';
import {
  chooseOrganisation,
  escalate,
  PATIENCE_MS,
  type Escalated,
} from '../playground/coordinatorScenes.js';
import type { PersonHandle, SeenMessage } from '../playground/playgroundClient.js';
import { has } from '../playground/says.js';
import { openStage, type Stage } from '../playground/stage.js';
import { mayUseChromium, openBrowser } from './browser.js';
import { fillDay, openRow, pressOn, select } from './coordinatorInPage.js';
import { arrive, type PersonInPage } from './personInPage.js';

const PICTURES = path.resolve('.screenshots/coordinator');
const inDays = (days: number) => dayOf(DateTime.now().setZone('Europe/Amsterdam').plus({ days }));

/** One page of the work queue holds eight. */
const MORE_THAN_A_PAGE = 9;

describe.skipIf(!mayUseChromium())('a coordinator at the page of the Playground', () => {
  let stage: Stage;
  const opened: { close(): Promise<void> }[] = [];
  let meryem: PersonInPage;
  let sanne: PersonHandle;
  let joost: PersonHandle;
  let escalated: Escalated;
  let code: string;
  let failed = false;

  beforeAll(async () => {
    const browser = await openBrowser();
    opened.push(browser);
    stage = await openStage({ atThePage: MERYEM });
    opened.push(stage);
    sanne = stage.playground.person('Sanne de Wit');
    joost = stage.playground.person('Joost Vermeer');
    meryem = await arrive(browser, stage.server.url, PICTURES);
  });

  // Each step goes on where the one before it stopped.
  beforeEach(({ skip, onTestFailed }) => {
    skip(failed, 'an earlier step failed');
    onTestFailed(async () => {
      failed = true;
      await meryem.picture('failed');
    });
  });

  afterAll(async () => {
    for (const one of opened.reverse()) await one.close();
  });

  const heard = (person: PersonHandle, words: string): Promise<SeenMessage> =>
    person.waitFor((message) => has(message, words), words, PATIENCE_MS);

  test('links the channel', async () => {
    await meryem.openChannel('Opschalingen');
    await meryem.post('Nu Niet Zwanger', 'koppelen');
    await meryem.reads('Kanaal koppelen');
    await meryem.press('Ja, koppel dit kanaal');
    await meryem.reads('Dit kanaal is nu gekoppeld');
    await meryem.picture('linked');
  });

  test('sees the card of a case come, and takes it', async () => {
    await chooseOrganisation(sanne);
    escalated = await escalate(stage, sanne, {
      situations: { finance: 'cost', 'somatic-network': 'no-gp' },
      permissions: 'record,share,network',
    });
    ({ code } = escalated);
    expect(await meryem.finds(code)).toContain('Oppakken');
    await meryem.picture('channel-open');
    await pressOn(meryem, code, 'Oppakken');
    await expect.poll(() => meryem.finds(code)).toContain('Opgepakt door Meryem Kaya');
    await meryem.picture('channel-claimed');
  });

  test('opens the case in the own chat', async () => {
    await pressOn(meryem, code, 'Openen');
    await meryem.picture('channel-opened');
    await meryem.openChat('Personal Chat');
    const text = await meryem.reads(`Casus ${code}`, 'Leiden', 'Toestemming', 'Verloop');
    expect(text).toContain('Professional: Sanne de Wit');
    await meryem.picture('case');
  });

  test('keeps the finance lane, after an error at its field', async () => {
    await meryem.press('Spoor bijwerken');
    await meryem.reads('welk spoor werk je bij?');
    await meryem.picture('lanes');
    await openRow(meryem, 'Regelen van financiën');
    await meryem.reads(`Casus ${code}: Regelen van financiën`, 'Budget Leiden');
    await meryem.picture('finance');
    await meryem.fill('Gevraagd bedrag', '12,345');
    await meryem.press('Spoor bijwerken');
    await meryem.reads('Schrijf een bedrag in euro’s');
    await meryem.picture('finance-error');
    await meryem.fill('Gevraagd bedrag', '150');
    await meryem.fill('Toegekend bedrag', '125,50');
    await meryem.choose('Declaratie', 'Betaald');
    await meryem.tick('Is dit spoor klaar?', 'Dit spoor is klaar');
    await meryem.press('Spoor bijwerken');
    await meryem.reads('Regelen van financiën · klaar');
    await meryem.picture('finance-settled');
  });

  test('keeps the lane of the somatic network while the other is settled', async () => {
    await meryem.press('Spoor bijwerken');
    await meryem.reads('welk spoor werk je bij?', 'Regelen van financiën · klaar');
    await openRow(meryem, 'Gebruik van somatisch netwerk');
    await meryem.reads('Gebruik van somatisch netwerk', 'Verloskundigen Leiden (voorbeeld)');
    await meryem.picture('network');
    await meryem.card.getByRole('radio', { name: /^Huisartsenpraktijk Leiden/ }).check();
    await meryem.choose('Wat is er met de afspraak gebeurd?', 'De afspraak is doorgegaan');
    await meryem.press('Spoor bijwerken');
    await meryem.reads('Vul de datum van de afspraak in.');
    await meryem.picture('network-error');
    await fillDay(meryem, 'Datum van de afspraak', inDays(0));
    await meryem.picture('network-filled');
    await meryem.press('Spoor bijwerken');
    const text = await meryem.reads('Gebruik van somatisch netwerk · loopt', 'doorgegaan');
    expect(text).toContain('Regelen van financiën · klaar');
    await meryem.picture('network-busy');
  });

  test('asks a question, and reads the answer on the case', async () => {
    await meryem.press('Vraag stellen');
    await meryem.reads('vraag aan de professional');
    await meryem.press('Vraag stellen');
    await meryem.reads('⚠');
    await meryem.picture('question-error');
    await meryem.fill('Je vraag', 'Weet de cliënt al van de afspraak?');
    await meryem.press('Vraag stellen');
    await meryem.reads('Antwoord: nog geen antwoord');
    await meryem.picture('question-asked');
    const asked = await heard(sanne, `heeft een vraag over casus ${code}`);
    await sanne.click({ activity: asked, title: 'Beantwoorden' });
    const inputs = { text: 'Ja, sinds gisteren.' };
    await sanne.click({ activity: asked, title: 'Beantwoorden', inputs });
    await meryem.reads('heeft je vraag over casus');
    await meryem.picture('answer-notice');
    await meryem.say(code);
    await meryem.reads('Antwoord: Ja, sinds gisteren.');
    await meryem.picture('answered');
  });

  test('hands over, gets it back, and takes an offer back', async () => {
    await meryem.press('Overdragen');
    await meryem.reads('overdragen', 'Joost Vermeer');
    await meryem.picture('offer');
    await meryem.press('Overdragen');
    await meryem.reads('Aangeboden aan: Joost Vermeer');
    await meryem.picture('offered');
    const offer = await heard(joost, `vraagt of jij casus ${code} wilt overnemen`);
    await joost.click({ activity: offer, title: 'Accepteren' });
    await meryem.reads(`Joost Vermeer heeft casus ${code} overgenomen`);
    await meryem.picture('taken-over');
    await joost.click({ activity: offer, title: 'Overdragen' });
    await joost.click({ activity: offer, title: 'Overdragen' });
    await meryem.reads(`Joost Vermeer vraagt of jij casus ${code} wilt overnemen`);
    await meryem.picture('asked-to-take-over');
    await meryem.press('Accepteren');
    await meryem.reads('Opgepakt door: Meryem Kaya', 'Spoor bijwerken');
    await meryem.picture('accepted');
    await meryem.press('Overdragen');
    await meryem.reads('overdragen', 'Joost Vermeer');
    await meryem.press('Overdragen');
    await meryem.reads('Aangeboden aan: Joost Vermeer');
    await meryem.press('Overdracht annuleren');
    await expect.poll(() => meryem.card.innerText()).not.toContain('Aangeboden aan');
    await meryem.picture('cancelled');
  });

  test('sets reminders and absence in the profile', async () => {
    await meryem.say('profiel');
    await meryem.reads('Je profiel', 'Herinneringen', 'Afwezigheid');
    await meryem.picture('profile');
    await meryem.press('Herinneringen');
    await meryem.reads('Waarover wil je dat horen?');
    await meryem.picture('reminders');
    await meryem.press('Opslaan');
    await meryem.reads('Je herinneringen zijn opgeslagen');
    await meryem.picture('reminders-saved');
    await meryem.say('profiel');
    await meryem.press('Afwezigheid');
    await meryem.reads('Eerste dag dat je er niet bent');
    await meryem.picture('absence');
    await fillDay(meryem, 'Eerste dag', inDays(7));
    await fillDay(meryem, 'Laatste dag', inDays(1));
    await meryem.press('Opslaan');
    await meryem.reads('De laatste dag ligt voor de eerste dag.');
    await meryem.picture('absence-error');
    await fillDay(meryem, 'Eerste dag', inDays(1));
    await fillDay(meryem, 'Laatste dag', inDays(7));
    await meryem.press('Opslaan');
    await meryem.reads('Vervanger: Joost Vermeer');
    await meryem.picture('absence-saved');
    await meryem.press('Afwezigheid');
    await meryem.press('Afwezigheid stoppen');
    await meryem.reads('Je afwezigheid is gestopt');
    await meryem.picture('absence-ended');
  });

  test('sees which cases a figure is made of', async () => {
    await meryem.say('cijfers');
    await meryem.reads('Opgeschaalde casuïstiek naar IC');
    await meryem.press('Casuscodes');
    await meryem.reads('Kies een cijfer en daarna Casussen tonen');
    await select(meryem, 'Welk cijfer?', 'Opgeschaalde casuïstiek naar IC (1)');
    await meryem.press('Casussen tonen');
    await meryem.reads('Uit casussen: 1', '1 casus.', code);
    await meryem.picture('figure-cases');
    await meryem.press('Terug naar de cijfers');
    await meryem.reads('Opgeschaalde casuïstiek naar IC');
  });

  test('finds the way in the work queue', async () => {
    const forAnother = {
      situations: { 'somatic-network': 'no-gp' },
      permissions: 'record,share,network',
    };
    const { code: another } = await escalate(stage, sanne, forAnother);
    for (let n = 1; n < MORE_THAN_A_PAGE; n += 1) await escalate(stage, sanne);
    await meryem.say('werkvoorraad');
    await meryem.reads('Werkvoorraad', `Open: 1 tot en met 8 van ${MORE_THAN_A_PAGE}`);
    await meryem.picture('queue');
    await meryem.press('Volgende');
    await meryem.reads(`Open: 9 van ${MORE_THAN_A_PAGE}`);
    await meryem.picture('queue-second-page');
    await meryem.press('Vorige');
    await meryem.reads(`Open: 1 tot en met 8 van ${MORE_THAN_A_PAGE}`);
    await select(meryem, 'Reden', 'Gebruik van somatisch netwerk');
    await meryem.press('Toon');
    await meryem.reads('Open: 1 casus', another);
    await meryem.picture('queue-filtered');
    await meryem.press('Voor mij (1)');
    await meryem.reads('Voor mij: 1 casus', code);
    await meryem.picture('queue-mine');
    await openRow(meryem, code);
    await meryem.reads(`Casus ${code} · Opgepakt`);
    await meryem.say(code.toLowerCase());
    await meryem.reads(`Casus ${code} · Opgepakt`);
  });

  test('closes the case, after what was left out, and opens it again', async () => {
    await meryem.press('Afronden');
    await meryem.reads(`Casus ${code} afronden`, 'Nog niet klaar: Gebruik van somatisch netwerk');
    await meryem.picture('close');
    await meryem.press('Afronden');
    await meryem.reads('⚠');
    await meryem.picture('close-error');
    await meryem.pick('Uitkomst', 'Kinderwens bewust uitgesteld');
    await meryem.choose('Anticonceptie', 'Gepland');
    await meryem.press('Afronden');
    await meryem.reads(`Casus ${code} · Afgerond`, 'Kinderwens bewust uitgesteld');
    await meryem.picture('closed');
    await meryem.press('Heropenen');
    await meryem.reads(`Casus ${code} · Open`, 'Oppakken');
    await meryem.picture('reopened');
    await heard(sanne, `Meryem Kaya heeft casus ${code} heropend`);
    await meryem.openChannel('Opschalingen');
    await expect.poll(() => meryem.finds(code)).toContain('Oppakken');
    await meryem.picture('channel-reopened');
  });
});
