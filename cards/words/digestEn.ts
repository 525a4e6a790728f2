import type { digestNl } from './digestNl.js';
import { plural } from './plural.js';

export const digestEn: typeof digestNl = {
  names: {
    talks: 'cases with a talk',
    'partner-contraception': 'contraception through network partners',
    escalations: 'cases escalated',
    'escalated-contraception': 'contraception after escalation',
    partners: 'partner organisations',
    trainings: 'trainings',
    'attention-officers': 'attention officers',
    intervision: 'intervision meetings',
  },
  heading: (region, week, year) => `Weekly digest ${region}, week ${week} of ${year}`,
  summary: (week) => `Weekly digest, week ${week}`,
  changed: (week, before, changes) => `Week ${week} compared with week ${before}: ${changes}.`,
  change: (name, n, was) => `${name} ${n} (${was} before)`,
  figures: (week) => `Figures of week ${week}`,
  more: (n) => plural(n, 'other row', 'other rows'),
  same: (week, before) => `Week ${week} has the same counts as week ${before}.`,
  nothing: (week, before) => `Nothing was counted in week ${week}, as in week ${before}.`,
  asOf: (days, when) => `${days}. This is how it stood on ${when}.`,
  untilThen: (year, week) =>
    `The columns ${year} and Since start run up to and including week ${week}.`,
  live: (late) =>
    `This message stays as it is; the figures go on. Does something change later? You see that under Figures, for example as “${late}”.`,
  inChannel: 'The figures of this moment? Type “figures” in your own chat with me.',
};
