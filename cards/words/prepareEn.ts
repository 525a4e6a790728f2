import type { prepareNl } from './prepareNl.js';

export const prepareEn: typeof prepareNl = {
  concept: 'Concept 2: a coordinator has yet to approve these questions',
  heading: 'Prepare a talk',
  summary: 'Prepare a talk',
  notAScript:
    '“I never work through a list.” These are ideas, not a script. Choose what fits and leave the rest.',
  voluntary: 'Talking is always voluntary. “I want a child now” and “no” are full answers too.',
  openingHeading: 'To begin with',
  opening: [
    'What would a pregnancy mean to you at this moment?',
    'Is it all right if I ask something about children, sex and contraception? You can always say no.',
    'What matters in your life at the moment?',
    'How do you feel about having children: now, later or not?',
  ],
  about: 'What do you want to see questions about?',
  show: 'Show questions',
  nothingChosen: 'Choose one or more topics above.',
  prompts: {
    'child-wish': [
      'What would your life look like in a few years, if it were up to you?',
      'What would change if a child came? And what if no child came?',
      'I hear two sides in what you are telling me. How do you see that?',
      'Who do you want to talk to about this, and who would you rather not?',
    ],
    sexuality: [
      'May I ask something about sex and relationships? You do not have to answer.',
      'What matters to you in sex and relationships, and where is your limit?',
      'Who can you turn to with questions about this?',
    ],
    contraception: [
      'What do you already know about contraception, and what else do you want to know?',
      'What are your experiences with it, good and less good?',
      'What matters to you when you choose? Using nothing is a choice too.',
    ],
    knowledge: [
      'What have you heard about this, and what do you think of it yourself?',
      'I know something about this. Do you want me to tell you?',
      'What would you like to find out yourself?',
    ],
    responsibility: [
      'Who influences this choice for you? What do you think about that?',
      'What do you want to do yourself, and what do you want help with?',
      'How do you talk about this with a partner, if you have one?',
    ],
    'living-environment': [
      'What is an ordinary day like for you?',
      'Who is there for you when things are hard?',
      'What do the people around you find important? And what do you?',
    ],
    emotion: [
      'What happens inside you when we talk about this?',
      'I notice that this touches you. Do you want to go on, or would you rather stop?',
      'What have you been through that plays a part now? You do not have to tell me.',
    ],
    money: [
      'How does money play a part in what you want?',
      'What would you choose if money played no part?',
      'Do you want me to find out what something costs and what is reimbursed?',
    ],
  },
  signsHeading: 'Who is the programme for?',
  signs: [
    'An accumulation of problems',
    'A lack of self-reliance',
    'Not enough help, care and support from others',
    'Known to several organisations',
  ],
  signsMeaning:
    'These four signs are about circumstances, not about who somebody is. The programme is there for everybody in these circumstances, men as well.',
  materialsHeading: 'Materials of your region',
  materials: {
    'conversation-cards': 'Conversation cards',
    'e-learning': 'Online course',
    'client-information': 'For the client',
    other: 'Also useful',
  },
  nothingStored: 'I do not keep what you choose here.',
};
