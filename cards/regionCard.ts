import type { Absence } from '../data/absence.js';
import {
  MATERIAL_KINDS,
  type Coordinator,
  type Language,
  type Material,
  type Meeting,
} from '../data/region.js';
import { dayOf, type DateTime } from '../data/weeks.js';
import { awayUntil } from './absencePhrases.js';
import { button } from './button.js';
import type { CardContext } from './context.js';
import { messageCard, section, type Fact, type Link, type Section } from './messageCard.js';
import { languageName, longDay } from './phrases.js';
import type { Card } from './render.js';
import type { Words } from './words/words.js';

/** `regio`: who coordinates and who stands in, the next intervision, what can be handed over. */
export function regionCard(context: CardContext, absences: readonly Absence[] = []): Card {
  const { words, language, region } = context;
  const { regionInfo: texts, buttons } = words;
  return messageCard({
    lang: language,
    heading: texts.heading(region.name),
    notes: [],
    sections: [
      section(texts.coordinators, region.coordinators.map(coordinatorFact(context, absences))),
      section(texts.intervision, [nextMeeting(context)]),
      ...materialSections(context),
    ],
    buttons: [
      button(buttons.prepare, 'prepare', {}),
      button(buttons.profile, 'profile', {}),
      button(buttons.privacy, 'privacy', {}),
    ],
  });
}

function coordinatorFact(context: CardContext, absences: readonly Absence[]) {
  return (coordinator: Coordinator): Fact => {
    const reach = coordinator.reachable ?? context.words.regionInfo.reachableUnknown;
    const instead = insteadOf(context, coordinator, absences);
    return { label: coordinator.name, value: instead ? `${reach} (${instead})` : reach };
  };
}

/** During an absence who stands in then; otherwise who usually does, as the region file says. */
function insteadOf(
  context: CardContext,
  { aadObjectId, replacedBy }: Coordinator,
  absences: readonly Absence[],
): string | undefined {
  const { words, region } = context;
  const away = absences.find(({ person }) => person.aadObjectId === aadObjectId);
  const now = away && awayUntil(context, away.person, absences);
  if (now !== undefined) return now;
  const usually = region.coordinators.find((row) => row.aadObjectId === replacedBy);
  return usually && words.regionInfo.replacedBy(usually.name);
}

function nextMeeting({ words, language, region, now }: CardContext): string {
  const meeting = upcoming(region.intervision, now);
  if (!meeting) return words.regionInfo.noIntervision;
  const { on, at, place } = meeting;
  return [longDay(on, language), ...(at === undefined ? [] : [at]), place].join(', ');
}

/** The first one from today on, in whatever order the file lists them. */
function upcoming(meetings: readonly Meeting[], now: DateTime): Meeting | undefined {
  const moment = ({ on, at = '' }: Meeting) => `${on} ${at}`;
  return meetings
    .filter(({ on }) => on >= dayOf(now))
    .sort((one, other) => (moment(one) < moment(other) ? -1 : 1))[0];
}

function materialSections({ words, language, region }: CardContext): Section[] {
  const links = linksTo(region.materials, words, language);
  return links.length === 0 ? [] : [section(words.prepare.materialsHeading, [], links)];
}

/** Materials by kind; what is not in Dutch says so. */
export function linksTo(materials: readonly Material[], words: Words, language: Language): Link[] {
  return MATERIAL_KINDS.flatMap((kind) =>
    materials
      .filter((row) => row.kind === kind)
      .map(({ title, url, language: code }) => ({
        label: words.prepare.materials[kind],
        title: code === undefined ? title : `${title} · ${languageName(code, language)}`,
        url,
      })),
  );
}
