import type { Region } from '../data/region.js';
import { button } from './button.js';
import type { Reader } from './context.js';
import { note } from './formCard.js';
import { messageCard, section, type Section } from './messageCard.js';
import type { Card } from './render.js';
import type { Words } from './words/words.js';

/**
 * What is kept, why, who sees it and how long. Terms and addresses are those of the reader's regions;
 * without any the card says how to find them.
 */
export function privacyCard({ words, language }: Reader, regions: readonly Region[]): Card {
  const { privacy, buttons } = words;
  return messageCard({
    lang: language,
    heading: privacy.heading,
    notes: [
      note(privacy.noFile, 'emphasis'),
      note(privacy.never),
      ...(regions.length === 0 ? [note(privacy.chooseFirst)] : []),
    ],
    sections: [
      ...privacy.kinds.map((kind) => kindSection(words, kind)),
      section(privacy.permissionHeading, [], privacy.permission),
      ...regions.flatMap((region) => regionSections(words, region, regions.length > 1)),
      section(privacy.alsoHeading, [], privacy.also),
    ],
    buttons: [button(buttons.profile, 'profile', {}), button(buttons.help, 'help', {})],
  });
}

function kindSection({ privacy }: Words, kind: Words['privacy']['kinds'][number]): Section {
  return section(kind.heading, [
    { label: privacy.what, value: kind.what },
    { label: privacy.why, value: kind.why },
    { label: privacy.who, value: kind.who },
  ]);
}

function regionSections({ privacy }: Words, region: Region, isOneOfMore: boolean): Section[] {
  const { terms } = privacy;
  const { draftDays, caseMonths, escalatedCaseMonths } = region.retention;
  const heading = isOneOfMore ? `${privacy.termsHeading}, ${region.name}` : privacy.termsHeading;
  return [
    section(heading, [
      { label: terms.draft, value: terms.draftKept(draftDays) },
      { label: terms.talk, value: terms.talkKept(caseMonths) },
      { label: terms.escalated, value: terms.escalatedKept(escalatedCaseMonths) },
      { label: terms.consult, value: terms.consultKept(escalatedCaseMonths) },
      { label: terms.rest, value: terms.restKept },
    ]),
    section(region.name, [
      { label: privacy.controller, value: region.controller },
      { label: privacy.contact, value: region.dataProtectionContact },
      { label: privacy.complaints, value: region.complaintsRoute },
    ]),
  ];
}
