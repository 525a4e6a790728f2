import { expect, it } from 'vitest';
import { clicks } from './clicks.js';

it('a click that is delivered more than once has one effect, and every copy is answered with the present state', async () => {
  for await (const figure of clicks.run({ seed: 1, share: 0.05 })) {
    expect(figure, figure.name).not.toMatchObject({ isMet: false });
  }
});
