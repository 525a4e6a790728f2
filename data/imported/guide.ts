import {
  ELSEWHERE,
  OUTCOMES,
  REASONS,
  type Elsewhere,
  type Outcome,
  type Reason,
} from '../checklist.js';
import {
  DOMAINS,
  ORGANISATION_TYPES,
  type Domain,
  type OrganisationType,
  type Region,
} from '../region.js';

/** The words people use for our ids. */
export interface ImportWords {
  domains: Record<Domain, readonly string[]>;
  organisationTypes: Record<OrganisationType, string>;
  elsewhere: Record<Elsewhere, string>;
  reasons: Record<Reason, string>;
  outcomes: Record<Outcome, string>;
}

/** By what a row is read. */
export interface ImportGuide {
  region: Region;
  /** `YYYY-MM-DD` */
  today: string;
  domains: Choices<Domain>;
  organisationTypes: Choices<OrganisationType>;
  municipalities: Choices<string>;
  organisations: Choices<string>;
  reasons: Choices<Reason>;
  outcomes: Choices<Outcome>;
}

/** Ids by everything that may be written for them. */
export type Choices<T> = ReadonlyMap<string, T>;

export function importGuide(region: Region, today: string, words: ImportWords): ImportGuide {
  const named = (rows: readonly { id: string; name: string }[]) =>
    rows.flatMap(({ id, name }) => [[id, id] as const, [name, id] as const]);
  const elsewhere = titled(ELSEWHERE, (id) => [words.elsewhere[id]]);
  return {
    region,
    today,
    domains: choices(titled(DOMAINS, (id) => words.domains[id])),
    organisationTypes: choices(titled(ORGANISATION_TYPES, (id) => [words.organisationTypes[id]])),
    municipalities: choices<string>([...elsewhere, ...named(region.municipalities)]),
    organisations: choices<string>(named(region.organisations)),
    reasons: choices(titled(REASONS, (id) => [words.reasons[id]])),
    outcomes: choices(titled(OUTCOMES, (id) => [words.outcomes[id]])),
  };
}

function titled<T extends string>(ids: readonly T[], titles: (id: T) => readonly string[]) {
  return ids.flatMap((id) => [id, ...titles(id)].map((text) => [text, id] as const));
}

export function choices<T>(rows: readonly (readonly [text: string, id: T])[]): Choices<T> {
  return new Map(rows.map(([text, id]) => [folded(text), id]));
}

/** As it is compared: however it is capitalised and spaced. */
export const folded = (text: string) =>
  text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
