import { SingleBar } from 'cli-progress';
import type { Terminal } from './commandLine.js';

export interface Progress {
  /** So many are done by now. */
  to: (done: number) => void;
  end: () => void;
}

/** A bar for whoever watches, a line for every tenth part for a log. */
export function showProgress(total: number, terminal: Terminal): Progress {
  return terminal.isWatched ? bar(total) : lines(total, terminal);
}

function bar(total: number): Progress {
  const format = 'Storing {bar} {percentage}% | {value} of {total} | {eta_formatted} left';
  // The terminal is left as it is, so that Ctrl+C has nothing to put back.
  const shown = new SingleBar({ format, hideCursor: false, linewrap: true });
  shown.start(total, 0);
  return {
    to: (done) => {
      shown.update(done);
    },
    end: () => {
      shown.stop();
    },
  };
}

function lines(total: number, { complain }: Terminal): Progress {
  let told = 0;
  return {
    to: (done) => {
      const tenth = Math.floor((10 * done) / total);
      if (tenth > told) complain(`${done} of ${total} stored`);
      told = tenth;
    },
    end: () => undefined,
  };
}
