import type { noticesNl } from './noticesNl.js';

export const noticesEn: typeof noticesNl = {
  texts: {
    claimed: (code, name) => `${name} has claimed case ${code} and will contact you if needed.`,
    'given-back': (code, name) =>
      `${name} has given back case ${code}. Another coordinator can claim it now.`,
    lapsed: (code) => `Case ${code} is free again. A coordinator can claim it now.`,
    'offer-accepted': (code, name) => `${name} has taken over case ${code}.`,
    'offer-refused': (code, name) => `${name} cannot take over case ${code}.`,
    offered: (code, name) => `${name} asks whether you want to take over case ${code}.`,
    'offer-cancelled': (code, name) => `${name} has withdrawn the offer of case ${code}.`,
    declined: (code, name) => `${name} has not taken on case ${code}.`,
    'follow-up-answered': (code, name) => `${name} tells how things are going in case ${code}.`,
    asked: (code, name) => `${name} has a question about case ${code}.`,
    answered: (code, name) => `${name} has answered your question about case ${code}.`,
    closed: (code, name) => `${name} has closed case ${code}.`,
    reopened: (code, name) => `${name} has reopened case ${code}.`,
    withdrawn: (code) => `The professional has withdrawn the escalation of case ${code}.`,
    'talk-recorded': (code, name) => `${name} has recorded a further talk for case ${code}.`,
    realised: (code, name) =>
      `${name} has reported for case ${code} that contraception was realised.`,
    corrected: (code, name) => `${name} has corrected case ${code}.`,
    progress: (code, name) => `${name} reports how case ${code} is going.`,
    'permission-withdrawn': (code) =>
      `The client has withdrawn a permission. Case ${code} says which reasons have stopped.`,
    'not-shared': (code) =>
      `The client no longer agrees that case ${code} is shared. There is nothing more for you to do.`,
    'taken-over': (code, name) => `${name} goes on with case ${code}, in the place of a colleague.`,
  },
  declinedReason: 'Reason',
  closedOutcome: 'Outcome',
  olderCards: 'Older cards of this case show how it was before.',
  heading: (code) => `Message about case ${code}`,
  summary: (code) => `Message about case ${code}`,
};
