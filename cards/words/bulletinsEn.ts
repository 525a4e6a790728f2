import type { bulletinsNl } from './bulletinsNl.js';
import { plural } from './plural.js';

export const bulletinsEn: typeof bulletinsNl = {
  'taken-over': 'A colleague goes on with your cases',
  morning: 'This is waiting for you',
  'channel-lost': 'The channel of the coordinators is gone',
  'stands-in': 'You stand in for a colleague',
  'stands-in-ended': 'You no longer stand in for your colleague',
  reminders: {
    question: 'The coordinator is waiting for your answer',
    unclaimed: 'Not claimed by anybody yet',
    'lapses-soon': 'Becomes free again when nothing happens',
    'appointment-passed': 'The appointment has passed: how did it go?',
  },
  optional: {
    unclaimed: 'Cases that nobody has claimed yet',
    'lapses-soon': 'Cases of mine that are about to become free again',
    'appointment-passed': 'Appointments that have passed',
  },
  lost: {
    'channel-deleted': 'The channel has been deleted in Teams.',
    'bot-removed': 'The bot has been removed from the team.',
  },
  morningHeading: 'Good morning. This is waiting for you.',
  morningIntro: (n) => `${plural(n, 'item', 'items')}. Choose a case to open it.`,
  more: (n) => `And ${n} more. They are in your queue.`,
  openRow: (code, what) => `Open ${code}: ${what}`,
  lostNext: (region) =>
    `Cases of ${region} now appear nowhere. They are kept. Link a channel with “@Nu Niet Zwanger link”.`,
  standsIn: (name, from, until) =>
    `You stand in for ${name} from ${from} to ${until}. Messages and offers come to you in that time.`,
  standsInNext: 'In that time you can also work on the cases of your colleague.',
  standsInEnded: (name) =>
    `You no longer stand in for ${name}. Messages for ${name} no longer come to you.`,
};
