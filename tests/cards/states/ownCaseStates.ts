import { adjustCaseCard } from '../../../cards/adjustCaseCard.js';
import { caseCard } from '../../../cards/caseCard.js';
import type { CardContext } from '../../../cards/context.js';
import { correctionCard, correctionFields } from '../../../cards/correctionCard.js';
import { ownCaseCard } from '../../../cards/ownCaseCard.js';
import {
  OWN_FORMS,
  ownCaseFormCard,
  ownFormFields,
  type OwnForm,
} from '../../../cards/ownCaseForms.js';
import { ownCasesCard } from '../../../cards/ownCasesCard.js';
import type { Card } from '../../../cards/render.js';
import type { Case } from '../../../data/case.js';
import { withEvents, type NewEvent } from '../../../data/caseEvents.js';
import { OWN_FILTERS } from '../../../data/casePage.js';
import { partsBeside, type Correcting } from '../../../data/correctionParts.js';
import { SITUATIONS } from '../../../data/checklist.js';
import { presentCorrection } from '../../../dialogs/correction.js';
import { aCase, anEscalatedCase, aTalk, MERYEM, SANNE, utc } from '../../builders.js';
import { aFullCase, everythingMissing, STATES } from './caseStates.js';
import { CORRECTIONS } from './oldAndNew.js';
import { PROGRESS_NOTE } from './typedTexts.js';

const moment = utc('2026-11-16T09:30');
const by = { at: moment, by: SANNE } as const;

const CORRECTED: NewEvent = {
  ...by,
  kind: 'corrected',
  talk: 1,
  corrections: CORRECTIONS,
};
const REPORTED: NewEvent = {
  ...by,
  kind: 'progress',
  answer: 'appointment-missed',
};

/** As much as a professional can have done to one case. */
function aBusyCase(subject: Case): Case {
  const events = Array.from({ length: 12 }, () => [CORRECTED, REPORTED]).flat();
  const history = withEvents(subject.history, events);
  const progressNotes = history.map(({ number }) => ({ event: number, text: PROGRESS_NOTE }));
  return { ...subject, history, progressNotes };
}

const TALKS = Array.from({ length: 9 }, () => aTalk({ situations: [...SITUATIONS] }));
const REALISED = { on: '2026-11', recordedAt: moment, route: 'escalated' } as const;
const question = { id: 1, by: MERYEM, at: moment, text: 'Hoe laat?' };

const { record, share } = aCase().permissions;
const ONLY_SHARED: Case['permissions'] = { record, ...(share && { share }) };

function aListOf(n: number): Case[] {
  return Array.from({ length: n }, (_, index) =>
    aFullCase({ state: Object.values(STATES)[index % 5] }, { version: index + 1 }),
  );
}

export function ownCaseStates(context: CardContext) {
  const { words } = context;
  const mine = (subject: Case, hint?: string) => ownCaseCard(context, subject, hint);

  const OWN: Record<string, Card> = {
    'not escalated': mine(aCase()),
    ...Object.fromEntries(
      Object.entries(STATES).map(([status, state]) => [status, mine(aFullCase({ state }))]),
    ),
    'without a talk': mine(anEscalatedCase({}, { talks: [] })),
    'with an open question': mine(
      anEscalatedCase({ state: STATES.claimed, questions: [question] }),
    ),
    'with a reason that ended': mine(aFullCase({ ended: ['somatic-network'] })),
    'just corrected': mine(aFullCase(), words.ownForms.corrected),
    'with everything in it': mine(
      aBusyCase(aFullCase({ state: STATES.declined }, { talks: TALKS, realisation: REALISED })),
      words.ownCase.alreadyRealised('november 2026'),
    ),
  };

  function ownForms(form: OwnForm): [string, Card][] {
    const subject = aFullCase({ state: STATES.claimed });
    const errors = everythingMissing(ownFormFields(context, form));
    const typed = { note: PROGRESS_NOTE, realisedOn: '2026-99', answer: 'other' };
    return [
      [`${form}, fresh`, ownCaseFormCard(context, subject, form)],
      [`${form}, with errors`, ownCaseFormCard(context, subject, form, { values: typed, errors })],
      [`${form}, not escalated`, ownCaseFormCard(context, aCase(), form)],
      [`${form}, declined`, ownCaseFormCard(context, aFullCase({ state: STATES.declined }), form)],
      [`${form}, closed`, ownCaseFormCard(context, aFullCase({ state: STATES.closed }), form)],
    ];
  }

  function corrections(name: string, subject: Case, talk?: number): [string, Card][] {
    const first: Correcting = { part: talk === undefined ? 'escalation' : 'talk', talk };
    return partsBeside(subject, first).flatMap((part): [string, Card][] => {
      const form = { part, talk };
      const present = presentCorrection(subject, form);
      const errors = everythingMissing(correctionFields(context, subject, form));
      const outdated = { ...present, hint: words.ownForms.outdated };
      return [
        [`${name}, ${part}`, correctionCard(context, subject, form, present)],
        [
          `${name}, ${part}, with errors`,
          correctionCard(context, subject, form, { ...present, errors }),
        ],
        [`${name}, ${part}, old`, correctionCard(context, subject, form, outdated)],
      ];
    });
  }

  const list = (shown: (typeof OWN_FILTERS)[number], n: number) => ({
    shown,
    cases: aListOf(n),
    first: 1,
    total: n,
  });
  const place = `${moment} HM-7K3Q`;

  return {
    ownCaseCard: OWN,
    caseCard: {
      'after corrections and reports': caseCard(
        context,
        aBusyCase(aFullCase({ state: STATES.claimed }, { talks: TALKS })),
        aFullCase({ state: STATES.claimed }).escalations[0] ?? raise(),
        MERYEM,
      ),
      'of a coordinator’s own': caseCard(
        context,
        anEscalatedCase({}, { professional: MERYEM }),
        anEscalatedCase().escalations[0] ?? raise(),
        MERYEM,
      ),
    },
    adjustCaseCard: {
      'not escalated': adjustCaseCard(context, aCase()),
      ...Object.fromEntries(
        Object.entries(STATES).map(([status, state]) => [
          status,
          adjustCaseCard(context, aFullCase({ state })),
        ]),
      ),
      'without a talk': adjustCaseCard(
        context,
        aBusyCase(anEscalatedCase({}, { talks: [], realisation: REALISED })),
      ),
    },
    ownCaseFormCard: Object.fromEntries(OWN_FORMS.flatMap(ownForms)),
    correctionCard: Object.fromEntries([
      ...corrections('the only talk', aFullCase({}, { realisation: REALISED }), 1),
      ...corrections('one of nine talks', aFullCase({}, { talks: TALKS }), 5),
      ...corrections('an escalation', aFullCase()),
      ...corrections(
        'a case without a talk',
        aBusyCase(aFullCase({}, { talks: [], realisation: REALISED, permissions: ONLY_SHARED })),
      ),
    ]),
    ownCasesCard: {
      ...Object.fromEntries(
        OWN_FILTERS.flatMap((shown): [string, Card][] => [
          [`${shown}, empty`, ownCasesCard(context, list(shown, 0))],
          [`${shown}, one`, ownCasesCard(context, list(shown, 1))],
        ]),
      ),
      'a page in the middle': ownCasesCard(context, {
        ...list('open', 6),
        first: 7,
        total: 20,
        previous: place,
        next: place,
      }),
      'with cases of every kind': ownCasesCard(context, {
        ...list('open', 2),
        cases: [aCase(), anEscalatedCase({}, { talks: [] })],
      }),
    },
  };
}

function raise(): never {
  throw new Error('an escalated case without an escalation');
}
