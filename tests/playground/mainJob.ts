import { DateTime } from 'luxon';
import { z } from 'zod/v4';
import { dayOf } from '../../data/weeks.js';
import { cardText } from './cardText.js';
import type { PersonHandle, SeenMessage } from './playgroundClient.js';
import { answerText, has, textOf } from './says.js';
import type { Stage } from './stage.js';

/** What one person saw at one step, for a reader. */
export interface Scene {
  who: string;
  does: string;
  saw: string;
}

/** Thrown when a step did not happen as it should. */
class StepFailed extends Error {}

function insist(condition: boolean, what: string): asserts condition {
  if (!condition) throw new StepFailed(what);
}

/**
 * One case from talk to closed escalation, played on the real client: the professional records and
 * escalates, two coordinators race for the claim, the winner closes, the project leader counts.
 * Throws at the first step that did not really happen.
 */
export async function playMainJob(stage: Stage, tell: (scene: Scene) => void): Promise<string> {
  const { playground } = stage;
  const sanne = playground.person('Sanne de Wit');
  const meryem = playground.person('Meryem Kaya');
  const joost = playground.person('Joost Vermeer');
  const anneke = playground.person('Anneke Blom');

  const linked = await linkChannel(stage, meryem);
  tell({ who: 'Meryem Kaya, coördinator', does: 'koppelt het kanaal', saw: linked });

  const form = await startChecklist(stage, sanne, tell);
  const code = await fillIn(stage, sanne, form, tell);

  const card = await playground.waitFor(
    playground.world.channel.id,
    (message) => mentions(message, code),
    `the channel card of ${code}`,
  );
  tell({ who: 'Het kanaal van de coördinatoren', does: 'krijgt de kaart', saw: textOf(card) });
  insist(!textOf(card).includes('Leiden'), 'the channel card tells where the client lives');

  const winner = await race(stage, card, [meryem, joost], tell);
  const notice = await sanne.waitFor(
    (message) => has(message, `${winner.account.name} heeft casus ${code} opgepakt`),
    'notice of the claim',
  );
  tell({ who: 'Sanne de Wit, professional', does: 'krijgt bericht', saw: textOf(notice) });

  await close(stage, winner, card, code, tell);
  const closed = await playground.waitFor(
    playground.world.channel.id,
    (message) => message.id === card.id && has(message, 'Afgerond') && message.updates >= 2,
    'the channel card, closed in place',
  );
  tell({
    who: 'Het kanaal van de coördinatoren',
    does: 'ziet dezelfde kaart veranderen',
    saw: textOf(closed),
  });
  const thread = await playground.waitFor(
    playground.world.channel.id,
    (message) => message.isReply && (message.text ?? '').includes('afgerond door'),
    'the thread line of the closing',
  );
  tell({ who: 'De draad onder de kaart', does: 'krijgt een regel', saw: thread.text ?? '' });
  const outcome = await sanne.waitFor(
    (message) => has(message, `heeft casus ${code} afgerond`),
    'notice of the closing',
  );
  tell({ who: 'Sanne de Wit, professional', does: 'hoort de uitkomst', saw: textOf(outcome) });

  const figures = await anneke.say('cijfers');
  const shown = figures.map(textOf).join('\n');
  insist(
    /Opgeschaalde casuïstiek naar IC\s+1\s+1\s+1/.test(shown),
    `the escalation is not counted:\n${shown}`,
  );
  insist(
    /NNZ-casuïstieken door netwerkpartners\s+1\s+1\s+1/.test(shown),
    `the talk is not counted:\n${shown}`,
  );
  insist(
    /Gerealiseerde anticonceptie opgeschaald\s+\d\s+1\s+1/.test(shown),
    `the realisation is not counted:\n${shown}`,
  );
  tell({ who: 'Anneke Blom, projectleider', does: 'vraagt de cijfers', saw: shown });
  return code;
}

async function linkChannel(stage: Stage, coordinator: PersonHandle): Promise<string> {
  const [question] = await coordinator.sayInChannel('koppelen');
  insist(question !== undefined, 'nothing came back to koppelen');
  const answer = await coordinator.click({ activity: question, verb: 'confirm-link' });
  insist(answer.card !== undefined, 'the channel was not linked');
  insist(stage.playground.latest(question).updates === 1, 'the question stays after linking');
  return cardText(answer.card);
}

async function startChecklist(stage: Stage, sanne: PersonHandle, tell: (scene: Scene) => void) {
  const [menu] = await sanne.say('hallo');
  insist(menu !== undefined && has(menu, 'Deze bot is geen dossier'), 'no menu');
  tell({ who: 'Sanne de Wit, professional', does: 'typt hallo', saw: textOf(menu) });
  const [profile] = await sanne.say('vastleggen');
  insist(profile !== undefined && has(profile, 'Je profiel'), 'the profile is not asked first');
  await sanne.click({
    activity: profile,
    title: 'Opslaan',
    inputs: { organisation: 'jgz-voorbeeld', domain: 'social' },
  });
  const form = stage.playground.latest(profile);
  insist(has(form, 'Stap 1 van 5'), 'the checklist does not follow the profile');
  return form;
}

async function fillIn(
  stage: Stage,
  sanne: PersonHandle,
  form: SeenMessage,
  tell: (scene: Scene) => void,
): Promise<string> {
  const next = async (title: string, inputs: Record<string, string>) => {
    await sanne.click({ activity: form, title, inputs });
    const shown = stage.playground.latest(form);
    tell({ who: 'Sanne de Wit, professional', does: `kiest ${title}`, saw: textOf(shown) });
    return shown;
  };
  await next('Volgende', { talked: 'yes', record: 'yes', on: today(), municipality: 'leiden' });
  await next('Volgende', { topics: 'child-wish,contraception', determinants: 'money' });
  // Whatever the bot had in its memory is gone now.
  await stage.rebuildBot();
  await next('Volgende', { wish: 'later', wants: 'contraception-help', arrangement: 'no-choice' });
  const decision = await next('Volgende', { finance: 'cost' });
  insist(has(decision, 'Voorstel: regelen van financiën'), 'finance is not proposed');
  insist(has(decision, 'Kosten zijn een drempel'), 'the proposal does not say why');
  const done = await next('Opschalen', { permissions: 'share', reachable: 'dinsdag na 13 uur' });
  const code = /HM-[2-9A-Z]{4}/.exec(textOf(done))?.[0];
  insist(code !== undefined, 'no case code was given');
  return code;
}

async function race(
  stage: Stage,
  card: SeenMessage,
  contenders: [PersonHandle, PersonHandle],
  tell: (scene: Scene) => void,
): Promise<PersonHandle> {
  const answers = await Promise.all(
    contenders.map((person) => person.click({ activity: card, title: 'Oppakken' })),
  );
  const [first, second] = answers;
  insist(first !== undefined && second !== undefined, 'a claim was not answered');
  const firstWon = first.card !== undefined;
  const [winner, loser] = firstWon ? contenders : ([contenders[1], contenders[0]] as const);
  const [won, lost] = firstWon ? [first, second] : [second, first];
  insist(won.card !== undefined && lost.card === undefined, 'the race has not exactly one winner');
  const told = z.string().parse(lost.value);
  insist(told.includes(winner.account.name), 'the loser is not told who won');
  tell({
    who: `${winner.account.name}, coördinator`,
    does: 'pakt de casus op',
    saw: answerText(won),
  });
  tell({
    who: `${loser.account.name}, coördinator`,
    does: 'klikte op hetzelfde moment',
    saw: told,
  });
  await stage.playground.waitFor(
    stage.playground.world.channel.id,
    (message) => message.id === card.id && has(message, 'Opgepakt') && message.updates > 0,
    'the channel card, claimed in place',
  );
  return winner;
}

async function close(
  stage: Stage,
  winner: PersonHandle,
  card: SeenMessage,
  code: string,
  tell: (scene: Scene) => void,
): Promise<void> {
  const who = `${winner.account.name}, coördinator`;
  await winner.click({ activity: stage.playground.latest(card), title: 'Openen' });
  const opened = await winner.waitFor((message) => has(message, 'Toestemming'), 'the case in 1:1');
  tell({ who, does: 'opent de casus in de eigen chat', saw: textOf(opened) });
  insist(has(opened, 'Leiden'), 'the case card does not tell the municipality');
  await winner.click({ activity: opened, title: 'Afronden' });
  const answer = await winner.click({
    activity: stage.playground.latest(opened),
    title: 'Afronden',
    inputs: { outcome: 'postponed', contraception: 'realised', realisedOn: today().slice(0, 7) },
  });
  insist(answerText(answer).includes(`Casus ${code} · Afgerond`), 'the case was not closed');
  tell({ who, does: 'rondt af', saw: answerText(answer) });
}

const today = () => dayOf(DateTime.now());

const mentions = (message: SeenMessage, code: string) => !message.isReply && has(message, code);
