import { checklistEn, screensEn } from './checklistEn.js';
import { handOverEn } from './handOverEn.js';
import { noticesEn } from './noticesEn.js';
import { exportEn } from './exportEn.js';
import { figureNamesEn } from './figureNamesEn.js';
import { figuresEn } from './figuresEn.js';
import { ownCasesEn } from './ownCasesEn.js';
import { bulletinsEn } from './bulletinsEn.js';
import { digestEn } from './digestEn.js';
import { followUpEn } from './followUpEn.js';
import { lanesEn } from './lanesEn.js';
import { organisationEn, quickCountEn, takeOverEn } from './officerEn.js';
import { permissionEn } from './permissionEn.js';
import { prepareEn } from './prepareEn.js';
import { programmeEn } from './programmeEn.js';
import { queueEn } from './queueEn.js';
import { troubleEn } from './troubleEn.js';
import { steeringReportEn } from './steeringReportEn.js';
import { workbookEn } from './workbookEn.js';
import { privacyEn } from './privacyEn.js';
import { regionEn } from './regionEn.js';
import { absenceEn, reminderSettingsEn } from './settingsEn.js';
import type { Words } from './nl.js';
import { plural } from './plural.js';

/** Every English word a person can read. */
export const en: Words = {
  checklist: checklistEn,
  yes: 'Yes',
  no: 'No',
  required: '(required)',
  optional: '(may stay empty)',
  choose: 'Choose',
  fold: (title: string) => `${title}, show or hide`,

  buttons: {
    record: 'Record a talk',
    prepare: 'Prepare',
    figures: 'Figures',
    programme: 'Programme',
    region: 'My region',
    profile: 'Profile',
    privacy: 'What I keep',
    count: 'Count',
    queue: 'Work queue',
    help: 'Help',
    next: 'Next',
    back: 'Back',
    later: 'Continue later',
    discard: 'Discard draft',
    save: 'Save',
    escalate: 'Escalate',
    doNotEscalate: 'Do not escalate',
    consult: 'Consult without client data',
    resume: 'Continue',
    claim: 'Claim',
    giveBack: 'Give back',
    open: 'Open',
    openOwn: 'Open as professional',
    decline: 'Decline',
    close: 'Close',
    confirm: 'Confirm',
    myCases: 'My cases',
    furtherTalk: 'Further talk',
    another: 'Record another talk',
    escalateAnother: 'Escalate another case',
    confirmChannel: 'Yes, link this channel',
    ...handOverEn.buttons,
    cancelLink: 'No, do not link',
  },

  commands: {
    start: { typed: ['start', 'hi', 'hello'], description: 'Begin and menu' },
    prepare: { typed: ['prepare'], description: 'See questions for a talk' },
    record: { typed: ['record'], description: 'Record a talk' },
    escalate: { typed: ['escalate'], description: 'Escalate without a talk, or for a caller' },
    resume: { typed: ['resume'], description: 'Continue with your draft' },
    discard: { typed: ['discard'], description: 'Discard your draft' },
    'my-cases': { typed: ['my cases', 'cases'], description: 'See and update your own cases' },
    count: {
      typed: ['count'],
      description: 'Count talks, totals of your organisation, take over cases',
    },
    queue: {
      typed: ['queue', 'work queue'],
      description: 'What is waiting for coordinators',
    },
    link: {
      typed: ['link'],
      description: 'Link this channel (in the channel of the coordinators)',
    },
    figures: {
      typed: ['figures', 'weekly stats'],
      description: 'The figures of your region',
    },
    export: { typed: ['export'], description: 'The figures as a file' },
    programme: {
      typed: ['programme'],
      description: 'Keep partners, training, intervision and targets',
    },
    region: {
      typed: ['region', 'my region'],
      description: 'Your coordinator, the next intervision and materials',
    },
    profile: { typed: ['profile'], description: 'Choose your organisation, domain and language' },
    language: { typed: ['language'], description: 'Choose Dutch or English' },
    privacy: { typed: ['privacy'], description: 'What I keep, why and how long' },
    help: { typed: ['help'], description: 'What you can type' },
  },

  menu: {
    heading: (name: string) => (name === '' ? 'Hello' : `Hello ${name}`),
    summary: 'Menu of Nu Niet Zwanger',
    purpose:
      'I help you to prepare and record a talk about the wish to have children, sexuality and contraception. Is more needed? Then you bring in the coordinator through me.',
    voluntary: 'Talking is always voluntary. “I want a child now” and “no” are full answers too.',
    noFile:
      'This bot is not a client file. Never write down a name, date of birth, address, phone number or BSN of a client.',
    begin:
      'Choose a button or type a word. With “help” you see all words, with “privacy” what I keep.',
    notLinked: (region: string) => `No channel has been linked for ${region} yet.`,
    waiting: (escalations: number) =>
      `${plural(escalations, 'escalated case is waiting', 'escalated cases are waiting')}.`,
    howToLink: 'Type in the channel of the coordinators: @Nu Niet Zwanger link.',
    draftWaiting: 'You still have an open draft.',
    channel: (region: string) =>
      `This channel belongs to the coordinators of ${region}. Escalated cases appear here.`,
    channelUnlinked:
      'Type “@Nu Niet Zwanger link” in this channel to get escalated cases here. Only a content coordinator can do this.',
  },

  profile: {
    heading: 'Your profile',
    summary: 'Your profile',
    intro:
      'Which organisation do you work for? Your region goes with it. That is how an escalation reaches the coordinator of your region.',
    introOptional: 'Organisation and domain are only needed if you record talks yourself too.',
    organisation: 'Organisation',
    domain: 'Domain',
    language: 'Language',
    languages: { nl: 'Dutch', en: 'English' },
    saved: 'Your profile has been saved.',
    savedAs: (organisation: string, region: string) => `${organisation}, region ${region}`,
    neededFirst: 'Choose your organisation first. Then you can go on.',
  },

  language: {
    heading: 'Language',
    question: 'In which language do you want to read the bot?',
    saved: 'From now on you read the bot in English.',
  },

  form: {
    progress: (step: number, of: number) => `Step ${step} of ${of}`,
    concept: 'Checklist: concept 2 (not approved yet)',
    summary: 'Record a talk',
    freeTextHint:
      'I have not kept your message. Fill in the screen below, or choose Continue later.',
    staleHint: 'That card was old. This is the screen where you are now.',
    resumed: 'Welcome back. You continue where you left off.',
    fix: 'Something is missing or not right. Look below at ⚠.',
    fixAbove: 'This did not work yet. Look above at ⚠.',
    noClientData: 'No name, date of birth, address, phone number or BSN of the client.',
  },

  ...screensEn,

  errors: {
    required: 'Choose an answer.',
    requiredText: 'Fill this in.',
    invalid: 'I do not know this answer. Choose again.',
    date: 'Fill in a valid date.',
    futureDate: 'The date lies in the future. Choose today or an earlier day.',
    tooOld: 'The date is more than a year ago. Check the year.',
    beforeStart: (month: string) =>
      `This is before the start of the programme (${month}). Check the year.`,
    monthOrDay: 'Write a month like 11-2026 or a day like 16-11-2026.',
    noHelpAlone: '“No help” cannot go together with another answer.',
    tooLong: (max: number) => `This is too long. Use at most ${max} characters.`,
    chooseReason: 'Choose at least one reason, or choose Do not escalate.',
    recordPermission: 'Escalating needs the client’s agreement that you record this.',
    sharePermission:
      'You can only escalate when the client agrees that you share with the coordinator. Otherwise you can choose Consult without client data.',
    networkPermission:
      'The somatic network needs the client’s agreement that you share with the medical network.',
    followUpPermission:
      'Follow-up needs the client’s agreement that the professional is asked later how things are going.',
    identifier: (found: string) =>
      `I found something that often makes a person recognisable (${found}). I have not stored it.`,
    identifierHints: {
      mayConfirm: 'Remove what is between [ ], or say that it makes nobody recognisable.',
      neverBsn: 'Remove what is between [ ]. A BSN is never allowed here.',
      confirmed: 'You have said that what is between [ ] makes nobody recognisable.',
    },
    recognisable: 'This can make somebody recognisable',
    identifiesNobody: 'This makes nobody recognisable',
    identifiers: {
      bsn: 'BSN',
      email: 'e-mail address',
      iban: 'account number',
      phone: 'phone number',
      address: 'address',
      'birth-date': 'date',
      name: 'name',
    },
  },

  done: {
    summary: 'Recorded',
    code: 'Case code',
    keepCode:
      'Write this code in your own file. Only you know whose code it is. You find the case again under My cases.',
    notEscalated: 'You have not escalated. The coordinator does not see this case.',
    escalated: (reasons: string) => `Escalated to the coordinator: ${reasons}.`,
    escalatedNext: 'You will hear from me when a coordinator claims the case.',
    noChannel:
      'The coordinators of your region have not linked a channel yet. Everything waits until there is one. Are you in a hurry? Then call the coordinator yourself.',
    notWanted: 'Offered, not wanted',
    notWantedText:
      'This is a full answer. I have only counted that the talk was offered. Nothing about the client is kept.',
    consult: 'Consult requested',
    consultText: 'A coordinator will call you. Nothing about the client was sent along.',
    discarded: 'Draft discarded',
    discardedText: 'Nothing is kept.',
    parked: 'Your draft is kept',
    parkedText: (until: string) =>
      `Type “resume” to go on. The draft is discarded by itself on ${until}.`,
    noDraft: 'There is no open draft. Type “record” to begin.',
    noDraftHeading: 'There is no open draft',
    noDraftText:
      'You can record a new talk or prepare one. What you recorded before is under My cases.',
    gone: 'This screen is finished',
  },

  escalation: {
    summary: (code: string) => `Case ${code}`,
    heading: (code: string) => `Case ${code}`,
    priority: 'With priority',
    reasons: 'Reasons',
    endedReason: (reason: string) => `${reason} (stopped)`,
    domain: 'Domain',
    participation: 'Municipality takes part',
    participates: {
      participating: 'yes',
      'not-participating': 'no, exception needed',
      'as-exception': 'no, claimed as an exception',
      ended: 'no',
      unknown: 'not known',
    },
    participations: {
      participating: 'takes part',
      'not-participating': 'does not take part: exception needed',
      'as-exception': 'does not take part, claimed as an exception',
      ended: 'does not take part',
      unknown: 'not known whether it takes part',
    },
    age: 'Escalated on',
    holder: 'Claimed by',
    closedBy: 'Closed by',
    declinedBy: 'Declined by',
    statuses: {
      open: 'Open',
      claimed: 'Claimed',
      declined: 'Declined',
      closed: 'Closed',
      withdrawn: 'Withdrawn',
    },
    notShared: 'Permission withdrawn',
    talliesHeading: (region: string) => `Tallies of ${region}`,
    sinceStart: 'Since start',
    row: 'Tally',
    reasonsThisYear: (year: number) => `Escalations by reason in ${year}`,
    stock: (open: string, claimed: string, closed: string) =>
      `Now: ${open} open, ${claimed} claimed, ${closed} closed`,
  },
  consult: {
    heading: 'Consult request',
    summary: 'Consult request without client data',
    text: 'A professional wants to consult. No client data are included.',
    open: 'Not claimed yet',
    taken: (name: string) => `Claimed by ${name}`,
    callBack: (name: string, organisation: string) => `${name} (${organisation}) wants to consult`,
    reachable: 'Reachable',
    alreadyTaken: (name: string) => `${name} has already claimed this consult request.`,
  },

  caseCard: {
    summary: (code: string) => `Case ${code}`,
    client: 'About the case',
    municipality: 'Municipality',
    organisation: 'Organisation',
    professional: 'Professional',
    reachable: 'Reachable',
    otherSituations: 'Situation with other reasons',
    wish: 'Wish to have children',
    wants: 'What the client wants',
    arrangement: 'Contraception',
    permissions: 'Permission',
    declared: (name: string, day: string) => `Declared by ${name} on ${day}`,
    notAsked: 'Not asked',
    note: 'Note',
    noNote: 'none',
    history: 'History',
    earlier: (n: number) => `Before this: ${plural(n, 'more line', 'more lines')}`,
    exception: 'Exception',
    exceptionMissing:
      'The municipality does not take part; no reason for an exception has been noted yet. Give the case back and claim it again to note a reason. Or decline the case.',
    declineReason: 'Reason for declining',
    outcome: 'Outcome',
    contraception: 'Contraception at closing',
    talkOn: 'Talk on',
    noTalk: 'no talk recorded',
  },
  close: {
    heading: (code: string) => `Close case ${code}`,
    outcome: 'Outcome',
    contraception: 'Contraception',
    whenRealised: '(required if you choose Realised)',
  },
  declineForm: {
    heading: (code: string) => `Decline case ${code}`,
    intro: 'The professional reads this reason.',
    reason: 'Why are you not taking on this case?',
  },
  exceptionForm: {
    heading: (code: string) => `Claim case ${code} as an exception`,
    intro: 'The municipality does not take part at this moment.',
    reason: 'Why are you claiming the case anyway?',
  },

  events: {
    'talk-recorded': 'talk recorded',
    realised: 'realisation of contraception reported',
    corrected: 'corrected',
    progress: 'progress reported',
    'permission-withdrawn': 'permission withdrawn',
    'taken-over': 'continued',
    escalated: 'escalated',
    claimed: 'claimed',
    'given-back': 'given back',
    lapsed: 'free again',
    offered: 'handing over offered',
    'offer-accepted': 'taken over',
    'offer-refused': 'take-over refused',
    'offer-cancelled': 'offer withdrawn',
    declined: 'declined',
    'lane-updated': 'lane updated',
    'lane-settled': 'lane reported settled',
    'follow-up-asked': 'asked how it goes',
    'follow-up-snoozed': 'asked to be reminded later',
    'follow-up-answered': 'told how it goes',
    asked: 'question asked',
    answered: 'question answered',
    closed: 'closed',
    reopened: 'reopened',
    withdrawn: 'escalation withdrawn',
  },
  eventsInFull: {
    offered: (name) => `handing over offered to ${name}`,
    'lane-updated': (lane) => `lane “${lane}” updated`,
    'lane-settled': (lane) => `lane “${lane}” reported settled`,
  },
  eventLine: (when: string, what: string, who: string) => `${when}: ${what}${who}`,
  by: (name: string) => ` by ${name}`,

  notices: noticesEn,

  ...ownCasesEn,
  ...lanesEn,
  digest: digestEn,
  ...figureNamesEn,
  bulletins: bulletinsEn,
  followUp: followUpEn,
  queue: queueEn,
  trouble: troubleEn,
  workbook: workbookEn,
  exportFile: exportEn,
  steeringReport: steeringReportEn,
  handOver: { ...handOverEn.card, ...handOverEn.form },
  absence: absenceEn,
  reminderSettings: reminderSettingsEn,

  permission: permissionEn,
  prepare: prepareEn,
  programme: programmeEn,
  privacy: privacyEn,
  regionInfo: regionEn,
  quickCount: quickCountEn,
  organisation: organisationEn,
  takeOver: takeOverEn,

  wiped: {
    heading: 'No longer readable',
    summary: 'A message has been erased',
    gone: 'What was here has been erased. The client has withdrawn permission, or the retention period is over.',
    'not-shared': 'The client no longer agrees that this case is shared with the coordinator.',
  },

  figures: {
    ...figuresEn,
    heading: (region: string) => `Figures ${region}`,
    summary: 'Figures',
    asOf: (when: string) => `As of ${when}`,
    week: (week: number) => `Week ${week}`,
    // The English rows write it out.
    abbreviation: '',
    reasonsNote: 'An escalation with two reasons counts with both.',
    empty: 'Nothing has been counted yet.',
    rows: {
      talks: 'NNZ cases by network partners',
      'partner-contraception': 'Contraception realised through network partners',
      escalations: 'Cases escalated to the coordinator',
      'escalated-contraception': 'Contraception realised after escalation',
      partners: 'Partner organisations that joined',
      trainings: 'Trainings',
      'attention-officers': 'Attention officers trained',
      intervision: 'Intervision meetings',
    },
    subRows: {
      'talks-escalated': 'of which escalated later',
      'escalations-again': 'of which escalated again',
      'not-taken': 'not taken on',
      'not-taken-not-participating': 'of which from municipalities that do not take part',
      'offered-not-wanted': 'Offered, not wanted',
      consults: 'Consult requests',
      'intervision-groups': 'intervision groups',
    },
  },

  help: {
    heading: 'Help',
    summary: 'Help',
    intro: 'Type a word or a case code, or choose a button.',
    unknown: (nearest: string) => `I do not know that word. Do you mean: ${nearest}?`,
    looksLikeNote:
      'This looks like a note about a client. The message is still in Teams: remove it there.',
    nothingStored: 'I have not kept your message.',
    groups: {
      professional: 'Talks and cases',
      officer: 'As attention officer',
      coordinator: 'As content coordinator',
      figures: 'As coordinator or project leader',
      everybody: 'Always',
    },
  },

  link: {
    heading: 'Link a channel',
    summary: 'Link a channel',
    question: (region: string) =>
      `Escalated cases of ${region} will then appear in this channel. These are the members of the team. Are all of them content coordinators?`,
    notListed: 'not in the list of coordinators',
    counted: (members: number, notListed: number) =>
      notListed === 0
        ? `${plural(members, 'member', 'members')}, all in the list of coordinators`
        : `${plural(members, 'member', 'members')}, of whom ${notListed} not in the list of coordinators`,
    more: (n: number) => `And ${plural(n, 'more member', 'more members')}`,
    linked: (region: string) => `This channel is now linked to ${region}.`,
    whichRegion: 'Which region is this channel for?',
    linkRegion: (region: string) => `Link this channel to ${region}`,
    taken: (region: string) =>
      `This channel already belongs to ${region}. Every region has a channel of its own, so that one does not see the cases of another. Type link in another channel.`,
    cancelled: (region: string) =>
      `Nothing has been linked. Make sure that only the coordinators of ${region} are in the team, or make a new team. Type there in a channel: @Nu Niet Zwanger link.`,
    keptAsItWas: (region: string) =>
      `Nothing has changed. Cases of ${region} appear in the channel that was linked already.`,
    inChannelOnly: 'Type this in the team channel of the coordinators: @Nu Niet Zwanger link.',
  },

  refusals: {
    heading: 'That is not possible now',
    professional: 'Choose your organisation in your profile first. Then you can record a talk.',
    otherRegion:
      'Your organisation now belongs to another region than this draft. Discard the draft and begin again.',
    coordinator: 'Only a content coordinator of this region can do this.',
    coordinatorLeft: 'You are not in the team of the coordinators. Ask for access to the team.',
    leader: 'The files with figures are for the project leader.',
    figures: 'The figures are for the content coordinator and the project leader.',
    unknownCase: (code: string) => `I do not know case ${code}. Check the code.`,
    guest:
      'This bot works only with an account of the organisation itself. A guest account cannot use it.',
    personalOnly: 'You do this in your personal chat with me, not in a channel.',
    movedToChat: 'You do this in our personal chat. I have put it there for you.',
    heldBy: (name: string) => `${name} has already claimed this case.`,
    alreadyYours: 'You have already claimed this case.',
    notHolder: (name: string) => `Only ${name}, who has claimed this case, can do this.`,
    wrongStatus: (status: string) => `This is no longer possible. The case is now: ${status}.`,
    exceptionNeeded:
      'The municipality does not take part. Say in our personal chat why you are claiming the case anyway.',
    reasonsEnded:
      'The client has withdrawn the permission that this needs. This reason has stopped.',
    notShared: 'The client no longer agrees that this case is shared. You can no longer open it.',
    attachment:
      'I do not open or keep files and pictures, and I do not read the text beside them. Is it about a client? Then remove the message in Teams.',
    busy: 'Somebody got there just before you. Try again.',
    noChat:
      'I cannot send you a message. Look for Nu Niet Zwanger under Apps in Teams, add the app and try again.',
    regionGone:
      'Your region is no longer in the settings. Ask the administrator. Your draft is kept; with “discard” you remove it.',
    oldCard: 'This card has been replaced. Use the newest card in the channel of the coordinators.',
    other: 'This is not possible at the moment.',
    ...handOverEn.refusals,
  },

  failure: {
    heading: 'Something went wrong',
    text: (reference: string) =>
      `Try once more. Still not working? Then give this number to the administrator: ${reference}.`,
    readOnly:
      'I cannot keep anything at the moment. What you filled in has not been stored. Try again later.',
    unavailable:
      'I cannot reach the data now. Try again in a minute. First look whether what you did is there already.',
    slow: 'This is taking longer than usual. Look in a minute whether what you did is there. If it is not, try again.',
  },
};
