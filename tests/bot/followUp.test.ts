import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../data/case.js';
import { absenceKey } from '../../data/absence.js';
import type { FollowUp } from '../../data/lanes.js';
import { decide, type Command } from '../../data/lifeCycle.js';
import type { Person } from '../../data/person.js';
import { withdrawPermission } from '../../data/permission.js';
import { dayOf, instantOf } from '../../data/weeks.js';
import { JOOST, MERYEM, SANNE, TOM } from '../builders.js';
import { openBotStage, type BotStage } from './botHarness.js';
import type { ShownMessage } from './fakeTeams.js';
import { channelCard, shownCase, untilShown } from './mainSteps.js';
import { saysOn } from './personInTeams.js';

let stage: BotStage;
beforeEach(async () => {
  stage = await openBotStage();
});
afterEach(() => stage.close());

const QUESTION = 'Hoe gaat het nu?';
const questionsTo = (person: Person) =>
  stage.teams.in(stage.as(person).chat).filter((message) => saysOn(message).includes(QUESTION));
const moment = () => new Promise((resolve) => setTimeout(resolve, 20));

/** The morning of today has been done and told. */
async function morningDone(): Promise<void> {
  const key = `morning/hollands-midden/${dayOf(stage.now())}`;
  for (;;) {
    const isDone = await stage.repository.read('run', key);
    if (isDone && (await stage.repository.behind()).length === 0) return;
    await moment();
  }
}

async function command(by: Command): Promise<void> {
  const decision = decide(await stage.theCase(), by, stage.now());
  if (!decision.ok) throw new Error(decision.refusal.kind);
  const committed = await stage.repository.commit({
    writes: [{ kind: 'case', put: decision.case }],
  });
  expect(committed).toEqual({ ok: true });
}

const FOLLOWED = { chosen: 'finance,follow-up', permissions: 'share,followUp' };

/** Claimed by Meryem, who agreed on a day; closed by her when asked for. */
async function agreed(
  lane: Partial<FollowUp> = {},
  { closes = false } = {},
): Promise<{ code: string; card: ShownMessage }> {
  const { code, card } = await shownCase(stage, { decision: FOLLOWED, claimedBy: MERYEM });
  const planned: FollowUp = { on: '2026-11-18', asks: 'professional', settled: false, ...lane };
  await command({ kind: 'update-lane', by: MERYEM, reason: 'follow-up', lane: planned });
  const ending = { outcome: 'postponed', contraception: 'planned' } as const;
  if (closes) await command({ kind: 'close', by: MERYEM, ...ending });
  return { code, card };
}

const laneNow = async () => (await stage.theCase()).escalations[0]?.lanes['follow-up'];

describe('on the day that was agreed', () => {
  it('the professional gets one question, once, and the lane says when', async () => {
    const { code } = await agreed();
    await stage.jump({ days: 1 });
    await morningDone();
    expect(questionsTo(SANNE)).toEqual([]);
    await stage.jump({ days: 1 });
    await morningDone();
    await stage.restart();
    const [question, ...others] = questionsTo(SANNE);
    expect(others).toEqual([]);
    expect(question && saysOn(question)).toContain(`Voor casus ${code} is afgesproken`);
    expect(question?.summary).toBe(`Bericht over casus ${code}`);
    expect(dayOf(stage.now())).toBe('2026-11-18');
    expect((await laneNow())?.askedAt).toMatch(/^2026-11-18/);
    const own = saysOn(await stage.as(SANNE).ask(code));
    expect(own).toContain('Gepland: 18 november 2026');
    expect(own).toContain('Gevraagd op: 18 november 2026');
    expect(own).toContain('nog geen antwoord');
    const full = saysOn(await stage.as(MERYEM).ask(code));
    expect(full).toContain('Gevraagd op: 18 november 2026');
  });

  it('a Saturday is asked on Monday', async () => {
    await agreed({ on: '2026-11-21' });
    await stage.jump({ days: 5 });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(questionsTo(SANNE)).toEqual([]);
    await stage.jump({ days: 2 });
    await morningDone();
    expect(dayOf(stage.now())).toBe('2026-11-23');
    expect(questionsTo(SANNE)).toHaveLength(1);
  });

  it('is also asked after the case was closed', async () => {
    await agreed({}, { closes: true });
    await stage.jump({ days: 2 });
    await morningDone();
    expect(questionsTo(SANNE)).toHaveLength(1);
  });

  it.each(['followUp', 'share'] as const)(
    'nobody is asked once the permission %s was taken back',
    async (permission) => {
      await agreed({}, { closes: true });
      const put = withdrawPermission(await stage.theCase(), permission, SANNE, stage.now());
      if (!put) throw new Error('was not given');
      await stage.repository.commit({ writes: [{ kind: 'case', put }] });
      await stage.jump({ days: 2 });
      await morningDone();
      expect(questionsTo(SANNE)).toEqual([]);
      expect((await laneNow())?.askedAt).toBeUndefined();
    },
  );

  it('a coordinator is asked when that was agreed, or who stands in for them', async () => {
    const { code } = await agreed({ asks: 'coordinator' });
    const absence = { region: 'hollands-midden', person: MERYEM };
    const days = { from: '2026-11-17', until: '2026-11-20' };
    const put = {
      ...{ ...absence, ...days, version: 1, replacedBy: JOOST },
      expiresAt: instantOf(stage.now().plus({ months: 1 })),
    };
    expect(absenceKey(absence)).toContain('hollands-midden');
    await stage.repository.commit({ writes: [{ kind: 'absence', put }] });
    await stage.as(JOOST).say('start');
    await stage.jump({ days: 2 });
    await morningDone();
    expect(questionsTo(SANNE)).toEqual([]);
    const question = await stage.as(JOOST).hears(QUESTION);
    expect(saysOn(question)).toContain('Meryem Kaya');
    await stage.restart();
    const inputs = { answer: 'going-well' };
    const answer = await stage.as(JOOST).click(question, { title: 'Antwoord opslaan', inputs });
    expect(answer.says).toContain('Je antwoord is opgeslagen');
    expect((await laneNow())?.answered).toMatchObject({ by: JOOST, answer: 'going-well' });
    await stage.as(SANNE).hears(`Joost Vermeer vertelt hoe het gaat met casus ${code}`);
  });
});

describe('the question', () => {
  let code: string;
  let card: ShownMessage;
  let question: ShownMessage;

  async function asked(parts: { closes?: boolean } = {}): Promise<void> {
    ({ code, card } = await agreed({}, parts));
    await stage.jump({ days: 2 });
    await morningDone();
    question = await stage.as(SANNE).hears(QUESTION);
    await stage.restart();
  }
  const answer = (inputs: Record<string, string>) =>
    stage.as(SANNE).click(question, { title: 'Antwoord opslaan', inputs });
  const before = () => stage.theCase();

  it('is answered: case, card, counts, thread and the holder', async () => {
    await asked();
    expect(await stage.counted('escalated-contraception')).toBe(0);
    const said = await answer({ answer: 'appointment-kept', realisedOn: '11-2026' });
    expect(said.says).toContain('Je antwoord is opgeslagen');
    expect(said.says).toContain(`Casus ${code}`);
    expect(saysOn(question)).toBe(said.says);
    await untilShown(stage, code);
    expect(await laneNow()).toMatchObject({
      settled: true,
      answered: { by: SANNE, answer: 'appointment-kept' },
    });
    expect((await stage.theCase()).realisation).toMatchObject({
      on: '2026-11',
      route: 'escalated',
    });
    expect(await stage.counted('escalated-contraception')).toBe(1);
    const notice = await stage.as(MERYEM).hears(`Sanne de Wit vertelt hoe het gaat met casus`);
    expect(saysOn(notice)).toMatch(/Antwoord: De afspraak|Antwoord: Afspraak/);
    const told = stage.teams.thread(card).filter((line) => line.includes('verteld hoe het gaat'));
    expect(told).toHaveLength(1);
    expect(stage.teams.thread(card).join()).not.toMatch(/fspraak/);
    const full = await stage.as(MERYEM).ask(code);
    expect(JSON.stringify(full.card)).toMatch(/fspraak/);
  });

  it('is told to who closed the case, and the closed case says so', async () => {
    await asked({ closes: true });
    await answer({ answer: 'going-well' });
    const notice = await stage.as(MERYEM).hears('vertelt hoe het gaat');
    expect(saysOn(notice)).toContain('Antwoord:');
    await untilShown(stage, code);
    expect((await stage.theCase()).escalations[0]?.state.status).toBe('closed');
    await channelCard(stage, code, 'Afgerond');
  });

  it('names what is missing or wrong, and keeps the rest', async () => {
    await asked();
    const unchanged = await before();
    const missing = await answer({ realisedOn: '10-2026' });
    expect(missing.says).toContain('Kies een antwoord.');
    expect(missing.says).toContain('10-2026');
    const future = await answer({ answer: 'other', realisedOn: '12-2026' });
    expect(future.says).toContain('ligt in de toekomst');
    expect(await stage.theCase()).toEqual(unchanged);
    expect((await answer({ answer: 'other', realisedOn: '' })).says).toContain('is opgeslagen');
  });

  it('comes back later when asked to, on a day of work, and can then be answered', async () => {
    await asked();
    const later = await stage
      .as(SANNE)
      .click(question, { title: 'Herinner me later', inputs: { snooze: 'two-weeks' } });
    expect(later.says).toContain('Ik vraag het opnieuw op 2 december 2026');
    expect(await laneNow()).toMatchObject({ on: '2026-12-02' });
    expect((await laneNow())?.askedAt).toBeUndefined();
    await stage.jump({ days: 13 });
    await morningDone();
    expect(questionsTo(SANNE)).toEqual([]);
    await stage.jump({ days: 1 });
    await morningDone();
    question = await stage.as(SANNE).hears(QUESTION);
    expect((await answer({ answer: 'contact-lost' })).says).toContain('is opgeslagen');
  });

  it('comes back after a week unless somebody chooses otherwise', async () => {
    await asked();
    const later = await stage.as(SANNE).click(question, { title: 'Herinner me later' });
    expect(later.says).toContain('Ik vraag het opnieuw op 25 november 2026');
  });

  it('stays, with what was filled in, when the case is opened below it', async () => {
    await asked();
    const inputs = { answer: 'wants-otherwise' };
    const said = await stage.as(SANNE).click(question, { title: 'Openen', inputs });
    expect(said.says).toContain(QUESTION);
    expect(JSON.stringify(said.card)).toContain('"value":"wants-otherwise"');
    expect(saysOn(stage.as(SANNE).newest())).toContain('Vertellen hoe het gaat');
    expect((await answer({ answer: 'wants-otherwise' })).says).toContain('is opgeslagen');
  });

  it('can be had again from the own case, as long as it is open', async () => {
    await asked();
    const own = await stage.as(SANNE).ask(code);
    const again = await stage.as(SANNE).click(own, { title: 'Vertellen hoe het gaat' });
    expect(again.says).toContain(QUESTION);
    await answer({ answer: 'going-well' });
    const present = await stage.as(SANNE).ask(code);
    expect(saysOn(present)).toContain('Voortgang melden');
    expect(saysOn(present)).not.toContain('Vertellen hoe het gaat');
  });

  it('waits on the case for the coordinator who has it by now', async () => {
    await agreed({ asks: 'coordinator' });
    await stage.jump({ days: 2 });
    await morningDone();
    expect(questionsTo(MERYEM)).toHaveLength(1);
    await command({ kind: 'offer', by: MERYEM, to: JOOST });
    const { code: taken } = await stage.theCase();
    await stage.restart();
    await untilShown(stage, taken);
    await stage.as(JOOST).click(await stage.as(JOOST).ask(taken), { title: 'Accepteren' });
    const theirs = await stage.as(JOOST).ask(taken);
    expect(saysOn(theirs)).not.toContain('[Afwijzen]');
    expect(saysOn(await stage.as(MERYEM).ask(taken))).not.toContain('Vertellen hoe het gaat');
    await stage.restart();
    const asks = await stage.as(JOOST).click(theirs, { title: 'Vertellen hoe het gaat' });
    expect(asks.says).toContain(QUESTION);
    const choice = { title: 'Antwoord opslaan', inputs: { answer: 'going-well' } };
    expect((await stage.as(JOOST).click(theirs, choice)).says).toContain('is opgeslagen');
    const present = saysOn(await stage.as(JOOST).ask(taken));
    expect(present).toContain('[Afwijzen]');
    expect(present).not.toContain('Vertellen hoe het gaat');
  });

  it('waits on a closed case for the coordinator who closed it', async () => {
    await agreed({ asks: 'coordinator' }, { closes: true });
    await stage.jump({ days: 2 });
    await morningDone();
    const { code: ended } = await stage.theCase();
    const full = await stage.as(MERYEM).ask(ended);
    const asks = await stage.as(MERYEM).click(full, { title: 'Vertellen hoe het gaat' });
    expect(asks.says).toContain(QUESTION);
  });

  it('twice the same click counts once', async () => {
    await asked();
    const click = stage.as(SANNE).pressed(question, {
      title: 'Antwoord opslaan',
      inputs: { answer: 'going-well', realisedOn: '11-2026' },
    });
    const [one, other] = await Promise.all([1, 2].map(() => stage.as(SANNE).sendClick(click)));
    expect(one?.card).toBeDefined();
    expect(other?.card).toBeDefined();
    const answers = (await stage.theCase()).history.filter(
      ({ kind }) => kind === 'follow-up-answered',
    );
    expect(answers).toHaveLength(1);
    expect(await stage.counted('escalated-contraception')).toBe(1);
  });

  describe('too late', () => {
    const LATE: [string, (subject: Case) => Promise<void>, string][] = [
      [
        'answered already',
        () => command({ kind: 'answer-follow-up', by: SANNE, answer: 'other' }),
        'Dit is al beantwoord door Sanne de Wit, op 18 november 2026',
      ],
      [
        'put off',
        () => command({ kind: 'snooze-follow-up', by: SANNE, until: '2026-12-01' }),
        'Deze vraag komt later terug, op 1 december 2026',
      ],
      [
        'withdrawn',
        () => command({ kind: 'withdraw', by: SANNE, why: 'mistake' }),
        'Deze vraag staat niet meer open',
      ],
      [
        'now for the coordinator',
        async (subject) => {
          const lane = { on: '2026-11-18', asks: 'coordinator', settled: false } as const;
          const askedAt = subject.escalations[0]?.lanes['follow-up']?.askedAt;
          const next = { ...lane, askedAt };
          await command({ kind: 'update-lane', by: MERYEM, reason: 'follow-up', lane: next });
        },
        'Deze vraag is nu voor Meryem Kaya',
      ],
    ];

    it.each(LATE)('is told in one sentence, and changes nothing: %s', async (_, act, sentence) => {
      await asked();
      await act(await stage.theCase());
      const unchanged = await before();
      const shown = question.card;
      for (const title of ['Antwoord opslaan', 'Herinner me later', 'Openen']) {
        const inputs = { answer: 'going-well' };
        const said = await stage.as(SANNE).click(question, { title, inputs, card: shown });
        expect(said.says).toContain(sentence);
      }
      expect(await stage.theCase()).toEqual(unchanged);
    });

    it('is told when the client no longer agrees to being asked', async () => {
      await asked({ closes: true });
      const put = withdrawPermission(await stage.theCase(), 'followUp', SANNE, stage.now());
      if (!put) throw new Error('was not given');
      await stage.repository.commit({ writes: [{ kind: 'case', put }] });
      expect((await answer({ answer: 'other' })).says).toContain('vindt het niet meer goed');
      expect((await laneNow())?.answered).toBeUndefined();
    });
  });

  it('of somebody else is answered by nobody', async () => {
    await asked();
    const unchanged = await before();
    const choice = { title: 'Antwoord opslaan', inputs: { answer: 'other' }, card: question.card };
    for (const person of [TOM, JOOST, MERYEM]) {
      const said = await stage.as(person).click(question, choice);
      expect(said.says).toMatch(/ken ik niet|is nu voor Sanne de Wit/);
    }
    expect(await stage.theCase()).toEqual(unchanged);
  });

  it('that was answered before it could be sent is not asked any more', async () => {
    await agreed();
    stage.teams.fail({ kind: 'message', does: { status: 503 } });
    await stage.jump({ days: 2 });
    const { code: key } = await stage.theCase();
    // Tried in vain, so that nothing is on its way any more.
    while (!(await stage.repository.read('delivery', key))?.trouble.notices) await moment();
    expect((await laneNow())?.askedAt).toBeDefined();
    await command({ kind: 'answer-follow-up', by: SANNE, answer: 'going-well' });
    stage.teams.repair();
    await stage.jump({ minutes: 30 });
    await morningDone();
    expect(questionsTo(SANNE)).toEqual([]);
  });
});
