import type { DateTime } from 'luxon';
import { activeEscalation, PERMISSIONS, type Case, type Permission } from './case.js';
import { attestedBy, escalate, withTalk, type Attested, type Opening } from './openCase.js';
import { revived } from './permission.js';
import type { Region } from './region.js';

/** What a later checklist brings to a case: a further talk, an escalation, or both. */
export type Addition = Pick<Opening, 'talk' | 'realisedOn' | 'attested' | 'escalation'>;

/**
 * The case with what came to it, one version further; nothing when it was to be escalated and
 * coordinators have it already. Throws when a permission is missing (R5), as for a new case.
 */
export function addToCase(
  region: Region,
  subject: Case,
  addition: Addition,
  now: DateTime,
): Case | undefined {
  const { escalation, attested } = addition;
  if (escalation && activeEscalation(subject)) return undefined;
  const renewed: Case = {
    ...subject,
    version: subject.version + 1,
    permissions: withAttested(subject, attested),
    escalations: subject.escalations.map((row) => revived(row, givenIn(attested))),
  };
  const talked = withTalk(renewed, addition, subject.professional, now);
  return escalation ? escalate(region, talked, escalation, attested, now) : talked;
}

function givenIn(attested: Attested): Permission[] {
  return PERMISSIONS.filter((permission) => attested[permission]?.given);
}

/** What was given before stays given: taking it back is asked apart, never read from silence. */
function withAttested(
  { permissions, professional }: Case,
  attested: Attested,
): Case['permissions'] {
  const asked = attestedBy(professional, attested);
  const kept = PERMISSIONS.filter(
    (permission) => permissions[permission]?.given && !asked[permission]?.given,
  );
  const before = Object.fromEntries(
    kept.map((permission) => [permission, permissions[permission]]),
  );
  return { ...permissions, ...asked, ...before };
}
