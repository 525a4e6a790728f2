import {
  absenceCard,
  absenceEndedCard,
  absenceSavedCard,
  type Cover,
} from '../../cards/absenceCard.js';
import { present } from '../../cards/fields/colleagueField.js';
import { absenceKey, isSamePlan, type Absence } from '../../data/absence.js';
import { isSamePerson } from '../../data/person.js';
import type { Region } from '../../data/region.js';
import type { Write } from '../../data/repository.js';
import { dayOf, instantOf } from '../../data/weeks.js';
import { absenceValues, replyToAbsence } from '../../dialogs/absence.js';
import { absencesIn, colleaguesOf } from '../coordinators.js';
import type { Deps } from '../deps.js';
import { forCoordinators } from '../forCoordinator.js';
import { newBulletin } from '../newBulletin.js';
import { refuse, showCard, type Outcome } from '../outcome.js';
import type { Clicked } from '../turnContext.js';

/** So long somebody may be told that they no longer stand in. */
const TOLD_WITHIN_DAYS = 7;

type Handle = (deps: Deps, turn: Clicked, covers: Cover[]) => Outcome | Promise<Outcome>;

/** For who coordinates now; with their regions in which there is somebody to stand in. */
function forAbsent(handle: Handle) {
  return (deps: Deps, turn: Clicked): Promise<Outcome> =>
    forCoordinators(deps, turn, async (regions) => {
      const covers = await Promise.all(regions.map((region) => coverIn(deps, turn, region)));
      const covered = covers.filter(({ colleagues }) => present(colleagues).length > 0);
      return covered.length === 0 ? refuse(turn.words.absence.nobody) : handle(deps, turn, covered);
    });
}

async function coverIn(deps: Deps, turn: Clicked, region: Region): Promise<Cover> {
  const key = absenceKey({ region: region.id, person: turn.sender });
  const known = await deps.repository.read('absence', key);
  const isOver = known !== undefined && known.until < dayOf(deps.now());
  const colleagues = await colleaguesOf(deps, turn, region);
  return { region, colleagues, known, current: isOver ? undefined : known };
}

export const askAbsence = forAbsent((_deps, turn, covers) => {
  const read = { values: absenceValues(covers), errors: {} };
  return showCard(absenceCard(turn, covers, read), turn.words.absence.heading);
});

export const saveAbsence = forAbsent(async (deps, turn, covers) => {
  const when = { person: turn.sender, today: dayOf(deps.now()) };
  const result = replyToAbsence(turn, covers, when, turn.incoming.data);
  const summary = turn.words.absence.heading;
  if (result.kind === 'again') return showCard(absenceCard(turn, covers, result), summary);
  const planned = covers.flatMap((cover) => {
    const absence = result.absences.find(({ region }) => region === cover.region.id);
    return absence ? [{ cover, absence }] : [];
  });
  const saved = planned.map(async ({ cover: { region }, absence }) => {
    return { region, absence, others: await absencesIn(deps, region) };
  });
  const card = absenceSavedCard(turn, await Promise.all(saved));
  return storing(
    showCard(card, summary),
    planned.flatMap(({ cover, absence }) => replacing(deps, cover, absence)),
  );
});

export const endAbsence = forAbsent((deps, turn, covers) => {
  const writes = covers.flatMap(({ current }) => (current ? ending(deps, current) : []));
  const card = absenceEndedCard(turn, writes.length > 0);
  return storing(showCard(card, turn.words.absence.heading), writes);
});

function storing(outcome: Outcome, writes: Write[]): Outcome {
  return writes.length === 0 ? outcome : { ...outcome, change: { writes }, tellsOthers: true };
}

/** Who stands in is told, and so is who no longer does; nobody when nothing changes. */
function replacing(deps: Deps, { known, current }: Cover, absence: Absence): Write[] {
  if (known && isSamePlan(known, absence)) return [];
  const { region, replacedBy, person, from, until, expiresAt } = absence;
  const about = { kind: 'stands-in', for: person, from, until } as const;
  const isReplaced = current && !isSamePerson(current.replacedBy, replacedBy);
  return [
    { kind: 'absence', put: absence },
    newBulletin(deps, { region, to: replacedBy, about, expiresAt }),
    ...(isReplaced ? [tellingEnd(deps, current)] : []),
  ];
}

function ending(deps: Deps, absence: Absence): Write[] {
  const { version } = absence;
  return [
    { kind: 'absence', remove: { key: absenceKey(absence), version } },
    tellingEnd(deps, absence),
  ];
}

function tellingEnd(deps: Deps, { region, replacedBy: to, person }: Absence): Write {
  const about = { kind: 'stands-in-ended', for: person } as const;
  const expiresAt = instantOf(deps.now().plus({ days: TOLD_WITHIN_DAYS }));
  return newBulletin(deps, { region, to, about, expiresAt });
}
