import { expect, it } from 'vitest';
import { order } from './order.js';

it('turns of one conversation are taken in the order they came, and hold up nobody elsewhere', async () => {
  for await (const figure of order.run({ seed: 1, share: 0.3 })) {
    expect(figure, figure.name).not.toMatchObject({ isMet: false });
  }
});
