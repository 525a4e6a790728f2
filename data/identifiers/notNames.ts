/** Words with a capital that are no names: how sentences go on after a title, and what stands for care. */
const WORDS = new Set(
  (
    'aan achter afgelopen al alles als altijd anticonceptie bij cliënt cliënte daar daarna daarom ' +
    'dat de deze die dit dochter dus een eerst eerder en er geen graag had heb hebben heeft het hij hoe ' +
    'huisarts ik in is je kan kinderen kinderwens komt liever maar mag meneer met mevrouw mijn misschien moeder moet ' +
    'morgen na naar nee niet nog nu of om onbekend ook op over partner samen soms straks te toen tot ' +
    'uit vader van vandaag verder vervolg volgens volgende voor waar wanneer want wat we wel werd weer wie wij woont ' +
    'ze zegt zij zijn zo zou zwanger ' +
    'after and are but does for from has have her his how if it its no not on she that the their then there they this to unknown was what ' +
    'when who with yes you ' +
    'af azc bsn bw cjg coa cov ggd ggz ic id iud jgz msk ots pl poh roc soa svb uwv wlz wmo ' +
    'gemeente ramadan stichting teams veilig'
  ).split(' '),
);

/** Where people come from, what they speak and believe; Dutch writes that with a capital. */
const ORIGINS =
  /^(?:afghaans|afrikaans|albanees|amerikaans|antilliaans|arabisch|arubaans|aziatisch|belgisch|berbers|boeddhis|bosnisch|braziliaans|brits|bulgaars|chinees|christelijk|christen|colombiaans|curaçaos|dominicaans|duits|engels|eritrees|ethiopisch|europees|filipijns|franse|gambiaans|ghanees|grieks|hindoe|hindoestaans|hongaars|indiaas|indonesisch|iraaks|iraans|irakees|islamitisch|italiaans|joods|kaapverdisch|katholiek|koerdisch|kroatisch|marokkaans|moluks|moslim|nederlands|nigeriaans|oegandees|oekraïens|pakistaans|palestijns|pools|portugees|rooms-katholiek|roemeens|russisch|servisch|slowaaks|soedanees|somalisch|spaans|surinaams|syrisch|thais|tigrinya|tsjechisch|turks|venezolaans|vietnamees|afghan|african|american|arab|arabic|british|bulgarian|catholic|chinese|dutch|english|eritrean|ethiopian|european|french|german|ghanaian|hindu|hungarian|iranian|iraqi|italian|jewish|kurdish|moroccan|muslim|nigerian|pakistani|polish|portuguese|romanian|russian|somali|spanish|sudanese|surinamese|syrian|turkish|ukrainian)(?:e|a|s|se|t|te)?$|^jehova/;

/** Things that are called something: what follows is the name of a thing, not of a person. */
const THINGS =
  'afdeling app boek boekje clinic course cursus dorp drug folder gemeente groep hond huis instelling interventie kat kliniek locatie medicijn merk ' +
  'method methode middel opvang organisatie organisation pil pill praktijk praatplaat program programma programme project school shelter site spiraal ' +
  'straat team traject training website wijk workshop ziekenhuis';
const A_THING = `(?:${THINGS.replaceAll(' ', '|')})`;
const NAMED_THING = new RegExp(`(?:naam|name)\\b.*\\b${A_THING}\\b`, 'i');
/** Only right before the verb: “het middel heet”, but not “het kind heet”. */
const SUBJECT = new RegExp(`\\b(?:${A_THING}|dat|dit|het),? $`, 'i');
const CALLED =
  /^(?:heet|heette|heten|geheten|genaamd|alias|named|is called|are called|known as)\b/i;

/** Names as well, but hardly when a whole sentence is in capitals. */
const IN_CAPITALS = /^(?:BELT|DENKT|GAAT|KRIJGT|NEEMT|TWIJFELT|VRAAGT|WIL|ZIT)$/;

export function isNoName(word: string): boolean {
  return WORDS.has(word.toLowerCase()) || IN_CAPITALS.test(word);
}

/** Engels and Grieks are surnames too: this counts where no title stands before it. */
export function isOrigin(word: string): boolean {
  return ORIGINS.test(word.toLowerCase());
}

/** Whether what leads up to a name, and what stands before that, speak of a thing. */
export function namesThing(before: string, leadUp: string): boolean {
  return NAMED_THING.test(leadUp) || (CALLED.test(leadUp) && SUBJECT.test(before));
}
