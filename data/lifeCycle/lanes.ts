import type { Escalation } from '../case.js';
import { agreedFollowUp, type AgreedFollowUp } from '../followUp.js';
import type { FollowUp } from '../lanes.js';
import { isAmong, type Person } from '../person.js';
import type { Of } from './commands.js';
import { whenHeld, type Now, type Step } from './step.js';

export function updateLane(now: Now, { by, reason, lane }: Of<'update-lane'>): Step {
  const { escalation } = now;
  return whenHeld(now, by, () => {
    if (!escalation.reasons.includes(reason)) return { refusal: { kind: 'reason-not-asked' } };
    if (escalation.ended.includes(reason)) return { refusal: { kind: 'reason-ended' } };
    return {
      escalation: { ...escalation, lanes: { ...escalation.lanes, [reason]: lane } },
      event: { kind: lane.settled ? 'lane-settled' : 'lane-updated', by, reason },
    };
  });
}

export function askFollowUp(now: Now): Step {
  return whenFollowedUp(now, ({ lane, to }) => {
    if (lane.askedAt !== undefined) return { refusal: { kind: 'no-follow-up' } };
    return {
      escalation: withFollowUp(now.escalation, { ...lane, askedAt: now.at }),
      event: { kind: 'follow-up-asked', to },
    };
  });
}

export function snoozeFollowUp(now: Now, { by, until }: Of<'snooze-follow-up'>): Step {
  return whenAsked(now, by, (lane) => ({
    escalation: withFollowUp(now.escalation, { ...lane, on: until, askedAt: undefined }),
    event: { kind: 'follow-up-snoozed', by, until },
  }));
}

export function answerFollowUp(now: Now, { by, answer }: Of<'answer-follow-up'>): Step {
  return whenAsked(now, by, (lane) => {
    const answered = { ...lane, answered: { at: now.at, by, answer }, settled: true };
    return {
      escalation: withFollowUp(now.escalation, answered),
      event: { kind: 'follow-up-answered', by, answer },
    };
  });
}

function withFollowUp(escalation: Escalation, lane: FollowUp): Escalation {
  return { ...escalation, lanes: { ...escalation.lanes, 'follow-up': lane } };
}

function whenFollowedUp({ subject }: Now, next: (agreed: AgreedFollowUp) => Step): Step {
  const agreed = agreedFollowUp(subject);
  return 'lane' in agreed ? next(agreed) : { refusal: agreed };
}

function whenAsked(now: Now, by: Person, next: (lane: FollowUp) => Step): Step {
  return whenFollowedUp(now, ({ lane, to }) =>
    lane.askedAt !== undefined && isAmong([by, ...now.covers], to)
      ? next(lane)
      : { refusal: { kind: 'no-follow-up' } },
  );
}
