import type { regionNl } from './regionNl.js';

export const regionEn: typeof regionNl = {
  heading: (region) => `Region ${region}`,
  summary: 'Your region',
  coordinators: 'Content coordinators',
  reachableUnknown: 'not known yet how to reach this coordinator',
  replacedBy: (name) => `stand-in: ${name}`,
  intervision: 'Next intervision',
  noIntervision: 'There is no date yet. Ask your coordinator.',
  chooseFirst: 'Choose your organisation first. Your region follows from it.',
};
