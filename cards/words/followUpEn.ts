import type { followUpNl } from './followUpNl.js';

export const followUpEn: typeof followUpNl = {
  heading: 'How is it going now?',
  intro: (code, day) => `For case ${code} it was agreed to ask on ${day} how it is going.`,
  readBy: {
    professional: 'The coordinators of your region can read your answer.',
    coordinator: 'The professional can read your answer.',
  },
  answer: 'How is the client doing?',
  realisedOn: 'Was contraception realised? Then write the month or the day',
  snooze: 'Prefer to answer later? I will ask again',
  snoozes: { week: 'In a week', 'two-weeks': 'In two weeks', month: 'In a month' },
  buttons: { answer: 'Save answer', snooze: 'Remind me later', ask: 'Tell how it goes' },
  answered: 'Your answer has been saved.',
  snoozed: (day) => `I will ask again on ${day}.`,
  none: 'no answer yet',
  late: {
    answered: (name, day) =>
      `This has already been answered by ${name}, on ${day}. Nothing has changed.`,
    later: (day) => `This question comes back later, on ${day}. There is nothing to do now.`,
    ended: 'The client no longer agrees to this being asked. There is nothing for you to do.',
    somebodyElse: (name) => `This question is now for ${name}.`,
    over: 'This question is no longer open. There is nothing for you to do.',
  },
};
