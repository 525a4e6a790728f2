import { describe, expect, it } from 'vitest';
import { readSurroundings } from '../../bot/commandLine.js';

describe('what a command beside the bot takes from its environment', () => {
  it('is where the data and the regions are, and nothing of Teams', () => {
    expect(readSurroundings({})).toMatchObject({
      ...{ ok: true, config: { dataDir: '.data' }, regions: [{ id: 'hollands-midden' }] },
    });
    expect(readSurroundings({ DATA_DIR: ' /srv ', MICROSOFT_APP_ID: 'x' })).toMatchObject({
      ...{ ok: true, config: { dataDir: '/srv' } },
    });
  });

  it.each([
    [{ REGIONS_DIR: '/nowhere' }, '/nowhere: holds no region file (*.json)'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL is not an address of PostgreSQL'],
  ])('%j is refused: %s', (env, problem) => {
    const read = readSurroundings(env);
    expect(read.ok ? [] : read.problems).toEqual([expect.stringContaining(problem)]);
  });
});
