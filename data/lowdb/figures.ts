import { Counts, type Contribution } from '../counting.js';

interface Figure {
  contribution: Contribution;
  n: number;
}

/** Every region's figures, kept up with each change. */
export class Figures {
  readonly #regions = new Map<string, Map<string, Figure>>();
  /** What each record adds to; working it out again would cost more than keeping it. */
  readonly #ofRecords = new Map<string, { figure: Figure; n: number }[]>();

  /** What hangs on no record. */
  addLoose(region: string, contribution: Contribution, n: number): void {
    this.#figure(region, contribution).n += n;
  }

  add(record: string, region: string, contributions: readonly Contribution[]): void {
    const added = contributions.map((contribution) => {
      const { n = 1 } = contribution;
      return { figure: this.#figure(region, contribution), n };
    });
    for (const { figure, n } of added) figure.n += n;
    this.#ofRecords.set(record, added);
  }

  remove(record: string): void {
    for (const { figure, n } of this.#ofRecords.get(record) ?? []) figure.n -= n;
    this.#ofRecords.delete(record);
  }

  /** A copy: it stays as it is when cases change. Some thousands of additions after ten years. */
  of(region: string): Counts {
    const counts = new Counts();
    for (const { contribution, n } of this.#regions.get(region)?.values() ?? []) {
      if (n !== 0) counts.add(contribution, n);
    }
    return counts;
  }

  #figure(region: string, contribution: Contribution): Figure {
    const figures = this.#regions.get(region) ?? new Map<string, Figure>();
    this.#regions.set(region, figures);
    const key = `${contribution.row} ${contribution.period}`;
    const figure = figures.get(key) ?? { contribution, n: 0 };
    figures.set(key, figure);
    return figure;
  }
}
