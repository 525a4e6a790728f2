import { z } from 'zod/v4';

const command = z.object({ title: z.string(), description: z.string() });

const bot = z.looseObject({
  botId: z.string(),
  scopes: z.array(z.string()),
  isNotificationOnly: z.boolean(),
  commandLists: z.array(z.object({ scopes: z.array(z.string()), commands: z.array(command) })),
});

/** What is looked at here; the whole of it is checked against the published schema. */
export const manifestSchema = z.looseObject({
  $schema: z.string(),
  manifestVersion: z.string(),
  version: z.string(),
  id: z.string(),
  developer: z.object({
    name: z.string(),
    websiteUrl: z.string(),
    privacyUrl: z.string(),
    termsOfUseUrl: z.string(),
  }),
  localizationInfo: z.object({
    defaultLanguageTag: z.string(),
    additionalLanguages: z.array(z.object({ languageTag: z.string(), file: z.string() })),
  }),
  name: z.object({ short: z.string(), full: z.string() }),
  description: z.object({ short: z.string(), full: z.string() }),
  icons: z.object({ color: z.string(), outline: z.string() }),
  accentColor: z.string(),
  defaultInstallScope: z.string(),
  bots: z.tuple([bot]),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** A text of the manifest in another language, by its path there. */
export const translationSchema = z.object({ $schema: z.string() }).catchall(z.string());
export type Translation = z.infer<typeof translationSchema>;
