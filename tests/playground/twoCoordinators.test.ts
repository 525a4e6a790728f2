import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBuiltStage } from './builtStage.js';
import {
  atTheSameMoment,
  cardsIn,
  chooseOrganisation,
  escalate,
  linkChannel,
  PATIENCE_MS,
  says,
  threadOf,
  untilCardSays,
  untilThreadHas,
  type Escalated,
} from './coordinatorScenes.js';
import type { InvokeAnswer, PersonHandle, SeenMessage } from './playgroundClient.js';
import { answerText, has, onOneLine } from './says.js';
import type { Stage } from './stage.js';

const CLAIMS = 20;
const GIVEN_BACK = 8;
const OFFERS = 8;
const LONG = { timeout: 600_000 };

let stage: Stage;
let meryem: PersonHandle;
let joost: PersonHandle;
let sanne: PersonHandle;

beforeAll(async () => {
  stage = await openBuiltStage();
  meryem = stage.playground.person('Meryem Kaya');
  joost = stage.playground.person('Joost Vermeer');
  sanne = stage.playground.person('Sanne de Wit');
  await linkChannel(meryem);
  await chooseOrganisation(sanne);
});

afterAll(() => stage.close());

/** Where each of two clicks: in one chat the bot takes them in order, in two it cannot. */
const PLACES = [
  ['channel', 'channel'],
  ['channel', 'own chat'],
  ['own chat', 'channel'],
  ['own chat', 'own chat'],
] as const;
type Where = (typeof PLACES)[number][number];

/** Round by round who sends first and where they click: every combination comes by. */
function setting(round: number) {
  const people = round % 2 === 0 ? ([meryem, joost] as const) : ([joost, meryem] as const);
  const places = PLACES[Math.floor(round / 2) % PLACES.length] ?? PLACES[0];
  return { people, places };
}

async function cardAt(where: Where, person: PersonHandle, { code, card }: Escalated) {
  return where === 'channel' ? stage.playground.latest(card) : says(person, code);
}

const clickOn = (person: PersonHandle, activity: SeenMessage, title: string) => () =>
  person.click({ activity, card: activity.card, title });

/**
 * Two clicks that reach the bot together. In every third round it has just been started: both then
 * wait for Teams to tell who is in the team, so that both read the case before either changes it.
 */
async function together(round: number, clicks: readonly (() => Promise<InvokeAnswer>)[]) {
  if (round % 3 === 2) await stage.rebuildBot();
  return atTheSameMoment(stage, clicks);
}

const said = (answer: InvokeAnswer) => onOneLine(answerText(answer));
const held = ({ account }: PersonHandle) => `Opgepakt door: ${account.name}`;
const claimed = ({ account }: PersonHandle) => `opgepakt door ${account.name}`;
const givenBack = ({ account }: PersonHandle) => `teruggegeven door ${account.name}`;
const isFirst = ({ account }: PersonHandle) => `${account.name} heeft deze casus al opgepakt.`;

/** One card in the channel, the one that was posted, changed in its place. */
function expectOneCard(escalated: Escalated): void {
  const cards = cardsIn(stage, escalated);
  expect(cards.map(({ id }) => id)).toEqual([escalated.card.id]);
  expect(cards[0]?.updates).toBeGreaterThan(0);
}

/** Who holds the case asks for one more line; what stands above it is then all there is. */
async function expectThread(holder: PersonHandle, escalated: Escalated, lines: string[]) {
  await untilCardSays(stage, escalated, held(holder));
  await holder.click({ activity: escalated.card, title: 'Teruggeven' });
  await untilThreadHas(stage, escalated, lines.length + 1);
  await untilCardSays(stage, escalated, '[Oppakken]');
  expect(threadOf(stage, escalated)).toEqual([...lines, givenBack(holder)]);
  expectOneCard(escalated);
}

describe('two coordinators who click at the very same moment', () => {
  it('Oppakken: one gets the case and the other is told who', LONG, async () => {
    for (let round = 0; round < CLAIMS; round += 1) {
      const { people, places } = setting(round);
      const escalated = await escalate(stage, sanne);
      const [first, second] = people;
      const cards = [
        await cardAt(places[0], first, escalated),
        await cardAt(places[1], second, escalated),
      ] as const;
      const answers = await together(round, [
        clickOn(first, cards[0], 'Oppakken'),
        clickOn(second, cards[1], 'Oppakken'),
      ]);
      const [one = '', other = ''] = answers.map(said);
      const secondWon = one.includes(isFirst(second));
      const [winner, loser] = secondWon ? [second, first] : [first, second];
      const [won, lost] = secondWon ? [other, one] : [one, other];
      expect(lost, `round ${round}`).toContain(isFirst(winner));
      expect(won).toContain(held(winner));
      expect(won).not.toContain(loser.account.name);
      await untilCardSays(stage, escalated, held(winner));
      expect(has(stage.playground.latest(escalated.card), loser.account.name)).toBe(false);
      await expectThread(winner, escalated, [claimed(winner)]);
    }
  });

  it('Teruggeven and Oppakken: each is answered by what came first', LONG, async () => {
    for (let round = 0; round < GIVEN_BACK; round += 1) {
      const { people, places } = setting(round);
      const escalated = await escalate(stage, sanne);
      const [giver, taker] = people;
      // What the other still has on the screen from before the claim.
      const stale = await cardAt(places[1], taker, escalated);
      await giver.click({ activity: escalated.card, title: 'Oppakken' });
      await untilCardSays(stage, escalated, held(giver));
      const giving = clickOn(giver, await cardAt(places[0], giver, escalated), 'Teruggeven');
      const taking = clickOn(taker, stale, 'Oppakken');
      const takerFirst = Math.floor(round / PLACES.length) % 2 === 0;
      const answers = await together(round, takerFirst ? [taking, giving] : [giving, taking]);
      const [gave = '', took = ''] = (takerFirst ? answers.toReversed() : answers).map(said);
      expect(gave, `round ${round}`).not.toContain(held(giver));
      if (took.includes(isFirst(giver))) {
        await untilCardSays(stage, escalated, '[Oppakken]');
        await taker.click({ activity: escalated.card, title: 'Oppakken' });
      } else expect(took).toContain(held(taker));
      await expectThread(taker, escalated, [claimed(giver), givenBack(giver), claimed(taker)]);
    }
  });

  it('Accepteren and Overdracht annuleren: one of both, and both are told', LONG, async () => {
    for (let round = 0; round < OFFERS; round += 1) {
      const [giver, taker] = setting(round).people;
      const escalated = await escalate(stage, sanne);
      await giver.click({ activity: escalated.card, title: 'Oppakken' });
      const form = await says(giver, escalated.code);
      // There is one colleague, so there is nothing to choose.
      await giver.click({ activity: form, title: 'Overdragen' });
      await giver.click({ activity: form, title: 'Overdragen' });
      const asks = `vraagt of jij casus ${escalated.code} wilt overnemen`;
      const isAsked = (message: SeenMessage) => has(message, asks);
      const notice = await taker.waitFor(isAsked, 'the offer', PATIENCE_MS);
      const accepting = clickOn(taker, notice, 'Accepteren');
      const cancelling = clickOn(giver, stage.playground.latest(form), 'Overdracht annuleren');
      const acceptFirst = round % 4 < 2;
      const answers = await together(
        round,
        acceptFirst ? [accepting, cancelling] : [cancelling, accepting],
      );
      const [accepted = '', cancelled = ''] = (acceptFirst ? answers : answers.toReversed()).map(
        said,
      );
      const taken = `${taker.account.name} heeft de casus al overgenomen.`;
      const isTaken = cancelled.includes(taken);
      const holder = isTaken ? taker : giver;
      expect(accepted, `round ${round}`).toContain(held(holder));
      expect(cancelled).toContain(held(holder));
      const withdrawn = `${giver.account.name} heeft het aanbod ingetrokken.`;
      expect(accepted.includes(withdrawn)).toBe(!isTaken);
      expect(cancelled).not.toContain('Aangeboden aan');
      const news = isTaken
        ? { hears: giver, of: `${taker.account.name} heeft casus ${escalated.code} overgenomen` }
        : {
            hears: taker,
            of: `${giver.account.name} heeft het aanbod van casus ${escalated.code} ingetrokken`,
          };
      await news.hears.waitFor((message) => has(message, news.of), news.of, PATIENCE_MS);
      const overgenomen = isTaken ? [`overgenomen door ${taker.account.name}`] : [];
      await expectThread(holder, escalated, [claimed(giver), ...overgenomen]);
    }
  });
});
