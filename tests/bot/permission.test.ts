import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { JOOST, MERYEM, SANNE } from '../builders.js';
import { openBotStage, type BotStage } from './botHarness.js';
import type { ShownMessage } from './fakeTeams.js';
import {
  channelCard,
  codeIn,
  escalate,
  fillIn,
  linkChannel,
  shownCase,
  startChecklist,
  untilShown,
} from './mainSteps.js';
import { saysOn, type PersonInTeams } from './personInTeams.js';

let stage: BotStage;
let sanne: PersonInTeams;
let meryem: PersonInTeams;
beforeEach(async () => {
  stage = await openBotStage();
  sanne = stage.as(SANNE);
  meryem = stage.as(MERYEM);
});
afterEach(() => stage.close());

/** From the own case to the question whether it is right. */
async function choose(code: string, permission: string): Promise<ShownMessage> {
  const own = await sanne.ask(code);
  await sanne.click(own, { title: 'Corrigeren of intrekken' });
  await sanne.click(own, { title: 'Toestemming intrekken' });
  await sanne.click(own, { title: 'Volgende', inputs: { permission } });
  return own;
}

async function untilWiped(): Promise<void> {
  const isDone = async () => (await stage.repository.behind()).length === 0;
  while (!(await isDone())) await new Promise((resolve) => setTimeout(resolve, 10));
}

const WHOLE = { share: 'Delen met de coördinator', record: 'De hele casus wordt gewist' };

describe('taking back the permission to share', () => {
  it('says what it does before it does it, and only then does it', async () => {
    const { code, card } = await shownCase(stage, { claimedBy: MERYEM });
    await meryem.click(card, { title: 'Openen' });
    const own = await choose(code, 'share');
    expect(saysOn(own)).toContain('De coördinator kan de casus niet meer lezen');
    expect(saysOn(card)).toContain('Opgepakt door: Meryem Kaya');
    await stage.restart();
    const done = await sanne.click(own, { title: 'Bevestigen' });
    expect(done.says).toContain('De toestemming is ingetrokken.');
    await untilShown(stage, code);
    expect(saysOn(card)).toContain('Toestemming ingetrokken');
    expect(saysOn(card)).not.toMatch(/Redenen|Oppakken|Openen|Meryem/);
    const [opened] = stage.teams.in(meryem.chat);
    expect(opened && saysOn(opened)).toContain('niet meer goed dat deze casus');
    expect(opened && saysOn(opened)).not.toContain(code);
    expect(await meryem.hears(`casus ${code} wordt gedeeld`)).toBeDefined();
  });

  it('closes the case to the coordinators, and leaves it to its professional', async () => {
    const { code, card } = await shownCase(stage);
    const old = { ...card, card: card.card };
    await sanne.click(await choose(code, 'share'), { title: 'Bevestigen' });
    await untilShown(stage, code);
    expect((await meryem.click(old, { title: 'Oppakken' })).says).toContain('niet meer openen');
    expect(saysOn(await meryem.ask(code))).not.toContain('Bereikbaar');
    expect(saysOn(await sanne.ask(code))).toContain(code);
    expect(await stage.counted('escalations')).toBe(1);
    expect(await stage.counted('now:open')).toBe(0);
  });

  it('has one effect, however often it is clicked', async () => {
    const { code } = await shownCase(stage);
    const own = await choose(code, 'share');
    const click = sanne.pressed(own, { title: 'Bevestigen' });
    await Promise.all([sanne.sendClick(click), sanne.sendClick({ ...click, id: 'f:again' })]);
    const { history } = await stage.theCase();
    expect(history.filter(({ kind }) => kind === 'permission-withdrawn')).toHaveLength(1);
  });
});

describe('taking back a permission that only one reason needs', () => {
  it('ends that reason; the coordinator goes on with the others', async () => {
    const decision = { chosen: 'complex,follow-up', permissions: 'share,followUp' };
    const { code } = await shownCase(stage, { claimedBy: MERYEM, decision });
    await sanne.click(await choose(code, 'followUp'), { title: 'Bevestigen' });
    await meryem.hears('staat welke redenen zijn gestopt');
    const { escalations } = await stage.theCase();
    expect(escalations[0]).toMatchObject({ ended: ['follow-up'], state: { status: 'claimed' } });
  });
});

describe('taking back the permission to record', () => {
  it('erases the case and every message that tells of it; numbers remain', async () => {
    const { code, card } = await shownCase(stage, { claimedBy: MERYEM });
    await meryem.click(card, { title: 'Openen' });
    await meryem.ask(code);
    await sanne.ask(code);
    const own = await choose(code, 'record');
    expect(saysOn(own)).toContain(WHOLE.record);
    const done = await sanne.click(own, { title: 'Casus wissen' });
    expect(done.says).toContain('Casus gewist');
    await untilWiped();
    const everything = stage.teams.messages.filter(({ deleted }) => !deleted).map(saysOn);
    expect(everything.filter((text) => text.includes(code))).toEqual([]);
    expect(saysOn(own)).toContain('Haal de code ook weg uit je eigen dossier');
    for (const kind of ['case', 'delivery'] as const) {
      expect(await stage.repository.read(kind, code), kind).toBeUndefined();
    }
    expect(await stage.counted('talks')).toBe(1);
    expect(await stage.counted('escalations')).toBe(1);
    expect(await stage.counted('now:claimed')).toBe(0);
    expect(stage.logged.join('\n')).not.toContain(code);
  });

  it('goes on where it was after a crash and a Teams that fails', async () => {
    const { code, card } = await shownCase(stage, { claimedBy: MERYEM });
    await meryem.click(card, { title: 'Openen' });
    const own = await choose(code, 'record');
    stage.teams.fail({
      kind: 'update',
      where: ({ activityId }) => activityId !== own.id,
      does: { status: 503 },
    });
    await sanne.click(own, { title: 'Casus wissen' });
    await stage.teams.waitFor(
      () => stage.teams.made('update').find(({ accepted }) => !accepted),
      'an update fails',
    );
    expect(await stage.repository.read('case', code)).toBeUndefined();
    stage.teams.repair();
    await stage.jump({ hours: 1 });
    await untilWiped();
    expect(saysOn(card)).toContain('Niet meer te lezen');
    expect(stage.teams.in(meryem.chat).map(saysOn).join(' ')).not.toContain(code);
  });

  it('wipes out a card that was on its way at that moment', async () => {
    await linkChannel(stage);
    stage.teams.fail({ kind: 'post', does: 'hang', accepted: true, times: 1 });
    const code = await escalate(stage);
    await stage.teams.waitFor(() => stage.teams.channelCards()[0], 'the card is posted');
    await sanne.click(await choose(code, 'record'), { title: 'Casus wissen' });
    expect(await stage.repository.read('case', code)).toBeUndefined();
    stage.teams.resume();
    await stage.teams.waitFor(
      () => stage.teams.channelCards().find((card) => saysOn(card).includes('Niet meer te lezen')),
      'the card is wiped out',
    );
    await untilWiped();
    expect(await stage.repository.read('delivery', code)).toBeUndefined();
  });

  it('answers a click that comes twice with what happened', async () => {
    const { code } = await shownCase(stage);
    const own = await choose(code, 'record');
    const click = sanne.pressed(own, { title: 'Casus wissen' });
    await sanne.sendClick(click);
    expect((await sanne.sendClick({ ...click, id: 'f:again' })).says).toContain('Casus gewist');
    expect(await stage.counted('talks')).toBe(1);
  });

  it('takes an unfinished further talk along', async () => {
    const { code } = await shownCase(stage);
    await sanne.click(await sanne.ask(code), { title: 'Vervolggesprek' });
    expect(await stage.draftOf(SANNE)).toMatchObject({ subject: code });
    await sanne.click(await choose(code, 'record'), { title: 'Casus wissen' });
    expect(await stage.draftOf(SANNE)).toBeUndefined();
  });

  it('is nobody else’s to do', async () => {
    const { code } = await shownCase(stage);
    const own = await choose(code, 'record');
    const joost = stage.as(JOOST);
    const answer = await joost.sendClick(joost.pressed(own, { title: 'Casus wissen' }));
    expect(answer.says).toContain(`Casus ${code} ken ik niet`);
    expect(await stage.repository.read('case', code)).toBeDefined();
  });
});

describe('what stands in Teams', () => {
  const wiped = 'Niet meer te lezen';

  it('of a draft goes when the draft is thrown away by a word', async () => {
    const form = await startChecklist(stage);
    await fillIn(sanne, form, 3);
    expect(saysOn(form)).toContain('Situatie');
    await sanne.say('weggooien');
    await untilWiped();
    expect(saysOn(form)).toContain(wiped);
  });

  it('of a draft goes when its term is over', async () => {
    const form = await startChecklist(stage);
    await fillIn(sanne, form, 2);
    await stage.jump({ days: 8 });
    await vi.waitUntil(async () => !(await stage.draftOf(SANNE)));
    await untilWiped();
    expect(saysOn(form)).toContain(wiped);
  });

  it('of a checklist that was finished on another card goes with its case', async () => {
    const old = await startChecklist(stage);
    await fillIn(sanne, old, 4);
    const newer = await sanne.ask('verder');
    const inputs = { permissions: 'share', reachable: 'dinsdag na 13 uur' };
    const code = codeIn(await sanne.click(newer, { title: 'Opschalen', inputs }));
    expect(saysOn(old)).not.toContain(wiped);
    await sanne.click(await choose(code, 'record'), { title: 'Casus wissen' });
    await untilWiped();
    expect(saysOn(old)).toContain(wiped);
  });

  it('and shows something else by now is left alone', async () => {
    const { code } = await shownCase(stage);
    const other = await escalate(stage);
    const list = await sanne.ask(code);
    await sanne.click(list, { title: 'Mijn casussen' });
    await sanne.click(list, { title: `Casus ${other} openen` });
    await sanne.click(list, { title: 'Voortgang melden' });
    await sanne.click(await choose(code, 'record'), { title: 'Casus wissen' });
    await untilWiped();
    expect(saysOn(list)).toContain(`Casus ${other}`);
  });

  it('is wiped out as well where the click could not be answered in place', async () => {
    const { code } = await shownCase(stage);
    const own = await choose(code, 'record');
    const isOwn = ({ activityId }: { activityId?: string | undefined }) => activityId === own.id;
    stage.teams.fail({ kind: 'update', where: isOwn, times: 1, does: { status: 502 } });
    await sanne.click(own, { title: 'Casus wissen' });
    expect(saysOn(own)).toContain(code);
    await stage.jump({ minutes: 1 });
    await untilWiped();
    expect(saysOn(own)).toContain(wiped);
  });

  it('of somebody whose chat always fails does not hold up the others', async () => {
    const { code, card } = await shownCase(stage, { claimedBy: MERYEM });
    await meryem.click(card, { title: 'Openen' });
    const isTheirs = ({ conversation }: { conversation: string }) => conversation === meryem.chat;
    stage.teams.fail({ kind: 'update', where: isTheirs, does: { status: 500 } });
    const recorded = stage.teams.in(sanne.chat).find((message) => saysOn(message).includes(code));
    await sanne.click(await choose(code, 'record'), { title: 'Casus wissen' });
    await stage.teams.waitFor(
      () => (recorded && saysOn(recorded).includes(wiped) ? recorded : undefined),
      'the other chat is wiped out',
    );
    expect(stage.teams.in(meryem.chat).map(saysOn).join(' ')).toContain(code);
  });

  it('arrives after sharing was taken back, and is wiped out then', async () => {
    const { code, card } = await shownCase(stage, { claimedBy: MERYEM });
    const own = await choose(code, 'share');
    const isTheirs = ({ conversation }: { conversation: string }) => conversation === meryem.chat;
    stage.teams.fail({ kind: 'message', where: isTheirs, times: 1, does: 'hang', accepted: true });
    const opening = meryem.click(card, { title: 'Openen' });
    await stage.teams.waitFor(
      () => stage.teams.in(meryem.chat).find((message) => saysOn(message).includes('Bereikbaar')),
      'the case is on its way',
    );
    await sanne.click(own, { title: 'Bevestigen' });
    stage.teams.resume();
    await opening;
    await stage.teams.waitFor(
      () => stage.teams.in(meryem.chat).find((message) => saysOn(message).includes(wiped)),
      'the late case is wiped out',
    );
    expect(stage.teams.in(meryem.chat).map(saysOn).join(' ')).not.toContain('Bereikbaar');
  });
});

describe('a case past its term', () => {
  it('is erased by itself, with its messages; what goes on is not', async () => {
    const { code, card } = await shownCase(stage, { claimedBy: MERYEM });
    await meryem.click(card, { title: 'Afronden' });
    const form = meryem.newest();
    const inputs = { outcome: 'postponed', contraception: 'none' };
    await meryem.click(form, { title: 'Afronden', inputs });
    await untilShown(stage, code);
    const other = await escalate(stage);
    await channelCard(stage, other);
    await stage.jump({ months: 3, hours: 1 });
    await stage.teams.waitFor(
      () => (saysOn(card).includes('Niet meer te lezen') ? card : undefined),
      'the card is wiped out',
    );
    await untilWiped();
    expect(await stage.repository.read('case', code)).toBeUndefined();
    expect(await stage.repository.read('case', other)).toBeDefined();
    expect(await stage.counted('talks')).toBe(2);
  });
});

describe('individual work typed elsewhere', () => {
  it('in the channel is put ready in the own chat', async () => {
    await linkChannel(stage);
    const [answer] = await sanne.sayInChannel('vastleggen');
    expect(answer?.text).toContain('in onze persoonlijke chat');
    expect(saysOn(sanne.newest())).toMatch(/Je profiel|Stap 1/);
  });

  it('a case code in the channel opens the case in the own chat only', async () => {
    const { code } = await shownCase(stage);
    const [answer] = await meryem.sayInChannel(code);
    expect(answer?.text).toContain('in onze persoonlijke chat');
    expect(answer?.card).toBeUndefined();
    expect(saysOn(meryem.newest())).toContain('Bereikbaar');
  });
});
