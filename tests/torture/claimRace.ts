import { currentEscalation, type Case } from '../../data/case.js';
import type { Person } from '../../data/person.js';
import type { Repository } from '../../data/repository.js';
import { clicked } from '../bot/activities.js';
import { CHANNEL_ID, chatOf } from '../bot/fakeTeams.js';
import type { Pick } from '../seeded.js';

/**
 * Each in their own chat but one, who is in the channel: there the bot takes clicks in order. Without
 * the message the card is in: Teams takes only so many updates a second.
 */
export function clicksOn({ code, version }: Case, people: readonly Person[], pick: Pick) {
  const inChannel = pick(people);
  const data = { code, version };
  return shuffled(people, pick).map((person) => {
    const conversation = person === inChannel ? `${CHANNEL_ID};messageid=1` : chatOf(person);
    const action = {
      type: 'Action.Execute',
      id: undefined,
      title: undefined,
      verb: 'claim',
      data,
    } as const;
    const click = { ...clicked(person, { id: '', conversation }, action), replyToId: undefined };
    return { person, click };
  });
}

function shuffled<T>(items: readonly T[], pick: Pick): T[] {
  const left = [...items];
  return items.map(() => {
    const taken = pick(left);
    left.splice(left.indexOf(taken), 1);
    return taken;
  });
}

/** Nobody when it is not claimed, or not exactly once. */
export async function theHolder(repository: Repository, code: string): Promise<Person | undefined> {
  const subject = await repository.read('case', code);
  const claims = subject?.history.filter(({ kind }) => kind === 'claimed') ?? [];
  const state = subject && currentEscalation(subject)?.state;
  return claims.length === 1 && state?.status === 'claimed' ? state.holder : undefined;
}

const hasIt = (says: string, { name }: Person) =>
  says.includes(`Opgepakt door: ${name}`) && !says.includes('al opgepakt');

const tellsWhoWon = (says: string, holder: Person | undefined) =>
  holder !== undefined && says.includes(`${holder.name} heeft deze casus al opgepakt`);

/** What people heard, beside who has the case: whether one was told so, and how many others not who. */
export function heardOf(
  answers: readonly { person: Person; answer: string }[],
  holder: Person | undefined,
): { hasOneWinner: boolean; untold: number } {
  const won = answers.filter(({ person, answer }) => hasIt(answer, person));
  const lost = answers.filter((one) => !won.includes(one));
  return {
    hasOneWinner: won.length === 1 && won[0]?.person.name === holder?.name,
    untold: lost.filter(({ answer }) => !tellsWhoWon(answer, holder)).length,
  };
}
