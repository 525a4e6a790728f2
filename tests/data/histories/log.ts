import type { Permission } from '../../../data/case.js';
import type { ContraceptionResult, Outcome, Phase, Reason } from '../../../data/checklist.js';
import type { ImportValues } from '../../../data/imported/columns.js';
import type { RegisterInput } from '../../../data/register.js';

/** What happened, in the words of the specification and as it was said: nothing is reckoned yet. */
export type Happened =
  | { kind: 'opened'; code: string; municipality: string; type: string; domain: string }
  | { kind: 'permitted'; permissions: readonly Permission[] }
  | { kind: 'forbidden'; permission: Permission }
  | { kind: 'talked'; on: string; phase: Phase }
  /** `YYYY-MM` or `YYYY-MM-DD` */
  | { kind: 'realised'; on: string }
  /** `talk`: number of the talk that was stored in one go with it. */
  | { kind: 'escalated'; reasons: readonly Reason[]; phase: Phase; talk?: number }
  | { kind: 'claimed' }
  | { kind: 'back-in-line' }
  | { kind: 'declined' }
  | { kind: 'closed'; outcome: Outcome; result: ContraceptionResult }
  | { kind: 'reopened' }
  | { kind: 'withdrawn'; why: 'mistake' | 'client-stops' }
  | { kind: 'moved'; municipality: string }
  | { kind: 'talk-corrected'; talk: number; on?: string; phase?: Phase }
  | { kind: 'escalation-corrected'; reasons?: readonly Reason[]; phase?: Phase }
  /** Without a date it was a mistake that it was realised at all. */
  | { kind: 'realised-otherwise'; on: string | undefined }
  /** `by`: the municipality that pays, once that is known. */
  | {
      kind: 'financed';
      asked: number;
      granted: number;
      by?: string | undefined;
      year: number;
      paid: boolean;
    }
  /** Something that no figure hangs on. */
  | { kind: 'went-on' }
  | { kind: 'erased' }
  | { kind: 'offered-not-wanted' }
  | { kind: 'consult' }
  | ({ kind: 'counted' } & Tally)
  | { kind: 'registered'; input: RegisterInput }
  | { kind: 'unregistered' }
  | { kind: 'imported'; values: ImportValues };

interface Tally {
  month: string;
  municipality: string;
  type: string;
  domain: string;
  talks: number;
  realised: number;
}

/** `of` is what it happened to, such as one case; a code can be given out again, this is not. */
export type Fact = Happened & { at: number; region: string; of: string };

export const KINDS = [
  'opened',
  'permitted',
  'forbidden',
  'talked',
  'realised',
  'escalated',
  'claimed',
  'back-in-line',
  'declined',
  'closed',
  'reopened',
  'withdrawn',
  'moved',
  'talk-corrected',
  'escalation-corrected',
  'realised-otherwise',
  'financed',
  'went-on',
  'erased',
  'offered-not-wanted',
  'consult',
  'counted',
  'registered',
  'unregistered',
  'imported',
] as const satisfies readonly Happened['kind'][];
