import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JOOST, MERYEM, SANNE, TOM } from '../builders.js';
import { openBotStage, type BotStage } from './botHarness.js';
import type { ShownMessage } from './fakeTeams.js';
import { channelCard, chooseOrganisation, codeIn, linkChannel, untilShown } from './mainSteps.js';
import { saysOn, type InvokeAnswer, type PersonInTeams } from './personInTeams.js';

let stage: BotStage;
beforeEach(async () => {
  stage = await openBotStage();
});
afterEach(() => stage.close());

const REFERRAL = { municipality: 'leiden', phase: 'during' };
const CALLER = {
  callerName: 'Kim Jansen',
  callerPhone: '071 512 34 56',
  organisation: 'verloskundigen-voorbeeld',
};
const SITUATION = { finance: 'cost' };
const DECISION = { permissions: 'record,share', reachable: 'dinsdag na 13 uur' };

/** Through the screens up to the decision, restarted before each. */
async function fillIn(one: PersonInTeams, form: ShownMessage, first: object): Promise<void> {
  for (const inputs of [first, SITUATION]) {
    await stage.restart();
    await one.click(form, { title: 'Volgende', inputs: { ...inputs } });
  }
  await stage.restart();
}

async function referralOf(person = SANNE): Promise<ShownMessage> {
  await chooseOrganisation(stage, person, 'verloskundigen-voorbeeld');
  const form = await stage.as(person).ask('opschalen');
  await fillIn(stage.as(person), form, REFERRAL);
  return form;
}

/** A coordinator without an organisation of their own comes straight to it. */
async function phoneOf(person = MERYEM): Promise<ShownMessage> {
  const form = await stage.as(person).ask('opschalen');
  await fillIn(stage.as(person), form, { ...REFERRAL, ...CALLER });
  return form;
}

describe('opschalen', () => {
  it('asks for the profile first and goes on in the same message', async () => {
    const sanne = stage.as(SANNE);
    const asked = await sanne.ask('opschalen');
    expect(saysOn(asked)).toContain('Kies eerst je organisatie');
    await stage.restart();
    const inputs = { organisation: 'jgz-voorbeeld', domain: 'social' };
    const answer = await sanne.click(asked, { title: 'Opslaan', inputs });
    expect(answer.says).toContain('Stap 1 van 3');
    expect(saysOn(asked)).toBe(answer.says);
  });

  it('takes three screens, restarted between every two, and reaches the channel', async () => {
    await linkChannel(stage);
    const form = await referralOf();
    const done = await stage.as(SANNE).click(form, { title: 'Opschalen', inputs: DECISION });
    expect(done.says).toContain('Opgeschaald: HM-');
    const subject = await stage.theCase();
    expect(subject).toMatchObject({
      code: codeIn(done),
      version: 1,
      talks: [],
      municipality: 'leiden',
      professional: SANNE,
      organisation: 'verloskundigen-voorbeeld',
      organisationType: 'midwives',
      escalations: [{ reasons: ['finance'], phase: 'during', situations: ['cost'] }],
      permissions: { record: { given: true }, share: { given: true }, network: { given: false } },
    });
    expect(subject).not.toHaveProperty('caller');
    expect(await stage.draftOf(SANNE)).toBeUndefined();
    expect(await stage.counted('escalations')).toBe(1);
    expect(await stage.counted('talks')).toBe(0);
    expect(saysOn(await channelCard(stage, subject.code))).toContain('Regelen van financiën');
  });

  it('shows the coordinator the phase and that there was no talk', async () => {
    const { card } = await shownReferral();
    await stage.as(MERYEM).click(card, { title: 'Oppakken' });
    const opened = await stage.as(MERYEM).ask((await stage.theCase()).code);
    expect(saysOn(opened)).toContain('Fase: Tijdens een zwangerschap');
    expect(saysOn(opened)).toContain('geen gesprek vastgelegd');
  });

  async function shownReferral() {
    await linkChannel(stage);
    const form = await referralOf();
    const code = codeIn(
      await stage.as(SANNE).click(form, { title: 'Opschalen', inputs: DECISION }),
    );
    return { card: await channelCard(stage, code) };
  }

  it('shows the draft that is open, and says what to do with it', async () => {
    const sanne = stage.as(SANNE);
    await chooseOrganisation(stage, SANNE);
    await sanne.ask('vastleggen');
    const before = await stage.draftOf(SANNE);
    await stage.restart();
    const shown = await sanne.ask('opschalen');
    expect(saysOn(shown)).toContain('Maak het af of gooi het weg');
    expect(saysOn(shown)).toContain('Stap 1 van 5');
    expect(await stage.draftOf(SANNE)).toEqual(before);
  });

  it('is resumed with the same word, and talks wait for it', async () => {
    await referralOf();
    const sanne = stage.as(SANNE);
    expect(saysOn(await sanne.ask('opschalen'))).toContain('Welkom terug');
    expect(saysOn(await sanne.ask('vastleggen'))).toContain('Maak het af of gooi het weg');
  });

  it('answers a click that is sent twice with the same case', async () => {
    const form = await referralOf();
    const sanne = stage.as(SANNE);
    const click = sanne.pressed(form, { title: 'Opschalen', inputs: DECISION });
    const first = await sanne.sendClick(click);
    await stage.restart();
    const second = await sanne.sendClick(click);
    expect(second.says).toBe(first.says);
    expect(await stage.counted('escalations')).toBe(1);
  });
});

describe('without permission', () => {
  it('keeps only that somebody wants to be called: no case', async () => {
    await linkChannel(stage);
    const form = await referralOf();
    const done = await consult(stage.as(SANNE), form);
    expect(done.says).toContain('Overleg aangevraagd');
    expect(done.says).not.toContain('HM-');
    expect(await stage.cases()).toEqual([]);
    expect(await stage.counted('consults')).toBe(1);
    expect(await stage.counted('escalations')).toBe(0);
    expect(await stage.draftOf(SANNE)).toBeUndefined();
    const card = await stage.teams.waitFor(() => stage.teams.channelCards()[0], 'the request');
    expect(saysOn(card)).not.toMatch(/HM-|Leiden|Sanne|dinsdag|Kosten|financiën/);
  });

  it.each(['again', 'again after a restart'])('is asked once when sent %s', async (how) => {
    const form = await referralOf();
    const sanne = stage.as(SANNE);
    const inputs = { reachable: 'dinsdag na 13 uur' };
    const click = sanne.pressed(form, { title: 'Overleg zonder cliëntgegevens', inputs });
    const first = await sanne.sendClick(click);
    if (how !== 'again') await stage.restart();
    const second = await sanne.sendClick(click);
    expect(second.says).toBe(first.says);
    expect(saysOn(form)).toContain('nog geen kanaal gekoppeld');
    expect(await stage.counted('consults')).toBe(1);
  });

  it('does not escalate', async () => {
    const form = await referralOf();
    const inputs = { ...DECISION, permissions: 'share' };
    const answer = await stage.as(SANNE).click(form, { title: 'Opschalen', inputs });
    expect(answer.says).toContain('dat je dit vastlegt');
    expect(await stage.cases()).toEqual([]);
  });
});

function consult(one: PersonInTeams, form: ShownMessage): Promise<InvokeAnswer> {
  const inputs = { reachable: 'dinsdag na 13 uur' };
  return one.click(form, { title: 'Overleg zonder cliëntgegevens', inputs });
}

describe('a coordinator', () => {
  it('who works nowhere else records a call at once', async () => {
    const form = await stage.as(MERYEM).ask('opschalen');
    expect(saysOn(form)).toContain('voor een professional die belt');
    expect(await stage.draftOf(MERYEM)).toMatchObject({ kind: 'phone', step: 'referral' });
  });

  it.each([
    ['Telefonische aanmelding', 'phone'],
    ['Mijn eigen cliënt', 'referral'],
  ])('who does says for whom: %s', async (title, kind) => {
    await chooseOrganisation(stage, MERYEM);
    const meryem = stage.as(MERYEM);
    const asked = await meryem.ask('opschalen');
    expect(saysOn(asked)).toContain('Voor wie is deze opschaling?');
    expect(await stage.draftOf(MERYEM)).toBeUndefined();
    await stage.restart();
    const answer = await meryem.click(asked, { title });
    expect(answer.says).toContain('Stap 1 van 3');
    expect(await stage.draftOf(MERYEM)).toMatchObject({ kind });
  });

  it('who left the team is like everybody else', async () => {
    await linkChannel(stage);
    stage.teams.roster = [MERYEM];
    expect(saysOn(await stage.as(JOOST).ask('opschalen'))).toContain('Kies eerst je organisatie');
  });

  it('who left the team while filling it in cannot escalate for somebody else', async () => {
    await linkChannel(stage);
    const form = await phoneOf(JOOST);
    stage.teams.roster = [MERYEM];
    await stage.jump({ hours: 2 });
    const answer = await stage.as(JOOST).click(form, { title: 'Opschalen', inputs: DECISION });
    expect(answer.says).toContain('Je staat niet in het team van de coördinatoren');
    expect(await stage.cases()).toEqual([]);
    expect(await stage.draftOf(JOOST)).toBeDefined();
  });

  it.each([SANNE, TOM])('is somebody else than $name, whatever is clicked', async (person) => {
    await chooseOrganisation(stage, MERYEM);
    const asked = await stage.as(MERYEM).ask('opschalen');
    await chooseOrganisation(stage, person);
    const click = stage.as(person).pressed(asked, { title: 'Telefonische aanmelding' });
    const answer = await stage.as(person).sendClick(click);
    expect(answer.says).toContain('Dit kan alleen een inhoudelijk coördinator');
    expect(await stage.draftOf(person)).toBeUndefined();
  });
});

describe('on behalf of a caller', () => {
  async function shownCall() {
    await linkChannel(stage);
    const form = await phoneOf();
    const done = await stage.as(MERYEM).click(form, { title: 'Opschalen', inputs: DECISION });
    const code = codeIn(done);
    const card = await channelCard(stage, code);
    await untilShown(stage, code);
    return { code, card, done };
  }

  it('the case is the caller’s organisation’s, and the coordinator’s to follow', async () => {
    const { done } = await shownCall();
    expect(done.says).toContain('Geef deze code aan de professional');
    expect(await stage.theCase()).toMatchObject({
      professional: MERYEM,
      caller: { name: 'Kim Jansen', phone: '071 512 34 56' },
      organisation: 'verloskundigen-voorbeeld',
      organisationType: 'midwives',
      domain: 'medical',
      talks: [],
      escalations: [{ reachable: 'dinsdag na 13 uur', phase: 'during' }],
    });
  });

  it('the channel hears nothing of the caller, who opens the case all of it', async () => {
    const { code, card } = await shownCall();
    expect(saysOn(card)).not.toMatch(/Kim|512/);
    await stage.restart();
    const opened = await stage.as(JOOST).ask(code);
    const says = saysOn(opened);
    expect(says).toContain('Professional: Kim Jansen');
    expect(says).toContain('Telefoon: 071 512 34 56');
    expect(says).toContain('Vastgelegd door: Meryem Kaya (telefonisch)');
    expect(says).toContain('Verloskundigen');
  });

  it('can be claimed by the coordinator who recorded it', async () => {
    const { code, card } = await shownCall();
    await stage.restart();
    const claimed = await stage.as(MERYEM).click(card, { title: 'Oppakken' });
    expect(claimed.says).toContain('Opgepakt door: Meryem Kaya');
    await untilShown(stage, code);
    expect(await stage.theCase()).toMatchObject({
      escalations: [{ state: { status: 'claimed', holder: MERYEM } }],
    });
  });

  it('tells the coordinator who recorded it when a colleague claims it', async () => {
    const { card } = await shownCall();
    await stage.restart();
    await stage.as(JOOST).click(card, { title: 'Oppakken' });
    await stage.as(MERYEM).hears('Joost Vermeer heeft casus');
  });

  it('a call back goes to the caller', async () => {
    await linkChannel(stage);
    const form = await phoneOf();
    const done = await consult(stage.as(MERYEM), form);
    expect(done.says).toContain('Een coördinator belt de professional');
    expect(await stage.cases()).toEqual([]);
    const card = await stage.teams.waitFor(() => stage.teams.channelCards()[0], 'the request');
    expect(saysOn(card)).not.toMatch(/Kim|512|dinsdag/);
    await stage.restart();
    await stage.as(JOOST).click(card, { title: 'Oppakken' });
    const callBack = await stage.as(JOOST).hears('Professional: Kim Jansen');
    expect(saysOn(callBack)).toContain('Telefoon: 071 512 34 56');
    expect(saysOn(callBack)).toContain('Bereikbaar: dinsdag na 13 uur');
  });
});
