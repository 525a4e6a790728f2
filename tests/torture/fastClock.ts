import { NOW } from '../builders.js';

/** A clock that goes faster, the same in every process that is started with `environment`. */
export class FastClock {
  readonly #origin = process.hrtime.bigint();
  readonly #epochMs = NOW.plus({ days: 1, hours: 4 }).toMillis();

  constructor(readonly speed: number) {}

  nowMs(): number {
    const passed = Number(process.hrtime.bigint() - this.#origin) / 1e6;
    return this.#epochMs + passed * this.speed;
  }

  async wait(ms: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, ms / this.speed));
  }

  /** For `fastTime`. */
  environment(): Record<string, string> {
    return {
      FAST_TIME_SPEED: String(this.speed),
      FAST_TIME_EPOCH: String(this.#epochMs),
      FAST_TIME_ORIGIN: String(this.#origin),
    };
  }
}
