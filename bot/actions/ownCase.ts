import type { z } from 'zod/v4';
import { adjustCaseCard } from '../../cards/adjustCaseCard.js';
import {
  correctionCard,
  type correctionReplySchema,
  type correctReplySchema,
  type turnReplySchema,
} from '../../cards/correctionCard.js';
import type { caseReplySchema } from '../../cards/escalationCard.js';
import type { FieldsRead } from '../../cards/fields/field.js';
import { ownCaseFormCard, type OwnForm } from '../../cards/ownCaseForms.js';
import type { Card } from '../../cards/render.js';
import type { Case } from '../../data/case.js';
import type { Correcting } from '../../data/correctionParts.js';
import {
  presentCorrection,
  replyToCorrection,
  staysAt,
  whyNotCorrect,
} from '../../dialogs/correction.js';
import { replyToOwnForm, whyNot, type OwnTurn } from '../../dialogs/ownCaseForm.js';
import { settleOwn, showFormOnCase, showOnCase } from '../aboutCase.js';
import { forProfessional } from '../forProfessional.js';
import type { Outcome, Shown } from '../outcome.js';
import { readerContext, type Clicked } from '../turnContext.js';

type Reply = z.infer<typeof caseReplySchema>;

/** A row of the list, and Terug: the case as it is now. */
export const openOwn = forProfessional<Reply>((_deps, _turn, { subject }) => ({
  show: own(subject),
}));

/** Corrigeren of intrekken. */
export const adjustOwn = forProfessional<Reply>((deps, turn, { subject, region }) =>
  showOnCase(
    turn,
    subject,
    'professional',
    adjustCaseCard(readerContext(deps, turn, region), subject),
  ),
);

/** Voortgang melden, Anticonceptie gerealiseerd, Opschaling intrekken: the form, if it is of use. */
export function askOwn(form: OwnForm) {
  return forProfessional<Reply>((deps, turn, { subject, region }) => {
    const context = readerContext(deps, turn, region);
    const late = whyNot(context, form, subject);
    if (late !== undefined) return { show: own(subject, late) };
    return showOnCase(turn, subject, 'professional', ownCaseFormCard(context, subject, form));
  });
}

/** The same, filled in. */
export function confirmOwn(form: OwnForm) {
  return forProfessional<Reply>((deps, turn, { subject, region }, reply) => {
    const context = readerContext(deps, turn, region);
    const result = replyToOwnForm(context, form, subject, turn.sender, reply);
    return settle(turn, subject, result, (read) => ownCaseFormCard(context, subject, form, read));
  });
}

/** Gesprek corrigeren and Opschaling corrigeren: what is recorded now, to be changed. */
export const correct = forProfessional<z.infer<typeof correctReplySchema>>(
  (deps, turn, { subject, region }, form) => {
    const context = readerContext(deps, turn, region);
    const late = whyNotCorrect(context, subject, form);
    if (late !== undefined) return { show: own(subject, late) };
    const present = presentCorrection(subject, form);
    return showOnCase(
      turn,
      subject,
      'professional',
      correctionCard(context, subject, form, present),
    );
  },
);

/** To another part of what is corrected, or another talk. */
export const turnCorrection = forProfessional<z.infer<typeof turnReplySchema>>(
  (deps, turn, { subject, region }, { seen, toPart, toTalk, ...from }) => {
    const context = readerContext(deps, turn, region);
    const to: Correcting = { part: toPart, talk: toTalk };
    const late = whyNotCorrect(context, subject, to);
    if (late !== undefined) return { show: own(subject, late) };
    const stays = staysAt(context, subject, from, turn.sender, { seen, inputs: from });
    const form = stays ? from : to;
    const view = stays ?? presentCorrection(subject, to);
    return settle(turn, subject, view, (read) => correctionCard(context, subject, form, read));
  },
);

/** Corrigeren. */
export const confirmCorrection = forProfessional<z.infer<typeof correctionReplySchema>>(
  (deps, turn, { subject, region }, reply) => {
    const context = readerContext(deps, turn, region);
    const { seen } = reply;
    const result = replyToCorrection(context, subject, reply, turn.sender, { seen, inputs: reply });
    return settle(turn, subject, result, (read) => correctionCard(context, subject, reply, read));
  },
);

function own({ code }: Case, hint?: string): Shown {
  return { kind: 'own-case', code, ...(hint !== undefined && { hint }) };
}

function settle(
  turn: Clicked,
  subject: Case,
  result: OwnTurn,
  form: (read: FieldsRead & { hint?: string | undefined }) => Card,
): Outcome {
  return settleOwn(
    result,
    (hint) => own(subject, hint),
    (read) => showFormOnCase(turn, subject, 'professional', form, read),
  );
}
