import type { Person } from '../../data/person.js';
import { MERYEM, SANNE } from '../builders.js';
import type { InputReplies } from '../playground/cardInputs.js';
import type { BotStage } from './botHarness.js';
import type { ShownMessage } from './fakeTeams.js';
import { saysOn, theOnly, type PersonInTeams } from './personInTeams.js';

/** Where the steps are taken: one bot, or several. */
export type Scene = Pick<BotStage, 'as' | 'teams' | 'repository'>;

/** The way through the checklist that most tests start from: one screen per entry. */
export const ANSWERS = {
  talk: { talked: 'yes', record: 'yes', on: '2026-11-12', municipality: 'leiden' },
  discussed: { topics: 'child-wish,contraception', determinants: 'money' },
  wish: { wish: 'later', wants: 'contraception-help', arrangement: 'no-choice' },
  situation: { finance: 'cost' },
  decision: { permissions: 'share', reachable: 'dinsdag na 13 uur' },
} satisfies Record<string, InputReplies>;

export async function chooseOrganisation(
  stage: Scene,
  person: Person,
  organisation = 'jgz-voorbeeld',
): Promise<void> {
  const one = stage.as(person);
  const inputs = { organisation, domain: 'social' };
  await one.click(await one.ask('profiel'), { title: 'Opslaan', inputs });
}

/** The first screen of a new checklist. */
export async function startChecklist(stage: Scene, person = SANNE): Promise<ShownMessage> {
  await chooseOrganisation(stage, person);
  return stage.as(person).ask('vastleggen');
}

const NEXT = [ANSWERS.talk, ANSWERS.discussed, ANSWERS.wish, ANSWERS.situation];

/** Goes on with Volgende; 4 screens lead to the decision. */
export async function fillIn(
  one: PersonInTeams,
  form: ShownMessage,
  screens: number,
  answers: Partial<Record<'municipality', string>> = {},
): Promise<void> {
  for (const inputs of NEXT.slice(0, screens)) {
    const own = 'municipality' in inputs ? { ...inputs, ...answers } : inputs;
    await one.click(form, { title: 'Volgende', inputs: own });
  }
}

export interface EscalateOptions {
  person?: Person;
  municipality?: string;
  decision?: InputReplies;
}

/** A talk recorded and escalated; gives the case code. */
export async function escalate(stage: Scene, options: EscalateOptions = {}): Promise<string> {
  const { person = SANNE, municipality = 'leiden', decision = {} } = options;
  const one = stage.as(person);
  const form = await startChecklist(stage, person);
  await fillIn(one, form, 4, { municipality });
  const inputs = { ...ANSWERS.decision, ...decision };
  return codeIn(await one.click(form, { title: 'Opschalen', inputs }));
}

export function codeIn({ says }: { says: string }): string {
  const code = /HM-[2-9A-Z]{4}/.exec(says)?.[0];
  if (code === undefined) throw new Error(`no case code in: ${says}`);
  return code;
}

export async function linkChannel(stage: Scene, by = MERYEM): Promise<ShownMessage> {
  const one = stage.as(by);
  const question = theOnly(await one.sayInChannel('koppelen'));
  await one.click(question, { title: 'Ja, koppel dit kanaal' });
  return question;
}

/** The card of a case in the channel, once it is there and says so. */
export function channelCard(stage: Scene, code: string, words = ''): Promise<ShownMessage> {
  const found = () =>
    stage.teams
      .channelCards()
      .findLast((message) => saysOn(message).includes(code) && saysOn(message).includes(words));
  return stage.teams.waitFor(found, `the channel card of ${code} says “${words}”`);
}

/** Waits until everything that is to be seen has been shown. */
export async function untilShown(stage: Scene, code: string): Promise<void> {
  for (;;) {
    const subject = await stage.repository.read('case', code);
    const delivery = await stage.repository.read('delivery', code);
    if (subject && delivery?.settled === subject.version) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Linked, escalated, shown in the channel, and claimed when a coordinator is named. */
export async function shownCase(
  stage: Scene,
  options: EscalateOptions & { claimedBy?: Person } = {},
): Promise<{ code: string; card: ShownMessage }> {
  await linkChannel(stage);
  const code = await escalate(stage, options);
  const card = await channelCard(stage, code);
  await untilShown(stage, code);
  if (options.claimedBy) {
    await stage.as(options.claimedBy).click(card, { title: 'Oppakken' });
    await untilShown(stage, code);
  }
  return { code, card };
}
