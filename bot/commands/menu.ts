import { menuCard } from '../../cards/menuCard.js';
import { personKey } from '../../data/person.js';
import type { Region } from '../../data/region.js';
import type { Deps } from '../deps.js';
import { refuse, showCard, type Outcome } from '../outcome.js';
import type { Turn } from '../turnContext.js';

/** `start`: what this is, and the next step for this person. */
export async function showMenu({ repository }: Deps, turn: Turn): Promise<Outcome> {
  const { roles, sender, words } = turn;
  if (turn.incoming.place.kind === 'channel') return refuse(await channelText(repository, turn));
  const draft = await repository.read('draft', personKey(sender));
  const view = {
    name: firstName(sender.name),
    hasDraft: draft !== undefined,
    seesFigures: roles.coordinates.length + roles.leads.length > 0,
    waiting: await waitingIn(repository, roles.coordinates[0]),
  };
  return showCard(menuCard(turn, view), words.menu.summary);
}

async function waitingIn(repository: Deps['repository'], region: Region | undefined) {
  if (!region || (await repository.read('link', region.id))) return undefined;
  const counts = await repository.counts(region.id);
  return { region: region.name, escalations: counts.sum('now:open', { kind: 'since-start' }) };
}

async function channelText(repository: Deps['repository'], { roles, words }: Turn) {
  const region = roles.coordinates[0];
  const link = region && (await repository.read('link', region.id));
  return link ? words.menu.channel(region.name) : words.menu.channelUnlinked;
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? '';
}
