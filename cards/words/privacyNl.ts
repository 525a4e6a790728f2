const days = (n: number) => `${n} ${n === 1 ? 'dag' : 'dagen'}`;
const months = (n: number) => `${n} ${n === 1 ? 'maand' : 'maanden'}`;

/** What is kept of whom. It has to stay true: whatever `data/` starts to keep belongs in here. */
export const privacyNl = {
  heading: 'Privacy: wat ik bewaar',
  summary: 'Privacy',
  noFile:
    'Deze bot is geen dossier. Een casus heeft alleen een code. Alleen jij weet bij wie die code hoort.',
  never:
    'Een naam, geboortedatum, adres, telefoonnummer of BSN van een cliënt hoort hier niet. Ik controleer tekst voordat ik iets bewaar, maar ik herken niet alles.',
  what: 'Wat',
  why: 'Waarvoor',
  who: 'Wie ziet het',
  kinds: [
    {
      heading: 'Een gesprek dat je vastlegt',
      what: 'Code, gemeente, datum, je antwoorden, de toestemming die je noteert en wat er later verandert. Ook jouw naam, je kenmerk bij Microsoft, organisatie en domein.',
      why: 'De casus volgen en het gesprek meetellen.',
      who: 'Jij. De aandachtsfunctionaris van je organisatie ziet hoeveel casussen je hebt en wanneer je het laatst iets invulde. Die kan je casussen overnemen, bijvoorbeeld als je weggaat.',
    },
    {
      heading: 'Een casus die je opschaalt',
      what: 'Ook de redenen, hoe jij te bereiken bent, toelichting, vragen en antwoorden, wat de coördinator regelt en de uitkomst. Bij een telefonische aanmelding ook naam en nummer van de beller.',
      why: 'De coördinator kan dan helpen.',
      who: 'Jij en de coördinatoren van je regio. In hun kanaal staan de code, de redenen en wie wanneer iets deed. Welke gemeente het is en de toelichting staan daar niet.',
    },
    {
      heading: 'Een overleg zonder cliëntgegevens',
      what: 'Je naam, je kenmerk bij Microsoft, je organisatie, hoe je te bereiken bent en wie het oppakt. Bij een telefonische aanmelding ook naam en nummer van de beller. Niets over een cliënt.',
      why: 'Een coördinator kan je dan bellen.',
      who: 'De coördinatoren van je regio.',
    },
    {
      heading: 'Tellingen en cijfers',
      what: 'Getallen, zonder code. Bij een telling ook de organisatie, de maand, de gemeente en wie wanneer welk getal invulde.',
      why: 'Laten zien wat het programma doet.',
      who: 'Coördinatoren en projectleider zien getallen. De aandachtsfunctionaris ziet die van de eigen organisatie.',
    },
    {
      heading: 'Je concept en je profiel',
      what: 'Wat je tot nu toe hebt ingevuld. Je naam, je kenmerk bij Microsoft, organisatie, domein, taal en het adres van onze chat.',
      why: 'Je kunt later verdergaan, en ik weet waar ik je bericht.',
      who: 'Alleen jij.',
    },
  ],
  permissionHeading: 'De cliënt trekt toestemming in',
  permission: [
    'Voor het vastleggen: ik wis de hele casus en maak berichten erover leeg. Getallen in de cijfers blijven. In het kanaal blijft zonder code staan wie wanneer iets deed.',
    'Voor het delen: de coördinatoren kunnen de casus niet meer lezen. Voor het medisch netwerk of follow-up: dat deel stopt.',
    'Nee zeggen heeft geen gevolgen voor de hulp. Je doet dit bij Mijn casussen.',
  ],
  termsHeading: 'Hoe lang',
  terms: {
    draft: 'Concept',
    draftKept: (n: number) => `${days(n)} nadat je er het laatst aan werkte`,
    talk: 'Gesprek zonder opschaling',
    talkKept: (n: number) => `${months(n)} nadat je het laatste gesprek vastlegde`,
    escalated: 'Opgeschaalde casus',
    escalatedKept: (n: number) =>
      `${months(n)} nadat die is afgerond, afgewezen of ingetrokken, of na een later gesprek`,
    consult: 'Overleg',
    consultKept: (n: number) => `${months(n)} nadat een coördinator het oppakt`,
    imported: 'Ingelezen eerdere casus',
    importedKept: (n: number | undefined) =>
      n === undefined ? 'geen einddatum' : `${months(n)} nadat die is ingelezen`,
    rest: 'Tellingen, cijfers en profiel',
    restKept: 'geen einddatum',
  },
  contactHeading: 'Vragen of een klacht',
  region: 'Regio',
  controller: 'Verantwoordelijk',
  contact: 'Vragen over privacy',
  complaints: 'Klacht',
  alsoHeading: 'Goed om te weten',
  also: [
    'Berichten die niet over één casus gaan, bewaar ik een dag. Ging een collega verder met je casussen? Dan bewaar ik drie maanden wie dat was en hoeveel het er waren.',
    'Een weekbericht en een rapportage voor de stuurgroep bestaan alleen uit getallen. Ik bewaar ze zoals ze zijn gemaakt.',
    'Wie afwezig is en wie dan vervangt, bewaar ik tot een maand daarna. Wat op een vaste dag is gedaan, onthoud ik een maand.',
    'Wat je zelf typt of stuurt, blijft in Teams staan. Dat kan ik daar niet wissen.',
    'Ik onthoud in welke berichten een casus staat, om ze te kunnen leegmaken. Van een klik of bericht bewaar ik een dag een kenmerk.',
    'Casussen van vóór deze bot kunnen zijn ingelezen om mee te tellen. Daarvan bewaar ik datums, gemeente, organisatie, domein, redenen en uitkomst. Van het oude nummer bewaar ik alleen een kenmerk.',
    'Van het kanaal van de coördinatoren bewaar ik wie het koppelde en wanneer.',
    'Van het programmaregister bewaar ik wie wat wanneer toevoegde, corrigeerde of verwijderde. Het gaat niet over cliënten.',
    'Wie de bot beheert, kan bij de opslag. In het logboek staan geen namen, antwoorden of toelichtingen.',
  ],
  chooseFirst:
    'Kies je organisatie in je profiel. Dan zie je ook hoe lang ik iets bewaar en waar je met een klacht terechtkunt.',
};
