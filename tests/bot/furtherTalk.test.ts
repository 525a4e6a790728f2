import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../data/case.js';
import { anEscalation, JOOST, MERYEM, SANNE, TOM } from '../builders.js';
import { openBotStage, type BotStage } from './botHarness.js';
import type { ShownMessage } from './fakeTeams.js';
import {
  ANSWERS,
  channelCard,
  codeIn,
  fillIn,
  linkChannel,
  shownCase,
  startChecklist,
  untilShown,
} from './mainSteps.js';
import { saysOn, type InvokeAnswer } from './personInTeams.js';

let stage: BotStage;
beforeEach(async () => {
  stage = await openBotStage();
});
afterEach(() => stage.close());

const FURTHER = {
  talk: { talked: 'yes', record: 'yes', on: '2026-11-16' },
  discussed: { topics: 'sexuality' },
  wish: { wish: 'undecided', wants: 'contraception-help', arrangement: 'regular-fails' },
  situation: { finance: 'uninsured' },
  decision: { permissions: 'share', reachable: 'woensdag' },
};
const SCREENS = [FURTHER.talk, FURTHER.discussed, FURTHER.wish, FURTHER.situation];

/** A talk that was recorded and not escalated; gives the code. */
async function aRecordedTalk(): Promise<string> {
  const form = await startChecklist(stage);
  await fillIn(stage.as(SANNE), form, 2);
  return codeIn(await stage.as(SANNE).click(form, { title: 'Opslaan', inputs: ANSWERS.wish }));
}

/** The card of the own case, which becomes the first screen. */
async function startOn(code: string, title = 'Vervolggesprek'): Promise<ShownMessage> {
  const own = await stage.as(SANNE).ask(code);
  await stage.restart();
  await stage.as(SANNE).click(own, { title });
  return own;
}

/** So many screens with Volgende, restarted before each. */
async function goOn(form: ShownMessage, screens: number): Promise<void> {
  for (const inputs of SCREENS.slice(0, screens)) {
    await stage.restart();
    await stage.as(SANNE).click(form, { title: 'Volgende', inputs });
  }
  await stage.restart();
}

const finish = (form: ShownMessage, title: string, inputs = {}): Promise<InvokeAnswer> =>
  stage.as(SANNE).click(form, { title, inputs });

/** As somebody else, or another tab, leaves the case behind meanwhile. */
async function change(code: string, parts: (subject: Case) => Partial<Case>): Promise<void> {
  const subject = await stage.repository.read('case', code);
  if (!subject) throw new Error('there is no such case');
  const put = { ...subject, ...parts(subject), version: subject.version + 1 };
  await stage.repository.commit({ writes: [{ kind: 'case', put }] });
}

async function erase(code: string): Promise<void> {
  const subject = await stage.repository.read('case', code);
  const remove = { key: code, version: subject?.version ?? 0 };
  await stage.repository.commit({ writes: [{ kind: 'case', remove }] });
}

describe('Vervolggesprek', () => {
  it('takes the place of the own case and asks five screens, restarted between', async () => {
    const code = await aRecordedTalk();
    const form = await startOn(code);
    expect(saysOn(form)).toContain(`Casus ${code} · Stap 1 van 5`);
    await goOn(form, 4);
    expect(saysOn(form)).toContain('Voorstel: regelen van financiën');
    const done = await finish(form, 'Niet opschalen');
    expect(done.says).toContain(`Gesprek toegevoegd aan ${code}`);
    expect(await stage.theCase()).toMatchObject({
      code,
      version: 2,
      talks: [
        { on: '2026-11-12', wish: 'later' },
        { on: '2026-11-16', wish: 'undecided', situations: ['uninsured'] },
      ],
      escalations: [],
    });
    expect(await stage.draftOf(SANNE)).toBeUndefined();
    expect(await stage.counted('talks')).toBe(1);
  });

  it('escalates the same case', async () => {
    await linkChannel(stage);
    const code = await aRecordedTalk();
    const form = await startOn(code);
    await goOn(form, 4);
    const done = await finish(form, 'Opschalen', FURTHER.decision);
    expect(codeIn(done)).toBe(code);
    expect(done.says).toContain('Opgeschaald naar de coördinator: regelen van financiën');
    expect(await stage.theCase()).toMatchObject({
      talks: [{}, {}],
      escalations: [{ number: 1, reasons: ['finance'], situations: ['uninsured'] }],
      permissions: { share: { given: true } },
    });
    await channelCard(stage, code);
  });

  it('realises contraception with the talk that says so', async () => {
    const code = await aRecordedTalk();
    const form = await startOn(code);
    await goOn(form, 2);
    const wish = { wish: 'later', arrangement: 'realised', realisedOn: '2026-11' };
    await finish(form, 'Opslaan', wish);
    expect(await stage.theCase()).toMatchObject({
      realisation: { on: '2026-11', route: 'partner' },
    });
    expect(await stage.counted('partner-contraception')).toBe(1);
  });

  it('counts an offer that was not wanted, and leaves the case as it is', async () => {
    const code = await aRecordedTalk();
    const before = await stage.theCase();
    const form = await startOn(code);
    const done = await finish(form, 'Volgende', { talked: 'no' });
    expect(done.says).toContain('De casus blijft zoals die was');
    expect(await stage.theCase()).toEqual(before);
    expect(await stage.counted('offered-not-wanted')).toBe(1);
    expect(await stage.draftOf(SANNE)).toBeUndefined();
  });

  it('keeps the talk and asks for a call back without the client', async () => {
    await linkChannel(stage);
    const code = await aRecordedTalk();
    const form = await startOn(code);
    await goOn(form, 4);
    const inputs = { reachable: 'woensdag' };
    const done = await finish(form, 'Overleg zonder cliëntgegevens', inputs);
    expect(done.says).toContain('Een coördinator belt je');
    expect(await stage.theCase()).toMatchObject({ talks: [{}, {}], escalations: [] });
    expect(await stage.counted('consults')).toBe(1);
    const card = await stage.teams.waitFor(() => stage.teams.channelCards()[0], 'the request');
    expect(saysOn(card)).not.toContain(code);
  });

  it('shows the draft that is open first, and says so', async () => {
    const code = await aRecordedTalk();
    await stage.as(SANNE).ask('vastleggen');
    const before = await stage.draftOf(SANNE);
    const form = await startOn(code);
    expect(saysOn(form)).toContain('Maak het af of gooi het weg');
    expect(await stage.draftOf(SANNE)).toEqual(before);
  });

  it('goes on where it was when it is asked again', async () => {
    const code = await aRecordedTalk();
    await goOn(await startOn(code), 2);
    const again = await startOn(code);
    expect(saysOn(again)).toContain('Welkom terug');
    expect(saysOn(again)).toContain('Stap 3 van 5');
  });

  it.each([JOOST, TOM])('is not for $name', async (person) => {
    const code = await aRecordedTalk();
    const own = await stage.as(SANNE).ask(code);
    const click = stage.as(person).pressed(own, { title: 'Vervolggesprek' });
    const answer = await stage.as(person).sendClick(click);
    expect(answer.says).toContain('ken ik niet');
    expect(await stage.draftOf(person)).toBeUndefined();
  });
});

describe('Vervolggesprek on a case that coordinators have', () => {
  it('is three screens, and tells who holds it', async () => {
    const { code, card } = await shownCase(stage, { claimedBy: MERYEM });
    const form = await startOn(code);
    expect(saysOn(form)).toContain('De coördinator ziet dit gesprek ook');
    expect(saysOn(form)).toContain('Stap 1 van 3');
    await goOn(form, 2);
    const done = await finish(form, 'Opslaan', FURTHER.wish);
    expect(done.says).toContain(`Gesprek toegevoegd aan ${code}`);
    expect(done.says).toContain('De coördinator ziet dit gesprek ook');
    expect(await stage.theCase()).toMatchObject({
      talks: [{}, { wish: 'undecided' }],
      escalations: [{ number: 1, state: { status: 'claimed' } }],
    });
    await stage.as(MERYEM).hears('vervolggesprek vastgelegd');
    await untilShown(stage, code);
    const lines = stage.teams.thread(card);
    expect(lines.at(-1)).toContain('gesprek vastgelegd door Sanne de Wit');
  });
});

describe('a late click', () => {
  it('on the last screen still finds the case', async () => {
    const code = await aRecordedTalk();
    const form = await startOn(code);
    await goOn(form, 4);
    const click = stage.as(SANNE).pressed(form, {
      title: 'Opschalen',
      inputs: FURTHER.decision,
    });
    const first = await stage.as(SANNE).sendClick(click);
    await stage.restart();
    const second = await stage.as(SANNE).sendClick(click);
    expect(second.says).toBe(first.says);
    expect(await stage.theCase()).toMatchObject({ version: 2, talks: [{}, {}] });
    expect(await stage.counted('escalations')).toBe(1);
  });

  it('on the last screen with another button shows the case as it is', async () => {
    const code = await aRecordedTalk();
    const form = await startOn(code);
    await goOn(form, 4);
    const late = stage.as(SANNE).pressed(form, { title: 'Niet opschalen' });
    await finish(form, 'Opschalen', FURTHER.decision);
    await stage.restart();
    const answer = await stage.as(SANNE).sendClick(late);
    expect(answer.says).toContain(`Casus ${code} · Open`);
    expect(await stage.theCase()).toMatchObject({ version: 2 });
  });

  it('on a screen that was thrown away does not say that it was added', async () => {
    const code = await aRecordedTalk();
    const form = await startOn(code);
    const late = stage.as(SANNE).pressed(form, { title: 'Volgende', inputs: FURTHER.talk });
    await stage.as(SANNE).ask('weggooien');
    await stage.restart();
    const answer = await stage.as(SANNE).sendClick(late);
    expect(answer.says).not.toContain('toegevoegd');
    expect(answer.says).toContain(`Casus ${code}`);
    expect((await stage.theCase()).talks).toHaveLength(1);
  });
});

describe('what changed meanwhile', () => {
  it('erased: says that nothing was stored, and keeps nothing of the talk', async () => {
    const code = await aRecordedTalk();
    const form = await startOn(code);
    await goOn(form, 2);
    await erase(code);
    const done = await finish(form, 'Opslaan', FURTHER.wish);
    expect(done.says).toContain('Wat je invulde, is niet bewaard');
    expect(await stage.cases()).toEqual([]);
    expect(await stage.draftOf(SANNE)).toBeUndefined();
  });

  it('taken over: says so, and leaves the draft to pass on', async () => {
    const code = await aRecordedTalk();
    const form = await startOn(code);
    await goOn(form, 2);
    await change(code, () => ({ professional: TOM }));
    const done = await finish(form, 'Opslaan', FURTHER.wish);
    expect(done.says).toContain('Een collega gaat nu verder');
    expect((await stage.theCase()).talks).toHaveLength(1);
    expect(await stage.draftOf(SANNE)).toBeDefined();
  });

  it('escalated: the talk can be added, a second escalation cannot', async () => {
    const { code } = await shownCase(stage);
    const { escalations } = await stage.theCase();
    await change(code, () => ({ escalations: [] }));
    const form = await startOn(code);
    await goOn(form, 4);
    await change(code, () => ({ escalations }));
    const refused = await finish(form, 'Opschalen', FURTHER.decision);
    expect(refused.says).toContain('Kies Niet opschalen');
    expect((await stage.theCase()).talks).toHaveLength(1);
    expect(saysOn(form)).toContain('Besluit');
    const done = await finish(form, 'Niet opschalen', FURTHER.decision);
    expect(done.says).toContain(`Gesprek toegevoegd aan ${code}`);
    expect(await stage.theCase()).toMatchObject({ talks: [{}, {}], escalations: [{ number: 1 }] });
  });

  it('closed while they read along: the talk is added', async () => {
    const { code } = await shownCase(stage);
    const form = await startOn(code);
    await goOn(form, 2);
    await change(code, ({ escalations: [first] }) => ({
      escalations: first
        ? [{ ...first, state: { status: 'withdrawn', at: first.at, why: 'mistake' } }]
        : [],
    }));
    const done = await finish(form, 'Opslaan', FURTHER.wish);
    expect(done.says).toContain('Je hebt niet opnieuw opgeschaald');
    expect((await stage.theCase()).talks).toHaveLength(2);
  });
});

describe('Opschalen on an own case', () => {
  it('asks two screens and escalates without another talk', async () => {
    await linkChannel(stage);
    const code = await aRecordedTalk();
    const form = await startOn(code, 'Opschalen');
    expect(saysOn(form)).toContain(`Casus ${code} · Stap 1 van 2`);
    await finish(form, 'Volgende', { finance: 'cost' });
    await stage.restart();
    const done = await finish(form, 'Opschalen', FURTHER.decision);
    expect(done.says).toContain(`Opgeschaald: ${code}`);
    expect(await stage.theCase()).toMatchObject({
      version: 2,
      talks: [{}],
      escalations: [{ number: 1, reasons: ['finance'], situations: ['cost'] }],
    });
    expect(await stage.counted('talks-escalated')).toBe(1);
    await channelCard(stage, code);
  });

  it('can end in a call back, which leaves the case as it is', async () => {
    const code = await aRecordedTalk();
    const before = await stage.theCase();
    const form = await startOn(code, 'Opschalen');
    await finish(form, 'Volgende');
    const inputs = { reachable: 'woensdag' };
    const done = await finish(form, 'Overleg zonder cliëntgegevens', inputs);
    expect(done.says).toContain('Overleg aangevraagd');
    expect(await stage.theCase()).toEqual(before);
    expect(await stage.counted('consults')).toBe(1);
  });

  it('is refused when coordinators have the case by then', async () => {
    const code = await aRecordedTalk();
    const own = await stage.as(SANNE).ask(code);
    const form = await startOn(code, 'Opschalen');
    await finish(form, 'Volgende', { finance: 'cost' });
    const second = stage.as(SANNE).pressed(form, { title: 'Opschalen', inputs: FURTHER.decision });
    await change(code, () => ({ escalations: [anEscalation()] }));
    const done = await stage.as(SANNE).sendClick(second);
    expect(done.says).toContain('is al opgeschaald');
    expect(await stage.draftOf(SANNE)).toBeUndefined();
    const again = await stage.as(SANNE).click(own, { title: 'Opschalen' });
    expect(again.says).toContain('is al opgeschaald');
    expect((await stage.theCase()).escalations).toHaveLength(1);
  });
});

describe('what tells of the case', () => {
  it.each(['Vervolggesprek', 'Opschalen'])('%s: its screens are known', async (title) => {
    const code = await aRecordedTalk();
    await stage.as(SANNE).ask('weggooien');
    const form = await startOn(code, title);
    await stage.as(SANNE).click(form, { title: 'Later verdergaan' });
    const resumed = await stage.as(SANNE).ask('verder');
    const known = await stage.repository.read('copy', `${resumed.conversation} ${resumed.id}`);
    expect(known?.tells).toContain(code);
  });
});
