import type { TroubleCause } from '../troubleWhy.js';
import type { queueNl } from './queueNl.js';
import { plural } from './plural.js';

const why: Record<TroubleCause, string> = {
  gone: 'the channel, the message or the chat no longer exists',
  forbidden: 'Teams does not let the bot in there',
  'signed-out': 'the bot cannot sign in to Teams',
  busy: 'Teams is too busy',
  silent: 'Teams does not answer',
  rejected: 'Teams does not accept the message',
};

export const queueEn: typeof queueNl = {
  heading: 'Work queue',
  summary: 'Work queue',
  groups: {
    open: 'Open',
    mine: 'Mine',
    others: 'Held by others',
    answer: 'Waiting for an answer',
    appointment: 'Appointments this week',
    trouble: 'Problems',
  },
  counted: {
    open: (n) => `${n} to be claimed`,
    mine: (n) => `${n} mine`,
    others: (n) => `${n} held by others`,
    answer: (n) => `${n} waiting for an answer`,
    appointment: (n) => plural(n, 'appointment this week', 'appointments this week'),
    trouble: (n) => plural(n, 'problem', 'problems'),
  },
  empty: {
    open: 'Everything has been claimed.',
    mine: 'You hold no cases now.',
    others: 'Colleagues hold no cases now.',
    answer: 'Nothing is waiting for an answer now.',
    appointment: 'There are no more appointments this week.',
    trouble: 'Everything has arrived in Teams.',
  },
  nothingFits: 'No case fits this choice now.',
  range: (group, first, last, of) => `${group}: ${first} to ${last} of ${of}`,
  tapToOpen: 'Choose a row to open it.',
  tapToRetry: 'Choose a row to try it again now.',
  search: 'Looking for a case? Type the case code.',
  filters: { group: 'What do you want to see?', reason: 'Reason', municipality: 'Municipality' },
  all: { reason: 'All reasons', municipality: 'All municipalities' },
  choice: (group, n) => `${group}: ${n}`,
  show: 'Show',
  previous: 'Previous',
  next: 'Next',
  openRow: (code) => `Open case ${code}`,
  openConsult: (id) => `Open consult request ${id}`,
  retryRow: (what) => `Try ${what} again now`,
  withPriority: 'with priority',
  heldBy: (name) => `Claimed by ${name}`,
  facts: {
    open: (day) => `Escalated on ${day}`,
    'too-long': (days) => `⚠ Waiting longer than ${plural(days, 'workday', 'workdays')}`,
    covered: 'You stand in for the colleague who holds this case',
    offered: 'A colleague asks whether you take over the case',
    question: (day) => `Question asked on ${day}, no answer yet`,
    'question-late': (days) =>
      `⚠ The answer takes longer than ${plural(days, 'workday', 'workdays')}`,
    appointment: (day) => `Appointment on ${day}`,
    'appointment-passed': (day) => `⚠ Appointment was on ${day}: how did it go?`,
    silent: (day) => `Follow-up asked on ${day}, no answer yet`,
    stuck: '⚠ Not everything has arrived in Teams, see Problems',
  },
  trouble: {
    parts: { channel: 'Channel', notices: 'Personal messages' },
    why,
    to: (name) => `Message to ${name}`,
    since: (part, moment, because) => `${part}, since ${moment}: ${because}.`,
    next: (moment) => `I will try again on ${moment}.`,
    now: 'I am trying again now.',
    unwiped: (n) =>
      `Still to be wiped out in the channel: ${plural(n, 'card', 'cards')}. That does not work yet; I keep trying.`,
  },
  retried: 'I am trying again now. Choose Show to see whether it worked.',
  solved: 'This has arrived meanwhile.',
};
