import { z } from 'zod/v4';
import type { Files } from './buildFiles.js';
import { manifestSchema, translationSchema } from './manifest.js';
import type { Manifest, Translation } from './manifest.js';
import { decodePng, type Image } from './png.js';

/** A package as it would be unpacked; what is checked is what is in the files. */
export interface AppPackage {
  files: Files;
  manifest: Manifest;
  /** By language tag. */
  translations: Record<string, Translation>;
  icons: { color: Image; outline: Image };
}

/** Throws when a file is missing or cannot be read: then there is no package to check. */
export function readPackage(files: Files): AppPackage {
  const manifest = manifestSchema.parse(jsonIn(files, 'manifest.json'));
  const { color, outline } = manifest.icons;
  const translations = manifest.localizationInfo.additionalLanguages.map(
    ({ languageTag, file }) => [languageTag, translationSchema.parse(jsonIn(files, file))] as const,
  );
  return {
    files,
    manifest,
    translations: Object.fromEntries(translations),
    icons: { color: decodePng(fileIn(files, color)), outline: decodePng(fileIn(files, outline)) },
  };
}

function jsonIn(files: Files, name: string): unknown {
  return z.json().parse(JSON.parse(Buffer.from(fileIn(files, name)).toString('utf8')));
}

function fileIn(files: Files, name: string): Uint8Array {
  const file = files[name];
  if (!file) throw new Error(`the package has no ${name}`);
  return file;
}
