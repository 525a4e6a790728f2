import { expect, it } from 'vitest';
import type { Engine } from './engine.js';
import { count, OFFERED, sums } from './examples.js';

export function describeClosing(engine: Engine): void {
  const { reopen, figures } = engine;

  it('finishes what is under way when it is closed', async () => {
    const answers = [1, 2, 3].map(() => engine.repository.commit(count(1)));
    await engine.repository.close();
    expect(await Promise.all(answers)).toEqual(answers.map(() => ({ ok: true })));
    await reopen();
    expect(await figures()).toEqual(sums([{ ...OFFERED, n: 3 }]));
  });

  it('says that all is well, and closes twice without complaint', async () => {
    expect(engine.repository.readOnlyBecause()).toBeUndefined();
    await engine.repository.close();
    await engine.repository.close();
    await expect(engine.repository.commit(count(1))).rejects.toThrow();
    await reopen();
    expect(await figures()).toEqual({});
  });
}
