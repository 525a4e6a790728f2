import { contributions, Counts, type Contribution } from '../counting.js';
import type { Case } from '../case.js';

interface Figure {
  contribution: Contribution;
  n: number;
}

/** Every region's figures, kept up with each change. */
export class Figures {
  readonly #regions = new Map<string, Map<string, Figure>>();
  /** What each case adds to; working it out again would cost more than keeping it. */
  readonly #ofCases = new Map<string, Figure[]>();

  add(region: string, contribution: Contribution, n: number): void {
    this.#figure(region, contribution).n += n;
  }

  addCase(subject: Case): void {
    const figures = contributions(subject).map((one) => this.#figure(subject.region, one));
    for (const figure of figures) figure.n += 1;
    this.#ofCases.set(subject.code, figures);
  }

  removeCase(code: string): void {
    for (const figure of this.#ofCases.get(code) ?? []) figure.n -= 1;
    this.#ofCases.delete(code);
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
