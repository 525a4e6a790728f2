import type { Case } from '../data/case.js';
import type { Person } from '../data/person.js';
import type { Fact } from './messageCard.js';
import type { Words } from './words/words.js';

/** Whom to speak to, and which coordinator recorded it for them. */
export function callerFacts(
  { caseCard, referral }: Words,
  { name, phone }: NonNullable<Case['caller']>,
  recordedBy: Person,
): Fact[] {
  return [
    { label: caseCard.professional, value: name },
    { label: referral.phone, value: phone },
    { label: referral.recordedBy, value: referral.byPhone(recordedBy.name) },
  ];
}
