import type { absenceNl, reminderSettingsNl } from './settingsNl.js';

export const absenceEn: typeof absenceNl = {
  button: 'Absence',
  end: 'End absence',
  heading: 'Absence',
  intro:
    'Messages and offers go to your stand-in on these days. They can also work on your cases then.',
  from: 'First day that you are away',
  until: 'Last day that you are away',
  standIn: 'Who stands in for you?',
  standInIn: (region) => `Who stands in for you in ${region}?`,
  replacedBy: 'Stand-in',
  replacedByIn: (region) => `Stand-in for ${region}`,
  away: (until, standIn) => `away until ${until}, ${standIn} stands in`,
  awayAlone: (until) => `away until ${until}`,
  awayNow: (standIn) => `away, ${standIn} stands in`,
  awayNowAlone: 'away',
  planned: (from, until) => `You are away from ${from} to ${until}.`,
  told: 'Your stand-in is told about this.',
  standInAway: (name, from, until, next) =>
    `${name} is also away from ${from} to ${until}. On those days your work goes to ${next}.`,
  eachOther: (name, from, until) =>
    `${name} is also away from ${from} to ${until}. You stand in for each other: your messages then stay with you.`,
  ended: 'Your absence has ended. Your messages come to you again.',
  notAway: 'You have not reported an absence.',
  nobody: 'There is no other coordinator in your region now who can stand in for you.',
  errors: {
    past: 'This day has passed. Choose today or a later day.',
    'too-far': 'This day is more than a year ahead. Check the year.',
    order: 'The last day is before the first day.',
  },
};

export const reminderSettingsEn: typeof reminderSettingsNl = {
  button: 'Reminders',
  heading: 'Reminders',
  intro: 'On working days you get one message with what waits for you. What should it be about?',
  always: 'A question about your own case is always passed on.',
  question: 'I want to hear about',
  saved: 'Your reminders have been saved.',
  wanted: 'You hear about',
  none: 'Apart from that you get no reminders.',
};
