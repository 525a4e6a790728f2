import type { Indicator } from '../../data/figureRows.js';
import { plural } from './plural.js';

/** Short names of the eight rows, inside a sentence. */
const names: Record<Indicator, string> = {
  talks: 'casuïstieken',
  'partner-contraception': 'anticonceptie via netwerkpartners',
  escalations: 'opgeschaalde casuïstiek',
  'escalated-contraception': 'anticonceptie opgeschaald',
  partners: 'ketenpartners',
  trainings: 'scholingen',
  'attention-officers': 'aandachtsfunctionarissen',
  intervision: 'intervisiebijeenkomsten',
};

/** What a region is told every Monday of the week that ended. */
export const digestNl = {
  names,
  heading: (region: string, week: number, year: number) =>
    `Weekbericht ${region}, week ${week} van ${year}`,
  summary: (week: number) => `Weekbericht week ${week}`,
  changed: (week: number, before: number, changes: string) =>
    `Week ${week} vergeleken met week ${before}: ${changes}.`,
  change: (name: string, n: string, was: string) => `${name} ${n} (was ${was})`,
  figures: (week: number) => `Cijfers van week ${week}`,
  more: (n: number) => `nog ${plural(n, 'andere rij', 'andere rijen')}`,
  same: (week: number, before: number) => `Week ${week} telt hetzelfde als week ${before}.`,
  nothing: (week: number, before: number) =>
    `In week ${week} is niets geteld, net als in week ${before}.`,
  asOf: (days: string, when: string) => `${days}. Zo stond het op ${when}.`,
  untilThen: (year: number, week: number) =>
    `De kolommen ${year} en Sinds start lopen tot en met week ${week}.`,
  live: (late: string) =>
    `Dit bericht blijft zoals het is; de cijfers lopen door. Wijzigt er later iets? Dat zie je bij Cijfers, bijvoorbeeld als “${late}”.`,
  inChannel: 'De cijfers van nu? Typ “cijfers” in je eigen chat met mij.',
};
