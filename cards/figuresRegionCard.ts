import type { FigurePeriod } from '../data/figurePeriods.js';
import { periodKey } from '../data/periods.js';
import type { Region } from '../data/region.js';
import { button } from './button.js';
import type { Reader } from './context.js';
import { note } from './formCard.js';
import { listCard } from './listCard.js';
import type { Card } from './render.js';

/** For who reads the figures of several regions: of which one now. */
export function figuresRegionCard(
  { words, language }: Reader,
  regions: readonly Pick<Region, 'id' | 'name'>[],
  period: FigurePeriod,
): Card {
  const { figures, buttons } = words;
  return listCard({
    lang: language,
    heading: buttons.figures,
    notes: [note(figures.whichRegion)],
    rows: regions.map(({ id, name }) => ({
      title: name,
      status: '',
      lines: [],
      button: button(figures.ofRegion(name), 'figures', { region: id, period: periodKey(period) }),
    })),
    buttons: [],
  });
}
