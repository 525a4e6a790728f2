import type { ownCasesNl } from './ownCasesNl.js';
import { plural } from './plural.js';

/** The English of the professional's own cases. */
export const ownCasesEn: typeof ownCasesNl = {
  ownCases: {
    heading: 'My cases',
    summary: 'My cases',
    shown: { open: 'Open cases', closed: 'Finished cases' },
    range: (shown, first, last, of) =>
      of === 1
        ? `${shown}: 1 case`
        : first === last
          ? `${shown}: ${first} of ${of}`
          : `${shown}: ${first} to ${last} of ${of}`,
    tapToOpen: 'Choose a case to open it.',
    empty: {
      open: 'You have no open cases now. Choose Record a talk for a new case. Or choose Finished cases for earlier ones.',
      closed: 'You have no finished cases. Choose Open cases for what is still going on.',
    },
    openRow: (code) => `Open case ${code}`,
    claimedBy: (name) => `Claimed by ${name}`,
    notEscalated: 'Not escalated',
    changed: (day) => `Last changed on ${day}`,
    talks: (n, day) => `${plural(n, 'talk', 'talks')}, last one on ${day}`,
    noTalk: 'Escalation without a talk',
    previous: 'Previous',
    next: 'Next',
  },

  ownCase: {
    since: (name, day) => `${name}, since ${day}`,
    escalatedOn: 'Escalated on',
    withdrawnBecause: 'Reason for withdrawing',
    withdrawals: { mistake: 'mistake or double', 'client-stops': 'client does not want to go on' },
    openQuestion: 'The coordinator has asked a question. It has not been answered yet.',
    talks: 'Talks',
    talkLine: (day, wish, arrangement) =>
      `${day}. Wish to have children: ${wish}. Contraception: ${arrangement}.`,
    earlierTalks: (n) => `Before this: ${plural(n, 'more talk', 'more talks')}`,
    realised: 'Contraception realised',
    progress: 'Progress',
    progressNote: 'Note',
    report: 'Report progress',
    recordRealised: 'Contraception realised',
    adjust: 'Correct or withdraw',
    adjustHeading: (code) => `Case ${code}: what do you want to change?`,
    correctTalk: 'Correct the talk',
    correctTalkText: 'Put an answer right. What it said before can still be read in the history.',
    correctRealisation: 'Correct contraception',
    correctRealisationText: 'Change the month in which it was realised, or empty it.',
    correctProgress: 'Correct progress',
    correctProgressText: 'Change the note with your last report, or take it out.',
    correctEscalation: 'Correct the escalation',
    correctEscalationText: 'Change reasons, priority, when to call you or the note.',
    withdraw: 'Withdraw the escalation',
    withdrawText: 'The coordinator need not do anything more. The case stays yours.',
    withdrawPermission: 'Withdraw permission',
    withdrawPermissionText:
      'The client no longer agrees to something. You first read what happens then.',
    nothingChanged: 'Nothing was changed.',
    alreadyRealised: (when) =>
      `It already says that contraception was realised (${when}). Is that not right? Choose Correct or withdraw.`,
    notActive: 'The escalation is no longer going on. You cannot correct it now.',
    noTalkToCorrect: 'There is no talk to correct.',
    nothingToCorrect: 'This is no longer part of the case.',
  },

  ownForms: {
    progress: {
      heading: (code) => `Case ${code}: how is it going?`,
      intro:
        'The coordinators can read this. Whoever has claimed the case gets a message about it.',
      introAlone:
        'There is no escalation going on. The coordinator does not read this, not even when you escalate later.',
      answer: 'How is it going?',
      answers: {
        'going-well': 'Going well',
        'appointment-made': 'Appointment made',
        'appointment-kept': 'Appointment took place',
        'appointment-missed': 'Appointment did not take place',
        'wants-otherwise': 'Client wants something else',
        'contact-lost': 'No contact any more',
        other: 'Other',
      },
      note: 'Note, at most 300 characters',
      confirm: 'Report progress',
      done: 'The progress has been reported.',
    },
    realised: {
      heading: (code) => `Case ${code}: contraception realised`,
      intro: 'This counts once. Repeating or replacing it does not count again.',
      confirm: 'Record this',
      done: 'Recorded that contraception was realised.',
    },
    withdraw: {
      heading: (code) => `Case ${code}: withdraw the escalation`,
      intros: {
        active:
          'The coordinator stops with this escalation. That cannot be undone. Escalating again is possible.',
        closed:
          'The coordinator has already closed this escalation. Do you withdraw it? That cannot be undone. Escalating again is possible.',
        declined:
          'The coordinator has already declined this escalation. Do you withdraw it? That cannot be undone. Escalating again is possible.',
      },
      why: 'Why do you withdraw the escalation?',
      reasons: { mistake: 'Mistake or double', 'client-stops': 'Client does not want to go on' },
      effects: {
        mistake: 'There should have been no escalation. It does not count in the figures.',
        'client-stops': 'There was an escalation. It keeps counting in the figures.',
        'client-stops-declined':
          'The escalation had been declined and did not count. That stays so.',
      },
      confirm: 'Withdraw',
      done: 'The escalation has been withdrawn.',
    },
    correction: {
      talkHeading: (code, day) => `Case ${code}: correct the talk of ${day}`,
      escalationHeading: (code) => `Case ${code}: correct the escalation`,
      realisationHeading: (code) => `Case ${code}: correct contraception`,
      progressHeading: (code) => `Case ${code}: correct the last progress`,
      intro: 'What is recorded now has been filled in. Change only what is not right.',
      part: (part) => `Part: ${part}`,
      parts: {
        talk: 'Date and topics',
        wish: 'Wish and contraception',
        situation: 'Situation',
        escalation: 'Reasons and when to call',
        realisation: 'Month of contraception',
        progress: 'Note with the progress',
      },
      month:
        'The month belongs to the whole case. Was contraception not realised? Then empty the month; it does not count then.',
      reasons: 'For which reasons do you escalate?',
      reachable: 'When and on which number can the coordinator call you?',
      elsewhere: 'Correct something else',
      earlier: 'Earlier talk',
      later: 'Later talk',
      saveFirst:
        'You have changed this part. Choose Correct first. Do you not want to keep it? Then choose Back.',
    },
    correct: 'Correct',
    corrected: 'Corrected. The history says what was changed.',
    outdated: 'This form was old. Below is what is recorded now.',
    chooseReason: 'Choose at least one reason. Or withdraw the escalation.',
    reasonsEnded:
      'All chosen reasons have stopped, because the client withdrew permission. Tick below what the client agrees to again, choose another reason or withdraw the escalation.',
    permissionNeeded: {
      record: 'This needs permission to record. Choose another reason.',
      share:
        'This is only possible if the client agrees that you share with the coordinator. Tick that, or choose otherwise.',
      network:
        'The somatic network is only possible if the client agrees that you share with the medical network. Tick that, or choose another reason.',
      followUp:
        'Follow-up is only possible if the client agrees to be asked later how things are going. Tick that, or choose another reason.',
    },
    realisedInTalk: (day) =>
      `The talk of ${day} says that contraception was realised. Correct that answer first.`,
    realisedAtClosing:
      'The coordinator recorded this when closing the case. Talk to the coordinator about it.',
    realisedNeedsAnswer:
      'Choose above that contraception was realised, or leave the month empty. Was it realised later? Then choose Contraception realised at the case.',
  },

  corrections: {
    was: (field, from, to) => `${field}: was “${from}”, is now “${to}”`,
    changed: (field) => `${field}: changed`,
    ofTalk: (n) => `Talk ${n}`,
    nothing: 'nothing',
    fields: {
      on: 'Date of the talk',
      municipality: 'Municipality',
      topics: 'Topics',
      determinants: 'What plays a part',
      phase: 'Phase',
      wish: 'Wish to have children',
      wants: 'What the client wants',
      arrangement: 'Contraception',
      situations: 'Situation',
      realisedOn: 'Contraception realised in',
      reasons: 'Reasons',
      priority: 'With priority',
      reachable: 'Reachable',
      note: 'Note',
      permissions: 'Permission',
      progressNote: 'Note with the progress',
    },
  },
};
