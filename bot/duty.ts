import type { Instances } from '../data/instances.js';
import { every } from './every.js';
import type { Log } from './log.js';

/** Whether this process does what one process at a time may do. */
export interface Duty {
  isOn(): boolean;
}

export interface DutyKeeper extends Duty {
  /**
   * Resolves when it is known whether this process is on duty. Whenever it comes to be, `begin` is
   * called; what that gives back, when it no longer is.
   */
  start(begin: () => () => Promise<void>): Promise<void>;
  /** Ends what was begun; then another process can take over. */
  stop(): Promise<void>;
}

const TAKEN_EVERY_MS = 2_000;
const LEASE_MS = 30_000;
/** What is begun at the last moment has ended when another process may begin. */
const LONGEST_STEP_MS = 20_000;

/** One process is on duty: this one, or another until that stops, is killed or hangs. */
export function createDuty({ instances, log }: { instances: Instances; log: Log }): DutyKeeper {
  let onUntil = -Infinity;
  let end: (() => Promise<void>) | undefined;
  let stopLooking: (() => Promise<void>) | undefined;
  const isOn = () => performance.now() < onUntil;

  async function take(): Promise<void> {
    const asked = performance.now();
    const isTaken = await instances.takeDuty(LEASE_MS);
    onUntil = isTaken ? asked + LEASE_MS - LONGEST_STEP_MS : -Infinity;
  }

  async function look(begin: () => () => Promise<void>): Promise<void> {
    try {
      await take();
    } catch (error) {
      log.warn({ err: error }, 'cannot tell who is on duty');
    }
    if (isOn() === (end !== undefined)) return;
    log.info({ isOn: isOn() }, 'duty');
    if (end) await leave();
    else end = begin();
  }

  async function leave(): Promise<void> {
    const ending = end?.();
    end = undefined;
    await ending;
  }

  return {
    isOn,
    async start(begin) {
      await look(begin);
      stopLooking = every(TAKEN_EVERY_MS, () => look(begin));
    },
    async stop() {
      await stopLooking?.();
      await leave();
      onUntil = -Infinity;
      try {
        await instances.leaveDuty();
      } catch (error) {
        log.warn({ err: error }, 'another process takes over in a while');
      }
    },
  };
}
