import type { Person } from '../../data/person.js';
import { typedInChat, submitted, type SentActivity } from '../bot/activities.js';
import { chatOf } from '../bot/fakeTeams.js';
import { invented } from '../torture/invented.js';
import { USERS, type Player } from './load.js';
import { BEGIN, clickOf, pressed, type Rehearsal } from './rehearsal.js';

const people = (count: number) =>
  Array.from({ length: count }, (_, n) => invented('Professional', n));

/** The case an answer is about. */
const codeIn = (body: string) => /\b[A-Z]{2}-[2-9A-Z]{4}\b/.exec(body)?.[0] ?? '';

/** Goes up and down the five screens of a checklist; every click stores a screen. */
export class ChecklistPlayer implements Player {
  #code = '';
  #version = 1;
  #place = 0;
  #begun = 0;
  readonly #round: Rehearsal['forward'];

  constructor(
    readonly person: Person,
    private readonly rehearsal: Rehearsal,
  ) {
    this.#round = [...rehearsal.forward, ...rehearsal.back];
  }

  get code(): string {
    return this.#code;
  }

  next(): SentActivity {
    const begins = BEGIN[this.#begun];
    if (begins) return clickOf(this.person, begins);
    const step = this.#round[this.#place % this.#round.length];
    if (!step) throw new Error('the rehearsal was empty');
    return this.#click(step);
  }

  heard(body: string): void {
    this.#begun += 1;
    if (this.#begun < BEGIN.length) return;
    if (this.#begun > BEGIN.length) this.#went();
    else this.#code = codeIn(body);
    const shown = `"code":"${this.#code}","version":${this.#version}`;
    if (!body.includes(shown)) throw new Error(`no screen with ${shown}: ${body.slice(0, 300)}`);
  }

  /** Opschalen, on the last screen. */
  escalates(): Player {
    return {
      next: () => this.#click(this.rehearsal.escalate),
      heard: (body) => {
        if (!body.includes('Opgeschaald')) throw new Error(`not escalated: ${body.slice(0, 300)}`);
        // Of so many open checklists two may have gone by one code; the second case gets another.
        this.#code = codeIn(body);
        this.#begun = 1;
        this.#version = 1;
        this.#place = 0;
      },
    };
  }

  #went(): void {
    this.#version += 1;
    this.#place += 1;
  }

  #click(action: Rehearsal['escalate']): SentActivity {
    const data = { ...action.data, code: this.#code, version: this.#version };
    return clickOf(this.person, { ...action, data });
  }
}

/** The turns before the first screen, and as many as there are screens after that. */
export const TO_FIRST_SCREEN = BEGIN.length;
export const TO_LAST_SCREEN = 4;

export function checklistPlayers(rehearsal: Rehearsal, count = USERS): ChecklistPlayer[] {
  return people(count).map((person) => new ChecklistPlayer(person, rehearsal));
}

/** Oppakken, one case after another. */
export class ClaimPlayer implements Player {
  readonly #codes: string[];

  constructor(
    private readonly person: Person,
    codes: readonly string[],
  ) {
    this.#codes = [...codes];
  }

  next(): SentActivity {
    const code = this.#codes.shift();
    if (code === undefined) throw new Error('no case is left');
    return clickOf(this.person, pressed('claim', { code, version: 1 }));
  }

  heard(body: string): void {
    if (!body.includes('Teruggeven')) throw new Error(`not claimed: ${body.slice(0, 300)}`);
  }
}

/** Says something, which is said back. */
export function echoPlayers(): Player[] {
  return people(USERS).map((person) => ({
    next: () => typedInChat(person, `dag, ik ben ${person.name}`),
    heard: () => undefined,
  }));
}

/** Answers the screen of a sample with what somebody would choose on a real one. */
export function waterfallPlayers({ forward }: Rehearsal): Player[] {
  return people(USERS).map((person) => {
    let place = 0;
    return {
      next: () => {
        const action = forward[place % forward.length] ?? pressed('next', {});
        return submitted(person, { id: '1', conversation: chatOf(person) }, action);
      },
      heard: () => {
        place += 1;
      },
    };
  });
}
