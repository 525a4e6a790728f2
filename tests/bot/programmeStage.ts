import { expect } from 'vitest';
import type { Person } from '../../data/person.js';
import type { RegisterContent, RegisterEntry } from '../../data/register.js';
import { anEntry } from '../data/registerBuilder.js';
import { openBotStage, type BotStage } from './botHarness.js';
import type { ShownMessage } from './fakeTeams.js';
import { saysOn, type Click } from './personInTeams.js';

export const HERE = 'hollands-midden';
export const ONLY_LEADER = 'Dit kan alleen de projectleider';

/** The bot, with a hand in the register of the example region. */
export type ProgrammeStage = Awaited<ReturnType<typeof openProgramme>>;

export async function openProgramme(options: Parameters<typeof openBotStage>[0] = {}) {
  const stage = await openBotStage(options);
  const register = () => stage.repository.register(HERE);
  return {
    stage,
    register,
    theEntry: async () => theOnly(await register()),
    store: storeIn(stage),
    clicks: clicksOn(stage),
    /** `programma`, and from there. */
    async programme(person: Person, ...choices: (Click | string)[]) {
      const message = await stage.as(person).ask('programma');
      return { message, says: await clicksOn(stage)(person, message, ...choices) };
    },
  };
}

function theOnly([only, ...others]: RegisterEntry[]): RegisterEntry {
  if (!only || others.length > 0) throw new Error(`${others.length + 1} entries, or none`);
  return only;
}

function storeIn(stage: BotStage) {
  let stored = 0;
  return async (content: RegisterContent, parts: Partial<RegisterEntry> = {}) => {
    stored += 1;
    const id = `RG-${String(stored).padStart(6, '0').replaceAll('0', 'A').replaceAll('1', 'B')}`;
    const put = anEntry(content, { id, ...parts });
    expect(await stage.repository.commit({ writes: [{ kind: 'register', put }] })).toEqual({
      ok: true,
    });
    return put;
  };
}

/** Presses one button after another on one card; gives what the last one answered. */
function clicksOn(stage: BotStage) {
  return async (person: Person, message: ShownMessage, ...choices: (Click | string)[]) => {
    let says = saysOn(message);
    for (const choice of choices) {
      const click = typeof choice === 'string' ? { title: choice } : choice;
      says = (await stage.as(person).click(message, click)).says;
    }
    return says;
  };
}

export const save = (inputs: Record<string, string>): Click => ({ title: 'Opslaan', inputs });
export const opening = ({ id }: RegisterEntry): Click => ({
  verb: 'open-entry',
  where: (data) => data.entry === id,
});

/** What somebody fills in to add a partner. */
export const PARTNER = {
  name: 'Kraamzorg Voorbeeld',
  organisationType: 'maternity-care',
  status: 'talking',
  since: '2026-10-01',
};
