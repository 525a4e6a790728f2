import type { lanesNl } from './lanesNl.js';
import { plural } from './plural.js';

export const lanesEn: typeof lanesNl = {
  lanes: {
    heading: (code) => `Case ${code}: which lane do you update?`,
    formHeading: (code, reason) => `Case ${code}: ${reason}`,
    openRow: (reason, state) => `Update ${reason} (${state})`,
    states: {
      'not-begun': 'not begun',
      busy: 'under way',
      settled: 'settled',
      ended: 'stopped',
    },
    stillOpen: (reasons) =>
      `Not settled yet: ${reasons}. You can close the case all the same. What you recorded stays.`,
    settled: 'Is this lane settled?',
    isSettled: 'This lane is settled',
    outdated: 'This lane was changed meanwhile. Below is what is recorded now.',
    dates: {
      passed: 'This day has passed. Choose today or a later day.',
      tooFar: 'The date is more than a year ahead. Check the year.',
    },
    money: (most) => `Write an amount in euros, such as 150 or 1250.50. At most ${most}.`,
    complex: {
      result: 'What did you do?',
      results: {
        'not-yet': 'Nothing yet',
        'taken-over': 'Taken over',
        advised: 'Advised the professional',
      },
    },
    finance: {
      asked: 'Amount asked in euros',
      granted: 'Amount granted in euros',
      amount: (asked, granted) => `Asked ${asked}, granted ${granted}`,
      none: 'nothing yet',
      chargedTo: 'Which municipality pays?',
      chargedToNeeded: 'Choose the municipality that pays.',
      charged: 'Municipality that pays',
      declaration: 'Declaration',
      declarations: {
        'not-yet': 'Not submitted yet',
        submitted: 'Submitted',
        paid: 'Paid',
      },
      budget: (municipality, year) => `Budget of ${municipality} in ${year}`,
      totals: (budget, asked, granted, left) =>
        `${budget}, asked ${asked}, granted ${granted}, left ${left}`,
      over: (municipality, year, by) =>
        `${by} more was granted than the budget of ${municipality} in ${year}.`,
    },
    network: {
      provider: 'With whom?',
      notChosen: 'Not chosen yet',
      described: (name, profession, place) => `${name} (${profession}), ${place}`,
      does: (does) => `Does: ${does}`,
      speaks: (languages) => `Speaks: ${languages}`,
      none: (municipality) =>
        `The region file has no providers for ${municipality}. You can leave this open.`,
      appointmentOn: 'Date of the appointment',
      appointment: 'Appointment',
      happened: 'What happened to the appointment?',
      happenings: {
        'not-yet': 'Not known yet',
        'took-place': 'The appointment took place',
        moved: 'The appointment was moved',
        'not-come': 'The client did not come',
      },
      dateNeeded: 'Enter the date of the appointment.',
      newDateNeeded: 'Enter the new date, today or later.',
      notYet: 'The appointment has not been yet.',
    },
    followUp: {
      intro: 'On this day I ask how it goes. Once the lane is settled I ask nothing more.',
      on: 'When do I ask how it goes?',
      asks: 'Whom do I ask?',
      who: { professional: 'The professional', coordinator: 'The coordinator' },
      planned: 'Planned',
      line: (day, who) => `${day}. Who is asked: ${who}.`,
      asked: 'Asked on',
      answered: 'Answer',
    },
  },

  questions: {
    heading: 'Questions',
    askHeading: (code) => `Case ${code}: question to the professional`,
    askIntro: 'The professional gets your question in their own chat and answers there.',
    text: 'Your question, 300 characters at most',
    question: 'Question',
    answer: 'Answer the question',
    answerHeading: (code) => `Case ${code}: answer a question`,
    answerText: 'Your answer, 500 characters at most',
    answered: 'Answer',
    notAnswered: 'no answer yet',
    sent: 'Your answer has been sent.',
    gone: 'This question is no longer open.',
    waits: 'Nobody has claimed the case now. You can answer as soon as a coordinator claims it.',
    more: (n) => plural(n, 'more question', 'more questions'),
    asked: (when, name) => `${when}, from ${name}`,
  },
};
