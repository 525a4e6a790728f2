import { AppManifestUtils } from '@microsoft/app-manifest';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod/v4';
import type { AppPackage } from './readPackage.js';

/** The package's types know manifests only; its check takes any document with any schema. */
type Validate = (document: unknown, schema: unknown) => Promise<string[]>;
const validate = AppManifestUtils.validateAgainstSchema.bind(AppManifestUtils) as Validate;

/** The validator's folder `build`, where its copies of the schemas are. */
const BUILD = dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest'));
const PUBLISHED = 'https://developer.microsoft.com/';

/** What Microsoft's own validator says, file by file. */
export async function schemaProblems({ manifest, translations }: AppPackage): Promise<string[]> {
  const documents = { 'manifest.json': manifest, ...translations };
  const checks = Object.entries(documents).map(async ([name, document]) => {
    const schema = await publishedSchema(document.$schema);
    if (schema === undefined) return [`${name}: no validator here knows ${document.$schema}`];
    return (await validate(document, schema)).map((problem) => `${name}: ${problem}`);
  });
  return (await Promise.all(checks)).flat();
}

/** The copy that came with the validator: left to itself it would fetch what it does not have. */
async function publishedSchema(address: string): Promise<unknown> {
  if (!address.startsWith(PUBLISHED)) return undefined;
  const path = join(BUILD, address.slice(PUBLISHED.length));
  return readFile(path, 'utf8').then(
    (text) => withUsablePatterns(schemaFile.parse(JSON.parse(text))),
    () => undefined,
  );
}

const schemaFile = z.looseObject({ patternProperties: z.record(z.string(), z.json()).optional() });

/**
 * Of translations, Microsoft writes some keys in a way that its own validator cannot compile (a lone
 * `]`, for activities). Without them, a key that only they allow counts as unknown.
 */
function withUsablePatterns(schema: z.infer<typeof schemaFile>): unknown {
  const patterns = Object.entries(schema.patternProperties ?? {});
  const usable = patterns.filter(([pattern]) => compiles(pattern));
  return { ...schema, patternProperties: Object.fromEntries(usable) };
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}
