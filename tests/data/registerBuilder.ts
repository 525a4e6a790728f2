import type { ContentOf, RegisterContent, RegisterEntry } from '../../data/register.js';
import { ANNEKE, utc } from '../builders.js';

/** Added by the project leader on 2 November 2026. */
export function anEntry(
  content: RegisterContent,
  parts: Partial<RegisterEntry> = {},
): RegisterEntry {
  return {
    id: 'RG-2222AA',
    region: 'hollands-midden',
    version: 1,
    content,
    history: [{ kind: 'added', by: ANNEKE, at: utc('2026-11-02T10:00') }],
    ...parts,
  };
}

export function aPartner(parts: Partial<ContentOf<'partner'>> = {}): ContentOf<'partner'> {
  return {
    kind: 'partner',
    name: 'Kraamzorg Voorbeeld',
    organisationType: 'maternity-care',
    standings: [{ status: 'joined', since: '2026-11-02' }],
    ...parts,
  };
}

export function aTraining(parts: Partial<ContentOf<'training'>> = {}): ContentOf<'training'> {
  return { kind: 'training', on: '2026-11-04', title: 'Basisscholing', officers: 6, ...parts };
}

export function aGroup(parts: Partial<ContentOf<'group'>> = {}): ContentOf<'group'> {
  return { kind: 'group', name: 'Intervisie Leiden', since: '2026-09-01', ...parts };
}

export function aMeeting(parts: Partial<ContentOf<'meeting'>> = {}): ContentOf<'meeting'> {
  const attendance = [{ organisation: 'jgz-voorbeeld', n: 3 }];
  return { kind: 'meeting', on: '2026-11-05', attendance, ...parts };
}

export function aTarget(parts: Partial<ContentOf<'target'>> = {}): ContentOf<'target'> {
  return {
    kind: 'target',
    indicator: 'partners',
    year: 2026,
    basis: 'since-start',
    n: 40,
    ...parts,
  };
}

export function aTotal(parts: Partial<ContentOf<'total'>> = {}): ContentOf<'total'> {
  return { kind: 'total', row: 'trainings', n: 25, until: '2025-12-28', ...parts };
}
