/**
 * Does what may outlast a turn: it begins when what earlier turns left going about the same has ended,
 * and what later ones do about it waits likewise.
 */
export type Lasting = <T>(about: string, act: () => Promise<T>) => Promise<T>;

/**
 * What processes that share a store agree on. There is one for each process; with an engine for a
 * single process there is nothing to agree on.
 */
export interface Instances {
  /**
   * Whoever asks first goes first, in whichever process: resolves when it is `act`'s turn and it is
   * done. Who hangs is passed by after a while, and when nobody can tell who is first all go: it is
   * the order that this gives, not safety.
   */
  inOrder<T>(key: string, act: (lasting: Lasting) => Promise<T>): Promise<T>;
  /**
   * Takes, or keeps, the duty for so many milliseconds from now: what may be done in one process at a
   * time. False while another process has it.
   */
  takeDuty(ms: number): Promise<boolean>;
  /** So that another can take it at once. */
  leaveDuty(): Promise<void>;
  /** Says something to the other processes; what nobody hears is lost. */
  tell(message: string): Promise<void>;
  /** What the others say; nothing when something may have been said that was not heard. */
  onTold(hear: (message: string | undefined) => void): void;
  close(): Promise<void>;
}

/** There are no others. */
export const ONE_INSTANCE: Instances = {
  inOrder: (_key, act) => act((_about, lasting) => lasting()),
  takeDuty: () => Promise.resolve(true),
  leaveDuty: () => Promise.resolve(),
  tell: () => Promise.resolve(),
  onTold: () => undefined,
  close: () => Promise.resolve(),
};
