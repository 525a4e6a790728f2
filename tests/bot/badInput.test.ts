import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MERYEM, SANNE, TOM } from '../builders.js';
import { openBotStage, type BotStage } from './botHarness.js';
import { ANSWERS, chooseOrganisation, fillIn, linkChannel, startChecklist } from './mainSteps.js';
import { saysOn, theOnly } from './personInTeams.js';
import {
  clicked,
  edited,
  GROUPS,
  inChat,
  installed,
  typedInChannel,
  typedInChat,
  typedInGroup,
  type SentActivity,
} from './activities.js';
import { CHANNEL_ID } from './fakeTeams.js';

let stage: BotStage;
beforeEach(async () => {
  stage = await openBotStage();
});
afterEach(() => stage.close());

/** Everything that is stored; a turn that stores nothing leaves it as it is. */
async function stored() {
  const draft = await stage.draftOf(SANNE);
  return { draft, cases: await stage.cases() };
}

describe('what is typed', () => {
  it.each(['vastleggen', 'VASTLEGGEN', '  Vastleggen ', 'vastleggen\n', 'Registreren'])(
    'is a command in any case: %j',
    async (typed) => {
      expect(saysOn(await stage.as(TOM).ask(typed))).toContain('Je profiel');
    },
  );

  it.each(['ik wil vastleggen', 'vastleggen!', 'vastleggen verder', 'niet vastleggen'])(
    'is no command when it only holds one: %j',
    async (typed) => {
      await startChecklist(stage);
      await stage.as(SANNE).ask('weggooien');
      await stage.restart();
      expect(saysOn(await stage.as(SANNE).ask(typed))).toContain('Dat woord ken ik niet');
      expect(await stage.draftOf(SANNE)).toBeUndefined();
    },
  );

  it.each([
    ['vastlegen', '“vastleggen”'],
    ['hulpp', '“help”'],
    ['profil', '“profiel”'],
  ])('and unknown gets the nearest commands: %s', async (typed, nearest) => {
    const help = saysOn(await stage.as(SANNE).ask(typed));
    expect(help).toContain(nearest);
    expect(help).toContain('Ik heb je bericht niet bewaard');
  });

  it('is nowhere to be found afterwards', async () => {
    const typed = 'mevrouw Jansen, 06-12345678';
    await stage.as(SANNE).say(typed);
    await startChecklist(stage);
    await stage.as(SANNE).say(typed);
    await stage.restart();
    expect(stage.logged.join('\n')).not.toContain('Jansen');
    expect(JSON.stringify(stage.teams.messages)).not.toContain('Jansen');
    expect(JSON.stringify(await stored())).not.toContain('Jansen');
  });

  it('gets the open screen again with a hint, and stores nothing', async () => {
    const form = await startChecklist(stage);
    await fillIn(stage.as(SANNE), form, 1);
    const before = await stored();
    await stage.restart();
    const again = await stage.as(SANNE).ask('ze wil liever later praten');
    expect(saysOn(again)).toContain('Ik heb je bericht niet bewaard');
    expect(saysOn(again)).toContain('Stap 2 van 5');
    expect(await stored()).toEqual(before);
    const answer = await stage.as(SANNE).click(again, { title: 'Volgende' });
    expect(answer.says).toContain('Stap 3 van 5');
  });

  it.each([
    ['nothing', ''],
    ['only spaces', '   '],
  ])('is never met with silence: %s', async (_title, text) => {
    expect(saysOn(theOnly(await stage.as(SANNE).say(text)))).toContain('Hulp');
  });

  it.each([
    ['longer than any word', `ze zegt dat ze ${'verdriet heeft en '.repeat(60)}`],
    ['with something of a person in it', 'bel mevrouw op 06-12345678, ze heeft verdriet'],
  ])('looks like a note when it is %s: not repeated, and to be removed', async (_title, typed) => {
    const help = saysOn(await stage.as(SANNE).ask(typed));
    expect(help).toContain('Dit lijkt op een notitie over een cliënt');
    expect(help).toContain('Ik heb je bericht niet bewaard');
    await startChecklist(stage);
    const before = await stored();
    await stage.restart();
    expect(saysOn(await stage.as(SANNE).ask(typed))).toContain('Ik heb je bericht niet bewaard');
    expect(await stored()).toEqual(before);
    expect(JSON.stringify(stage.teams.messages)).not.toContain('verdriet');
    expect(stage.logged.join('\n')).not.toContain('verdriet');
  });

  it('of a thousand letters is no note yet', async () => {
    const help = saysOn(await stage.as(SANNE).ask('x'.repeat(1000)));
    expect(help).toContain('Dat woord ken ik niet');
  });

  it('is never met with silence: only the mention in a channel', async () => {
    expect(await stage.as(SANNE).sayInChannel('')).toHaveLength(1);
  });

  it('comes through with the spaces of the editor in the channel', async () => {
    const [answer] = await stage.as(SANNE).sayInChannel('&nbsp;koppelen');
    expect(answer?.text).toContain('alleen een inhoudelijk coördinator');
  });
});

describe('a refusal', () => {
  it('is a card with a way on', async () => {
    const refusal = await stage.as(SANNE).ask('cijfers');
    expect(saysOn(refusal)).toContain('voor de inhoudelijk coördinator en de projectleider');
    await stage.restart();
    const help = await stage.as(SANNE).click(refusal, { title: 'Hulp' });
    expect(help.says).toContain('vastleggen');
    expect(help.says).not.toContain('koppelen');
  });

  it('is what somebody from another tenant gets, and nothing is kept of them', async () => {
    const activity = typedInChat(SANNE, 'vastleggen');
    const conversation = { ...activity.conversation, tenantId: 'another-tenant' };
    const from = { id: '29:x', aadObjectId: 'stranger', name: 'Iemand Anders' };
    await stage.send({ ...activity, from, conversation });
    const [refusal] = stage.teams.in(activity.conversation.id);
    expect(refusal?.text).toContain('alleen met een account van de eigen organisatie');
    expect(await stage.repository.read('profile', 'another-tenant/stranger')).toBeUndefined();
  });
});

describe('the same screen comes back with the error at the field, and nothing is stored', () => {
  const FUTURE = 'De datum ligt in de toekomst';
  const UNKNOWN = 'Dit antwoord ken ik niet';
  it.each<[string, number, Record<string, unknown>, string]>([
    ['tomorrow', 0, { ...ANSWERS.talk, on: '2026-11-17' }, FUTURE],
    ['no date', 0, { ...ANSWERS.talk, on: '' }, 'Vul een geldige datum in'],
    ['a date that does not exist', 0, { ...ANSWERS.talk, on: '2026-02-30' }, 'geldige datum'],
    ['long ago', 0, { ...ANSWERS.talk, on: '2025-11-12' }, 'meer dan een jaar terug'],
    ['an unknown municipality', 0, { ...ANSWERS.talk, municipality: 'amsterdam' }, UNKNOWN],
    ['no municipality', 0, { ...ANSWERS.talk, municipality: '' }, 'Kies een antwoord'],
    ['no answer at all', 0, {}, 'Kies een antwoord'],
    ['an unknown topic', 1, { topics: 'contraception,weather' }, UNKNOWN],
    ['an object for an answer', 1, { phase: { $ne: 'before' } }, UNKNOWN],
    ['no kinderwens', 2, { ...ANSWERS.wish, wish: '' }, 'Kies een antwoord'],
    ['an unknown arrangement', 2, { ...ANSWERS.wish, arrangement: '__proto__' }, UNKNOWN],
    ['realised, no month', 2, { ...ANSWERS.wish, arrangement: 'realised' }, 'Schrijf een maand'],
    ['a situation of another reason', 3, { finance: 'no-gp' }, UNKNOWN],
  ])('%s', async (_title, screen, inputs, error) => {
    const sanne = stage.as(SANNE);
    const form = await startChecklist(stage);
    await fillIn(sanne, form, screen);
    const before = await stored();
    await stage.restart();
    const answer = await sanne.sendClick(sanne.tampered(form, { title: 'Volgende' }, inputs));
    expect(answer.says).toContain(`Stap ${screen + 1} van 5`);
    expect(answer.says).toContain(error);
    // Text that was refused stands in the answer only.
    expect(saysOn(form)).toContain(error);
    expect(await stored()).toEqual(before);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a phone number in the note', { note: 'bel haar op 06-12345678' }, 'telefoonnummer'],
    ['a BSN in the note', { note: 'bsn 111222333' }, 'BSN'],
    ['a note too long', { note: 'x'.repeat(501) }, 'Dit is te lang'],
    ['no number to call', { reachable: ' ' }, 'Vul dit in'],
    ['no permission', { permissions: '' }, 'alleen als de cliënt het goed vindt'],
    ['no reason', { chosen: '' }, 'Kies minstens één reden'],
    ['an unknown reason', { chosen: 'other' }, UNKNOWN],
  ])('when escalating: %s', async (_title, inputs, error) => {
    const sanne = stage.as(SANNE);
    const form = await startChecklist(stage);
    await fillIn(sanne, form, 4);
    const before = await stored();
    await stage.restart();
    const click = sanne.tampered(form, { title: 'Opschalen', inputs: ANSWERS.decision }, inputs);
    const answer = await sanne.sendClick(click);
    expect(answer.says).toContain('Stap 5 van 5');
    expect(answer.says).toContain(error);
    expect(await stored()).toEqual(before);
    expect(stage.logged.join('\n')).not.toContain('12345678');
  });
});

describe('a tampered button', () => {
  it.each<[string, Record<string, unknown>]>([
    ['a version in words', { version: 'x' }],
    ['no code', { code: undefined }],
    ['a screen that does not exist', { step: 'sixth' }],
  ])('%s: refused, nothing stored', async (_title, data) => {
    const sanne = stage.as(SANNE);
    const form = await startChecklist(stage);
    const before = await stored();
    await stage.restart();
    const click = { title: 'Volgende', inputs: ANSWERS.talk };
    const answer = await sanne.sendClick(sanne.tampered(form, click, data));
    expect(answer.says).toContain('Dit kan op dit moment niet');
    expect(await stored()).toEqual(before);
  });

  it('of a later screen is taken for an old card', async () => {
    const sanne = stage.as(SANNE);
    const form = await startChecklist(stage);
    const before = await stored();
    const { value, ...click } = sanne.pressed(form, { title: 'Volgende', inputs: ANSWERS.talk });
    const verb = JSON.stringify(value).replace('"next"', '"escalate"');
    const answer = await sanne.sendClick({ ...click, value: JSON.parse(verb) as unknown });
    expect(answer.says).toContain('Stap 1 van 5');
    expect(await stored()).toEqual(before);
  });

  it('that nobody knows is refused', async () => {
    const sanne = stage.as(SANNE);
    const form = await startChecklist(stage);
    const { value, ...click } = sanne.pressed(form, { title: 'Volgende', inputs: ANSWERS.talk });
    const verb = JSON.stringify(value).replace('"next"', '"hack"');
    const answer = await sanne.sendClick({ ...click, value: JSON.parse(verb) as unknown });
    expect(answer).toMatchObject({ statusCode: 200, says: '"Dit kan op dit moment niet."' });
  });
});

describe('an old card shows the present state', () => {
  it('of an earlier screen', async () => {
    const sanne = stage.as(SANNE);
    const form = await startChecklist(stage);
    const { card } = form;
    await fillIn(sanne, form, 2);
    const before = await stored();
    await stage.restart();
    const answer = await sanne.click(form, {
      card,
      title: 'Volgende',
      inputs: { ...ANSWERS.talk, municipality: 'gouda' },
    });
    expect(answer.says).toContain('Die kaart was oud');
    expect(answer.says).toContain('Stap 3 van 5');
    expect(await stored()).toEqual(before);
  });

  it('of an earlier draft', async () => {
    const sanne = stage.as(SANNE);
    const old = await startChecklist(stage);
    const { card } = old;
    await sanne.say('weggooien');
    await sanne.say('vastleggen');
    const before = await stored();
    await stage.restart();
    const answer = await sanne.click(old, { title: 'Volgende', inputs: ANSWERS.talk, card });
    expect(answer.says).toContain('Dit scherm is al afgerond');
    expect(await stored()).toEqual(before);
  });

  it('of a finished draft: the code', async () => {
    const sanne = stage.as(SANNE);
    const form = await startChecklist(stage);
    await fillIn(sanne, form, 2);
    const { card } = form;
    await sanne.click(form, { title: 'Opslaan', inputs: ANSWERS.wish });
    const before = await stored();
    await stage.restart();
    const inputs = { ...ANSWERS.wish, wish: 'now' };
    const answer = await sanne.click(form, { card, title: 'Volgende', inputs });
    expect(answer.says).toContain(before.cases[0]?.code);
    expect(await stored()).toEqual(before);
  });

  it('of somebody else says nothing about theirs', async () => {
    const form = await startChecklist(stage);
    await fillIn(stage.as(SANNE), form, 2);
    await stage.as(SANNE).click(form, { title: 'Opslaan', inputs: ANSWERS.wish });
    const { code } = await stage.theCase();
    const own = await startChecklist(stage, TOM);
    await stage.restart();
    const tom = stage.as(TOM);
    const click = { title: 'Volgende', inputs: ANSWERS.talk };
    const answer = await tom.sendClick(tom.tampered(own, click, { code }));
    expect(answer.says).toContain('Dit scherm is al afgerond');
    expect(answer.says).not.toContain(code);
  });
});

const TYPED = typedInChat(SANNE, 'vastleggen');
const CLICKED = clicked(
  SANNE,
  { id: '1763280000002', conversation: TYPED.conversation.id },
  { type: 'Action.Execute', id: 'help', title: 'Hulp', verb: 'help', data: {} },
);
const withoutTenant = {
  conversation: { conversationType: 'personal', id: TYPED.conversation.id },
  channelData: {},
};

const conversationOf = (id: string) => ({ ...TYPED.conversation, id });

function nested(levels: number): unknown {
  return levels === 0 ? 'x' : [nested(levels - 1)];
}

describe('a malformed activity gets 400 and nothing, and nothing happens', () => {
  const SPOILED: [string, Record<string, unknown>][] = [
    ['text that is a number', { text: 7 }],
    ['no Entra id', { from: { id: '29:x', name: 'Sanne' } }],
    ['an empty Entra id', { from: { id: '29:x', name: 'Sanne', aadObjectId: '' } }],
    ['a name that is a number', { from: { id: '29:x', name: 7, aadObjectId: 'x' } }],
    ['no tenant', withoutTenant],
    ['an empty tenant', { conversation: { ...withoutTenant.conversation, tenantId: '' } }],
    ['channel data that is text', { channelData: 'x' }],
    ['an entity that is null', { entities: [null] }],
    ['a mention of nobody', { entities: [{ type: 'mention', text: '<at>x</at>' }] }],
    ['a mention of null', { entities: [{ type: 'mention', mentioned: null }] }],
    ['entities that are no list', { entities: 'mention' }],
    ['an answer to a number', { replyToId: 7 }],
    ['an id with half a character', { id: 'f:\ud83d' }],
    ['a conversation with half a character', { conversation: conversationOf('a:\ud83d') }],
    ['a conversation with a control character', { conversation: conversationOf('a:\u0000') }],
    ['an id longer than any', { id: 'f'.repeat(1001) }],
    ['a name longer than any', { from: { id: '29:x', aadObjectId: 'x', name: 'x'.repeat(1001) } }],
    ['something nested deeper than anything', { localTimezone: nested(201) }],
  ];
  const of = (how: string, whole: SentActivity) =>
    SPOILED.map(([title, spoiled]): [string, SentActivity] => [
      `${how}, ${title}`,
      { ...whole, ...spoiled },
    ]);
  it.each<[string, SentActivity]>([
    ...of('typed', TYPED),
    ...of('clicked', CLICKED),
    ['clicked, nothing', { ...CLICKED, value: undefined }],
    ['clicked, no verb', { ...CLICKED, value: { action: {} } }],
    ['clicked, data that is text', { ...CLICKED, value: { action: { verb: 'help', data: 'x' } } }],
  ])('%s', async (_title, activity) => {
    expect(await stage.send(activity)).toEqual({ status: 400, body: '' });
    expect(stage.teams.requests).toEqual([]);
    expect(await stored()).toEqual({ draft: undefined, cases: [] });
    expect(stage.logged.join('\n')).not.toContain('turn failed');
  });

  it('the log says where, not what', async () => {
    await stage.send({ ...TYPED, text: ['mevrouw Jansen'], channelData: 'Jansen' });
    const line = stage.logged.find((one) => one.includes('activity malformed'));
    expect(line).toContain('"at":["text","channelData"]');
    expect(stage.logged.join('\n')).not.toContain('Jansen');
  });
});

it('a button that sends something deeper than can be written out is refused like that', async () => {
  const deep = `${'['.repeat(60_000)}${']'.repeat(60_000)}`;
  const click = { ...CLICKED, value: { action: { verb: 'claim', data: { code: 'DEEP' } } } };
  const answer = await fetch(`http://127.0.0.1:${stage.bot.port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(click).replace('"DEEP"', deep),
  });
  expect(answer.status).toBe(400);
  expect(stage.logged.join('\n')).not.toContain('turn failed');
});

describe('null is as good as absent', () => {
  const NOTHING = { channelData: null, replyToId: null, entities: null };
  it.each([
    ['text', { ...NOTHING, text: null }, 'Hulp'],
    ['the name', { ...NOTHING, from: { id: '29:x', aadObjectId: 'x', name: null } }, 'Je profiel'],
  ])('what is typed: %s', async (_title, changed, said) => {
    expect(await stage.send({ ...TYPED, ...changed })).toEqual({ status: 200, body: '' });
    expect(saysOn(theOnly(stage.teams.in(TYPED.conversation.id)))).toContain(said);
  });

  it('text beside a mention', async () => {
    const mention = { ...typedInChannel(TOM, ''), text: null };
    expect((await stage.send(mention)).status).toBe(200);
    expect(stage.teams.in(mention.conversation.id)).toHaveLength(1);
  });

  it('a click', async () => {
    const value = { action: { verb: 'help', data: null } };
    const answer = await stage.as(SANNE).sendClick({ ...CLICKED, ...NOTHING, value });
    expect(answer).toMatchObject({ statusCode: 200 });
    expect(answer.says).toContain('Hulp');
  });
});

describe('what is not for the bot is dropped', () => {
  it.each([
    'typing',
    'conversationUpdate',
    'messageReaction',
    'messageUpdate',
    'event',
    'somethingNew',
  ])('%s', async (type) => {
    const spoiled = { ...withoutTenant, from: { id: '29:x' }, entities: [null] };
    for (const activity of [TYPED, { ...TYPED, ...spoiled }]) {
      expect(await stage.send({ ...activity, type })).toEqual({ status: 200, body: '' });
    }
    expect(stage.teams.requests).toEqual([]);
  });

  it.each(['task/fetch', 'composeExtension/query', undefined])(
    'an invoke gets a polite answer: %s',
    async (name) => {
      const answer = await stage.as(SANNE).sendClick({ ...CLICKED, name });
      expect(answer).toMatchObject({ statusCode: 400, type: 'application/vnd.microsoft.error' });
    },
  );
});

describe('a message that was changed', () => {
  const typed = typedInChat(SANNE, 'vastlegen');
  const here = typed.conversation.id;

  it('is read as if it were typed anew: a mended word works', async () => {
    await chooseOrganisation(stage, SANNE);
    await stage.send(typed);
    expect(saysOn(stage.as(SANNE).newest())).toContain('Dat woord ken ik niet');
    expect(await stage.send(edited(typed, 'vastleggen'))).toEqual({ status: 200, body: '' });
    expect(saysOn(stage.as(SANNE).newest())).toContain('Stap 1 van 5');
  });

  it('differs from its first version, though it has the same id', async () => {
    await chooseOrganisation(stage, SANNE);
    const first = typedInChat(SANNE, 'vastleggen');
    await stage.send(first);
    await stage.as(SANNE).say('weggooien');
    await stage.send(edited(first, 'vastleggen'));
    expect(await stage.draftOf(SANNE)).toBeDefined();
    await stage.as(SANNE).say('weggooien');
    await stage.send(edited(first, 'vastleggen', 2));
    expect(await stage.draftOf(SANNE)).toBeDefined();
  });

  it('has its effect once when Teams sends it again', async () => {
    await chooseOrganisation(stage, SANNE);
    const mended = edited(typed, 'vastleggen');
    await stage.send(mended);
    await stage.as(SANNE).say('weggooien');
    await stage.restart();
    await stage.send(mended);
    expect(await stage.draftOf(SANNE)).toBeUndefined();
  });

  it('is kept as little as what was typed', async () => {
    await stage.send(edited(typed, 'mevrouw Jansen heeft verdriet'));
    expect(JSON.stringify(stage.teams.in(here))).not.toContain('verdriet');
    expect(stage.logged.join('\n')).not.toContain('verdriet');
  });

  it('gets 400 when it is not whole', async () => {
    const answer = await stage.send({ ...edited(typed, 'help'), from: { id: '29:x' } });
    expect(answer).toEqual({ status: 400, body: '' });
  });
});

describe.each(['a message taken away', 'a message put back', 'a reaction'] as const)(
  '%s',
  (what) => {
    it('changes nothing and is not answered', async () => {
      await startChecklist(stage);
      const before = await stored();
      const asked = stage.teams.requests.length;
      expect(await stage.send(inChat(SANNE, what))).toEqual({ status: 200, body: '' });
      expect(stage.teams.requests).toHaveLength(asked);
      expect(await stored()).toEqual(before);
    });
  },
);

describe('an attachment', () => {
  it.each(['file', 'picture'] as const)(
    'is neither read nor kept, nor is the text beside it: %s',
    async (what) => {
      await chooseOrganisation(stage, SANNE);
      expect(await stage.send(inChat(SANNE, what))).toEqual({ status: 200, body: '' });
      const answer = stage.as(SANNE).newest();
      expect(saysOn(answer)).toContain('Bestanden en afbeeldingen open en bewaar ik niet');
      expect(await stored()).toEqual({ draft: undefined, cases: [] });
      expect(JSON.stringify(stage.teams.messages)).not.toContain('scrubbed');
      expect(stage.logged.join('\n')).not.toContain('scrubbed');
      await stage.restart();
      const help = await stage.as(SANNE).click(answer, { title: 'Hulp' });
      expect(help.says).toContain('vastleggen');
    },
  );

  it('in the channel gets one line in the thread', async () => {
    const mention = typedInChannel(MERYEM, 'koppelen');
    await stage.send({ ...mention, attachments: [{ contentType: 'image/png' }] });
    const [answer] = stage.teams.in(mention.conversation.id);
    expect(answer?.text).toContain('Bestanden en afbeeldingen');
  });

  it('is not what Teams adds itself: the same text with its mark-up', async () => {
    await chooseOrganisation(stage, SANNE);
    await stage.send(inChat(SANNE, 'text with its mark-up'));
    expect(saysOn(stage.as(SANNE).newest())).toContain('Stap 1 van 5');
  });
});

describe('an installation', () => {
  it('is greeted; an update of the app is not', async () => {
    const activity = installed(SANNE);
    expect(await stage.send({ ...activity, action: 'add-upgrade' })).toMatchObject({ status: 200 });
    expect(stage.teams.requests).toEqual([]);
    expect(await stage.as(SANNE).install()).toHaveLength(1);
  });
});

describe.each(GROUPS)('in a chat of several people (%s)', (group) => {
  const conversation = typedInGroup(MERYEM, '', group).conversation.id;

  it.each(['koppelen', 'vastleggen', 'cijfers', 'help', 'hallo', 'profiel', 'HM-2345', 'iets', ''])(
    'what is typed is answered in the own chat: %j',
    async (typed) => {
      expect(await stage.send(typedInGroup(MERYEM, typed, group))).toMatchObject({ status: 200 });
      expect(saysOn(theOnly(stage.teams.in(conversation)))).toContain('in onze persoonlijke chat');
      expect(theOnly(stage.teams.in(stage.as(MERYEM).chat)).card).toBeDefined();
      expect(stage.teams.made('roster')).toEqual([]);
    },
  );

  it('nothing about anybody is shown, not even in an attachment', async () => {
    const picture = { attachments: [{ contentType: 'image/png' }] };
    await stage.send({ ...typedInGroup(MERYEM, 'vastleggen', group), ...picture });
    const [answer] = stage.teams.in(conversation);
    expect(answer?.card).toBeUndefined();
    expect(answer?.text).toContain('Bestanden en afbeeldingen');
  });

  it('no button does anything: no channel is linked, and none moves there', async () => {
    const meryem = stage.as(MERYEM);
    const question = theOnly(await meryem.sayInChannel('koppelen'));
    const { channelData, conversation: here } = typedInGroup(MERYEM, '', group);
    const click = meryem.pressed(question, { title: 'Ja, koppel dit kanaal' });
    const elsewhere = { ...click, conversation: here, channelData };
    const answer = await meryem.sendClick(elsewhere);
    expect(answer.says).toContain('Dit doe je in de persoonlijke chat met mij');
    expect(await stage.repository.read('link', 'hollands-midden')).toBeUndefined();
    await linkChannel(stage);
    await meryem.sendClick(elsewhere);
    const link = await stage.repository.read('link', 'hollands-midden');
    expect(link?.channel.conversationId).toBe(CHANNEL_ID);
  });
});
