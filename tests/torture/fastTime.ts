import timersPromises from 'node:timers/promises';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded before a process in which every hour takes less: its clock, its timers and its time-outs go
 * faster together, on the clock of `fastClock`.
 */
const speed = Number(process.env.FAST_TIME_SPEED);
const epochMs = Number(process.env.FAST_TIME_EPOCH);
const origin = BigInt(process.env.FAST_TIME_ORIGIN ?? 0);

const sinceMs = (begin: bigint) => (Number(process.hrtime.bigint() - begin) / 1e6) * speed;
const began = process.hrtime.bigint();
Date.now = () => Math.floor(epochMs + sinceMs(origin));
performance.now = () => sinceMs(began);

const { setTimeout: timeout, setInterval: interval } = globalThis;
const shortened = (ms: number | undefined) => (ms ?? 0) / speed;
globalThis.setTimeout = Object.assign(
  (act: () => void, ms?: number) => timeout(act, shortened(ms)),
  timeout,
);
globalThis.setInterval = Object.assign(
  (act: () => void, ms?: number) => interval(act, shortened(ms)),
  interval,
);

const giveUpAfter = AbortSignal.timeout.bind(AbortSignal);
AbortSignal.timeout = (ms) => giveUpAfter(Math.ceil(shortened(ms)));

const { setTimeout: wait } = timersPromises;
timersPromises.setTimeout = (ms, value, options) => wait(shortened(ms), value, options);
syncBuiltinESMExports();
