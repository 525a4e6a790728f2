import type { Region } from '../data/region.js';
import { button } from './button.js';
import type { Reader } from './context.js';
import { note } from './formCard.js';
import { foldedSection, messageCard, type Fact, type Section } from './messageCard.js';
import { bullet } from './phrases.js';
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
      foldedSection(words, privacy.permissionHeading, privacy.permission.map(bullet)),
      ...regions.flatMap((region) => regionSections(words, region, regions.length > 1)),
      foldedSection(words, privacy.alsoHeading, privacy.also.map(bullet)),
    ],
    buttons: [button(buttons.profile, 'profile', {}), button(buttons.help, 'help', {})],
  });
}

function kindSection(words: Words, kind: Words['privacy']['kinds'][number]): Section {
  const { privacy } = words;
  return foldedSection(words, kind.heading, [
    { label: privacy.what, value: kind.what },
    { label: privacy.why, value: kind.why },
    { label: privacy.who, value: kind.who },
  ]);
}

/** Of one region its terms and its addresses apart; of more everything of a region together. */
function regionSections(words: Words, region: Region, isOneOfMore: boolean): Section[] {
  const { privacy } = words;
  const ofRegion = { label: privacy.region, value: region.name };
  if (isOneOfMore) {
    const all = [...termFacts(words, region), ...contactFacts(words, region)];
    return [foldedSection(words, `${ofRegion.label} ${ofRegion.value}`, all)];
  }
  return [
    foldedSection(words, privacy.termsHeading, termFacts(words, region)),
    foldedSection(words, privacy.contactHeading, [ofRegion, ...contactFacts(words, region)]),
  ];
}

function termFacts({ privacy: { terms } }: Words, { retention }: Region): Fact[] {
  const { draftDays, caseMonths, escalatedCaseMonths, importedMonths } = retention;
  return [
    { label: terms.draft, value: terms.draftKept(draftDays) },
    { label: terms.talk, value: terms.talkKept(caseMonths) },
    { label: terms.escalated, value: terms.escalatedKept(escalatedCaseMonths) },
    { label: terms.consult, value: terms.consultKept(escalatedCaseMonths) },
    { label: terms.imported, value: terms.importedKept(importedMonths) },
    { label: terms.rest, value: terms.restKept },
  ];
}

function contactFacts({ privacy }: Words, region: Region): Fact[] {
  return [
    { label: privacy.controller, value: region.controller },
    { label: privacy.contact, value: region.dataProtectionContact },
    { label: privacy.complaints, value: region.complaintsRoute },
  ];
}
