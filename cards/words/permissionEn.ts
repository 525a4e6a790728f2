import type { permissionNl } from './permissionNl.js';

export const permissionEn: typeof permissionNl = {
  heading: (code) => `Withdraw permission of case ${code}`,
  intro: 'The client may always change their mind. That has no consequences for the help.',
  question: 'Which permission does the client withdraw?',
  effects: {
    record:
      'The whole case is erased, also for the coordinator. Only numbers in the figures remain. This cannot be undone.',
    share:
      'The coordinator can no longer read the case. The note and the questions are erased. Is an escalation under way? Then it stops.',
    network:
      'The lane “somatic network” stops. Was that the only reason? Then the escalation stops too.',
    followUp:
      'The lane “follow-up” stops. Was that the only reason? Then the escalation stops too.',
  },
  confirmHeading: (title) => `Withdraw: ${title}`,
  confirm: (code) => `This is about case ${code}. Is that right?`,
  confirmErasing: 'Erase the case',
  done: 'The permission has been withdrawn.',
  erasedHeading: 'Case erased',
  erased:
    'The case has been erased. Remove the code from your own file as well. Only a number remains in the figures.',
  erasedElsewhere: 'Messages about the case in Teams are now being emptied one by one.',
  summary: 'Withdraw permission',
};
