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
      done: 'Done',
      results: {
        'not-yet': 'Nothing yet',
        'taken-over': 'Taken over',
        advised: 'Advised the professional',
      },
    },
    finance: {
      asked: 'Amount requested in euros',
      granted: 'Amount granted in euros',
      amount: (asked, granted) => `Requested ${asked}, granted ${granted}`,
      none: 'nothing yet',
      chargedTo: 'Which municipality pays?',
      chargedToNeeded: 'Choose the municipality that pays.',
      charged: 'Municipality that pays',
      declaration: 'Reimbursement',
      declarations: {
        'not-yet': 'Not submitted yet',
        submitted: 'Submitted',
        paid: 'Paid',
      },
      budget: (municipality, year) => `Budget of ${municipality} in ${year}, all cases together`,
      totals: (budget, asked, granted) => `${budget}, requested ${asked}, granted ${granted}`,
      left: (amount) => `${amount} left`,
      over: (municipality, year, by) =>
        `${by} more was granted than the budget of ${municipality} in ${year}.`,
    },
    network: {
      provider: 'With whom?',
      with: 'With',
      notChosen: 'Not chosen yet',
      described: (name, profession, place) => `${name}, ${profession}, ${place}`,
      does: (does) => `Does: ${does}`,
      speaks: (languages) => `Speaks: ${languages}`,
      none: (municipality) =>
        `Nobody is in the list of your region for ${municipality} yet. You can go on without.`,
      appointmentOn: 'Date of the appointment',
      appointment: 'Appointment',
      happened: 'What happened to the appointment?',
      happenings: {
        'not-yet': 'Not known yet',
        'took-place': 'The appointment took place',
        moved: 'The appointment was moved',
        'not-come': 'The client did not come',
      },
      outcomes: { 'took-place': 'took place', moved: 'moved', 'not-come': 'client did not come' },
      dateNeeded: 'Enter the date of the appointment.',
      newDateNeeded: 'Enter the new date, today or later.',
      notYet: 'The appointment has not been yet.',
    },
    followUp: {
      intro:
        'On the day that you choose I ask how it goes. Once the lane is settled I ask nothing more.',
      on: 'When do I ask how it goes?',
      asks: 'Whom do I ask?',
      who: { professional: 'The professional', coordinator: 'The coordinator' },
      planned: 'Planned',
      line: (day, who) => `${day}. I will ask ${who}.`,
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
    answerOf: (when) => `Answer the question of ${when}`,
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
