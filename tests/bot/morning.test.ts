import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '../../bot/log.js';
import { doMorning } from '../../bot/morning.js';
import { randomCode } from '../../bot/randomCode.js';
import type { Case } from '../../data/case.js';
import { personKey } from '../../data/person.js';
import { dayOf, instantOf } from '../../data/weeks.js';
import { aCase, anEscalation, HOLLANDS_MIDDEN, JOOST, MERYEM, SANNE, TENANT } from '../builders.js';
import { openBotStage, type BotStage } from './botHarness.js';
import { shownCase } from './mainSteps.js';
import { saysOn } from './personInTeams.js';

let stage: BotStage;
beforeEach(async () => {
  stage = await openBotStage();
});
afterEach(() => stage.close());

const MORNING = 'Goedemorgen';
const saidTo = (person: typeof MERYEM) =>
  stage.teams.in(stage.as(person).chat).filter((message) => saysOn(message).includes(MORNING));

/** Monday 16 November is where the stage begins. */
const toThursday = () => stage.jump({ days: 3 });
const toFriday = () => stage.jump({ days: 4 });

async function store(...cases: Case[]): Promise<void> {
  for (const put of cases) await stage.repository.commit({ writes: [{ kind: 'case', put }] });
}

const moment = () => new Promise((resolve) => setTimeout(resolve, 20));
const runIn = (days: number) => `morning/hollands-midden/${dayOf(stage.now().plus({ days }))}`;
const runOfToday = () => runIn(0);

/** What a morning so many days from now needs, in the store of the bot that runs. */
const morningIn = (days: number): Parameters<typeof doMorning>[0] => ({
  repository: stage.repository,
  regions: { all: () => [HOLLANDS_MIDDEN], find: () => HOLLANDS_MIDDEN },
  delivery: { wake: () => undefined, showCard: () => Promise.resolve(), remove: () => undefined },
  now: () => stage.now().plus({ days }),
  log: createLog('silent'),
  randomCode,
  tenantId: TENANT,
  isInTeam: () => Promise.resolve(true),
});

/** Waits until the region's morning of today has been done and told. */
async function morningDone(): Promise<void> {
  for (;;) {
    const isDone = await stage.repository.read('run', runOfToday());
    if (isDone && (await stage.repository.behind()).length === 0) return;
    await moment();
  }
}

describe('in the morning', () => {
  it('every coordinator gets one message about everything that waits too long', async () => {
    const { code } = await shownCase(stage);
    await store(aCase({ code: 'HM-2222', escalations: [anEscalation()] }));
    await toThursday();
    await morningDone();
    expect(saidTo(MERYEM)).toEqual([]);
    await stage.jump({ days: 1 });
    await morningDone();
    for (const person of [MERYEM, JOOST]) {
      const [message, ...others] = saidTo(person);
      expect(others).toEqual([]);
      expect(message && saysOn(message)).toContain('2 casussen');
      for (const one of [code, 'HM-2222']) {
        expect(message && saysOn(message)).toMatch(new RegExp(`${one}.*Nog door niemand opgepakt`));
      }
    }
    expect(saidTo(SANNE)).toEqual([]);
  });

  it('nothing is said twice, whatever restarts', async () => {
    await shownCase(stage);
    await toFriday();
    await morningDone();
    for (let n = 0; n < 3; n += 1) await stage.restart();
    await morningDone();
    expect(saidTo(MERYEM)).toHaveLength(1);
  });

  it.each([
    ['on Saturday', { days: 5 }],
    ['before half past eight', { days: 3, hours: 23, minutes: 25 }],
    ['after five', { days: 4, hours: 8 }],
  ])('nobody is disturbed %s', async (_, ahead) => {
    await shownCase(stage);
    await stage.jump(ahead);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(saidTo(MERYEM)).toEqual([]);
  });

  it('somebody who does without hears nothing of it; a question is always passed on', async () => {
    await shownCase(stage, { claimedBy: MERYEM });
    const subject = await stage.theCase();
    const [escalation] = subject.escalations;
    if (!escalation) throw new Error('not escalated');
    const asked = { id: 1, by: MERYEM, at: instantOf(stage.now()), text: 'Wanneer past het?' };
    const put = {
      ...subject,
      version: subject.version + 1,
      escalations: [{ ...escalation, questions: [asked] }],
    };
    await store(put);
    for (const person of [SANNE, MERYEM]) {
      const profile = await stage.repository.read('profile', personKey(person));
      if (!profile) throw new Error('no profile');
      const quiet = ['unclaimed', 'lapses-soon', 'appointment-passed'] as const;
      const next = { ...profile, version: profile.version + 1, quiet: [...quiet] };
      await stage.repository.commit({ writes: [{ kind: 'profile', put: next }] });
    }
    await stage.jump({ days: 11 });
    await morningDone();
    expect(saidTo(MERYEM)).toEqual([]);
    expect(saidTo(SANNE).map(saysOn)).toEqual([
      expect.stringContaining('De coördinator wacht op je antwoord'),
    ]);
  });

  it('a claim in which nothing happens lapses, after a warning', async () => {
    const { code } = await shownCase(stage, { claimedBy: MERYEM });
    // Ten workdays are over on Monday 30 November.
    await stage.jump({ days: 10 });
    await morningDone();
    expect(saidTo(MERYEM).map(saysOn)).toEqual([
      expect.stringContaining('Komt weer vrij op 30 november 2026 als er niets gebeurt'),
    ]);
    expect((await stage.theCase()).escalations[0]?.state.status).toBe('claimed');
    await stage.jump({ days: 4 });
    await morningDone();
    expect((await stage.theCase()).escalations[0]?.state.status).toBe('open');
    await stage.as(MERYEM).hears(`Casus ${code} is weer vrij`);
    await stage.as(SANNE).hears(`Casus ${code} is weer vrij`);
  });

  it('a case is free again when its holder has left the team', async () => {
    await shownCase(stage, { claimedBy: MERYEM });
    stage.teams.roster = [JOOST];
    await stage.jump({ days: 1 });
    await morningDone();
    expect((await stage.theCase()).escalations[0]?.state.status).toBe('open');
    expect(saidTo(MERYEM)).toEqual([]);
  });

  it('is put off for a minute when Teams does not say who is in the team', async () => {
    await shownCase(stage, { claimedBy: MERYEM });
    stage.teams.fail({ kind: 'roster', does: { status: 503 } });
    await stage.jump({ days: 1 });
    await moment();
    expect(await stage.repository.read('run', runOfToday())).toBeUndefined();
    expect((await stage.theCase()).escalations[0]?.state.status).toBe('claimed');
  });

  it('what has been dealt with before the message goes out is not in it', async () => {
    const { card } = await shownCase(stage);
    stage.teams.fail({ kind: 'message', does: { status: 503 } });
    await toFriday();
    while (!(await stage.repository.read('run', runOfToday()))) await moment();
    await stage.as(JOOST).click(card, { title: 'Oppakken' });
    stage.teams.repair();
    await stage.jump({ minutes: 30 });
    await morningDone();
    expect(saidTo(MERYEM)).toEqual([]);
  });

  it('leaves a case alone that somebody changes at that very moment; it has its turn tomorrow', async () => {
    await shownCase(stage, { claimedBy: MERYEM });
    const subject = await stage.theCase();
    const theirs = { ...subject, version: subject.version + 1 };
    const commit = stage.repository.commit.bind(stage.repository);
    const tooLate = vi.spyOn(stage.repository, 'commit').mockImplementation(async (change) => {
      const isOnCase = change.writes.some(({ kind }) => kind === 'case');
      if (isOnCase) await commit({ writes: [{ kind: 'case', put: theirs }] });
      return commit(change);
    });
    await doMorning(morningIn(14), HOLLANDS_MIDDEN);
    expect(await stage.theCase()).toEqual(theirs);
    expect(await stage.repository.read('run', runIn(14))).toBeDefined();
    tooLate.mockRestore();
    await doMorning(morningIn(15), HOLLANDS_MIDDEN);
    expect((await stage.theCase()).escalations[0]?.state.status).toBe('open');
  });

  it('has no message for who held a case that lapses right now', async () => {
    await shownCase(stage, { claimedBy: MERYEM });
    const commits = vi.spyOn(stage.repository, 'commit');
    await doMorning(morningIn(14), HOLLANDS_MIDDEN);
    const stored = commits.mock.calls.flatMap(([{ writes }]) => writes.map(({ kind }) => kind));
    expect(stored).toEqual(expect.arrayContaining(['case', 'run']));
    expect(stored).not.toContain('bulletin');
  });
});
