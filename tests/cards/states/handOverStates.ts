import { caseCard } from '../../../cards/caseCard.js';
import type { CardContext } from '../../../cards/context.js';
import { noticeCard } from '../../../cards/noticeCard.js';
import { offerCard } from '../../../cards/offerCard.js';
import type { Absence } from '../../../data/absence.js';
import type { Escalation } from '../../../data/case.js';
import type { Person } from '../../../data/person.js';
import { anAbsence, anEscalation, JOOST, MERYEM, TOM, utc } from '../../builders.js';
import { aFullCase } from './caseStates.js';

const moment = utc('2026-11-16T09:30');
const HELD: Escalation['state'] = { status: 'claimed', holder: MERYEM, claimedAt: moment };
const OFFERED: Escalation['state'] = { ...HELD, offer: { to: JOOST, at: moment } };

const MERYEM_AWAY = anAbsence();
const JOOST_AWAY = anAbsence({ person: JOOST, replacedBy: TOM });
const EACH_OTHER = [MERYEM_AWAY, anAbsence({ person: JOOST, replacedBy: MERYEM })];

const [joost, tom] = [JOOST, TOM].map((person) => ({ person, hasLeft: false }));
const left = { person: TOM, hasLeft: true };

/** Handing a case over, and the work of who is away. */
export function handOverStates(context: CardContext) {
  const { words } = context;
  const event = { number: 3, at: moment, by: MERYEM, kind: 'offered', to: JOOST } as const;
  const opened = (
    state: Escalation['state'],
    reader: Person,
    absences: readonly Absence[] = [],
    whole = {},
  ) => {
    const subject = aFullCase({ state }, whole);
    const current = subject.escalations.at(-1) ?? anEscalation();
    return caseCard(context, subject, current, reader, { absences });
  };
  const colleagues = [joost, tom].filter((row) => row !== undefined);
  const error = (text: string) => ({ values: { to: '' }, errors: { to: text } });

  return {
    caseCard: {
      'on offer, for its holder': opened(OFFERED, MERYEM),
      'on offer, for the colleague': opened(OFFERED, JOOST),
      'on offer, for somebody else': opened(OFFERED, TOM),
      'on offer to who is away, for the stand-in': opened(OFFERED, TOM, [JOOST_AWAY]),
      'held by who is away, for the stand-in': opened(HELD, JOOST, [MERYEM_AWAY]),
      'held by who is away, for another': opened(HELD, TOM, [MERYEM_AWAY]),
      'two who stand in for each other': opened(HELD, JOOST, EACH_OTHER),
      'held by who took it on by phone': opened(HELD, MERYEM, [], {
        professional: MERYEM,
        caller: { name: 'H. Verhoeven, huisarts', phone: '000-0000009' },
      }),
    },
    offerCard: {
      fresh: offerCard(context, aFullCase(), { colleagues, absences: [] }),
      'one colleague': offerCard(context, aFullCase(), {
        colleagues: colleagues.slice(0, 1),
        absences: [],
      }),
      'somebody is away': offerCard(context, aFullCase(), { colleagues, absences: [JOOST_AWAY] }),
      'somebody left': offerCard(
        context,
        aFullCase(),
        { colleagues: [...colleagues, left], absences: [] },
        error(words.handOver.left('Tom Bakker')),
      ),
      'nobody chosen': offerCard(
        context,
        aFullCase(),
        { colleagues, absences: [] },
        error(words.errors.required),
      ),
    },
    noticeCard: {
      'on offer, to be answered': noticeCard(context, aFullCase({ state: OFFERED }), event, {
        canOpen: true,
      }),
      'on offer, for the stand-in': noticeCard(context, aFullCase({ state: OFFERED }), event, {
        canOpen: true,
        insteadOf: JOOST,
      }),
    },
  };
}
