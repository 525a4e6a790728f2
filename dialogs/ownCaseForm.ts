import type { CardContext } from '../cards/context.js';
import { longMonthOrDay } from '../cards/courseDetails.js';
import { missingAnswers, readForm, type FieldsRead } from '../cards/fields/field.js';
import {
  ownFormFields,
  progressAnswers,
  realisedAnswers,
  withdrawAnswers,
  type OwnForm,
} from '../cards/ownCaseForms.js';
import { longDay } from '../cards/phrases.js';
import { currentEscalation, type Case } from '../data/case.js';
import type { OwnRefusal } from '../data/corrections.js';
import { decide } from '../data/lifeCycle.js';
import { recordRealised } from '../data/ownCase.js';
import type { Person } from '../data/person.js';
import { reportProgress } from '../data/progress.js';

/** What became of a filled-in form; `hint` says it to the professional. */
export type OwnTurn =
  | { kind: 'changed'; case: Case; hint: string }
  | { kind: 'unchanged'; hint: string }
  /** The form is shown once more. */
  | ({ kind: 'again'; hint?: string | undefined } & FieldsRead);

/** Voortgang melden, Anticonceptie gerealiseerd, Opschaling intrekken. */
export function replyToOwnForm(
  context: CardContext,
  form: OwnForm,
  subject: Case,
  by: Person,
  inputs: Record<string, unknown>,
): OwnTurn {
  // Whoever is too late need not fill anything in.
  const late = whyNot(context, form, subject);
  if (late !== undefined) return { kind: 'unchanged', hint: late };
  const fields = ownFormFields(context, form);
  const answered = readForm(fields, inputs, (read) =>
    missingAnswers(fields, read, ALSO_NEEDED[form]),
  );
  if (answered.kind === 'again') return answered;
  const { done } = context.words.ownForms[form];
  return {
    kind: 'changed',
    case: carriedOut(context, form, subject, by, answered.values),
    hint: done,
  };
}

/** A month is optional in the checklist; here it is the answer. */
const ALSO_NEEDED: Record<OwnForm, readonly string[]> = {
  progress: [],
  realised: ['realisedOn'],
  withdraw: [],
};

/** Why this form is of no use now; nothing when it is. */
export function whyNot(context: CardContext, form: OwnForm, subject: Case): string | undefined {
  switch (form) {
    case 'progress':
      return undefined;
    case 'realised':
      return subject.realisation && refusalText(context, subject, { kind: 'already-realised' });
    case 'withdraw': {
      const status = currentEscalation(subject)?.state.status;
      if (status !== undefined && status !== 'withdrawn') return undefined;
      return refusalText(context, subject, { kind: 'not-active', status: status ?? 'none' });
    }
  }
}

function carriedOut(
  { now }: CardContext,
  form: OwnForm,
  subject: Case,
  by: Person,
  values: FieldsRead['values'],
): Case {
  switch (form) {
    case 'progress':
      return accepted(reportProgress(subject, progressAnswers.parse(values), by, now));
    case 'realised':
      return accepted(recordRealised(subject, realisedAnswers.parse(values).realisedOn, by, now));
    case 'withdraw': {
      const { why } = withdrawAnswers.parse(values);
      return accepted(decide(subject, { kind: 'withdraw', by, why }, now));
    }
  }
}

/** `whyNot` has looked at everything that can be refused. */
function accepted(decision: { ok: true; case: Case } | { ok: false; refusal: object }): Case {
  if (decision.ok) return decision.case;
  throw new Error(`refused after all: ${JSON.stringify(decision.refusal)}`);
}

export function refusalText(context: CardContext, subject: Case, refusal: OwnRefusal): string {
  const { words, language } = context;
  const { ownCase, ownForms } = words;
  switch (refusal.kind) {
    case 'nothing-changed':
      return ownCase.nothingChanged;
    case 'no-such-talk':
      return ownCase.noTalkToCorrect;
    case 'gone':
      return ownCase.nothingToCorrect;
    case 'all-ended':
      return ownForms.reasonsEnded;
    case 'not-active':
      return refusal.status === 'none' || refusal.status === 'open' || refusal.status === 'claimed'
        ? ownCase.notActive
        : words.refusals.wrongStatus(words.escalation.statuses[refusal.status].toLowerCase());
    case 'permission-needed':
      return refusal.permissions.map((id) => ownForms.permissionNeeded[id]).join(' ');
    case 'realised-in-talk':
      return ownForms.realisedInTalk(longDay(refusal.on, language));
    case 'realised-at-closing':
      return ownForms.realisedAtClosing;
    case 'already-realised':
      return ownCase.alreadyRealised(longMonthOrDay(subject.realisation?.on ?? '', context));
  }
}
