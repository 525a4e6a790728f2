import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../data/person.js';
import { JOOST, MERYEM, SANNE, TOM } from '../builders.js';
import { clicked, type SentActivity } from './activities.js';
import { openBotStage, type BotStage } from './botHarness.js';
import { chatOf, type ShownMessage } from './fakeTeams.js';
import {
  ANSWERS,
  channelCard,
  escalate,
  fillIn,
  linkChannel,
  startChecklist,
} from './mainSteps.js';
import { saysOn, theOnly } from './personInTeams.js';

let stage: BotStage;
beforeEach(async () => {
  stage = await openBotStage();
});
afterEach(() => stage.close());

/** A click that no button of the message sends. */
function forged(
  person: Person,
  message: ShownMessage,
  verb: string,
  data: Record<string, unknown>,
): SentActivity {
  const action = { type: 'Action.Execute', id: undefined, title: undefined, verb, data } as const;
  return clicked(person, message, action);
}

const BSN = '111222333';
const everythingInTeams = () => JSON.stringify(stage.teams.messages);

describe('text that was refused', () => {
  it('is shown to who typed it, and stands in no message', async () => {
    const form = await startChecklist(stage);
    await fillIn(stage.as(SANNE), form, 4);
    await stage.restart();
    const inputs = { ...ANSWERS.decision, note: `bsn ${BSN}` };
    const answer = await stage.as(SANNE).click(form, { title: 'Opschalen', inputs });
    expect(answer.says).toContain('herkenbaar maakt (BSN)');
    expect(JSON.stringify(answer.card)).toContain(BSN);
    expect(everythingInTeams()).not.toContain(BSN);
    expect(saysOn(form)).toContain('herkenbaar maakt (BSN)');
    // What was not refused is still there.
    expect(JSON.stringify(form.card)).toContain('dinsdag na 13 uur');
  });

  it('does not stand in a message of a client without Action.Execute either', async () => {
    const form = await startChecklist(stage);
    await fillIn(stage.as(SANNE), form, 4);
    const inputs = { ...ANSWERS.decision, note: `bsn ${BSN}` };
    await stage.as(SANNE).submit(form, { title: 'Opschalen', inputs });
    expect(everythingInTeams()).not.toContain(BSN);
  });

  it('does not stand in a form of a coordinator', async () => {
    await linkChannel(stage);
    const code = await escalate(stage);
    const card = await channelCard(stage, code);
    await stage.as(MERYEM).click(card, { title: 'Afwijzen' });
    const form = stage.as(MERYEM).newest();
    const inputs = { reason: `bsn ${BSN}` };
    const answer = await stage.as(MERYEM).click(form, { title: 'Afwijzen', inputs });
    expect(answer.says).toContain('herkenbaar maakt (BSN)');
    expect(everythingInTeams()).not.toContain(BSN);
  });
});

describe('a tampered click on the channel card', () => {
  it.each([
    ['save-profile', { organisation: 'jgz-voorbeeld', domain: 'social', then: 'record' }],
    ['record', {}],
    ['help', {}],
    ['confirm-close', { outcome: 'other', contraception: 'none' }],
  ])('%s leaves it as it is', async (verb, data) => {
    await linkChannel(stage);
    const code = await escalate(stage);
    const card = await channelCard(stage, code);
    const before = saysOn(card);
    for (const person of [TOM, MERYEM]) {
      await stage.as(person).sendClick(forged(person, card, verb, { code, version: 1, ...data }));
    }
    await stage.restart();
    expect(saysOn(card)).toBe(before);
    expect(card.updates).toBe(0);
  });
});

describe('a case that was only recorded', () => {
  it.each(['claim', 'give-back', 'close', 'decline', 'confirm-claim', 'confirm-close', 'open'])(
    'is unknown to a coordinator who tries %s',
    async (verb) => {
      const form = await startChecklist(stage);
      await fillIn(stage.as(SANNE), form, 2);
      await stage.as(SANNE).click(form, { title: 'Opslaan', inputs: ANSWERS.wish });
      const { code } = await stage.theCase();
      const help = await stage.as(MERYEM).ask('help');
      const tried = async (about: string) => {
        const data = {
          code: about,
          version: 1,
          reason: 'x',
          outcome: 'other',
          contraception: 'none',
        };
        const { says } = await stage.as(MERYEM).sendClick(forged(MERYEM, help, verb, data));
        return says.replaceAll(about, 'HM-XXXX');
      };
      expect(await tried(code)).toBe(await tried('HM-2222'));
    },
  );
});

describe('the linked channel', () => {
  it('is not given up because the bot was removed from the team', async () => {
    await linkChannel(stage);
    const link = await stage.repository.read('link', 'hollands-midden');
    if (!link) throw new Error('not linked');
    const elsewhere = { ...link.channel, conversationId: '19:elsewhere@thread.tacv2' };
    const put = { ...link, version: 2, channel: elsewhere };
    await stage.repository.commit({ writes: [{ kind: 'link', put }] });
    const question = theOnly(await stage.as(MERYEM).sayInChannel('koppelen'));
    await stage.restart();
    stage.teams.fail({ kind: 'roster', does: { status: 403 } });
    await stage.as(MERYEM).click(question, { title: 'Ja, koppel dit kanaal' });
    expect(await stage.repository.read('link', 'hollands-midden')).toEqual(put);
  });
});

it('a coordinator who has not added the bot is told to', async () => {
  await linkChannel(stage);
  const card = await channelCard(stage, await escalate(stage));
  stage.teams.fail({ kind: 'chat', does: { status: 403 } });
  const answer = await stage.as(JOOST).click(card, { title: 'Afwijzen' });
  expect(answer.says).toContain('voeg de app toe');
  expect(stage.teams.in(chatOf(JOOST))).toEqual([]);
});
