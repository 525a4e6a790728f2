import type { privacyNl } from './privacyNl.js';

const days = (n: number) => `${n} ${n === 1 ? 'day' : 'days'}`;
const months = (n: number) => `${n} ${n === 1 ? 'month' : 'months'}`;

export const privacyEn: typeof privacyNl = {
  heading: 'Privacy: what I keep',
  summary: 'What I keep',
  noFile: 'This bot is not a client file. A case only has a code. Only you know whose code it is.',
  never:
    'A name, date of birth, address, phone number or BSN of a client does not belong here. I check text before I keep anything, but I do not recognise everything.',
  what: 'What',
  why: 'What for',
  who: 'Who sees it',
  kinds: [
    {
      heading: 'A talk you record',
      what: 'Code, municipality, date, your answers, the permission you note and what changes later. Also your name, your id at Microsoft, organisation and domain.',
      why: 'To follow the case and to count the talk.',
      who: 'You. The attention officer of your organisation sees how many cases you have and when you last filled in something. They can take over your cases, for example when you leave.',
    },
    {
      heading: 'A case you escalate',
      what: 'Also the reasons, how to reach you, the note, questions and answers, what the coordinator arranges and the outcome. For an escalation by phone also the name and number of the caller.',
      why: 'The coordinator can help.',
      who: 'You and the coordinators of your region. Their channel shows the code, the reasons and who did something when. It does not show which municipality it is, or the note.',
    },
    {
      heading: 'A consult without client data',
      what: 'Your name, your id at Microsoft, your organisation, how to reach you and who claims it. For an escalation by phone also the name and number of the caller. Nothing about a client.',
      why: 'A coordinator can call you.',
      who: 'The coordinators of your region.',
    },
    {
      heading: 'Counts and figures',
      what: 'Numbers, without a code. For a count also the organisation, the month, the municipality and who entered which number when.',
      why: 'To show what the programme does.',
      who: 'Coordinators and project leader see numbers. The attention officer sees those of their own organisation.',
    },
    {
      heading: 'Your draft and your profile',
      what: 'What you have filled in so far. Your name, your id at Microsoft, organisation, domain, language and the address of our chat.',
      why: 'You can continue later, and I know where to write to you.',
      who: 'Only you.',
    },
  ],
  permissionHeading: 'The client withdraws permission',
  permission: [
    'For recording: I erase the whole case and empty messages about it. Numbers in the figures stay. In the channel it stays, without a code, who did something when.',
    'For sharing: the coordinators can no longer read the case. For the medical network or follow-up: that part stops.',
    'Saying no has no consequences for the help. You do this under My cases.',
  ],
  termsHeading: 'How long',
  terms: {
    draft: 'Draft',
    draftKept: (n) => `${days(n)} after you last worked on it`,
    talk: 'Talk without escalation',
    talkKept: (n) => `${months(n)} after you recorded the last talk`,
    escalated: 'Escalated case',
    escalatedKept: (n) =>
      `${months(n)} after it was closed, declined or withdrawn, or a later talk`,
    consult: 'Consult',
    consultKept: (n) => `${months(n)} after a coordinator claims it`,
    imported: 'Imported past case',
    importedKept: (n) => (n === undefined ? 'no end date' : `${months(n)} after it was imported`),
    rest: 'Counts, figures and profile',
    restKept: 'no end date',
  },
  contactHeading: 'Questions or a complaint',
  region: 'Region',
  controller: 'Responsible',
  contact: 'Questions about privacy',
  complaints: 'Complaint',
  alsoHeading: 'Good to know',
  also: [
    'Messages that are about no single case I keep for a day. Did a colleague go on with your cases? Then I keep for three months who that was and how many there were.',
    'A weekly digest and a report for the steering group consist of numbers only. I keep them as they were made.',
    'Who is away and who stands in I keep until a month after. What was done on a fixed day I remember for a month.',
    'What you type or send yourself stays in Teams. I cannot erase it there.',
    'I remember which messages mention a case, so that I can empty them. Of a click or message I keep a mark for a day.',
    'Cases from before this bot may have been imported, to be counted. Of those I keep dates, municipality, organisation, domain, reasons and outcome. Of their old number I keep only a mark.',
    'For the channel of the coordinators I keep who linked it and when.',
    'Of the programme register I keep who added, corrected or removed what, and when. It is not about clients.',
    'Whoever administers the bot has access to the storage. The log holds no names, answers or notes.',
  ],
  chooseFirst:
    'Choose your organisation in your profile. Then you also see how long I keep things and where to take a complaint.',
};
