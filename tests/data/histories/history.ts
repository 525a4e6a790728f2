import { Settings } from 'luxon';
import { seeded } from '../../seeded.js';
import { dayNumber, midnight } from './calendar.js';
import { step } from './steps.js';
import { World, type Store } from './world.js';

/** Long enough for two years to go by. */
export const STEPS = 240;
const LOOKS = 4;

/** Servers stand anywhere; no figure may hang on where. */
const ZONES = ['utc', 'Europe/Amsterdam', 'America/New_York', 'Pacific/Auckland'];

/**
 * Some two years in two regions, the same for the same seed. Now and then it stops to be looked at;
 * who looks may have opened the store anew.
 */
export async function live(
  seed: number,
  store: Store,
  look: (world: World) => Promise<Store>,
): Promise<World> {
  const pick = seeded(seed);
  const begun = dayNumber(2025, 9, 1) + pick([0, 50, 100, 150, 200, 300]);
  const world = new World(store, pick, midnight(begun) + 36_000_000);
  const { defaultZone } = Settings;
  Settings.defaultZone = pick(ZONES);
  try {
    for (let n = 1; n <= STEPS; n += 1) {
      await step(world);
      if (n % (STEPS / LOOKS) === 0) world.store = await look(world);
    }
  } finally {
    Settings.defaultZone = defaultZone;
  }
  return world;
}
