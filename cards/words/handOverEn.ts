import type { handOverNl } from './handOverNl.js';

export const handOverEn: typeof handOverNl = {
  buttons: {
    updateLane: 'Update lane',
    askQuestion: 'Ask a question',
    offer: 'Hand over',
    accept: 'Accept',
    refuse: 'Refuse',
    cancelOffer: 'Cancel handing over',
    reopen: 'Reopen',
  },
  card: {
    offeredTo: 'Offered to',
    ownSide: 'You escalated this case yourself. Type “my cases” for your own cases.',
    insteadOf: (name) => `You get this message because you stand in for ${name}.`,
  },
  form: {
    heading: (code) => `Hand over case ${code}`,
    intro: 'Your colleague gets a message and can accept or refuse. Until then nothing changes.',
    to: 'To which colleague?',
    nobody: 'There is no colleague now to whom you can hand over this case.',
    left: (name) => `${name} is no longer in the team of the coordinators. Choose somebody else.`,
  },
  refusals: {
    notEscalated: 'This case has not been escalated.',
    alreadyOffered: (name) =>
      `The case has already been offered to ${name}. Cancel that handing over first.`,
    offeredTo: (name) => `The case has been offered to ${name}, not to you.`,
    offerEnded: {
      'offer-accepted': (name) => `${name} has already taken over the case.`,
      'offer-refused': (name) => `${name} has already refused to take over.`,
      'offer-cancelled': (name) => `${name} has withdrawn the offer.`,
    },
    noOffer: 'There is no offer of this case any more.',
    offerToSelf: 'You cannot hand over a case to yourself. Choose a colleague.',
    reasonNotAsked: 'It was not escalated for this reason.',
    noSuchQuestion: 'This question has already been answered.',
    monthNeeded: 'Give the month in which contraception was realised.',
    notProfessional: (name) => `Only ${name}, the professional of this case, can do this.`,
    noFollowUp: 'There is no open question at the moment about how it goes.',
  },
};
