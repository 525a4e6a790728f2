import { z } from 'zod/v4';
import type { Consult } from '../data/consult.js';
import { parseInstant } from '../data/weeks.js';
import { button } from './button.js';
import { callerFacts } from './callerFacts.js';
import { organisationName, type CardContext } from './context.js';
import { note } from './formCard.js';
import { messageCard, section } from './messageCard.js';
import { longDate } from './phrases.js';
import type { Card } from './render.js';

export const consultReplySchema = z.looseObject({
  consult: z.string(),
  version: z.int().positive(),
});

/** For the channel: that somebody wants to talk something over, not who or about what. */
export function consultCard({ words, language }: CardContext, consult: Consult): Card {
  const { state } = consult;
  const open = state.status === 'open';
  return messageCard({
    lang: language,
    heading: `${words.consult.heading} ${consult.id}`,
    notes: [
      note(words.consult.text),
      note(open ? words.consult.open : words.consult.taken(state.by.name), 'emphasis'),
    ],
    sections: [section('', [longDate(parseInstant(consult.at), language)])],
    buttons: open
      ? [
          button(
            words.buttons.claim,
            'take-consult',
            { consult: consult.id, version: consult.version },
            { style: 'positive' },
          ),
        ]
      : [],
  });
}

/** For the coordinator who took it: whom to call. */
export function callBackCard({ words, language, region }: CardContext, consult: Consult): Card {
  const { caller, professional, reachable } = consult;
  const organisation = organisationName(region, consult.organisation);
  return messageCard({
    lang: language,
    heading: `${words.consult.heading} ${consult.id}`,
    notes: [
      note(caller ? words.consult.text : words.consult.callBack(professional.name, organisation)),
    ],
    sections: [
      section('', [
        ...(caller ? callerFacts(words, caller, professional) : []),
        ...(caller ? [{ label: words.caseCard.organisation, value: organisation }] : []),
        { label: words.consult.reachable, value: reachable },
      ]),
    ],
    buttons: [],
  });
}
