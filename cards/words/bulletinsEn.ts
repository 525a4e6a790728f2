import type { bulletinsNl } from './bulletinsNl.js';
import { plural } from './plural.js';

export const bulletinsEn: typeof bulletinsNl = {
  'taken-over': 'A colleague goes on with your cases',
  morning: 'This is waiting for you',
  'channel-lost': 'The coordinators’ channel is gone',
  'stands-in': 'You stand in for a colleague',
  'stands-in-ended': 'You no longer stand in for your colleague',
  reminders: {
    question: () => 'The coordinator is waiting for your answer',
    unclaimed: () => 'Not claimed by anybody yet',
    'lapses-soon': (day) => `Will be released on ${day} if nothing happens`,
    'appointment-passed': (day) => `The appointment was on ${day}: how did it go?`,
  },
  optional: {
    unclaimed: 'Cases that nobody has claimed yet',
    'lapses-soon': 'Cases of mine that are about to be released',
    'appointment-passed': 'Appointments that have passed',
  },
  lost: {
    'channel-deleted': 'The channel has been deleted in Teams.',
    'bot-removed': 'The bot has been removed from the team.',
  },
  morningHeading: 'Good morning. This is waiting for you.',
  morningIntro: (n) => `${plural(n, 'case', 'cases')}. Choose a case to open it.`,
  more: (n, button) => `And ${n} more. Choose ${button} to see everything.`,
  openRow: (code, what) => `Open ${code}: ${what}`,
  lostNext: (region) =>
    `Cases of ${region} are not shown anywhere now. They are kept. Link a channel with “@Nu Niet Zwanger link”.`,
  standsIn: (name, from, until) =>
    `You stand in for ${name} from ${from} to ${until}. Messages and offers come to you in that time.`,
  standsInNext: 'In that time you can also work on the cases of your colleague.',
  standsInEnded: (name) =>
    `You no longer stand in for ${name}. Messages for ${name} no longer come to you.`,
};
