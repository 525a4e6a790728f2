import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { privacyCard } from '../../cards/privacyCard.js';
import { regionCard } from '../../cards/regionCard.js';
import type { Card } from '../../cards/render.js';
import { personKey, type Person } from '../../data/person.js';
import type { Kind } from '../../data/repository.js';
import { aContext, ANNEKE, at, MERYEM, SANNE, TENANT, TOM } from '../builders.js';
import { buttonsOf, opened } from '../cards/cardContent.js';
import { aRegion, COMPLETE } from '../data/regionBuilder.js';
import { cardText } from '../playground/cardText.js';
import { edited, inChat, installed, removedFromTeam, typedInChat } from './activities.js';
import { openBotStage, type BotStage } from './botHarness.js';
import {
  chooseOrganisation,
  escalate,
  linkChannel,
  shownCase,
  startChecklist,
} from './mainSteps.js';
import { saysOn, theOnly } from './personInTeams.js';
import type { ShownMessage } from './fakeTeams.js';

/** Stands in the welcome and not in the menu. */
const WELCOME = 'Praten is altijd vrijwillig';
const NO_FILE = 'Deze bot is geen dossier';

let stage: BotStage;
beforeEach(async () => {
  stage = await openBotStage();
});
afterEach(() => stage.close());

const titles = ({ card }: Pick<ShownMessage, 'card'>) =>
  card ? buttonsOf(card).map(({ title }) => title) : [];
const profileOf = (person: Person) => stage.repository.read('profile', personKey(person));

describe('who has never been here', () => {
  it('is welcomed once when the bot is installed; afterwards the menu is short', async () => {
    const tom = stage.as(TOM);
    const activity = installed(TOM);
    await stage.send(activity);
    await stage.send(activity);
    const welcome = theOnly(stage.teams.in(tom.chat));
    expect(saysOn(welcome)).toContain(WELCOME);
    expect(saysOn(welcome)).toContain(NO_FILE);
    await stage.restart();
    const menu = saysOn(await tom.ask('hallo'));
    expect(menu).toContain(NO_FILE);
    expect(menu).not.toContain(WELCOME);
  });

  it.each(['hi', 'Hallo', 'start', 'hello'])(
    'is welcomed by the first word when the installation got lost: %s',
    async (word) => {
      const tom = stage.as(TOM);
      expect(saysOn(await tom.ask(word))).toContain(WELCOME);
      await stage.restart();
      expect(saysOn(await tom.ask(word))).not.toContain(WELCOME);
      expect(saysOn(theOnly(await tom.install()))).not.toContain(WELCOME);
    },
  );

  it('gets help without being welcomed first', async () => {
    const tom = stage.as(TOM);
    expect(saysOn(await tom.ask('help'))).toContain('Typ een woord of een casuscode');
  });

  it('in a chat of several people learns where the bot can be spoken to', async () => {
    const activity = { ...installed(TOM), conversation: GROUP };
    await stage.send(activity);
    expect(theOnly(stage.teams.in(GROUP.id)).text).toContain('in de persoonlijke chat met mij');
  });
});

const GROUP = { id: '19:group@thread.v2', conversationType: 'groupChat', tenantId: TENANT };

describe('who takes the bot away', () => {
  it('is forgotten as far as the chat goes, and welcomed when it comes back', async () => {
    const tom = stage.as(TOM);
    await tom.install();
    await chooseOrganisation(stage, TOM);
    expect(await stage.send(inChat(TOM, 'uninstalled'))).toEqual({ status: 200, body: '' });
    const gone = await profileOf(TOM);
    expect(gone?.chat).toBeUndefined();
    expect(gone?.work?.organisation).toBe('jgz-voorbeeld');
    await stage.restart();
    expect(saysOn(theOnly(await tom.install()))).toContain(WELCOME);
    expect((await profileOf(TOM))?.chat?.conversationId).toBe(tom.chat);
  });

  it('gets no answer, and nobody is made known by it', async () => {
    const before = stage.teams.requests.length;
    await stage.send(inChat(TOM, 'uninstalled'));
    expect(stage.teams.requests).toHaveLength(before);
    expect(await profileOf(TOM)).toBeUndefined();
  });

  it('is sent no notice into the chat that is gone', async () => {
    const { card } = await shownCase(stage);
    await stage.send(inChat(SANNE, 'uninstalled'));
    const said = stage.teams.in(stage.as(SANNE).chat).length;
    stage.teams.fail({ kind: 'chat', does: { status: 403 } });
    await stage.as(MERYEM).click(card, { title: 'Oppakken' });
    await stage.teams.waitFor(
      () => stage.teams.made('chat').find(({ accepted }) => !accepted),
      'the bot asks for a new chat',
    );
    expect(stage.teams.in(stage.as(SANNE).chat)).toHaveLength(said);
  });

  it.each(['uninstalled', 'removed'] as const)(
    'from a team leaves the own chats as they are: %s',
    async (how) => {
      await stage.as(MERYEM).say('hallo');
      await linkChannel(stage);
      const before = await profileOf(MERYEM);
      const answer = await stage.send(removedFromTeam(MERYEM, how));
      expect(answer).toEqual({ status: 200, body: '' });
      expect(await profileOf(MERYEM)).toEqual(before);
    },
  );

  it('is understood as well from the roster of the own chat', async () => {
    await stage.as(TOM).say('hallo');
    const { id, ...gone } = typedInChat(TOM, '');
    const membersRemoved = [gone.recipient];
    await stage.send({ ...gone, id, type: 'conversationUpdate', membersRemoved });
    expect((await profileOf(TOM))?.chat).toBeUndefined();
  });

  it('comes back by writing, too', async () => {
    await stage.as(TOM).say('hallo');
    await stage.send(inChat(TOM, 'uninstalled'));
    await stage.send(edited(typedInChat(TOM, 'halo'), 'hallo'));
    expect(saysOn(stage.as(TOM).newest())).toContain(WELCOME);
  });
});

describe('the menu', () => {
  it.each<[who: string, person: Person, expected: string[]]>([
    [
      'a professional',
      TOM,
      ['Gesprek vastleggen', 'Voorbereiden', 'Opschalen', 'Mijn casussen', 'Mijn regio', 'Hulp'],
    ],
    [
      'an attention officer',
      SANNE,
      ['Gesprek vastleggen', 'Voorbereiden', 'Opschalen', 'Mijn casussen', 'Tellen', 'Hulp'],
    ],
    [
      'a coordinator',
      MERYEM,
      ['Werkvoorraad', 'Opschalen', 'Cijfers', 'Mijn regio', 'Profiel', 'Hulp'],
    ],
    ['a project leader', ANNEKE, ['Cijfers', 'Programma', 'Mijn regio', 'Profiel', 'Hulp']],
  ])('of %s', async (_who, person, expected) => {
    const menu = await stage.as(person).ask('start');
    expect(titles(menu)).toEqual(expected);
    const { card } = menu;
    await stage.restart();
    for (const title of expected) {
      const message = await stage.as(person).ask('start');
      const answer = await stage.as(person).click(message, { title, card });
      expect(answer.card, title).toBeDefined();
      expect(answer.says).not.toContain('Dit kan op dit moment niet');
    }
  });

  it.each<[string, Person, string[], string[]]>([
    ['a coordinator', MERYEM, ['Werkvoorraad'], ['Cijfers']],
    ['a project leader', ANNEKE, [], ['Cijfers', 'Mijn regio']],
  ])(
    'of %s keeps the figures once an organisation was chosen',
    async (_who, person, first, last) => {
      await chooseOrganisation(stage, person);
      await stage.restart();
      const rest = ['Opschalen', 'Mijn casussen', ...last, 'Hulp'];
      const menu = async () => titles(await stage.as(person).ask('start'));
      expect(await menu()).toEqual([...first, 'Gesprek vastleggen', ...rest]);
      await startChecklist(stage, person);
      expect(await menu()).toEqual(['Verdergaan', ...first, ...rest]);
    },
  );

  it('of a coordinator without a channel counts what waits, when something does', async () => {
    const meryem = stage.as(MERYEM);
    const idle = saysOn(await meryem.ask('start'));
    expect(idle).toContain('nog geen kanaal gekoppeld voor Hollands Midden (voorbeeld). Typ in');
    expect(idle).not.toContain('wacht');
    await escalate(stage);
    await stage.restart();
    expect(saysOn(await meryem.ask('start'))).toContain('1 opgeschaalde casus wacht. Typ in');
  });

  it('begins with the draft that is open', async () => {
    await startChecklist(stage, TOM);
    const menu = await stage.as(TOM).ask('hi');
    expect(saysOn(menu)).toContain('nog een concept openstaan');
    expect(titles(menu)[0]).toBe('Verdergaan');
    expect(titles(menu)).not.toContain('Gesprek vastleggen');
    const answer = await stage.as(TOM).click(menu, { title: 'Verdergaan' });
    expect(answer.says).toContain('Stap 1 van 5');
  });
});

describe('help', () => {
  it.each<[who: string, person: Person, has: string[], lacks: string[]]>([
    ['a professional', TOM, ['vastleggen', 'privacy'], ['tellen', 'koppelen', 'cijfers']],
    ['an attention officer', SANNE, ['Als aandachtsfunctionaris tellen'], ['koppelen', 'cijfers']],
    [
      'a coordinator',
      MERYEM,
      [
        'Als inhoudelijk coördinator werkvoorraad',
        'koppelen: ',
        'Als coördinator of projectleider cijfers',
      ],
      ['tellen'],
    ],
    ['a project leader', ANNEKE, ['Als coördinator of projectleider cijfers'], ['koppelen']],
  ])('for %s shows their own words, by task', async (_who, person, has, lacks) => {
    const help = saysOn(await stage.as(person).ask('help'));
    for (const said of has) expect(help).toContain(said);
    for (const word of lacks) expect(help).not.toContain(`${word}:`);
  });

  it('is no dead end: every button leads on, and every answer has a button or a form', async () => {
    const tom = stage.as(TOM);
    for (const title of titles(await tom.ask('help'))) {
      const answer = await tom.click(await tom.ask('help'), { title: String(title) });
      expect(answer.card && buttonsOf(answer.card).length, String(title)).toBeGreaterThan(0);
    }
  });
});

/** Once every part of it was opened. */
const textOf = (card: Card) => cardText(opened(card), 1000).replaceAll(/[\s─═]+/g, ' ');
const openedOn = ({ card }: ShownMessage) => (card ? textOf(card) : '');

/** Where the card tells of each kind of record; a new kind does not compile until it has a place. */
const TOLD: Record<Kind, string> = {
  case: 'Een gesprek dat je vastlegt',
  consult: 'Een overleg zonder cliëntgegevens',
  copy: 'in welke berichten een casus staat',
  delivery: 'in welke berichten een casus staat',
  digest: 'Een weekbericht en een rapportage voor de stuurgroep bestaan alleen uit getallen',
  draft: 'Je concept en je profiel',
  bulletin: 'Berichten die niet over één casus gaan',
  absence: 'Wie afwezig is',
  run: 'Wat op een vaste dag is gedaan',
  'steering-reports': 'een rapportage voor de stuurgroep',
  imported: 'Casussen van vóór deze bot',
  link: 'Van het kanaal van de coördinatoren bewaar ik wie het koppelde',
  profile: 'Je concept en je profiel',
  'quick-count': 'Tellingen en cijfers',
  register: 'Van het programmaregister',
};

describe('privacy', () => {
  it('tells of everything that is kept', async () => {
    const card = openedOn(await stage.as(TOM).ask('privacy'));
    for (const said of Object.values(TOLD)) expect(card).toContain(said);
    for (const said of ['Wat:', 'Waarvoor:', 'Wie ziet het:', NO_FILE]) {
      expect(card).toContain(said);
    }
  });

  it('says how long and where to complain, as the region file has it', () => {
    const region = aRegion({
      controller: 'GGD Voorbeeld',
      dataProtectionContact: 'fg@voorbeeld.example',
      complaintsRoute: 'klachten@voorbeeld.example',
      retention: { draftDays: 1, caseMonths: 13, escalatedCaseMonths: 1 },
    });
    const said = textOf(privacyCard(aContext(), [region]));
    expect(said).toContain('Concept: 1 dag nadat');
    expect(said).toContain('Gesprek zonder opschaling: 13 maanden nadat');
    expect(said).toContain('Opgeschaalde casus: 1 maand nadat');
    expect(said).toContain('Verantwoordelijk: GGD Voorbeeld');
    expect(said).toContain('Vragen over privacy: fg@voorbeeld.example');
    expect(said).toContain('Klacht: klachten@voorbeeld.example');
  });

  it('is there for who has no profile, and in English', async () => {
    const anneke = stage.as(ANNEKE);
    expect(openedOn(await anneke.ask('privacy'))).toContain('klachten@voorbeeld.example');
    await anneke.click(await anneke.ask('taal'), { title: 'English' });
    expect(openedOn(await anneke.ask('privacy'))).toContain('Complaint: ');
  });
});

describe('the region', () => {
  it('says who coordinates, who stands in, when intervision is and what to hand over', async () => {
    await chooseOrganisation(stage, TOM);
    const card = saysOn(await stage.as(TOM).ask('mijn regio'));
    for (const said of [
      'Meryem Kaya: ma, di en do 9–17 uur, voorbeeldnummer 000-0000001 (vervanging: Joost Vermeer)',
      'Volgende intervisie 3 december 2026, 14:00, Voorbeeldgebouw',
      'Praatplaten: site van het programma (voorbeeld) (https://nunietzwanger.nl/)',
    ]) {
      expect(card).toContain(said);
    }
  });

  const meetings = [
    { on: '2026-12-10', place: 'Derde' },
    { on: '2026-11-16', at: '15:00', place: 'Tweede' },
    { on: '2026-11-16', at: '09:00', place: 'Eerste' },
  ];
  it.each([
    ['2026-11-15T23:59', '16 november 2026, 09:00, Eerste'],
    ['2026-11-16T23:59', '16 november 2026, 09:00, Eerste'],
    ['2026-11-17T00:00', '10 december 2026, Derde'],
    ['2026-12-11T00:00', 'Er staat nog geen datum'],
  ])('at %s the next intervision is: %s', (moment, said) => {
    const region = aRegion({ intervision: meetings });
    expect(textOf(regionCard(aContext({ region, now: at(moment) })))).toContain(said);
  });

  it('names the language of what is not in Dutch, in the language of the reader', () => {
    const material = { title: 'Kaart', url: 'https://voorbeeld.example/', kind: 'other' } as const;
    const region = aRegion({ materials: [{ ...material, language: 'ar' }] });
    expect(textOf(regionCard(aContext({ region })))).toContain('Kaart · Arabisch');
    expect(textOf(regionCard(aContext({ region, language: 'en' })))).toContain('Kaart · Arabic');
  });
});

describe('where there are four regions', () => {
  let folder: string;
  let many: BotStage;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'nnz-regions-'));
    for (const [n, prefix] of ['AA', 'BB', 'CC', 'DD'].entries()) {
      const organisations = COMPLETE.organisations.map((row) => ({ ...row, id: `jgz-${n}` }));
      const region = { ...COMPLETE, id: `regio-${n}`, codePrefix: prefix, organisations };
      const complaintsRoute = `klachten-${n}@voorbeeld.example`;
      await writeFile(
        path.join(folder, `regio-${n}.json`),
        JSON.stringify({ ...region, complaintsRoute }),
      );
    }
    many = await openBotStage({ regionsDir: folder });
  });
  afterEach(async () => {
    await many.close();
    await rm(folder, { recursive: true });
  });

  it('who chose no organisation is asked to, and then reads the terms of their own', async () => {
    const tom = many.as(TOM);
    const before = await tom.ask('privacy');
    expect(saysOn(before)).toContain('Kies je organisatie in je profiel');
    expect(openedOn(before)).not.toContain('klachten-');
    expect(saysOn(await tom.ask('regio'))).toContain('Daaruit volgt je regio');
    expect(saysOn(await tom.ask('voorbereiden'))).toContain('Om mee te beginnen');
    await chooseOrganisation(many, TOM, 'jgz-2');
    const after = openedOn(await tom.ask('privacy'));
    expect(after).toContain('klachten-2@voorbeeld.example');
    expect(after).not.toContain('klachten-1@');
    expect(saysOn(await tom.ask('regio'))).toContain('Inhoudelijk coördinatoren');
  });
});
