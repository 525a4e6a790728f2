import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { absenceKey } from '../../data/absence.js';
import { personKey, type Person } from '../../data/person.js';
import { JOOST, MERYEM, SANNE, TOM } from '../builders.js';
import type { BotStage } from './botHarness.js';
import { CoordinatorStage, heard, untilTold } from './coordinatorStage.js';
import { chooseOrganisation, linkChannel, shownCase, untilShown } from './mainSteps.js';
import { saysOn } from './personInTeams.js';

let opened: CoordinatorStage;
let stage: BotStage;
beforeEach(async () => {
  opened = await CoordinatorStage.open();
  ({ stage } = opened);
});
afterEach(() => opened.close());

const REGION = 'hollands-midden';
const FIELD = `standIn-${REGION}`;
const STANDS_IN = 'Je vervangt Meryem Kaya van';
const NO_LONGER = 'Je vervangt Meryem Kaya niet meer';

/** Monday 16 November is where the stage begins. */
const WEEK = { from: '2026-11-16', until: '2026-11-20' };

function stored(person: Person = MERYEM) {
  return stage.repository.read('absence', absenceKey({ region: REGION, person }));
}

async function absenceForm(person: Person = MERYEM) {
  const one = stage.as(person);
  const form = await one.ask('profiel');
  await one.click(form, { title: 'Afwezigheid' });
  return { one, form };
}

async function goAway(
  person: Person = MERYEM,
  standIn: Person = JOOST,
  days: { from: string; until: string } = WEEK,
) {
  const { one, form } = await absenceForm(person);
  const inputs = { ...days, [FIELD]: standIn.aadObjectId };
  const answer = await one.click(form, { title: 'Opslaan', inputs });
  await untilTold(stage);
  return { answer, form, one };
}

/** A case that Meryem holds. */
const heldByMeryem = () => shownCase(stage, { claimedBy: MERYEM });

describe('Afwezigheid', () => {
  it('is set in profiel, and the stand-in is told', async () => {
    await linkChannel(stage);
    const { one, form } = await absenceForm();
    await stage.restart();
    const inputs = { ...WEEK, [FIELD]: JOOST.aadObjectId };
    const answer = await one.click(form, { title: 'Opslaan', inputs });
    expect(answer.says).toContain(
      'Je bent afwezig van 16 november 2026 tot en met 20 november 2026',
    );
    expect(answer.says).toContain('Vervanger: Joost Vermeer');
    expect(await stored()).toMatchObject({ version: 1, replacedBy: JOOST, ...WEEK });
    await stage.as(JOOST).hears(`${STANDS_IN} 16 november 2026 tot en met 20 november 2026`);
    expect(heard(stage, TOM, STANDS_IN)).toEqual([]);
  });

  it('saved twice alike is told once', async () => {
    await linkChannel(stage);
    await goAway();
    await stage.restart();
    await goAway();
    expect(heard(stage, JOOST, STANDS_IN)).toHaveLength(1);
    expect((await stored())?.version).toBe(1);
  });

  it('shows what stands, and is changed: both who stands in and who no longer does hear it', async () => {
    await linkChannel(stage);
    await goAway();
    await stage.jump({ days: 2 });
    const { form } = await absenceForm();
    expect(JSON.stringify(form.card)).toContain('"value":"2026-11-16"');
    // It began on Monday; that day may stay.
    const { answer } = await goAway(MERYEM, TOM, { from: '2026-11-16', until: '2026-11-27' });
    expect(answer.says).toContain('27 november 2026');
    expect(heard(stage, TOM, STANDS_IN)).toHaveLength(1);
    expect(heard(stage, JOOST, NO_LONGER)).toHaveLength(1);
    expect(await stored()).toMatchObject({ version: 2, replacedBy: TOM, until: '2026-11-27' });
  });

  it('ends early', async () => {
    const { code } = await heldByMeryem();
    await goAway();
    const { one, form } = await absenceForm();
    await stage.restart();
    const answer = await one.click(form, { title: 'Afwezigheid stoppen' });
    expect(answer.says).toContain('Je afwezigheid is gestopt');
    expect(await stored()).toBeUndefined();
    await stage.as(JOOST).hears(NO_LONGER);
    expect(saysOn(await stage.as(JOOST).ask(code))).not.toContain('[Teruggeven]');
    const { form: anew } = await absenceForm();
    expect(saysOn(anew)).not.toContain('Afwezigheid stoppen');
  });

  it('ended before the message went out is not told at all', async () => {
    await linkChannel(stage);
    await stage.as(JOOST).say('hallo');
    stage.teams.fail({ kind: 'message', where: toJoost, does: { status: 503 } });
    const { one, form } = await absenceForm();
    await one.click(form, {
      title: 'Opslaan',
      inputs: { ...WEEK, [FIELD]: JOOST.aadObjectId },
    });
    const { form: again } = await absenceForm();
    await one.click(again, { title: 'Afwezigheid stoppen' });
    stage.teams.repair();
    await stage.jump({ minutes: 30 });
    await untilTold(stage);
    expect(heard(stage, JOOST, STANDS_IN)).toEqual([]);
  });

  it('of the stand-in on some of the same days is said', async () => {
    await linkChannel(stage);
    await goAway(JOOST, TOM, { from: '2026-11-18', until: '2026-11-25' });
    const { answer } = await goAway();
    expect(answer.says).toContain(
      'Joost Vermeer is van 18 november 2026 tot en met 25 november 2026 ook afwezig',
    );
    expect(answer.says).toContain('gaat je werk naar Tom Bakker');
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['nothing', {}, 'Vul een geldige datum in'],
    ['yesterday', { ...WEEK, from: '2026-11-15' }, 'Deze dag is al geweest'],
    ['an end before the start', { from: '2026-11-20', until: '2026-11-19' }, 'voor de eerste dag'],
    ['more than a year', { from: '2026-11-20', until: '2027-11-17' }, 'meer dan een jaar'],
    ['a day that does not exist', { ...WEEK, until: '2026-11-31' }, 'geldige datum'],
    ['nobody', { ...WEEK, [FIELD]: '' }, 'Kies een antwoord'],
    ['oneself', { ...WEEK, [FIELD]: MERYEM.aadObjectId }, 'Dit antwoord ken ik niet'],
    ['a professional', { ...WEEK, [FIELD]: SANNE.aadObjectId }, 'Dit antwoord ken ik niet'],
    ['an object', { ...WEEK, [FIELD]: { $ne: '' } }, 'Dit antwoord ken ik niet'],
  ])('asks again after %s', async (_, inputs, error) => {
    const { one, form } = await absenceForm();
    await stage.restart();
    const all = { [FIELD]: JOOST.aadObjectId, ...inputs };
    const answer = await one.sendClick(one.tampered(form, { title: 'Opslaan' }, all));
    expect(answer.says).toContain(error);
    expect(await stored()).toBeUndefined();
  });

  it('names a colleague who left the team', async () => {
    await linkChannel(stage);
    const { one, form } = await absenceForm();
    stage.teams.roster = [MERYEM, TOM];
    await stage.jump({ minutes: 6 });
    const inputs = { ...WEEK, [FIELD]: JOOST.aadObjectId };
    const answer = await one.click(form, { title: 'Opslaan', inputs });
    expect(answer.says).toContain('⚠ Joost Vermeer zit niet meer in het team');
    expect(answer.says).toContain('Tom Bakker');
    expect(await stored()).toBeUndefined();
  });

  it('is not for a professional, nor for who left the team', async () => {
    const { form } = await absenceForm();
    await chooseOrganisation(stage, SANNE);
    expect(saysOn(await stage.as(SANNE).ask('profiel'))).not.toContain('Afwezigheid');
    const answer = await stage.as(SANNE).click(form, { title: 'Opslaan' });
    expect(answer.says).toContain('Dit kan alleen een inhoudelijk coördinator');
    await linkChannel(stage);
    stage.teams.roster = [JOOST, TOM];
    await stage.jump({ minutes: 6 });
    const left = await stage.as(MERYEM).click(form, { title: 'Opslaan' });
    expect(left.says).toContain('Je staat niet in het team van de coördinatoren');
  });

  it('needs somebody who can stand in', async () => {
    await opened.listCoordinators([MERYEM]);
    const one = stage.as(MERYEM);
    const answer = await one.click(await one.ask('profiel'), { title: 'Afwezigheid' });
    expect(answer.says).toContain('geen andere coördinator die je kan vervangen');
  });
});

const toJoost = ({ conversation }: { conversation: string }) =>
  conversation === stage.as(JOOST).chat;

describe('the stand-in', () => {
  it('can do with a case what its holder can, and the card says why', async () => {
    const { code, card } = await heldByMeryem();
    await goAway();
    await stage.restart();
    const joost = stage.as(JOOST);
    const full = await joost.ask(code);
    expect(saysOn(full)).toContain(
      'Opgepakt door: Meryem Kaya (afwezig t/m 20 november 2026, vervangen door Joost Vermeer)',
    );
    expect(saysOn(full)).toContain('[Spoor bijwerken]');
    expect(saysOn(card)).toContain('Opgepakt door: Meryem Kaya');
    expect(saysOn(card)).not.toContain('afwezig');
    await joost.click(full, { title: 'Afronden' });
    const inputs = { outcome: 'postponed', contraception: 'planned' };
    const answer = await joost.click(full, { title: 'Afronden', inputs });
    expect(answer.says).toContain(`Casus ${code} · Afgerond`);
    await stage.as(SANNE).hears(`Joost Vermeer heeft casus ${code} afgerond`);
    await untilShown(stage, code);
    // They did it themselves, in the place of who would be told.
    expect(heard(stage, JOOST, 'Bericht over casus')).toEqual([]);
  });

  it('can hand it over to a third', async () => {
    const { code } = await heldByMeryem();
    await goAway();
    const joost = stage.as(JOOST);
    const card = await joost.ask(code);
    await joost.click(card, { title: 'Overdragen' });
    // Tom is the only one left: Meryem holds it, and Joost is asking.
    expect(saysOn(card)).not.toMatch(/Meryem Kaya|Joost Vermeer/);
    await joost.click(card, { title: 'Overdragen' });
    const notice = await stage.as(TOM).hears('Joost Vermeer vraagt of jij casus');
    await stage.restart();
    await stage.as(TOM).click(notice, { title: 'Accepteren' });
    await untilShown(stage, code);
    const [told, ...others] = heard(stage, JOOST, `Tom Bakker heeft casus ${code} overgenomen`);
    expect(others).toEqual([]);
    expect(told && saysOn(told)).toContain('omdat je Meryem Kaya vervangt');
    expect(heard(stage, MERYEM, 'overgenomen')).toEqual([]);
  });

  it('gets the offers, and the case is theirs when they accept', async () => {
    const { code } = await shownCase(stage, { claimedBy: TOM });
    await goAway();
    const tom = stage.as(TOM);
    const card = await tom.ask(code);
    await tom.click(card, { title: 'Overdragen' });
    expect(JSON.stringify(card.card)).toContain(
      'Meryem Kaya (afwezig, vervangen door Joost Vermeer)',
    );
    await tom.click(card, { title: 'Overdragen', inputs: { to: MERYEM.aadObjectId } });
    const notice = await stage.as(JOOST).hears('Tom Bakker vraagt of jij casus');
    expect(saysOn(notice)).toContain('omdat je Meryem Kaya vervangt');
    await untilShown(stage, code);
    expect(heard(stage, MERYEM, 'vraagt of jij')).toEqual([]);
    await stage.restart();
    const answer = await stage.as(JOOST).click(notice, { title: 'Accepteren' });
    expect(answer.says).toContain('Opgepakt door: Joost Vermeer');
    await tom.hears(`Joost Vermeer heeft casus ${code} overgenomen`);
  });

  it('is not told what they did themselves', async () => {
    const { code } = await heldByMeryem();
    const meryem = stage.as(MERYEM);
    const card = await meryem.ask(code);
    await meryem.click(card, { title: 'Overdragen' });
    await meryem.click(card, { title: 'Overdragen', inputs: { to: JOOST.aadObjectId } });
    const notice = await stage.as(JOOST).hears('vraagt of jij casus');
    await untilShown(stage, code);
    await goAway();
    await stage.as(JOOST).click(notice, { title: 'Accepteren' });
    await stage.as(SANNE).hears(`Joost Vermeer heeft casus ${code} overgenomen`);
    await untilShown(stage, code);
    expect(heard(stage, JOOST, 'Bericht over casus')).toEqual([]);
    expect(heard(stage, MERYEM, 'heeft casus')).toEqual([]);
  });

  it('cannot be offered a case by themselves', async () => {
    const { code } = await shownCase(stage, { claimedBy: JOOST });
    await goAway();
    const joost = stage.as(JOOST);
    const card = await joost.ask(code);
    await joost.click(card, { title: 'Overdragen' });
    expect(saysOn(card)).toContain('Tom Bakker');
    expect(saysOn(card)).not.toContain('Meryem Kaya');
  });

  it('has heard it for good: who was away is not told again in between two messages', async () => {
    const { code } = await heldByMeryem();
    await goAway(TOM, JOOST);
    const asks = `vraagt of jij casus ${code}`;
    const cancelled = `het aanbod van casus ${code} ingetrokken`;
    stage.teams.fail({ kind: 'message', where: toJoost, does: { status: 503 } });
    const meryem = stage.as(MERYEM);
    const card = await meryem.ask(code);
    await meryem.click(card, { title: 'Overdragen' });
    await meryem.click(card, { title: 'Overdragen', inputs: { to: TOM.aadObjectId } });
    await meryem.click(card, { title: 'Overdracht annuleren' });
    stage.teams.repair();
    const tellsEnd = ({ activity }: { activity?: unknown }) =>
      JSON.stringify(activity ?? '').includes(cancelled);
    stage.teams.fail({ kind: 'message', where: tellsEnd, does: { status: 503 } });
    await stage.jump({ minutes: 30 });
    const late = await stage.as(JOOST).hears(asks);
    // By now there is nothing to accept any more.
    expect(saysOn(late)).not.toContain('[Accepteren]');
    const refused = () => stage.teams.made('message').find((row) => tellsEnd(row));
    await stage.teams.waitFor(refused, 'the second message');
    // The second message gets through when Tom is back.
    stage.teams.repair();
    await stage.jump({ days: 7 });
    await stage.as(TOM).hears(cancelled);
    await untilTold(stage);
    expect(heard(stage, TOM, asks)).toEqual([]);
    expect(heard(stage, JOOST, cancelled)).toEqual([]);
  });

  it('hears what the holder would hear; nothing is told twice when the absence ends', async () => {
    const { code } = await heldByMeryem();
    await goAway();
    await withdrawAsProfessional(code);
    const told = 'heeft de opschaling van casus';
    expect(heard(stage, JOOST, told)).toHaveLength(1);
    expect(heard(stage, MERYEM, told)).toEqual([]);
    await stage.jump({ days: 7 });
    await untilTold(stage);
    expect(heard(stage, MERYEM, told)).toEqual([]);
    expect(heard(stage, JOOST, told)).toHaveLength(1);
  });

  it('has nothing that was not theirs once the absence is over', async () => {
    const { code } = await heldByMeryem();
    await goAway();
    const joost = stage.as(JOOST);
    const card = await joost.ask(code);
    await stage.jump({ days: 5 });
    const { card: before } = card;
    for (const title of ['Teruggeven', 'Overdragen', 'Afwijzen', 'Afronden']) {
      const answer = await joost.click(card, { card: before, title });
      expect(answer.says).toContain('Dit kan alleen Meryem Kaya');
    }
    expect(saysOn(await joost.ask(code))).not.toMatch(/afwezig|\[Teruggeven\]/);
    await withdrawAsProfessional(code);
    expect(heard(stage, MERYEM, 'heeft de opschaling van casus')).toHaveLength(1);
    expect(heard(stage, JOOST, 'heeft de opschaling van casus')).toEqual([]);
  });

  it('answers no offer to the absent colleague any more once the absence is over', async () => {
    const { code } = await shownCase(stage, { claimedBy: TOM });
    await goAway();
    const tom = stage.as(TOM);
    const card = await tom.ask(code);
    await tom.click(card, { title: 'Overdragen' });
    await tom.click(card, { title: 'Overdragen', inputs: { to: MERYEM.aadObjectId } });
    const notice = await stage.as(JOOST).hears('vraagt of jij casus');
    await untilShown(stage, code);
    await stage.jump({ days: 5 });
    const answer = await stage.as(JOOST).click(notice, { title: 'Accepteren' });
    expect(answer.says).toContain('De casus is aangeboden aan Meryem Kaya, niet aan jou');
    const own = await stage.as(MERYEM).ask(code);
    await stage.as(MERYEM).click(own, { title: 'Accepteren' });
    const { escalations } = await stage.theCase();
    expect(escalations[0]?.state).toMatchObject({ status: 'claimed', holder: MERYEM });
  });

  it('who is no longer a coordinator hears nothing', async () => {
    const { code } = await heldByMeryem();
    await goAway();
    await opened.listCoordinators([MERYEM, TOM]);
    await withdrawAsProfessional(code);
    expect(heard(stage, JOOST, 'heeft de opschaling van casus')).toEqual([]);
    expect(heard(stage, MERYEM, 'heeft de opschaling van casus')).toHaveLength(1);
  });

  it('does not hear what is told a colleague as the professional of a case', async () => {
    await linkChannel(stage);
    const { code, card } = await shownCase(stage, { person: MERYEM });
    await goAway();
    await stage.as(TOM).click(card, { title: 'Oppakken' });
    await untilShown(stage, code);
    expect(heard(stage, MERYEM, `Tom Bakker heeft casus ${code} opgepakt`)).toHaveLength(1);
    expect(heard(stage, JOOST, 'opgepakt')).toEqual([]);
  });

  it('is named in regio as long as the absence lasts', async () => {
    await linkChannel(stage);
    await chooseOrganisation(stage, SANNE);
    await goAway();
    const away = 'afwezig t/m 20 november 2026, vervangen door Joost Vermeer';
    await stage.restart();
    expect(saysOn(await stage.as(SANNE).ask('regio'))).toContain(away);
    await stage.jump({ days: 5 });
    expect(saysOn(await stage.as(SANNE).ask('regio'))).not.toContain('afwezig');
  });
});

/** The professional takes the escalation back, which whoever holds the case hears. */
async function withdrawAsProfessional(code: string): Promise<void> {
  const sanne = stage.as(SANNE);
  const own = await sanne.ask(code);
  await sanne.click(own, { verb: 'adjust-own' });
  await sanne.click(own, { verb: 'ask-withdraw' });
  await sanne.click(own, { title: 'Intrekken', inputs: { why: 'mistake' } });
  await untilShown(stage, code);
}

describe('Herinneringen', () => {
  it('are chosen in profiel; a question is always passed on', async () => {
    const one = stage.as(MERYEM);
    const form = await one.ask('profiel');
    const asked = await one.click(form, { title: 'Herinneringen' });
    expect(asked.says).toContain('Een vraag over je eigen casus geef ik altijd door');
    await stage.restart();
    const answer = await one.click(form, { title: 'Opslaan', inputs: { wanted: 'unclaimed' } });
    expect(answer.says).toContain('• Casussen die nog niemand heeft opgepakt');
    expect(answer.says).not.toContain('Afspraken');
    const profile = await stage.repository.read('profile', personKey(MERYEM));
    expect(profile?.quiet).toEqual(['lapses-soon', 'appointment-passed']);
    const again = await one.ask('profiel');
    await one.click(again, { title: 'Herinneringen' });
    expect(JSON.stringify(again.card)).toContain('"value":"unclaimed"');
  });

  it('an answer that does not exist is refused', async () => {
    const one = stage.as(MERYEM);
    const form = await one.ask('profiel');
    await one.click(form, { title: 'Herinneringen' });
    const click = one.tampered(form, { title: 'Opslaan' }, { wanted: 'question' });
    expect((await one.sendClick(click)).says).toContain('Dit antwoord ken ik niet');
    const profile = await stage.repository.read('profile', personKey(MERYEM));
    expect(profile?.quiet).toBeUndefined();
  });

  it('are not for a professional', async () => {
    const form = await stage.as(MERYEM).ask('profiel');
    const answer = await stage.as(SANNE).click(form, { title: 'Herinneringen' });
    expect(answer.says).toContain('Dit kan alleen een inhoudelijk coördinator');
    await chooseOrganisation(stage, SANNE);
    expect(saysOn(await stage.as(SANNE).ask('profiel'))).not.toContain('Herinneringen');
  });

  it('survive a change of the rest of the profile', async () => {
    const one = stage.as(MERYEM);
    const form = await one.ask('profiel');
    await one.click(form, { title: 'Herinneringen' });
    await one.click(form, { title: 'Opslaan', inputs: { wanted: '' } });
    await chooseOrganisation(stage, MERYEM);
    const profile = await stage.repository.read('profile', personKey(MERYEM));
    expect(profile?.quiet).toHaveLength(3);
  });
});
