import { menuCard, welcomeCard } from '../../cards/menuCard.js';
import { AT_THIS_MOMENT } from '../../data/periods.js';
import { personKey } from '../../data/person.js';
import type { Region } from '../../data/region.js';
import type { Deps } from '../deps.js';
import { refuse, showCard, type Outcome } from '../outcome.js';
import { commandsFor } from '../commands.js';
import type { Turn } from '../turnContext.js';

/** `start`: the next step for this person; who was never here before reads what this is as well. */
export async function showMenu({ repository }: Deps, turn: Turn): Promise<Outcome> {
  const { roles, sender, words } = turn;
  if (turn.incoming.place.kind === 'channel') return refuse(await channelText(repository, turn));
  const draft = await repository.read('draft', personKey(sender));
  const view = {
    name: firstName(sender.name),
    hasDraft: draft !== undefined,
    may: commandsFor(roles),
    // Who has no task in the programme yet is about to be a professional.
    records: roles.work !== undefined || roles.coordinates.length + roles.leads.length === 0,
    coordinates: roles.coordinates.length > 0,
    leads: roles.leads.length > 0,
    waiting: await waitingIn(repository, roles.coordinates[0]),
  };
  const card = turn.isNew ? welcomeCard(turn, view) : menuCard(turn, view);
  return showCard(card, words.menu.summary);
}

/** After an installation. In a chat of several people the bot has nothing to show. */
export function greet(deps: Deps, turn: Turn): Promise<Outcome> {
  const { incoming, words } = turn;
  if (incoming.place.kind !== 'group') return showMenu(deps, turn);
  return Promise.resolve(refuse(words.refusals.personalOnly));
}

async function waitingIn(repository: Deps['repository'], region: Region | undefined) {
  if (!region || (await repository.read('link', region.id))) return undefined;
  const counts = await repository.counts(region.id, [AT_THIS_MOMENT]);
  return { region: region.name, escalations: counts.sum('now:open', AT_THIS_MOMENT) };
}

async function channelText(repository: Deps['repository'], { roles, words }: Turn) {
  const region = roles.coordinates[0];
  const link = region && (await repository.read('link', region.id));
  return link ? words.menu.channel(region.name) : words.menu.channelUnlinked;
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? '';
}
