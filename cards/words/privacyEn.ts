import type { privacyNl } from './privacyNl.js';

const days = (n: number) => `${n} ${n === 1 ? 'day' : 'days'}`;
const months = (n: number) => `${n} ${n === 1 ? 'month' : 'months'}`;

export const privacyEn: typeof privacyNl = {
  heading: 'Privacy: what I keep',
  summary: 'What I keep',
  noFile: 'This bot is no file. A case only has a code. Only you know whose code it is.',
  never:
    'A name, date of birth, address, phone number or BSN of a client does not belong here. I check text before I keep anything.',
  what: 'What',
  why: 'What for',
  who: 'Who sees it',
  kinds: [
    {
      heading: 'A talk you record',
      what: 'Code, municipality, date, your answers, the permission you note and what changes later. Also your name and organisation.',
      why: 'To follow the case and to count the talk.',
      who: 'You. If you leave your organisation, the attention officer can take over the case.',
    },
    {
      heading: 'A case you escalate',
      what: 'Also the reasons, how to reach you, the note, questions and answers, what the coordinator arranges and the outcome. For a referral by phone also the name and number of the caller.',
      why: 'The coordinator can help.',
      who: 'You and the coordinators of your region. Their channel shows the code, the reasons and who did something when. It does not show the municipality or the note.',
    },
    {
      heading: 'A consult without client data',
      what: 'Your name, your organisation and how to reach you. Nothing about a client.',
      why: 'A coordinator can call you.',
      who: 'The coordinators of your region.',
    },
    {
      heading: 'Counts and figures',
      what: 'Numbers, without a code. For a count also the month, the municipality and who entered it.',
      why: 'To show what the programme does.',
      who: 'Coordinators and project leader see numbers. The attention officer sees those of the own organisation.',
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
    'For recording: I erase the whole case and empty messages about it.',
    'For sharing: the coordinators can no longer read the case. For anything else: that stops.',
    'Saying no has no consequences for the help. You arrange this with your case.',
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
    rest: 'Counts, figures and profile',
    restKept: 'no end date',
  },
  controller: 'Responsible',
  contact: 'Questions about privacy',
  complaints: 'Complaint',
  alsoHeading: 'Good to know',
  also: [
    'Did a colleague go on with your cases? Then I keep for three months who that was and how many there were.',
    'What you type or send yourself stays in Teams. I cannot erase it there.',
    'I remember which messages tell of a case, to be able to empty them. Of a click I keep a mark for a day.',
    'Of the channel of the coordinators I keep who linked it and when.',
    'Whoever administers the bot can get at the storage. The log holds no names, answers or notes.',
  ],
  chooseFirst:
    'Choose your organisation in your profile. Then you also see how long I keep things and where to take a complaint.',
};
