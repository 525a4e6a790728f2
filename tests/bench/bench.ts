import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DateTime } from 'luxon';
import type { Person } from '../../data/person.js';
import { dayOf } from '../../data/weeks.js';
import { TENANT } from '../builders.js';
import { clicked, typedInChat, type SentActivity } from '../bot/activities.js';
import { chatOf, FakeTeams } from '../bot/fakeTeams.js';
import { press } from '../playground/cardActions.js';
import { startBotProcess, type BotProcess } from './botProcess.js';

const PROFESSIONALS = 100;

/** The four clicks of a checklist that end in a stored screen, each with its card update. */
const STEPS: Record<string, string>[] = [
  { talked: 'yes', record: 'yes', on: dayOf(DateTime.now()), municipality: 'leiden' },
  { topics: 'contraception' },
  { wish: 'later', wants: 'contraception-help', arrangement: 'no-choice' },
  { finance: 'cost' },
];

/** Absolute figures of this machine, for information: nothing here can be short. */
async function bench(): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'nnz-bench-'));
  const teams = await new FakeTeams().listen();
  const bot = await startBotProcess(dataDir);
  tell('start-to-ready', `${bot.startMs.toFixed(0)} ms`);
  await tellMemory(bot, 'resident-memory-at-start');
  const took = await playChecklists(bot, teams);
  tell('checklist-step-p50', `${percentile(took, 0.5).toFixed(1)} ms`);
  tell('checklist-step-p95', `${percentile(took, 0.95).toFixed(1)} ms`);
  tell('checklist-steps-timed', String(took.length));
  await tellMemory(bot, 'resident-memory-after');
  await bot.stop();
  await teams.close();
  await rm(dataDir, { recursive: true });
}

function tell(name: string, value: string): void {
  console.log(`${name} ${value} - info`);
}

async function tellMemory(bot: BotProcess, name: string): Promise<void> {
  const megabytes = await bot.residentMb();
  tell(name, megabytes === undefined ? 'unknown' : `${megabytes.toFixed(0)} MB`);
}

/** One after another; the first tenth warms up and is not timed. */
async function playChecklists(bot: BotProcess, teams: FakeTeams): Promise<number[]> {
  const took: number[] = [];
  for (let n = 0; n < PROFESSIONALS; n += 1) {
    const steps = await playChecklist(bot, teams, professional(n));
    if (n >= PROFESSIONALS / 10) took.push(...steps);
  }
  return took;
}

function professional(n: number): Person {
  const aadObjectId = `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`;
  return { tenantId: TENANT, aadObjectId, name: `Professional ${n}` };
}

/** Milliseconds per step, from the click to the end of its answer. */
async function playChecklist(bot: BotProcess, teams: FakeTeams, person: Person): Promise<number[]> {
  const send = (activity: SentActivity) => post(bot, teams, activity);
  await send(typedInChat(person, 'vastleggen'));
  const form = () => {
    const message = teams.in(chatOf(person)).at(-1);
    if (!message?.card) throw new Error('no form was shown');
    return { message, card: message.card };
  };
  const click = async (title: string, inputs: Record<string, string>) => {
    const { message, card } = form();
    const activity = clicked(person, message, press(card, { title, inputs }));
    const started = performance.now();
    await send(activity);
    return performance.now() - started;
  };
  await click('Opslaan', { organisation: 'jgz-voorbeeld', domain: 'social' });
  const took: number[] = [];
  for (const inputs of STEPS) took.push(await click('Volgende', inputs));
  if (!JSON.stringify(form().card).includes('Stap 5 van 5')) throw new Error('a step was refused');
  return took;
}

async function post(bot: BotProcess, teams: FakeTeams, activity: SentActivity): Promise<void> {
  const answer = await fetch(bot.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...activity, serviceUrl: teams.serviceUrl }),
  });
  await answer.text();
  if (answer.status !== 200) throw new Error(`HTTP ${answer.status}`);
}

function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

await bench();
