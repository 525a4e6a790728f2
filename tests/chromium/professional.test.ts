import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeExampleRegion, writeRegionWithEveryRole } from '../playground/everyRole.js';
import { openStage, type Stage } from '../playground/stage.js';
import { mayUseChromium, openBrowser } from './browser.js';
import { arrive, type PersonInPage } from './personInPage.js';

const PICTURES = path.resolve('.screenshots/professional');

describe.skipIf(!mayUseChromium())('a professional at the page of the Playground', () => {
  let regionsDir: string;
  let stage: Stage;
  const opened: { close(): Promise<void> }[] = [];
  let sanne: PersonInPage;
  let code: string;
  let failed = false;

  beforeAll(async () => {
    const browser = await openBrowser();
    opened.push(browser);
    regionsDir = await mkdtemp(path.join(tmpdir(), 'nnz-regions-'));
    opened.push({ close: () => rm(regionsDir, { recursive: true }) });
    await writeRegionWithEveryRole(regionsDir);
    stage = await openStage({ regionsDir });
    opened.push(stage);
    sanne = await arrive(browser, stage.server.url, PICTURES);
  });

  // Each step goes on where the one before it stopped.
  beforeEach(({ skip, onTestFailed }) => {
    skip(failed, 'an earlier step failed');
    onTestFailed(async () => {
      failed = true;
      await sanne.picture('failed');
    });
  });

  afterAll(async () => {
    for (const one of opened.reverse()) await one.close();
  });

  test('a coordinator links the channel, with a mention picked from the list', async () => {
    await sanne.openChannel('Opschalingen');
    await sanne.post('Nu Niet Zwanger', 'koppelen');
    await sanne.reads('Kanaal koppelen', '✓ Meryem Kaya');
    await sanne.picture('link');
    await sanne.press('Ja, koppel dit kanaal');
    await sanne.reads('Dit kanaal is nu gekoppeld');
    await sanne.picture('linked');
    // From here on Sanne is a professional, and the bot has forgotten that she was more.
    await writeExampleRegion(regionsDir);
    await stage.rebuildBot();
  });

  test('reads the menu', async () => {
    await sanne.openChat('Personal Chat');
    await sanne.say('hallo');
    await sanne.reads('Hallo Sanne', 'Deze bot is geen dossier', 'Gesprek vastleggen');
    await sanne.picture('menu');
  });

  test('chooses an organisation before the first talk', async () => {
    await sanne.say('vastleggen');
    await sanne.reads('Je profiel', 'Kies eerst je organisatie');
    await sanne.pick('Organisatie', 'JGZ Voorbeeld');
    await sanne.choose('Domein', 'Sociaal domein');
    await sanne.picture('profile');
    await sanne.press('Opslaan');
    await sanne.reads('Stap 1 van 5');
  });

  test('tells that the client wanted to talk', async () => {
    await sanne.choose('Wilde de cliënt hierover praten?', 'Ja');
    await sanne.choose('Vindt de cliënt het goed dat je dit vastlegt?', 'Ja');
    await sanne.pick('Gemeente waar de cliënt woont', 'Leiden');
    await sanne.picture('talk');
    await sanne.press('Volgende');
    await sanne.reads('Stap 2 van 5');
  });

  test('fills in a screen with the keyboard alone', async () => {
    const ticked = ['Kinderwens', 'Geld'];
    const stops = await sanne.tabTo('Volgende', async ({ label }) => {
      if (ticked.includes(label)) await sanne.page.keyboard.press('Space');
    });
    expect(stops.map(({ label }) => label)).toEqual([
      ...['Kinderwens', 'Seksualiteit', 'Anticonceptie'],
      ...['Kennis', 'Verantwoordelijkheid', 'Leefomgeving', 'Emotie', 'Geld'],
      // A group of which one can be chosen is one stop; the arrows go through it.
      ...['Voor een zwangerschap', 'Volgende'],
    ]);
    expect(stops.map(({ top }) => top)).toEqual(stops.map(({ top }) => top).sort((a, b) => a - b));
    await sanne.picture('discussed');
    await sanne.answered(() => sanne.page.keyboard.press('Enter'));
    await sanne.reads('Stap 3 van 5');
  });

  test('finds what was filled in when going back', async () => {
    await sanne.press('Terug');
    await sanne.reads('Stap 2 van 5');
    expect(await sanne.isTicked('Waarover ging het gesprek?', 'Kinderwens')).toBe(true);
    expect(await sanne.isTicked('Waarover ging het gesprek?', 'Seksualiteit')).toBe(false);
    await sanne.press('Volgende');
    await sanne.reads('Stap 3 van 5');
  });

  test('gets a proposal, and why', async () => {
    await sanne.choose('Is er een kinderwens?', 'Ja, later');
    await sanne.tick('Wat wil de cliënt zelf?', 'Hulp bij anticonceptie');
    await sanne.choose('Hoe staat het met anticonceptie?', 'Heeft nog geen keuze gemaakt');
    await sanne.picture('wish');
    await sanne.press('Volgende');
    await sanne.reads('Stap 4 van 5');
    await sanne.tick('Regelen van financiën', 'Kosten zijn een drempel');
    await sanne.picture('situation');
    await sanne.press('Volgende');
    await sanne.reads('Stap 5 van 5', 'Voorstel: regelen van financiën');
    await sanne.reads('Omdat: “Kosten zijn een drempel”');
  });

  test('is shown the telephone number in a note, and removes it', async () => {
    await sanne.tick('Wat vindt de cliënt goed?', 'Delen met de coördinator');
    await sanne.fill('Wanneer en op welk nummer', 'dinsdag na 13 uur');
    await sanne.fill('Toelichting', 'Bel haar op 06 12345678.');
    await sanne.press('Opschalen');
    await sanne.reads('Stap 5 van 5', '(telefoonnummer)', 'Bel haar op [06 12345678].');
    await sanne.picture('identifier');
    await sanne.fill('Toelichting', 'Komt liever samen met een vriendin.');
    await sanne.picture('decision');
  });

  test('escalates and gets a code', async () => {
    await sanne.press('Opschalen');
    const text = await sanne.reads('Opgeschaald naar de coördinator: regelen van financiën');
    code = /HM-[2-9A-Z]{4}/.exec(text)?.[0] ?? '';
    expect(code).not.toBe('');
    expect(text).toContain('Schrijf deze code in je eigen dossier');
    await sanne.picture('code');
  });

  test('opens the case from the own cases', async () => {
    await sanne.press('Mijn casussen');
    await sanne.reads('Mijn casussen', `${code} · Open`);
    await sanne.picture('own-cases');
    await sanne.answered(() => sanne.card.getByText(code).click());
    await sanne.reads(`Casus ${code}`, 'Leiden', 'Regelen van financiën');
    await sanne.picture('own-case');
  });

  test('prepares a talk', async () => {
    await sanne.say('voorbereiden');
    await sanne.reads('Een gesprek voorbereiden', 'Wat zou een zwangerschap op dit moment');
    await sanne.tick('Waarover wil je vragen zien?', 'Geld');
    await sanne.press('Toon gespreksvragen');
    await sanne.reads('Hoe speelt geld mee in wat jij wilt?');
    await sanne.picture('prepare');
  });

  test('reads what is kept', async () => {
    await sanne.say('privacy');
    await sanne.reads('Privacy: wat ik bewaar', 'Vragen of een klacht');
    expect(await sanne.card.innerText()).not.toContain('Wie ziet het');
    for (const title of ['Een casus die je opschaalt', 'Vragen of een klacht']) {
      await sanne.card.getByText(title).click();
    }
    await sanne.reads('Wie ziet het: Jij en de coördinatoren', 'Klacht: ');
    await sanne.picture('privacy');
  });

  test('reads the bot in English, and in Dutch again', async () => {
    await sanne.say('taal');
    await sanne.press('English');
    await sanne.reads('Language');
    await sanne.say('start');
    await sanne.reads('Hello Sanne', 'Record a talk');
    await sanne.picture('english');
    await sanne.say('language');
    await sanne.press('Nederlands');
    await sanne.reads('Taal');
    await sanne.say('start');
    await sanne.reads('Hallo Sanne', 'Gesprek vastleggen');
  });

  test('sees the card of the case in the channel, without where the client lives', async () => {
    await sanne.openChannel('Opschalingen');
    const text = await sanne.finds(code);
    expect(text).toContain('Regelen van financiën');
    expect(text).not.toContain('Leiden');
    expect(text).not.toContain('vriendin');
    await sanne.picture('channel');
  });
});
