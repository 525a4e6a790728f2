import type { AppPackage } from '../readPackage.js';
import { GUIDELINES, type Rule } from './rule.js';

const PRIVACY = `${GUIDELINES}#privacy-policy`;

/** Names that never lead anywhere, or only for as long as a developer is at work. */
const NOWHERE = [
  /^localhost$|\.(localhost|local|internal|test|invalid|example)$/,
  /(^|\.)(example\.(com|net|org)|contoso\.com)$/,
  /(^|\.)(ngrok(-free)?\.(io|app|dev)|devtunnels\.ms|loca\.lt|trycloudflare\.com|serveo\.net)$/,
  /^\d{1,3}(\.\d{1,3}){3}$|^\[/,
  /^[^.]+$/,
];
const TRIAL = /(^|[.-])(alpha|beta|dev|preview|staging|stage|test|uat|acc|acceptatie)([.-]|$)/;
const MARKETPLACE = /(^|\.)(appsource|azuremarketplace|marketplace)\.microsoft\.com$/;

export const DEVELOPER_RULES: readonly Rule[] = [
  {
    rule: 'Website, privacy statement and terms of use are https pages',
    source: `${GUIDELINES}#terms-of-use`,
    problems: (pack) => where(pack, (url) => url.protocol !== 'https:'),
  },
  {
    rule: 'Website, privacy statement and terms of use are three different pages',
    source: PRIVACY,
    problems: ({ manifest }) => {
      const pages = Object.values(pagesOf(manifest.developer)).map((page) => page.toLowerCase());
      return new Set(pages).size === pages.length ? [] : ['two of them are the same page'];
    },
  },
  {
    rule: 'The pages of the developer can be opened by anybody: a real host, no sign-in in the link',
    source: `${GUIDELINES}#support-links`,
    problems: (pack) =>
      where(pack, (url) => url.username !== '' || NOWHERE.some((name) => name.test(url.hostname))),
  },
  {
    rule: 'The pages of the developer are no trial versions',
    source: PRIVACY,
    problems: (pack) => where(pack, ({ hostname }) => TRIAL.test(hostname)),
  },
  {
    rule: 'The pages of the developer are no pages of a marketplace',
    source: PRIVACY,
    problems: (pack) => where(pack, ({ hostname }) => MARKETPLACE.test(hostname)),
  },
];

const pagesOf = ({
  websiteUrl,
  privacyUrl,
  termsOfUseUrl,
}: AppPackage['manifest']['developer']) => ({
  websiteUrl,
  privacyUrl,
  termsOfUseUrl,
});

function where({ manifest }: AppPackage, isWrong: (url: URL) => boolean): string[] {
  return Object.entries(pagesOf(manifest.developer))
    .filter(([, page]) => !URL.canParse(page) || isWrong(new URL(page)))
    .map(([name, page]) => `developer.${name} is ${page}`);
}
