import { expect, it } from 'vitest';
import { createQueue } from '../../bot/queue.js';

/** A turn that ends when it is told to. */
function aTurn(happened: string[], name: string) {
  let end: (error?: Error) => void = () => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    end = (error) => {
      if (error) reject(error);
      else resolve();
    };
  });
  const run = async () => {
    happened.push(`${name} starts`);
    await ended;
    happened.push(`${name} ends`);
    return name;
  };
  return { run, end };
}

/** Everything that can happen without anybody ending a turn has happened. */
const quiet = () => new Promise((resolve) => setImmediate(resolve));

it('runs the turns of one conversation one after another', async () => {
  const inOrder = createQueue();
  const happened: string[] = [];
  const turns = ['one', 'two', 'three'].map((name) => aTurn(happened, name));
  const answers = turns.map(({ run }) => inOrder('a:sanne', run));
  await quiet();
  expect(happened).toEqual(['one starts']);
  for (const { end } of turns) end();
  expect(await Promise.all(answers)).toEqual(['one', 'two', 'three']);
  expect(happened).toEqual(
    ['one', 'two', 'three'].flatMap((name) => [`${name} starts`, `${name} ends`]),
  );
});

it('does not let another conversation wait', async () => {
  const inOrder = createQueue();
  const happened: string[] = [];
  const slow = aTurn(happened, 'slow');
  const waiting = inOrder('a:sanne', slow.run);
  const quick = aTurn(happened, 'quick');
  quick.end();
  expect(await inOrder('a:tom', quick.run)).toBe('quick');
  slow.end();
  await waiting;
});

it('goes on after a turn that failed, and only who asked for it hears of that', async () => {
  const inOrder = createQueue();
  const happened: string[] = [];
  const first = aTurn(happened, 'first');
  const failing = inOrder('a:sanne', first.run);
  const second = aTurn(happened, 'second');
  second.end();
  const following = inOrder('a:sanne', second.run);
  first.end(new Error('broken'));
  await expect(failing).rejects.toThrow('broken');
  expect(await following).toBe('second');
});

it('goes on after a turn that throws before it waits for anything', async () => {
  const inOrder = createQueue();
  const thrower = () => {
    throw new Error('at once');
  };
  await expect(inOrder('a:sanne', thrower)).rejects.toThrow('at once');
  expect(await inOrder('a:sanne', () => Promise.resolve('fine'))).toBe('fine');
});

it('keeps the order when a turn asks for another one', async () => {
  const inOrder = createQueue();
  const happened: string[] = [];
  let inner: Promise<unknown> = Promise.resolve();
  await inOrder('a:sanne', async () => {
    inner = inOrder('a:sanne', () => Promise.resolve(happened.push('inner')));
    await quiet();
    happened.push('outer');
  });
  await inner;
  expect(happened).toEqual(['outer', 'inner']);
});
