import type { OfferEnding } from '../../data/offer.js';

const offerEnded: Record<OfferEnding['kind'], (name: string) => string> = {
  'offer-accepted': (name) => `${name} heeft de casus al overgenomen.`,
  'offer-refused': (name) => `${name} heeft de overname al geweigerd.`,
  'offer-cancelled': (name) => `${name} heeft het aanbod ingetrokken.`,
};

/** Handing a case over to a colleague, opening it again, and why that cannot be done. */
export const handOverNl = {
  buttons: {
    updateLane: 'Spoor bijwerken',
    askQuestion: 'Vraag stellen',
    offer: 'Overdragen',
    accept: 'Accepteren',
    refuse: 'Weigeren',
    cancelOffer: 'Overdracht annuleren',
    reopen: 'Heropenen',
  },
  card: {
    offeredTo: 'Aangeboden aan',
    ownSide: 'Je hebt deze casus zelf opgeschaald. Typ “mijn casussen” voor je eigen casussen.',
    insteadOf: (name: string) => `Je krijgt dit bericht omdat je ${name} vervangt.`,
  },
  form: {
    heading: (code: string) => `Casus ${code} overdragen`,
    intro:
      'Je collega krijgt een bericht en kan accepteren of weigeren. Tot die tijd verandert er niets.',
    to: 'Aan welke collega?',
    nobody: 'Er is nu geen collega aan wie je deze casus kunt overdragen.',
    left: (name: string) =>
      `${name} zit niet meer in het team van de coördinatoren. Kies iemand anders.`,
  },
  refusals: {
    notEscalated: 'Deze casus is niet opgeschaald.',
    alreadyOffered: (name: string) =>
      `De casus is al aangeboden aan ${name}. Annuleer eerst die overdracht.`,
    offeredTo: (name: string) => `De casus is aangeboden aan ${name}, niet aan jou.`,
    offerEnded,
    noOffer: 'Er is geen aanbod meer voor deze casus.',
    offerToSelf: 'Je kunt een casus niet aan jezelf overdragen. Kies een collega.',
    reasonNotAsked: 'Voor deze reden is niet opgeschaald.',
    noSuchQuestion: 'Deze vraag is al beantwoord.',
    monthNeeded: 'Geef de maand op waarin anticonceptie is gerealiseerd.',
    notProfessional: (name: string) => `Dit kan alleen ${name}, de professional van deze casus.`,
    noFollowUp: 'Er staat op dit moment geen vraag open over hoe het gaat.',
  },
};
