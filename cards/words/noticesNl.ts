import type { NotifiedEvent } from '../../data/surfaces.js';

/**
 * Taking back the permission to share is told in words of its own; who is asked how it goes gets the
 * question itself.
 */
export type NoticeId = Exclude<NotifiedEvent['kind'], 'follow-up-asked'> | 'not-shared';

const texts: Record<NoticeId, (code: string, name: string) => string> = {
  claimed: (code, name) =>
    `${name} heeft casus ${code} opgepakt en neemt contact met je op als dat nodig is.`,
  'given-back': (code, name) =>
    `${name} heeft casus ${code} teruggegeven. Een andere coördinator kan de casus nu oppakken.`,
  lapsed: (code) => `Casus ${code} is weer vrij. Een coördinator kan de casus nu oppakken.`,
  'offer-accepted': (code, name) => `${name} heeft casus ${code} overgenomen.`,
  'offer-refused': (code, name) => `${name} kan casus ${code} niet overnemen.`,
  offered: (code, name) => `${name} vraagt of jij casus ${code} wilt overnemen.`,
  'offer-cancelled': (code, name) => `${name} heeft het aanbod van casus ${code} ingetrokken.`,
  declined: (code, name) => `${name} heeft casus ${code} niet in behandeling genomen.`,
  'follow-up-answered': (code, name) => `${name} vertelt hoe het gaat met casus ${code}.`,
  asked: (code, name) => `${name} heeft een vraag over casus ${code}.`,
  answered: (code, name) => `${name} heeft je vraag over casus ${code} beantwoord.`,
  closed: (code, name) => `${name} heeft casus ${code} afgerond.`,
  reopened: (code, name) => `${name} heeft casus ${code} heropend.`,
  withdrawn: (code) => `De professional heeft de opschaling van casus ${code} ingetrokken.`,
  'talk-recorded': (code, name) => `${name} heeft een vervolggesprek vastgelegd bij casus ${code}.`,
  realised: (code, name) =>
    `${name} heeft bij casus ${code} gemeld dat anticonceptie is gerealiseerd.`,
  corrected: (code, name) => `${name} heeft casus ${code} gecorrigeerd.`,
  progress: (code, name) => `${name} meldt hoe het gaat met casus ${code}.`,
  'permission-withdrawn': (code) =>
    `De cliënt heeft een toestemming ingetrokken. In casus ${code} staat welke redenen zijn gestopt.`,
  'not-shared': (code) =>
    `De cliënt vindt het niet meer goed dat casus ${code} wordt gedeeld. Je hoeft niets meer te doen.`,
  'taken-over': (code, name) =>
    `${name} gaat verder met casus ${code}, in de plaats van een collega.`,
};

/** What people hear in their own chat of what others did to a case. */
export const noticesNl = {
  texts,
  declinedReason: 'Reden',
  closedOutcome: 'Uitkomst',
  olderCards: 'Oudere kaarten van deze casus laten zien hoe het eerder was.',
  heading: (code: string) => `Bericht over casus ${code}`,
  summary: (code: string) => `Bericht over casus ${code}`,
};
