import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JOOST, MERYEM, SANNE } from '../builders.js';
import { deletedChannel, removedFromTeam } from './activities.js';
import { openBotStage, type BotStage } from './botHarness.js';
import { channelCard, escalate, linkChannel, shownCase, untilShown } from './mainSteps.js';
import { saysOn } from './personInTeams.js';

let stage: BotStage;
beforeEach(async () => {
  stage = await openBotStage();
});
afterEach(() => stage.close());

const LOST = 'Het kanaal van de coördinatoren is weg';
const linkNow = () => stage.repository.read('link', 'hollands-midden');
const toldTo = (person: typeof MERYEM) =>
  stage.teams.in(stage.as(person).chat).filter((message) => saysOn(message).includes(LOST));

describe('the channel of the coordinators', () => {
  it.each([
    ['is deleted', () => deletedChannel(), 'Het kanaal is in Teams verwijderd'],
    ['loses the bot', () => removedFromTeam(SANNE, 'uninstalled'), 'uit het team verwijderd'],
    [
      'loses the bot as a member',
      () => removedFromTeam(SANNE, 'removed'),
      'uit het team verwijderd',
    ],
  ])('%s: every coordinator is told once, and nothing is sent there', async (_, event, why) => {
    const { code } = await shownCase(stage);
    // Everybody has met the bot; without a channel no new chat can be begun.
    for (const person of [MERYEM, JOOST]) await stage.as(person).say('hallo');
    const posted = stage.teams.channelCards().length;
    for (let n = 0; n < 2; n += 1) expect((await stage.send(event())).status).toBe(200);
    expect(await linkNow()).toBeUndefined();
    for (const person of [MERYEM, JOOST]) {
      expect(saysOn(await stage.as(person).hears(LOST))).toContain(why);
    }
    await stage.restart();
    const second = await escalate(stage);
    expect(saysOn(await stage.as(MERYEM).ask('start'))).toContain('nog geen kanaal gekoppeld');
    expect(stage.teams.channelCards()).toHaveLength(posted);
    for (const person of [MERYEM, JOOST]) expect(toldTo(person)).toHaveLength(1);
    expect(await stage.repository.behind()).toEqual([{ kind: 'case', key: second }]);
    await linkChannel(stage);
    await untilShown(stage, second);
    await channelCard(stage, second);
    await untilShown(stage, code);
  });

  it('stays linked when another channel goes', async () => {
    await shownCase(stage);
    await stage.send(deletedChannel('19:something-else@thread.tacv2'));
    expect(await linkNow()).toBeDefined();
  });
});
