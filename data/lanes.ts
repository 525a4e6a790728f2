import type { CaseEvent, Escalation } from './case.js';
import type { Reason } from './checklist.js';

/** A reason ends with the permission it needs. */
export type LaneState = 'not-begun' | 'busy' | 'settled' | 'ended';

export function laneState({ lanes, ended }: Escalation, reason: Reason): LaneState {
  if (ended.includes(reason)) return 'ended';
  const lane = lanes[reason];
  if (!lane) return 'not-begun';
  return lane.settled ? 'settled' : 'busy';
}

/** What is asked and still to be done. */
export function openLanes(escalation: Escalation): Reason[] {
  const isOpen = (state: LaneState) => state === 'not-begun' || state === 'busy';
  return escalation.reasons.filter((reason) => isOpen(laneState(escalation, reason)));
}

const FOLLOWING_UP: readonly CaseEvent['kind'][] = [
  'follow-up-asked',
  'follow-up-snoozed',
  'follow-up-answered',
];

/** Number of the last event that changed a lane; 0 when nothing did. */
export function lastChangeOf(reason: Reason, history: readonly CaseEvent[]): number {
  const changed = history.findLast(
    (event) =>
      ('reason' in event && event.kind !== 'declined' && event.reason === reason) ||
      (reason === 'follow-up' && FOLLOWING_UP.includes(event.kind)),
  );
  return changed?.number ?? 0;
}
