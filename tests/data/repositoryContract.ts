import { describe } from 'vitest';
import { describeBehind } from './contract/behind.js';
import { describeChanges } from './contract/changes.js';
import { describeClosing } from './contract/closing.js';
import { describeCopies } from './contract/copies.js';
import { openedForEach, type Engine, type Opened } from './contract/engine.js';
import { describeErasing } from './contract/erasing.js';
import { describeExpiry } from './contract/expiry.js';
import { describeFigures } from './contract/figures.js';
import { describeHistories } from './contract/histories.js';
import { describeImported } from './contract/imported.js';
import { describeLists } from './contract/lists.js';
import { describeRecords } from './contract/records.js';
import { describeRepeats } from './contract/repeats.js';
import { describeWaiting } from './contract/waiting.js';

const PARTS: readonly ((engine: Engine) => void)[] = [
  describeRecords,
  describeChanges,
  describeRepeats,
  describeExpiry,
  describeFigures,
  describeHistories,
  describeImported,
  describeCopies,
  describeLists,
  describeBehind,
  describeWaiting,
  describeErasing,
  describeClosing,
];

/** What every engine promises. `open` gives an empty store of its own for each test. */
export function describeRepository(name: string, open: () => Promise<Opened>): void {
  describe(name, () => {
    const engine = openedForEach(open);
    for (const describePart of PARTS) describePart(engine);
  });
}
