import type { InvokeAnswer, PersonHandle, SeenMessage } from './playgroundClient.js';
import { has, onOneLine, textOf } from './says.js';
import type { Stage } from './stage.js';

/** Longer than Teams' own limits hold up what there is to tell. */
export const PATIENCE_MS = 120_000;

export async function linkChannel(coordinator: PersonHandle): Promise<void> {
  const [question] = await coordinator.sayInChannel('koppelen');
  if (question === undefined) throw new Error('nothing came back to koppelen');
  await coordinator.click({ activity: question, verb: 'confirm-link' });
}

export async function chooseOrganisation(professional: PersonHandle): Promise<void> {
  const profile = await says(professional, 'profiel');
  const inputs = { organisation: 'jgz-voorbeeld', domain: 'social' };
  await professional.click({ activity: profile, title: 'Opslaan', inputs });
}

/** What the professional ticks: situations by reason, and what the client finds all right. */
interface Ticked {
  situations: Record<string, string>;
  permissions: string;
}
const FOR_MONEY: Ticked = { situations: { finance: 'cost' }, permissions: 'record,share' };

/** The short form, from its first screen to the card in the channel. */
export async function escalate(
  { playground }: Stage,
  professional: PersonHandle,
  { situations, permissions }: Ticked = FOR_MONEY,
) {
  const form = await says(professional, 'opschalen');
  const press = (title: string, inputs: Record<string, string>) =>
    professional.click({ activity: form, title, inputs });
  await press('Volgende', { municipality: 'leiden', phase: 'before' });
  await press('Volgende', situations);
  await press('Opschalen', { permissions, reachable: 'dinsdag na 13 uur' });
  const code = /HM-[2-9A-Z]{4}/.exec(textOf(playground.latest(form)))?.[0] ?? 'no code';
  const isCard = (message: SeenMessage) => !message.isReply && has(message, code);
  const { channel } = playground.world;
  const card = await playground.waitFor(channel.id, isCard, `the card of ${code}`, PATIENCE_MS);
  return { code, card };
}
export type Escalated = Awaited<ReturnType<typeof escalate>>;

/** Types something in the own chat; gives the card that comes of it. */
export async function says(person: PersonHandle, text: string): Promise<SeenMessage> {
  const message = (await person.say(text)).at(-1);
  if (message === undefined) throw new Error(`nothing came back to ${text}`);
  return message;
}

/** Both clicks reach the bot only when both are on their way; the first of them was sent first. */
export async function atTheSameMoment(
  { server }: Stage,
  clicks: readonly (() => Promise<InvokeAnswer>)[],
): Promise<InvokeAnswer[]> {
  const isClick = (request: unknown) =>
    typeof request === 'object' &&
    request !== null &&
    'type' in request &&
    request.type === 'invoke';
  server.toBot.gate.holdUntil(clicks.length, isClick);
  return Promise.all(clicks.map((click) => click()));
}

/** What stands below a card in the channel, oldest first, without its date and time. */
export function threadOf({ playground }: Stage, { card }: Escalated): string[] {
  return playground
    .messages(card.conversation)
    .filter(({ isReply }) => isReply)
    .map((line) => onOneLine(textOf(line)).replace(/^.*?\d{2}:\d{2}: /, ''));
}

/** Waits until the thread has this many lines: earlier ones are written by then. */
export async function untilThreadHas(stage: Stage, escalated: Escalated, lines: number) {
  const { conversation } = escalated.card;
  const isThere = () => threadOf(stage, escalated).length >= lines;
  await stage.playground.waitFor(conversation, isThere, `${lines} lines`, PATIENCE_MS);
}

/** Waits until the card in the channel says so. */
export function untilCardSays({ playground }: Stage, { card }: Escalated, words: string) {
  return playground.waitFor(
    card.conversation,
    (message) => message.id === card.id && has(message, words),
    `the card that says ${words}`,
    PATIENCE_MS,
  );
}

/** The messages that start a thread in the channel with this code: one, however often it changed. */
export function cardsIn({ playground }: Stage, { code }: Escalated): SeenMessage[] {
  return playground.messages().filter((message) => !message.isReply && has(message, code));
}
