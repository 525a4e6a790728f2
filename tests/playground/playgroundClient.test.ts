import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardText } from './cardText.js';
import { Playground, type PersonHandle, type SeenMessage } from './playgroundClient.js';
import { startPlayground, type PlaygroundServer } from './startPlayground.js';
import { startThrowawayBot, type ThrowawayBot } from './throwawayBot.js';

const tenantId = '11111111-1111-4111-8111-111111111111';
const objectId = (n: number): string => `aaaaaaaa-0000-4000-8000-00000000000${n}`;
const people = [
  { name: 'Sanne de Wit', aadObjectId: objectId(1) },
  { name: 'Meryem Kaya', aadObjectId: objectId(2) },
  { name: 'Joost Vermeer', aadObjectId: objectId(3) },
  { name: 'Anneke Blom', aadObjectId: objectId(4) },
  { name: 'Tom Bakker', aadObjectId: objectId(5) },
] as const;
const channel = '19:channel@thread.tacv2';
const cardType = 'application/vnd.microsoft.card.adaptive';

let bot: ThrowawayBot;
let server: PlaygroundServer;
let playground: Playground;
let sanne: PersonHandle;
let meryem: PersonHandle;

beforeAll(async () => {
  bot = await startThrowawayBot({ channelId: channel, greetedId: `29:${objectId(3)}` });
  server = await startPlayground({ botUrl: bot.url, tenantId, people });
  playground = new Playground(server);
  sanne = playground.person('Sanne de Wit');
  meryem = playground.person('Meryem Kaya');
});

afterAll(async () => {
  await server.stop();
  await bot.stop();
});

async function cardFor(person: PersonHandle): Promise<SeenMessage> {
  const message = (await person.say('kaart')).at(-1);
  if (message === undefined) throw new Error('The bot sent no card');
  return message;
}

async function newPost(): Promise<SeenMessage> {
  const before = playground.messages().map(({ id }) => id);
  await sanne.say('plaats');
  const isNew = ({ id, isReply }: SeenMessage): boolean => !before.includes(id) && !isReply;
  return playground.waitFor(channel, isNew, 'the new post');
}

describe('the current user', () => {
  it('gets an answer in the personal chat', async () => {
    const [answer] = await sanne.say('hallo');
    expect(answer?.text).toBe('Sanne de Wit zegt hallo in a:personal-chat');
  });

  it('clicks with the inputs of the card, and sees the message change in place', async () => {
    const activity = await cardFor(sanne);
    const answer = await sanne.click({ activity, title: 'Tellen', inputs: { akkoord: true } });
    expect(answer).toMatchObject({ status: 200, type: cardType });
    const { updates, versions, card, id } = playground.latest(activity);
    expect({ id, updates, versions: versions.length }).toEqual({
      ...{ id: activity.id, updates: 1, versions: 2 },
    });
    expect(cardText(card ?? {})).toContain(
      '{"zaak":"A1","woord":"standaard","akkoord":"ja","by":"Sanne de Wit"}',
    );
  });

  it('gets the status the bot put in its answer, and sends no inputs when told so', async () => {
    const activity = await cardFor(sanne);
    const answer = await sanne.click({ activity, verb: 'weigeren' });
    expect(answer).toMatchObject({ status: 403, value: { code: 'Nee' } });
    expect(bot.received.at(-1)).toMatchObject({ value: { action: { data: {} } } });
    expect(playground.latest(activity).updates).toBe(0);
  });

  it('cannot press what is not there, is off, or does not take the reply', async () => {
    const activity = await cardFor(sanne);
    await expect(sanne.click({ activity, title: 'Oppakken' })).rejects.toThrow(
      'no button "Oppakken"; its buttons are: [Tellen] (tellen), [Weigeren] (weigeren), [Uit]',
    );
    await expect(sanne.click({ activity, title: 'Uit' })).rejects.toThrow('not enabled');
    const inputs = { vreemd: 'x' };
    await expect(sanne.click({ activity, title: 'Tellen', inputs })).rejects.toThrow(
      'no input "vreemd"; its inputs are: woord, akkoord',
    );
  });
});

describe('the channel', () => {
  it('shows a proactive post with a line below it', async () => {
    const post = await newPost();
    const thread = playground.messages(post.conversation);
    expect(thread.map(({ isReply, text }) => [isReply, text])).toEqual([
      [false, undefined],
      [true, 'Regel onder de post'],
    ]);
  });

  it('lets another person click on it', async () => {
    const activity = await newPost();
    const tom = playground.person('Tom Bakker');
    await tom.click({ activity, title: 'Tellen', inputs: { woord: '' } });
    const { card, updates } = playground.latest(activity);
    expect(updates).toBe(1);
    expect(cardText(card ?? {})).toContain('{"zaak":"A1","akkoord":"nee","by":"Tom Bakker"}');
  });

  it('brings what people say to the bot, in their own name', async () => {
    await playground.installInChannel();
    const [fromSanne] = await sanne.sayInChannel('hoi');
    expect(fromSanne?.text).toBe(`Sanne de Wit zegt hoi in ${fromSanne?.conversation ?? ''}`);
    const [fromMeryem] = await meryem.sayInChannel('dag');
    expect(fromMeryem?.text).toContain('Meryem Kaya zegt dag');
    const post = await newPost();
    const [inThread] = await meryem.sayInChannel('hier', post.conversation);
    expect(inThread).toMatchObject({ conversation: post.conversation, isReply: true });
  });
});

describe('another person', () => {
  it('installs the bot, types and clicks in a chat of their own', async () => {
    await meryem.install();
    const activity = await cardFor(meryem);
    expect(activity.conversation).toBe(await meryem.chat());
    await meryem.click({ activity, title: 'Tellen' });
    expect(playground.latest(activity).updates).toBe(1);
  });

  it('is found by the bot in that same chat, also when the bot comes first', async () => {
    const joost = playground.person('Joost Vermeer');
    await sanne.say('groet');
    const greeting = await joost.waitFor(({ text }) => text === 'Goedemorgen', 'a greeting');
    const [answer] = await joost.say('hallo');
    expect(answer?.conversation).toBe(greeting.conversation);
  });

  it('cannot click in a chat that is not theirs', async () => {
    const activity = await cardFor(sanne);
    await expect(meryem.click({ activity, title: 'Tellen' })).rejects.toThrow('UserNotFound');
  });
});

describe('identities', () => {
  it('carry tenant and object id in every activity', () => {
    for (const activity of bot.received)
      expect(activity).toMatchObject({
        from: { aadObjectId: expect.stringContaining('aaaaaaaa-') as unknown },
        conversation: { tenantId },
        channelData: { tenant: { id: tenantId } },
      });
  });

  it('are in the rosters, everybody in that of the team', async () => {
    await meryem.say('wie');
    await meryem.sayInChannel('wie');
    const person = { aadObjectId: objectId(2), tenantId, name: 'Meryem Kaya' };
    const [inChat, inTeam] = bot.rosters.slice(-2);
    expect(inChat).toMatchObject({ paged: { members: [person] }, member: person });
    const six = [...people.map(({ name }) => ({ name })), { name: 'Opvulling 1' }];
    expect(inTeam).toMatchObject({ member: person, teamPaged: { members: six } });
  });
});

describe('a wait', () => {
  it('that fails tells what was seen', async () => {
    await sanne.say('hallo');
    const wait = sanne.waitFor(() => false, 'a miracle', 1);
    await expect(wait).rejects.toThrow(
      /1 ms for a miracle in a:personal-chat\. Seen:\n- \d+, 0 up/,
    );
  });
});

describe('starting', () => {
  it('fails with what the Playground said when it refuses its config', async () => {
    const botName = 'Een naam die langer is dan tweeënveertig tekens';
    const start = startPlayground({ botUrl: bot.url, tenantId, people, botName });
    await expect(start).rejects.toThrow(/ended with code 1[^]*Reason: .*42/);
  });
});
