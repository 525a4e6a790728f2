import type { troubleNl } from './troubleNl.js';

export const troubleEn: typeof troubleNl = {
  heading: 'Delivery',
  parts: { channel: 'Channel', notices: 'Personal messages' },
  why: {
    gone: 'the channel, the message or the chat no longer exists',
    forbidden: 'Teams does not let the bot in there',
    'signed-out': 'the bot cannot sign in to Teams',
    busy: 'Teams is too busy',
    silent: 'Teams does not answer',
    rejected: 'Teams does not accept the message',
  },
  since: (part, moment, because) => `${part}, since ${moment}: ${because}.`,
  next: (moment) => `I will try again on ${moment}.`,
  now: 'I am trying again now.',
  person: (name, moment, because) =>
    `Messages to ${name} have not arrived since ${moment}: ${because}.`,
  reachYourself: 'Phone or mail them yourself, or choose to try again in your work queue.',
};
