import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { regionSchema } from '../../data/region.js';
import { SANNE } from '../builders.js';

const NAME = 'hollands-midden.json';
const EXAMPLE = new URL(`../../data/regions/${NAME}`, import.meta.url);

/** The example region with Sanne in every role at once: the Playground's page shows only her. */
export async function writeRegionWithEveryRole(directory: string): Promise<void> {
  const region = regionSchema.parse(JSON.parse(await readFile(EXAMPLE, 'utf8')));
  const me = { aadObjectId: SANNE.aadObjectId, name: SANNE.name };
  const everything = {
    ...region,
    coordinators: [...region.coordinators, me],
    projectLeaders: [...region.projectLeaders, me],
  };
  await mkdir(directory, { recursive: true });
  await writeFile(path.join(directory, NAME), JSON.stringify(everything));
}

/** The example region as it is: there Sanne is a professional. */
export async function writeExampleRegion(directory: string): Promise<void> {
  await copyFile(EXAMPLE, path.join(directory, NAME));
}
