import { channelLostCard, morningCard, standsInCard } from '../../cards/bulletinCards.js';
import { handOverCard } from '../../cards/takeOverCard.js';
import type { Bulletin } from '../../data/bulletin.js';
import type { Deps } from '../deps.js';
import { dutiesOf } from '../morning.js';
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
    case 'stands-in':
      return { card: (context) => standsInCard(context, about) };
    case 'morning': {
      const due = await dutiesOf(deps, bulletin.region, to);
      if (due.length === 0) return undefined;
      const tells = [...new Set(due.map(({ code }) => code))];
      return { card: (context) => morningCard(context, due), needs: 'sharing', tells };
    }
  }
}
