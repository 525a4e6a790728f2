import { buildFiles } from '../../appPackage/buildFiles.js';
import { readInstallation, type Installation } from '../../appPackage/installation.js';
import { readPackage, type AppPackage } from '../../appPackage/readPackage.js';

export const PACKAGE_JSON = JSON.stringify({ name: 'nnz-bot', version: '1.4.0' });

/** Everything `npm run package` asks of an installation. */
export const ENVIRONMENT = {
  MICROSOFT_APP_ID: '6f2b1c84-93d7-4a50-8e1f-2c7d5b9a0e63',
  DEVELOPER_NAME: 'GGD Voorbeeld',
  DEVELOPER_WEBSITE: 'https://www.example.nl/nnz',
  PRIVACY_URL: 'https://www.example.nl/nnz/privacy',
  TERMS_URL: 'https://www.example.nl/nnz/voorwaarden',
};

export function anInstallation(env: Record<string, string | undefined> = {}): Installation {
  const read = readInstallation({ ...ENVIRONMENT, ...env }, PACKAGE_JSON);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.installation;
}

/** A package as it is made, with what a test changes about it. */
export function aPackage(change: (pack: AppPackage) => void = () => undefined): AppPackage {
  const pack = readPackage(buildFiles(anInstallation()));
  change(pack);
  return pack;
}
