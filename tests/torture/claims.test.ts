import { expect, it } from 'vitest';
import { claims } from './claims.js';

it('of coordinators who claim one case at the same moment, one gets it and all hear who', async () => {
  for await (const figure of claims.run({ seed: 1, share: 0.02 })) {
    expect(figure, figure.name).not.toMatchObject({ isMet: false });
  }
});
