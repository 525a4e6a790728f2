import type { Permission } from '../../data/case.js';

/** Taking back what the client allowed: what each does stands here, before anybody confirms. */
export const permissionNl = {
  heading: (code: string) => `Toestemming van casus ${code} intrekken`,
  intro: 'De cliënt mag altijd van gedachten veranderen. Dat heeft geen gevolgen voor de hulp.',
  question: 'Welke toestemming trekt de cliënt in?',
  effects: {
    record:
      'De hele casus wordt gewist, ook bij de coördinator. Alleen getallen in de cijfers blijven staan. Dit kun je niet terugdraaien.',
    share:
      'De coördinator kan de casus niet meer lezen. Toelichting en vragen worden gewist. Loopt er een opschaling? Dan stopt die.',
    network:
      'Het spoor “somatisch netwerk” stopt. Was dat de enige reden? Dan stopt ook de opschaling.',
    followUp: 'Het spoor “follow-up” stopt. Was dat de enige reden? Dan stopt ook de opschaling.',
  } satisfies Record<Permission, string>,
  confirmHeading: (title: string) => `Intrekken: ${title}`,
  confirm: (code: string) => `Dit gaat over casus ${code}. Klopt het?`,
  confirmErasing: 'Casus wissen',
  done: 'De toestemming is ingetrokken.',
  erasedHeading: 'Casus gewist',
  erased:
    'De casus is gewist. Haal de code ook weg uit je eigen dossier. In de cijfers blijft alleen een getal over.',
  erasedElsewhere: 'Berichten over de casus in Teams worden nu één voor één leeggemaakt.',
  summary: 'Toestemming intrekken',
};
