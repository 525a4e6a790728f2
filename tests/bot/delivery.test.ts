import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod/v4';
import { decide } from '../../data/lifeCycle.js';
import { personKey } from '../../data/person.js';
import { instantOf } from '../../data/weeks.js';
import { JOOST, MERYEM, SANNE, TOM } from '../builders.js';
import { openBotStage, type BotStage } from './botHarness.js';
import { CHANNEL_ID, chatOf } from './fakeTeams.js';
import { channelCard, escalate, linkChannel, shownCase, untilShown } from './mainSteps.js';
import { saysOn } from './personInTeams.js';

let stage: BotStage;
beforeEach(async () => {
  stage = await openBotStage();
});
afterEach(() => stage.close());

/** Thread lines without their date. */
const lines = (card: Parameters<BotStage['teams']['thread']>[0]) =>
  stage.teams.thread(card).map((line) => line.replace(/^.*?: /, ''));

/** From the own chat, so that only delivery touches the channel. */
async function claimFromChat(code: string, person = MERYEM): Promise<void> {
  const one = stage.as(person);
  await one.click(await one.ask(code), { title: 'Oppakken' });
}

describe('the channel card', () => {
  it('is posted once and then updated in place', async () => {
    const { code, card } = await shownCase(stage, { claimedBy: MERYEM });
    await stage.restart();
    await stage.as(MERYEM).click(card, { title: 'Teruggeven' });
    await untilShown(stage, code);
    await stage.restart();
    await claimFromChat(code, JOOST);
    await untilShown(stage, code);
    expect(stage.teams.made('post')).toHaveLength(1);
    expect(stage.teams.channelCards()).toEqual([card]);
    expect(saysOn(card)).toContain('Opgepakt door: Joost Vermeer');
    expect(card.summary).toBe(`Casus ${code}`);
  });

  it('calls who is on duty once, when a case with priority is posted', async () => {
    const { code, card } = await shownCase(stage, { decision: { priority: 'true' } });
    expect(saysOn(card)).toContain('<at>Meryem Kaya</at> <at>Joost Vermeer</at>');
    const mentions = card.card && z.object({ msteams: z.unknown() }).parse(card.card).msteams;
    expect(mentions).toEqual({
      entities: [MERYEM, JOOST].map(({ aadObjectId: id, name }) => ({
        type: 'mention',
        text: `<at>${name}</at>`,
        mentioned: { id, name },
      })),
    });
    await claimFromChat(code);
    await untilShown(stage, code);
    expect(JSON.stringify(card.card)).not.toContain('<at>');
  });

  it('calls nobody to an ordinary case', async () => {
    const { card } = await shownCase(stage);
    expect(JSON.stringify(card.card)).not.toContain('<at>');
  });

  it('is left alone when there is nothing new', async () => {
    await shownCase(stage, { claimedBy: MERYEM });
    const before = stage.teams.requests.length;
    await stage.restart();
    await stage.jump({ hours: 1 });
    expect(stage.teams.requests).toHaveLength(before);
  });

  it('that was deleted is posted anew', async () => {
    const { code, card } = await shownCase(stage);
    stage.teams.deleteMessage(card.id);
    await claimFromChat(code);
    await stage.jump({ minutes: 5 });
    const anew = await channelCard(stage, code, 'Opgepakt door: Meryem Kaya');
    expect(anew.id).not.toBe(card.id);
    await untilShown(stage, code);
    expect(lines(anew)).toEqual(['opgepakt door Meryem Kaya']);
    const answer = await stage.as(MERYEM).click(anew, { title: 'Teruggeven' });
    expect(answer.card).toBeDefined();
  });
});

describe('while Teams is down', () => {
  it('changes come together: one update, every line once and in order', async () => {
    const { code, card } = await shownCase(stage);
    stage.teams.fail({ kind: 'update', does: { status: 503 } });
    const meryem = stage.as(MERYEM);
    for (const title of ['Oppakken', 'Teruggeven', 'Oppakken']) {
      await stage.restart();
      await meryem.click(await meryem.ask(code), { title });
    }
    expect(stage.teams.thread(card)).toEqual([]);
    stage.teams.repair();
    const updates = card.updates;
    await stage.jump({ minutes: 30 });
    await untilShown(stage, code);
    expect(card.updates).toBe(updates + 1);
    expect(saysOn(card)).toContain('Opgepakt door: Meryem Kaya');
    expect(lines(card)).toEqual([
      'opgepakt door Meryem Kaya',
      'teruggegeven door Meryem Kaya',
      'opgepakt door Meryem Kaya',
    ]);
    const notices = stage.teams.in(chatOf(SANNE)).map(saysOn).join('\n');
    expect(notices.match(/Bericht over casus/g)).toHaveLength(3);
  });

  it('a post that hangs holds up no other case', async () => {
    await linkChannel(stage);
    stage.teams.fail({ kind: 'post', times: 1, does: 'hang' });
    const first = await escalate(stage);
    await stage.teams.waitFor(() => stage.teams.made('post')[0], 'the post that hangs');
    const second = await escalate(stage, { person: TOM });
    await channelCard(stage, second);
    // The first one is still on its way: it has not even failed yet.
    expect(await stage.repository.read('delivery', first)).toBeUndefined();
  });

  it('coordinators are not asked to do anything twice, and nothing is lost', async () => {
    await linkChannel(stage);
    stage.teams.fail({ kind: 'post', does: { status: 503 } });
    const code = await escalate(stage);
    await claimFromChat(code);
    stage.teams.repair();
    await stage.jump({ minutes: 30 });
    const card = await channelCard(stage, code, 'Opgepakt door: Meryem Kaya');
    await untilShown(stage, code);
    expect(stage.teams.channelCards()).toEqual([card]);
    expect(lines(card)).toEqual(['opgepakt door Meryem Kaya']);
  });
});

describe('a refused request', () => {
  it.each([408, 412, 429, 500, 502, 503, 504])('is repeated later: HTTP %i', async (status) => {
    await linkChannel(stage);
    stage.teams.fail({ kind: 'post', times: 1, does: { status } });
    const code = await escalate(stage);
    await stage.teams.waitFor(() => stage.teams.made('post')[0], 'the first attempt');
    await stage.jump({ minutes: 1 });
    await channelCard(stage, code);
    expect(stage.teams.made('post').map(({ accepted }) => accepted)).toEqual([false, true]);
  });

  it('is repeated without a restart, and one attempt is one request', async () => {
    await linkChannel(stage);
    stage.teams.fail({ kind: 'post', times: 1, does: { status: 412 } });
    const code = await escalate(stage);
    await channelCard(stage, code);
    expect(stage.teams.made('post')).toHaveLength(2);
  });

  it('waits as long as Teams asks', async () => {
    await linkChannel(stage);
    stage.teams.fail({ kind: 'post', times: 1, does: { status: 429, retryAfter: '3' } });
    const code = await escalate(stage);
    await channelCard(stage, code);
    const [first, second] = stage.teams.made('post').map(({ at }) => at);
    // A timer can be a millisecond early.
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(2_990);
  });

  it('does not become a flood when Teams keeps saying: at once', async () => {
    await linkChannel(stage);
    stage.teams.fail({ kind: 'post', does: { status: 429, retryAfter: '0' } });
    await escalate(stage);
    await stage.teams.waitFor(() => stage.teams.made('post')[1], 'the second attempt');
    const [first, second] = stage.teams.made('post').map(({ at }) => at);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(500);
  });
});

describe('a post that Teams accepted without saying so', () => {
  it.each(['cut', { status: 502 }] as const)(
    'is posted again, and the first has no effect: %j',
    async (does) => {
      await linkChannel(stage);
      stage.teams.fail({ kind: 'post', times: 1, does, accepted: true });
      const code = await escalate(stage);
      const orphan = await channelCard(stage, code);
      await stage.jump({ minutes: 1 });
      await untilShown(stage, code);
      const live = await channelCard(stage, code);
      expect(live.id).not.toBe(orphan.id);
      expect(stage.teams.made('post')).toHaveLength(2);

      const answer = await stage.as(MERYEM).click(orphan, { title: 'Oppakken' });
      expect(answer.says).toContain('Gebruik de nieuwste kaart');
      expect((await stage.theCase()).version).toBe(1);
      await stage.teams.waitFor(() => orphan.deleted || undefined, 'the orphan is removed');
      await stage.restart();
      const claimed = await stage.as(MERYEM).click(live, { title: 'Oppakken' });
      expect(claimed.says).toContain('Opgepakt door: Meryem Kaya');
      expect(stage.teams.channelCards()).toEqual([live]);
    },
  );

  it('with a click that had its effect before: sent again, it points to the live card', async () => {
    await linkChannel(stage);
    stage.teams.fail({ kind: 'post', times: 1, does: { status: 502 }, accepted: true });
    const code = await escalate(stage);
    const first = await channelCard(stage, code);
    const meryem = stage.as(MERYEM);
    const click = meryem.pressed(first, { title: 'Oppakken' });
    expect((await meryem.sendClick(click)).says).toContain('Opgepakt door: Meryem Kaya');
    await stage.jump({ minutes: 1 });
    await untilShown(stage, code);
    expect((await meryem.sendClick(click)).says).toContain('Gebruik de nieuwste kaart');
    expect((await stage.theCase()).version).toBe(2);
    await stage.teams.waitFor(() => first.deleted || undefined, 'the orphan is removed');
    const [live] = stage.teams.channelCards();
    expect(saysOn(live ?? { card: undefined, text: '' })).toContain('Opgepakt door: Meryem Kaya');
  });

  it('has no effect either when it is a call-back request', async () => {
    const { card } = await shownCase(stage);
    const consult = {
      ...{ id: 'OV-222222', region: 'hollands-midden', version: 1, professional: SANNE },
      ...{ organisation: 'jgz-voorbeeld', reachable: 'dinsdag', at: '2026-11-16T08:00:00.000Z' },
      state: { status: 'open' } as const,
    };
    await stage.repository.commit({ writes: [{ kind: 'consult', put: consult }] });
    stage.teams.fail({ kind: 'post', times: 1, does: { status: 502 }, accepted: true });
    await stage.restart();
    const cards = () => stage.teams.channelCards().filter(({ id }) => id !== card.id);
    await stage.teams.waitFor(() => cards()[0], 'the first post');
    await stage.jump({ minutes: 1 });
    await stage.teams.waitFor(() => cards()[1], 'the second post');
    await stage.restart();
    const [orphan] = cards();
    if (!orphan) throw new Error('no orphan');
    const answer = await stage.as(MERYEM).click(orphan, { title: 'Oppakken' });
    expect(answer.says).toContain('Gebruik de nieuwste kaart');
    const kept = await stage.repository.read('consult', 'OV-222222');
    expect(kept?.state.status).toBe('open');
  });
});

describe('a notice', () => {
  it('goes to the professional, and never to who did it', async () => {
    const { code } = await shownCase(stage, { claimedBy: MERYEM });
    const notice = await stage.as(SANNE).hears(`Meryem Kaya heeft casus ${code} opgepakt`);
    expect(notice.summary).toBe(`Bericht over casus ${code}`);
    expect(stage.teams.in(chatOf(MERYEM))).toEqual([]);
    expect(stage.teams.in(chatOf(JOOST))).toEqual([]);
    await stage.restart();
    const own = await stage.as(SANNE).click(notice, { title: 'Openen' });
    expect(own.says).toContain(`Casus ${code} · Opgepakt`);
  });

  it('is not sent to who claims an own case', async () => {
    const { code } = await shownCase(stage, { person: MERYEM });
    await stage.restart();
    await claimFromChat(code, JOOST);
    await untilShown(stage, code);
    const notices = () =>
      stage.teams.in(chatOf(MERYEM)).filter(({ summary }) => summary?.startsWith('Bericht'));
    expect(notices()).toHaveLength(1);
    await stage.as(JOOST).click(stage.as(JOOST).newest(), { title: 'Teruggeven' });
    await untilShown(stage, code);
    expect(notices()).toHaveLength(2);
    await stage.as(MERYEM).click(await channelCard(stage, code, 'Open'), { title: 'Oppakken' });
    await untilShown(stage, code);
    expect(notices()).toHaveLength(2);
  });

  it('is not repeated to the first when the second of two cannot be told yet', async () => {
    const { code } = await shownCase(stage, { claimedBy: MERYEM });
    const subject = await stage.theCase();
    const lapsed = decide(subject, { kind: 'lapse' }, stage.now());
    if (!lapsed.ok) throw new Error('not lapsed');
    await stage.repository.commit({ writes: [{ kind: 'case', put: lapsed.case }] });
    const isToMeryem = (request: { conversation: string }) =>
      request.conversation === chatOf(MERYEM);
    stage.teams.fail({ kind: 'message', where: isToMeryem, times: 1, does: { status: 503 } });
    await stage.restart();
    const tried = () => stage.teams.made('message').find(isToMeryem);
    await stage.teams.waitFor(tried, 'the first attempt');
    await stage.jump({ minutes: 5 });
    await stage.as(MERYEM).hears(`Casus ${code} is weer vrij`);
    await untilShown(stage, code);
    const heard = [SANNE, MERYEM].map(
      (person) =>
        stage.teams.in(chatOf(person)).filter((message) => saysOn(message).includes('weer vrij'))
          .length,
    );
    expect(heard).toEqual([1, 1]);
  });

  it('opens a chat with somebody who has none, and remembers it', async () => {
    const { code, card } = await shownCase(stage);
    const { chat, ...profile } = await profileOf();
    const put = { ...profile, version: profile.version + 1 };
    await stage.repository.commit({ writes: [{ kind: 'profile', put }] });
    await stage.restart();
    await stage.as(MERYEM).click(card, { title: 'Oppakken' });
    await untilShown(stage, code);
    expect(stage.teams.made('chat').map(({ conversation }) => conversation)).toEqual([
      chatOf(SANNE),
    ]);
    expect((await profileOf()).chat).toEqual(chat);
  });

  it.each([403, 404])('that cannot arrive holds nothing up: HTTP %i', async (status) => {
    const { code, card } = await shownCase(stage);
    const isNotice = ({ conversation }: { conversation: string }) => conversation === chatOf(SANNE);
    stage.teams.fail({ kind: 'message', where: isNotice, does: { status } });
    await claimFromChat(code);
    await untilShown(stage, code);
    expect(saysOn(card)).toContain('Opgepakt door: Meryem Kaya');
    expect(lines(card)).toEqual(['opgepakt door Meryem Kaya']);
    const before = stage.teams.requests.length;
    await stage.jump({ hours: 1 });
    expect(stage.teams.requests).toHaveLength(before);
  });

  it('that has to wait does not hold up the channel', async () => {
    const { code, card } = await shownCase(stage);
    const isNotice = ({ conversation }: { conversation: string }) => conversation === chatOf(SANNE);
    stage.teams.fail({
      kind: 'message',
      where: isNotice,
      does: { status: 429, retryAfter: '600' },
    });
    await claimFromChat(code);
    await stage.teams.waitFor(() => lines(card)[0], 'the line of the claim');
    await stage.as(MERYEM).click(stage.as(MERYEM).newest(), { title: 'Teruggeven' });
    await stage.teams.waitFor(() => lines(card)[1], 'the line of giving back');
    expect(saysOn(card)).toContain('Open');
    stage.teams.repair();
    await stage.jump({ minutes: 11 });
    await stage.as(SANNE).hears(`Meryem Kaya heeft casus ${code} teruggegeven`);
    await untilShown(stage, code);
  });

  it('is in the language its reader chose, the channel in that of the region', async () => {
    const { code, card } = await shownCase(stage);
    const profile = await profileOf();
    const put = { ...profile, version: profile.version + 1, language: 'en' as const };
    await stage.repository.commit({ writes: [{ kind: 'profile', put }] });
    await stage.restart();
    await stage.as(MERYEM).click(card, { title: 'Oppakken' });
    await untilShown(stage, code);
    expect(stage.as(SANNE).newest().card?.lang).toBe('en');
    expect(card.card?.lang).toBe('nl');
  });

  async function profileOf(person = SANNE) {
    const profile = await stage.repository.read('profile', personKey(person));
    if (!profile) throw new Error('no profile');
    return profile;
  }
});

const OTHER_CHANNEL = '19:other@thread.tacv2';

/** Another channel is linked, and nothing else happens. */
async function relink(conversationId = OTHER_CHANNEL): Promise<void> {
  const link = await stage.repository.read('link', 'hollands-midden');
  if (!link) throw new Error('not linked');
  const channel = { ...link.channel, conversationId };
  const at = instantOf(stage.now());
  const put = { ...link, version: link.version + 1, channel, at };
  await stage.repository.commit({ writes: [{ kind: 'link', put }] });
}

/** The cards that start a thread in the other channel. */
const cardsElsewhere = () =>
  stage.teams.messages.filter(
    ({ conversation, card, deleted }) =>
      !deleted && card !== undefined && conversation.startsWith(OTHER_CHANNEL),
  );
const cardElsewhere = (words: string) => {
  const found = () => cardsElsewhere().find((card) => saysOn(card).includes(words));
  return stage.teams.waitFor(found, `a card in the other channel says “${words}”`);
};

describe('another channel', () => {
  it('gets the cards of what is still to be done, and the old ones go', async () => {
    const { code, card } = await shownCase(stage, { claimedBy: MERYEM });
    await relink();
    await stage.restart();
    const moved = await cardElsewhere(code);
    expect(saysOn(moved)).toContain('Opgepakt door: Meryem Kaya');
    await stage.teams.waitFor(() => card.deleted || undefined, 'the old card is removed');
    await stage.restart();
    await stage.jump({ hours: 1 });
    expect(cardsElsewhere()).toEqual([moved]);
    expect(stage.teams.channelCards()).toEqual([]);
    expect(await stage.repository.behind()).toEqual([]);
  });

  it('is tried at once, however long the former one was out of reach', async () => {
    const { code } = await shownCase(stage);
    stage.teams.fail({ kind: 'update', does: { status: 403 } });
    await claimFromChat(code);
    const trouble = async () => (await stage.repository.read('delivery', code))?.trouble.channel;
    await vi.waitFor(async () => {
      expect(await trouble()).toBeDefined();
    });
    await relink();
    await stage.restart();
    await cardElsewhere(code);
    await untilShown(stage, code);
    expect(await trouble()).toBeUndefined();
  });

  it('that is gone as well loses nothing', async () => {
    const { code, card } = await shownCase(stage);
    stage.teams.fail({ kind: 'post', times: 1, does: { status: 404 } });
    await relink();
    await stage.restart();
    await stage.teams.waitFor(() => stage.teams.made('post')[1], 'the post that fails');
    await stage.jump({ minutes: 5 });
    await cardElsewhere(code);
    await stage.teams.waitFor(() => card.deleted || undefined, 'the old card is removed');
  });

  it('gets them also when the old ones cannot be removed; those have no effect', async () => {
    const { code, card } = await shownCase(stage);
    stage.teams.fail({ kind: 'delete', times: 1, does: { status: 403 } });
    await relink();
    await stage.restart();
    await cardElsewhere(code);
    await stage.restart();
    await stage.as(MERYEM).click(card, { title: 'Oppakken' });
    expect((await stage.theCase()).version).toBe(1);
  });
});

/** So many changes that nobody has seen yet, and Teams that works again. */
async function unseenChanges(count: number) {
  const shown = await shownCase(stage);
  stage.teams.fail({ kind: 'update', does: { status: 503 } });
  const meryem = stage.as(MERYEM);
  for (let turn = 0; turn < count; turn += 1) {
    const title = turn % 2 === 0 ? 'Oppakken' : 'Teruggeven';
    await meryem.click(await meryem.ask(shown.code), { title });
  }
  stage.teams.repair();
  await stage.jump({ minutes: 30 });
  return shown;
}

describe('within the limits of Teams', () => {
  beforeEach(async () => {
    await stage.close();
    stage = await openBotStage({ keepsLimits: true });
  });

  it('stops though it has to wait for its turn, and goes on at the next start', async () => {
    const { code, card } = await unseenChanges(20);
    await stage.teams.waitFor(() => stage.teams.thread(card)[0], 'the first line');
    await stage.stop();
    expect(lines(card).length).toBeLessThan(20);
    await stage.start();
    await untilShown(stage, code);
    expect(new Set(lines(card)).size).toBe(2);
    expect(lines(card)).toHaveLength(20);
    expect(stage.logged.join()).not.toContain('delivery failed');
  });

  it('keeps to the limits of one conversation', async () => {
    const { code, card } = await unseenChanges(10);
    await untilShown(stage, code);
    expect(lines(card)).toHaveLength(10);
    const inThread = stage.teams.requests.filter(
      ({ accepted, conversation, kind }) =>
        accepted && conversation === card.conversation && kind !== 'delete',
    );
    const times = inThread.slice(-11).map(({ at }) => at);
    // Four in two seconds; how long each was under way varies.
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(3_000);
    const isChannel = (violation: string) => violation.startsWith(CHANNEL_ID);
    expect(stage.teams.limits.violations.filter(isChannel)).toEqual([]);
  });
});
