import { describe, expect, it } from 'vitest';
import type { Absence } from '../../data/absence.js';
import type { Case, Escalation } from '../../data/case.js';
import { dueFor, type Reminder } from '../../data/reminders.js';
import { anEscalatedCase, at, JOOST, MERYEM, SANNE, utc } from '../builders.js';
import { aRegion } from './regionBuilder.js';

const region = aRegion();
const LATE = at('2026-11-27T08:30');

const asked = { id: 1, by: MERYEM, at: utc('2026-11-16T10:00'), text: 'Wanneer past het?' };
const lanes: Escalation['lanes'] = {
  'somatic-network': { appointmentOn: '2026-11-20', settled: false },
};
const open = anEscalatedCase({ state: { status: 'open' } });
const held = anEscalatedCase({
  reasons: ['complex', 'somatic-network'],
  state: { status: 'claimed', holder: MERYEM, claimedAt: utc('2026-11-16T09:00') },
  questions: [asked],
  lanes: {},
});
const appointed = anEscalatedCase({ ...held.escalations[0], questions: [], lanes });

const kindsFor = (
  person: typeof MERYEM,
  subject: Case,
  options: { coordinates?: boolean; absences?: Absence[]; now?: typeof LATE } = {},
): Reminder[] => {
  const { coordinates = true, absences = [], now = LATE } = options;
  return dueFor(person, coordinates, subject, { region, absences, now }).map(({ kind }) => kind);
};

describe('what waits in the morning', () => {
  it('is an open case, for every coordinator and nobody else', () => {
    expect(kindsFor(MERYEM, open)).toEqual(['unclaimed']);
    expect(kindsFor(JOOST, open)).toEqual(['unclaimed']);
    expect(kindsFor(SANNE, open, { coordinates: false })).toEqual([]);
  });

  it('is a claim that is about to lapse, for its holder only', () => {
    expect(kindsFor(MERYEM, held)).toEqual(['lapses-soon']);
    expect(kindsFor(JOOST, held)).toEqual([]);
  });

  it('is an appointment that passed, for the holder', () => {
    expect(kindsFor(MERYEM, appointed)).toEqual(['appointment-passed']);
    expect(kindsFor(MERYEM, appointed, { now: at('2026-11-20T08:30') })).toEqual([]);
  });

  it('is a question, for the professional who has to answer it', () => {
    expect(kindsFor(SANNE, held, { coordinates: false })).toEqual(['question']);
  });

  it('goes to whoever stands in for the holder', () => {
    const away = {
      region: 'r',
      version: 1,
      from: '2026-11-23',
      until: '2026-11-27',
      expiresAt: utc('2026-12-27T00:00'),
    };
    const absences = [{ ...away, person: MERYEM, replacedBy: JOOST }];
    expect(kindsFor(JOOST, held, { absences })).toEqual(['lapses-soon']);
    expect(kindsFor(MERYEM, held, { absences })).toEqual([]);
  });

  it('is nothing of a case that is no longer shared', () => {
    const back = { given: false, by: SANNE, at: utc('2026-11-16T10:00') };
    const gone = { ...open, permissions: { ...open.permissions, share: back } };
    expect(kindsFor(MERYEM, gone)).toEqual([]);
  });
});
