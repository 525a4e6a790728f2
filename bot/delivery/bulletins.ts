import {
  channelLostCard,
  morningCard,
  standsInCard,
  standsInEndedCard,
} from '../../cards/bulletinCards.js';
import { handOverCard } from '../../cards/takeOverCard.js';
import { absenceKey, isSamePlan } from '../../data/absence.js';
import type { Bulletin } from '../../data/bulletin.js';
import { isSamePerson, type Person } from '../../data/person.js';
import type { Deps } from '../deps.js';
import { dutiesOf } from '../duties.js';
import type { Notice, Projection } from './subject.js';

export type BulletinDeps = Pick<Deps, 'repository' | 'regions' | 'now' | 'tenantId'>;

/** One message to one person; nothing when what it was about has been dealt with meanwhile. */
export async function projectBulletin(
  deps: BulletinDeps,
  bulletin: Bulletin,
): Promise<Projection | undefined> {
  const { id: key, region, version } = bulletin;
  const told = await tell(deps, bulletin);
  const summary: Projection['summary'] = ({ words }) => words.bulletins[bulletin.about.kind];
  const notices = told ? [{ number: 1, to: bulletin.to, summary, ...told }] : [];
  return { key, region, version, summary, lines: [], notices, lastEvent: 1 };
}

type Told = Pick<Notice, 'card' | 'needs' | 'tells'>;

async function tell(deps: BulletinDeps, bulletin: Bulletin): Promise<Told | undefined> {
  const { about, to } = bulletin;
  switch (about.kind) {
    case 'taken-over':
      return { card: (context) => handOverCard(context, about) };
    case 'channel-lost':
      return { card: (context) => channelLostCard(context, about) };
    case 'stands-in': {
      const absence = await absenceOf(deps, bulletin.region, about.for);
      const holds = absence && isSamePlan(absence, { ...absence, ...about, replacedBy: to });
      return holds ? { card: (context) => standsInCard(context, about) } : undefined;
    }
    case 'stands-in-ended': {
      const absence = await absenceOf(deps, bulletin.region, about.for);
      const standsInAgain = absence && isSamePerson(absence.replacedBy, to);
      return standsInAgain ? undefined : { card: (context) => standsInEndedCard(context, about) };
    }
    case 'morning': {
      const due = await dutiesOf(deps, bulletin.region, to);
      if (due.length === 0) return undefined;
      const tells = [...new Set(due.map(({ code }) => code))];
      return { card: (context) => morningCard(context, due), needs: 'sharing', tells };
    }
  }
}

function absenceOf({ repository }: BulletinDeps, region: string, person: Person) {
  return repository.read('absence', absenceKey({ region, person }));
}
