import type { AppPackage } from '../readPackage.js';

/** One rule of the Teams store that a machine can check without a network. */
export interface Rule {
  /** A sentence; it is also the name of its test. */
  rule: string;
  /** Where it is written. */
  source: string;
  /** What breaks it; nothing when it is kept. */
  problems: (pack: AppPackage) => readonly string[] | Promise<readonly string[]>;
}

const LEARN = 'https://learn.microsoft.com';
const TEAMS = `${LEARN}/microsoftteams/platform/concepts`;
export const GUIDELINES = `${TEAMS}/deploy-and-publish/appsource/prepare/teams-store-validation-guidelines`;
export const CHECKLIST = `${TEAMS}/deploy-and-publish/appsource/prepare/submission-checklist`;
export const PACKAGE = `${TEAMS}/build-and-test/apps-package`;
export const TRANSLATING = `${TEAMS}/build-and-test/apps-localization`;
export const ICONS = `${TEAMS}/design/design-teams-app-icon-store-appbar`;
export const SCHEMA = `${LEARN}/microsoft-365/extensibility/schema`;

/** What `text` says of `pattern`, for a message. */
export function found(place: string, text: string, pattern: RegExp): string[] {
  const match = pattern.exec(text);
  return match ? [`${place} says “${match[0]}”`] : [];
}
