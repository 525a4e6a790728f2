import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANNEKE, JOOST, MERYEM, SANNE, TOM } from '../builders.js';
import { openBotStage, type BotStage } from './botHarness.js';
import { TEAM_ID } from './fakeTeams.js';
import {
  channelCard,
  chooseOrganisation,
  escalate,
  linkChannel,
  shownCase,
  untilShown,
} from './mainSteps.js';
import { saysOn, theOnly } from './personInTeams.js';

let stage: BotStage;
beforeEach(async () => {
  stage = await openBotStage();
});
afterEach(() => stage.close());

describe('koppelen', () => {
  it('shows the members, marks who is not a coordinator, and links after yes', async () => {
    stage.teams.roster = [MERYEM, TOM];
    const meryem = stage.as(MERYEM);
    const question = theOnly(await meryem.sayInChannel('Koppelen'));
    expect(saysOn(question)).toContain('✓ Meryem Kaya');
    expect(saysOn(question)).toContain('⚠ Tom Bakker (niet in de lijst van coördinatoren)');
    expect(await stage.repository.read('link', 'hollands-midden')).toBeUndefined();
    await stage.restart();
    const answer = await meryem.click(question, { title: 'Ja, koppel dit kanaal' });
    expect(answer.says).toContain('Dit kanaal is nu gekoppeld aan Hollands Midden');
    expect(saysOn(question)).toBe(answer.says);
    expect(await stage.repository.read('link', 'hollands-midden')).toMatchObject({
      teamId: TEAM_ID,
      by: MERYEM,
    });
  });

  it.each([SANNE, ANNEKE])('is refused to $name, naming who may', async (person) => {
    const refusal = theOnly(await stage.as(person).sayInChannel('koppelen'));
    expect(refusal.text).toBe('Dit kan alleen een inhoudelijk coördinator van deze regio.');
    expect(stage.teams.made('roster')).toEqual([]);
  });

  it('links nothing after no, and says what to do', async () => {
    stage.teams.roster = [MERYEM, TOM];
    const meryem = stage.as(MERYEM);
    const question = theOnly(await meryem.sayInChannel('koppelen'));
    await stage.restart();
    const answer = await meryem.click(question, { title: 'Nee, niet koppelen' });
    expect(answer.says).toContain('Er is niets gekoppeld');
    expect(answer.says).toContain('alleen de coördinatoren van Hollands Midden');
    expect(saysOn(question)).toBe(answer.says);
    expect(answer.says).not.toContain('Tom Bakker');
    expect(await stage.repository.read('link', 'hollands-midden')).toBeUndefined();
  });

  it('leaves the channel there was after no', async () => {
    await linkChannel(stage);
    const before = await stage.repository.read('link', 'hollands-midden');
    const question = theOnly(await stage.as(MERYEM).sayInChannel('koppelen'));
    await stage.restart();
    const answer = await stage.as(MERYEM).click(question, { title: 'Nee, niet koppelen' });
    expect(answer.says).toContain('Er is niets veranderd');
    expect(await stage.repository.read('link', 'hollands-midden')).toEqual(before);
  });

  it.each(['Ja, koppel dit kanaal', 'Nee, niet koppelen'])(
    'is refused to whoever else presses %s',
    async (title) => {
      const question = theOnly(await stage.as(MERYEM).sayInChannel('koppelen'));
      const asked = saysOn(question);
      await stage.restart();
      const answer = await stage.as(TOM).click(question, { title });
      expect(answer.says).toContain('alleen een inhoudelijk coördinator');
      expect(saysOn(question)).toBe(asked);
      expect(await stage.repository.read('link', 'hollands-midden')).toBeUndefined();
    },
  );

  it('is refused in the own chat, with where to type it', async () => {
    const refusal = await stage.as(MERYEM).ask('koppelen');
    expect(saysOn(refusal)).toContain('Typ dit in het teamkanaal van de coördinatoren');
  });

  it('is not moved by an old question, nor by who left the team', async () => {
    const old = theOnly(await stage.as(MERYEM).sayInChannel('koppelen'));
    await linkChannel(stage);
    const link = await stage.repository.read('link', 'hollands-midden');
    if (!link) throw new Error('not linked');
    const elsewhere = { ...link.channel, conversationId: '19:elsewhere@thread.tacv2' };
    const put = { ...link, version: link.version + 1, channel: elsewhere };
    await stage.repository.commit({ writes: [{ kind: 'link', put }] });
    const choice = { title: 'Ja, koppel dit kanaal' };
    expect((await stage.as(MERYEM).click(old, choice)).says).toContain('Deze kaart is vervangen');
    const question = theOnly(await stage.as(MERYEM).sayInChannel('koppelen'));
    stage.teams.roster = [JOOST];
    await stage.restart();
    const refused = await stage.as(MERYEM).click(question, choice);
    expect(refused.says).toContain('Je staat niet in het team van de coördinatoren');
    expect(await stage.repository.read('link', 'hollands-midden')).toEqual(put);
  });

  it('brings what was escalated before', async () => {
    const code = await escalate(stage);
    const before = stage.teams.requests.length;
    await stage.restart();
    await stage.as(SANNE).say('help');
    expect(stage.teams.channelCards()).toEqual([]);
    expect(stage.teams.requests).toHaveLength(before + 1);
    await linkChannel(stage);
    expect(saysOn(await channelCard(stage, code))).toContain('Regelen van financiën');
  });
});

describe('the channel card', () => {
  it('says what coordinators need and nothing that tells the client apart', async () => {
    const { card } = await shownCase(stage, {
      decision: { note: 'Ze woont bij haar zus.', priority: 'true' },
    });
    expect(saysOn(card)).toContain('Met voorrang');
    expect(saysOn(card)).toContain('Gemeente doet mee: ja');
    expect(JSON.stringify(card)).not.toMatch(/Leiden|Sanne|dinsdag|zus|Kosten/);
  });

  it('is claimed by exactly one of two, and the loser is told who won', async () => {
    const { code, card } = await shownCase(stage);
    await stage.restart();
    const pairs = [MERYEM, JOOST] as const;
    const answers = await Promise.all(
      pairs.map((person) => stage.as(person).click(card, { title: 'Oppakken' })),
    );
    const { escalations } = await stage.theCase();
    const state = escalations[0]?.state;
    const holder = state?.status === 'claimed' ? state.holder : undefined;
    const won = pairs.findIndex(({ name }) => name === holder?.name);
    expect(answers[won]?.says).toContain(`Opgepakt door: ${holder?.name ?? ''}`);
    expect(answers[1 - won]?.says).toBe(`"${holder?.name ?? ''} heeft deze casus al opgepakt."`);
    await untilShown(stage, code);
    expect(saysOn(card)).toContain(`Opgepakt door: ${holder?.name ?? ''}`);
    expect(stage.teams.thread(card)).toHaveLength(1);
  });

  it('is updated in place before the click is answered, with the same card', async () => {
    const { card } = await shownCase(stage);
    await stage.restart();
    const answer = await stage.as(MERYEM).click(card, { title: 'Oppakken' });
    expect(card.card).toEqual(answer.card);
    expect(stage.teams.channelCards()).toEqual([card]);
  });

  it('is given back, and another can take it', async () => {
    const { code, card } = await shownCase(stage, { claimedBy: MERYEM });
    await stage.restart();
    const answer = await stage.as(MERYEM).click(card, { title: 'Teruggeven' });
    expect(answer.says).toContain('[Oppakken]');
    await untilShown(stage, code);
    await stage.as(JOOST).click(card, { title: 'Oppakken' });
    await untilShown(stage, code);
    expect(stage.teams.thread(card).map((line) => line.replace(/^.*: /, ''))).toEqual([
      'opgepakt door Meryem Kaya',
      'teruggegeven door Meryem Kaya',
      'opgepakt door Joost Vermeer',
    ]);
  });

  it('is only for the holder to give back or close', async () => {
    const { card } = await shownCase(stage, { claimedBy: MERYEM });
    await stage.restart();
    const joost = stage.as(JOOST);
    const only = '"Dit kan alleen Meryem Kaya, die deze casus heeft opgepakt."';
    expect((await joost.click(card, { title: 'Teruggeven' })).says).toBe(only);
    expect((await joost.click(card, { title: 'Afronden' })).says).toBe(only);
    expect(stage.teams.in(joost.chat)).toEqual([]);
  });

  it('with an old version decides on the present state', async () => {
    const { code, card } = await shownCase(stage);
    const { card: open } = card;
    await stage.as(MERYEM).click(card, { title: 'Oppakken' });
    await untilShown(stage, code);
    await stage.restart();
    const late = await stage.as(JOOST).click(card, { card: open, title: 'Oppakken' });
    expect(late.says).toContain('Meryem Kaya heeft deze casus al opgepakt');
    const declined = await stage.as(JOOST).click(card, { card: open, title: 'Afwijzen' });
    expect(declined.says).toContain('Dit kan alleen Meryem Kaya');
    const { card: claimed } = card;
    await stage.as(MERYEM).click(card, { title: 'Teruggeven' });
    await untilShown(stage, code);
    const again = await stage.as(MERYEM).click(card, { card: claimed, title: 'Afronden' });
    expect(again.says).toContain('Dit kan niet meer. De casus is nu: open.');
  });
});

describe('a municipality that does not take part', () => {
  it('is taken as an exception, with a reason given in the own chat', async () => {
    const { code, card } = await shownCase(stage, { municipality: 'gouda' });
    expect(saysOn(card)).toContain('Gemeente doet mee: nee, uitzondering nodig');
    const meryem = stage.as(MERYEM);
    const answer = await meryem.click(card, { title: 'Oppakken' });
    expect(answer.says).toContain('onze persoonlijke chat');
    expect((await stage.theCase()).version).toBe(1);
    const form = await meryem.hears('oppakken als uitzondering');
    await stage.restart();
    const empty = await meryem.click(form, { title: 'Oppakken' });
    expect(empty.says).toContain('Vul dit in');
    expect((await stage.theCase()).version).toBe(1);
    const inputs = { reason: 'Verhuist volgende maand naar Leiden' };
    const claimed = await meryem.click(form, { title: 'Oppakken', inputs });
    expect(claimed.says).toContain('Opgepakt door: Meryem Kaya');
    expect(claimed.says).toContain('Uitzondering: Verhuist volgende maand naar Leiden');
    await channelCard(stage, code, 'Opgepakt door: Meryem Kaya');
    expect(stage.teams.channelCards()).toEqual([card]);
    expect(JSON.stringify(card)).not.toContain('Verhuist');
  });
});

describe('afwijzen', () => {
  it('asks for a reason, which the professional reads', async () => {
    const { code, card } = await shownCase(stage);
    const meryem = stage.as(MERYEM);
    await meryem.click(card, { title: 'Afwijzen' });
    const form = await meryem.hears('De professional leest deze reden');
    await stage.restart();
    const empty = await meryem.click(form, { title: 'Afwijzen' });
    expect(empty.says).toContain('Vul dit in');
    const named = await meryem.click(form, {
      title: 'Afwijzen',
      inputs: { reason: 'Bel haar op 06-12345678' },
    });
    expect(named.says).toContain('telefoonnummer');
    await stage.restart();
    const inputs = { reason: 'Kan bij de eigen huisarts' };
    const answer = await meryem.click(form, { title: 'Afwijzen', inputs });
    expect(answer.says).toContain(`Casus ${code} · Afgewezen`);
    const notice = await stage.as(SANNE).hears('niet in behandeling genomen');
    expect(saysOn(notice)).toContain('Kan bij de eigen huisarts');
    expect(saysOn(await channelCard(stage, code, 'Afgewezen'))).not.toContain('huisarts');
    expect(await stage.counted('escalations')).toBe(0);
  });
});

describe('afronden', () => {
  async function closeForm() {
    const shown = await shownCase(stage, { claimedBy: MERYEM });
    const meryem = stage.as(MERYEM);
    await meryem.click(shown.card, { title: 'Afronden' });
    return { ...shown, meryem, form: await meryem.hears('afronden') };
  }

  it.each<[string, Record<string, string>, string]>([
    ['nothing chosen', {}, 'Kies een antwoord'],
    ['no month', { outcome: 'postponed', contraception: 'realised' }, 'Schrijf een maand'],
    [
      'a month to come',
      { outcome: 'postponed', contraception: 'realised', realisedOn: '2026-12' },
      'in de toekomst',
    ],
  ])('shows the form again, and changes nothing: %s', async (_title, inputs, error) => {
    const { meryem, form } = await closeForm();
    await stage.restart();
    const answer = await meryem.click(form, { title: 'Afronden', inputs });
    expect(answer.says).toContain(error);
    expect(saysOn(form)).toContain(error);
    expect((await stage.theCase()).version).toBe(2);
  });

  it('ends the case, counts, and tells the professional the outcome', async () => {
    const { code, card, meryem, form } = await closeForm();
    await stage.restart();
    const inputs = { outcome: 'postponed', contraception: 'realised', realisedOn: '2026-11' };
    const answer = await meryem.click(form, { title: 'Afronden', inputs });
    expect(answer.says).toContain(`Casus ${code} · Afgerond`);
    await channelCard(stage, code, 'Afgerond door: Meryem Kaya');
    expect(card.card?.actions).toBeUndefined();
    const notice = await stage.as(SANNE).hears(`heeft casus ${code} afgerond`);
    expect(saysOn(notice)).toContain('Kinderwens bewust uitgesteld');
    expect(await stage.counted('escalated-contraception')).toBe(1);
  });

  it('goes back to the case with Terug', async () => {
    const { code, meryem, form } = await closeForm();
    await stage.restart();
    const answer = await meryem.click(form, { title: 'Terug' });
    expect(answer.says).toContain(`Casus ${code} · Opgepakt`);
    expect(saysOn(form)).toBe(answer.says);
  });
});

describe('a case in full', () => {
  it('comes in the own chat with Openen, and never in the channel', async () => {
    const { code, card } = await shownCase(stage, {
      claimedBy: MERYEM,
      decision: { note: 'Ze woont bij haar zus.' },
    });
    await stage.restart();
    const answer = await stage.as(MERYEM).click(card, { title: 'Openen' });
    // Nothing on the card has changed; without a word the click would seem to do nothing.
    expect(answer.says).toContain('onze persoonlijke chat');
    const opened = await stage.as(MERYEM).hears(`Casus ${code}`);
    for (const words of ['Leiden', 'Sanne de Wit', 'JGZ Voorbeeld', 'Kosten', 'zus', 'dinsdag']) {
      expect(saysOn(opened)).toContain(words);
      expect(JSON.stringify(stage.teams.channelCards())).not.toContain(words);
    }
  });

  it('comes when its code is typed, in any case', async () => {
    const { code } = await shownCase(stage);
    await stage.restart();
    const opened = await stage.as(MERYEM).ask(` ${code.toLowerCase()} `);
    expect(saysOn(opened)).toContain(`Casus ${code} · Open`);
    const claimed = await stage.as(MERYEM).click(opened, { title: 'Oppakken' });
    expect(claimed.says).toContain('Opgepakt door: Meryem Kaya');
    await channelCard(stage, code, 'Opgepakt door: Meryem Kaya');
  });

  it('shows its owner the course and their own talk, not what is for coordinators', async () => {
    const { code } = await shownCase(stage, { claimedBy: MERYEM });
    await stage.restart();
    const own = saysOn(await stage.as(SANNE).ask(code));
    expect(own).toContain('opgepakt door Meryem Kaya');
    expect(own).not.toContain('Bereikbaar');
  });

  it.each([TOM, ANNEKE])('is unknown to $name, as a code that does not exist', async (person) => {
    const { code } = await shownCase(stage);
    await chooseOrganisation(stage, person);
    await stage.restart();
    const answer = saysOn(await stage.as(person).ask(code));
    const other = saysOn(await stage.as(person).ask('HM-2222'));
    expect(answer).toBe(other.replace('HM-2222', code));
  });

  it('is as unknown in the channel as one that does not exist', async () => {
    const { code } = await shownCase(stage);
    const answer = theOnly(await stage.as(TOM).sayInChannel(code));
    const other = theOnly(await stage.as(TOM).sayInChannel('HM-2222'));
    expect(answer.text).toBe(other.text);
  });

  it('that was never escalated is unknown to a coordinator', async () => {
    const { code } = await shownCase(stage);
    const subject = await stage.theCase();
    const alone = { ...subject, version: 1, code: 'HM-2345', escalations: [], history: [] };
    await stage.repository.commit({ writes: [{ kind: 'case', put: alone }] });
    const answer = saysOn(await stage.as(MERYEM).ask('HM-2345'));
    expect(answer).toContain('ken ik niet');
    expect(answer).not.toContain(code);
  });
});

describe('who may not', () => {
  it.each([SANNE, ANNEKE, TOM])('$name is told who may', async (person) => {
    const { card } = await shownCase(stage);
    await stage.restart();
    for (const title of ['Oppakken', 'Afwijzen']) {
      const answer = await stage.as(person).click(card, { title });
      expect(answer.says).toBe('"Dit kan alleen een inhoudelijk coördinator van deze regio."');
    }
    expect((await stage.theCase()).version).toBe(1);
    expect(saysOn(card)).toContain('[Oppakken]');
  });

  it('cannot learn from a button whether a code exists', async () => {
    const { card } = await shownCase(stage);
    const tom = stage.as(TOM);
    const known = await tom.click(card, { title: 'Oppakken' });
    const click = tom.tampered(card, { title: 'Oppakken' }, { code: 'HM-2222' });
    expect((await tom.sendClick(click)).says).toBe(known.says);
  });

  it('a coordinator who left the team is told so', async () => {
    const { code, card } = await shownCase(stage, { claimedBy: MERYEM });
    stage.teams.roster = [JOOST];
    await stage.jump({ minutes: 6 });
    const answer = await stage.as(MERYEM).click(card, { title: 'Teruggeven' });
    expect(answer.says).toContain('Je staat niet in het team van de coördinatoren');
    expect(saysOn(await stage.as(MERYEM).ask(code))).toContain('ken ik niet');
    expect(saysOn(await stage.as(MERYEM).ask('cijfers'))).toContain('Je staat niet in het team');
    expect((await stage.theCase()).version).toBe(2);
  });

  it('is let in again as soon as the roster says so', async () => {
    stage.teams.roster = [JOOST];
    const { card } = await shownCase(stage);
    expect((await stage.as(MERYEM).click(card, { title: 'Oppakken' })).card).toBeUndefined();
    stage.teams.roster = [JOOST, MERYEM];
    await stage.jump({ minutes: 6 });
    const answer = await stage.as(MERYEM).click(card, { title: 'Oppakken' });
    expect(answer.says).toContain('Opgepakt door: Meryem Kaya');
  });
});

it('the project leader reads numbers and no codes', async () => {
  const { code } = await shownCase(stage);
  await stage.restart();
  const figures = saysOn(await stage.as(ANNEKE).ask('cijfers'));
  expect(figures).toMatch(/Opgeschaalde casuïstiek naar IC 1 1 1/);
  expect(figures).not.toContain(code);
});
