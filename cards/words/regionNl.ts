/** `regio`: what stands around the names and dates of the region file. */
export const regionNl = {
  heading: (region: string) => `Regio ${region}`,
  summary: 'Je regio',
  coordinators: 'Inhoudelijk coördinatoren',
  reachableUnknown: 'nog niet bekend hoe je deze coördinator bereikt',
  replacedBy: (name: string) => `vervanging: ${name}`,
  intervision: 'Volgende intervisie',
  noIntervision: 'Er staat nog geen datum. Vraag het aan je coördinator.',
  chooseFirst: 'Kies eerst je organisatie. Daaruit volgt je regio.',
};
