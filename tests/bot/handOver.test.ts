import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EscalationState } from '../../data/case.js';
import { isSamePerson, type Person } from '../../data/person.js';
import { JOOST, MERYEM, SANNE, TOM } from '../builders.js';
import type { InputReplies } from '../playground/cardInputs.js';
import type { BotStage } from './botHarness.js';
import { CoordinatorStage, heard, untilTold } from './coordinatorStage.js';
import { channelCard, shownCase, untilShown } from './mainSteps.js';
import { saysOn } from './personInTeams.js';

let opened: CoordinatorStage;
let stage: BotStage;
beforeEach(async () => {
  opened = await CoordinatorStage.open();
  ({ stage } = opened);
});
afterEach(() => opened.close());

const ASKS = 'vraagt of jij casus';

async function stateNow(): Promise<EscalationState> {
  const { escalations } = await stage.theCase();
  const state = escalations.at(-1)?.state;
  if (!state) throw new Error('not escalated');
  return state;
}

async function holder(): Promise<string | undefined> {
  const state = await stateNow();
  return state.status === 'claimed' ? state.holder.name : undefined;
}

/** A case that Meryem holds, and the form in her own chat. */
async function offerForm() {
  const shown = await shownCase(stage, { claimedBy: MERYEM });
  const meryem = stage.as(MERYEM);
  const opens = await meryem.ask(shown.code);
  await meryem.click(opens, { title: 'Overdragen' });
  return { ...shown, meryem, form: opens };
}

/** The same, offered to Joost; `notice` is what he heard. */
async function offered(to: Person = JOOST) {
  const { form, meryem, ...shown } = await offerForm();
  await meryem.click(form, { title: 'Overdragen', inputs: { to: to.aadObjectId } });
  const notice = await stage.as(to).hears(ASKS);
  await untilShown(stage, shown.code);
  return { ...shown, meryem, card: form, notice };
}

describe('Overdragen', () => {
  it('asks which of the colleagues who are still in the team', async () => {
    stage.teams.roster = [MERYEM, JOOST, SANNE];
    const { form } = await offerForm();
    const said = saysOn(form);
    expect(said).toContain('Joost Vermeer');
    for (const other of [MERYEM, TOM, SANNE]) expect(said).not.toContain(other.name);
  });

  it('leaves the case with the giver until the colleague accepts', async () => {
    const { code, card, notice } = await offered();
    expect(await holder()).toBe('Meryem Kaya');
    expect(saysOn(card)).toContain('Aangeboden aan: Joost Vermeer');
    expect(saysOn(card)).toContain('[Overdracht annuleren]');
    await stage.restart();
    const answer = await stage.as(JOOST).click(notice, { title: 'Accepteren' });
    expect(answer.says).toContain(`Casus ${code} · Opgepakt`);
    expect(answer.says).toContain('Opgepakt door: Joost Vermeer');
    expect(answer.says).toContain('[Spoor bijwerken]');
    expect(await holder()).toBe('Joost Vermeer');
    await channelCard(stage, code, 'Opgepakt door: Joost Vermeer');
    for (const person of [MERYEM, SANNE]) {
      await stage.as(person).hears(`Joost Vermeer heeft casus ${code} overgenomen`);
    }
  });

  it('tells the giver when the colleague refuses, and can be done again', async () => {
    const { code, meryem, card, notice } = await offered();
    await stage.restart();
    const answer = await stage.as(JOOST).click(notice, { title: 'Weigeren' });
    expect(answer.says).toContain('Opgepakt door: Meryem Kaya');
    await meryem.hears(`Joost Vermeer kan casus ${code} niet overnemen`);
    expect(heard(stage, SANNE, 'overnemen')).toEqual([]);
    const again = await meryem.click(await meryem.ask(code), { title: 'Overdragen' });
    expect(again.says).toContain('Aan welke collega?');
    // The card from before is of an offer that has been answered.
    const late = await meryem.click(card, { title: 'Overdracht annuleren' });
    expect(late.says).toContain('Joost Vermeer heeft de overname al geweigerd');
  });

  it('is answered on the case card as well', async () => {
    const { code } = await offered();
    const joost = stage.as(JOOST);
    const card = await joost.ask(code);
    await stage.restart();
    await joost.click(card, { title: 'Accepteren' });
    expect(await holder()).toBe('Joost Vermeer');
    expect(saysOn(card)).toContain('[Teruggeven]');
  });

  it('can be cancelled; the colleague hears so, and is told when accepting too late', async () => {
    const { code, meryem, card, notice } = await offered();
    const { card: asked } = notice;
    await stage.restart();
    const answer = await meryem.click(card, { title: 'Overdracht annuleren' });
    expect(answer.says).not.toContain('Aangeboden aan');
    await stage.as(JOOST).hears(`Meryem Kaya heeft het aanbod van casus ${code} ingetrokken`);
    for (const title of ['Accepteren', 'Weigeren']) {
      const late = await stage.as(JOOST).click(notice, { card: asked, title });
      expect(late.says).toContain('Meryem Kaya heeft het aanbod ingetrokken');
    }
    expect(await holder()).toBe('Meryem Kaya');
  });

  it('accepted and cancelled at the same moment has one outcome, and the other is told', async () => {
    const { code, meryem, card, notice } = await offered();
    await stage.restart();
    const [accepted, cancelled] = await Promise.all([
      stage.as(JOOST).click(notice, { title: 'Accepteren' }),
      meryem.click(card, { title: 'Overdracht annuleren' }),
    ]);
    const { history } = await stage.theCase();
    const kinds = history.map(({ kind }) => kind);
    const isAccepted = kinds.includes('offer-accepted');
    expect(kinds.includes('offer-cancelled')).toBe(!isAccepted);
    expect(await holder()).toBe(isAccepted ? 'Joost Vermeer' : 'Meryem Kaya');
    const lost = isAccepted ? cancelled.says : accepted.says;
    expect(lost).toContain(
      isAccepted
        ? 'Joost Vermeer heeft de casus al overgenomen'
        : 'Meryem Kaya heeft het aanbod ingetrokken',
    );
    await untilShown(stage, code);
  });

  it('pressed twice offers once', async () => {
    const { form, meryem } = await offerForm();
    const click = meryem.pressed(form, {
      title: 'Overdragen',
      inputs: { to: JOOST.aadObjectId },
    });
    await Promise.all([meryem.sendClick(click), meryem.sendClick(click)]);
    await untilTold(stage);
    expect((await stage.theCase()).history.filter(({ kind }) => kind === 'offered')).toHaveLength(
      1,
    );
    expect(heard(stage, JOOST, ASKS)).toHaveLength(1);
  });

  it('is told to nobody but the colleague, and not in the channel', async () => {
    const { card: giver } = await offered();
    expect(saysOn(giver)).toContain('Aangeboden aan');
    expect(heard(stage, TOM, ASKS)).toEqual([]);
    expect(JSON.stringify(stage.teams.channelCards())).not.toContain('Aangeboden');
  });
});

describe('what stands in the way of handing over is said', () => {
  it('somebody else has been asked already', async () => {
    const { code, meryem } = await offered();
    const card = await meryem.ask(code);
    const click = meryem.pressed(card, { title: 'Overdracht annuleren' });
    const verb = JSON.stringify(click.value).replace('"cancel-offer"', '"ask-offer"');
    const answer = await meryem.sendClick({ ...click, value: JSON.parse(verb) as unknown });
    expect(answer.says).toContain('De casus is al aangeboden aan Joost Vermeer');
  });

  it('the offer is for somebody else', async () => {
    const { notice } = await offered();
    const tom = stage.as(TOM);
    const answer = await tom.click(notice, { title: 'Accepteren' });
    expect(answer.says).toContain('De casus is aangeboden aan Joost Vermeer, niet aan jou');
    expect(await holder()).toBe('Meryem Kaya');
  });

  it('the case is somebody else’s', async () => {
    const { form } = await offerForm();
    const answer = await stage.as(JOOST).click(form, {
      title: 'Overdragen',
      inputs: { to: TOM.aadObjectId },
    });
    expect(answer.says).toContain('Dit kan alleen Meryem Kaya');
  });

  it('the case was given back meanwhile', async () => {
    const { code, card, notice, meryem } = await offered();
    await meryem.click(card, { title: 'Teruggeven' });
    const answer = await stage.as(JOOST).click(notice, { title: 'Accepteren' });
    expect(answer.says).toContain('Dit kan niet meer. De casus is nu: open.');
    await untilShown(stage, code);
  });

  it('the colleague left: named at the field, nothing offered', async () => {
    const { form, meryem } = await offerForm();
    stage.teams.roster = [MERYEM, TOM];
    await stage.jump({ minutes: 6 });
    const answer = await meryem.click(form, {
      title: 'Overdragen',
      inputs: { to: JOOST.aadObjectId },
    });
    expect(answer.says).toContain('⚠ Joost Vermeer zit niet meer in het team');
    expect(await stateNow()).not.toHaveProperty('offer');
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['nobody', {}, 'Kies een antwoord'],
    ['somebody unknown', { to: SANNE.aadObjectId }, 'Dit antwoord ken ik niet'],
    ['oneself', { to: MERYEM.aadObjectId }, 'Dit antwoord ken ik niet'],
    ['a list', { to: [JOOST.aadObjectId] }, 'Dit antwoord ken ik niet'],
  ])('%s was chosen', async (_, inputs, error) => {
    const { form, meryem } = await offerForm();
    await stage.restart();
    const click = meryem.tampered(form, { title: 'Overdragen' }, inputs);
    expect((await meryem.sendClick(click)).says).toContain(error);
    expect((await stage.theCase()).version).toBe(2);
  });

  it('there is nobody left', async () => {
    stage.teams.roster = [MERYEM];
    const { form } = await offerForm();
    expect(saysOn(form)).toContain('Er is nu geen collega aan wie je deze casus kunt overdragen');
  });

  it.each([SANNE])('$name is no coordinator', async (person) => {
    const { notice } = await offered();
    const answer = await stage.as(person).click(notice, { title: 'Accepteren' });
    expect(answer.says).toContain('Dit kan alleen een inhoudelijk coördinator');
  });
});

describe('Heropenen', () => {
  const FORMS = {
    Afronden: { outcome: 'postponed', contraception: 'planned' },
    Afwijzen: { reason: 'Kan bij de eigen huisarts' },
  } satisfies Record<string, InputReplies>;

  async function ended(how: keyof typeof FORMS) {
    const { code, card } = await shownCase(stage, { claimedBy: MERYEM });
    const meryem = stage.as(MERYEM);
    const full = await meryem.ask(code);
    await meryem.click(full, { title: how });
    await meryem.click(full, { title: how, inputs: FORMS[how] });
    await untilShown(stage, code);
    return { code, channel: card, full };
  }

  it.each(['Afronden', 'Afwijzen'] as const)('opens a case again after %s', async (how) => {
    const { code, channel } = await ended(how);
    const joost = stage.as(JOOST);
    const card = await joost.ask(code);
    await stage.restart();
    const answer = await joost.click(card, { title: 'Heropenen' });
    expect(answer.says).toContain(`Casus ${code} · Open`);
    expect(answer.says).toContain('[Oppakken]');
    await untilShown(stage, code);
    expect(saysOn(channel)).toContain('[Oppakken]');
    await stage.as(SANNE).hears(`Joost Vermeer heeft casus ${code} heropend`);
    expect((await stage.theCase()).escalations).toHaveLength(1);
    expect(await stage.counted('escalations')).toBe(1);
  });

  it('by two at once opens it once, and both see it open', async () => {
    const { code, full } = await ended('Afronden');
    const other = await stage.as(JOOST).ask(code);
    await stage.restart();
    const answers = await Promise.all([
      stage.as(MERYEM).click(full, { title: 'Heropenen' }),
      stage.as(JOOST).click(other, { title: 'Heropenen' }),
    ]);
    for (const { says } of answers) expect(says).toContain(`Casus ${code} · Open`);
    const { history } = await stage.theCase();
    expect(history.filter(({ kind }) => kind === 'reopened')).toHaveLength(1);
  });
});

it('a case that was handed over is given up by its new holder only', async () => {
  const { code, card, notice } = await offered();
  await stage.as(JOOST).click(notice, { title: 'Accepteren' });
  await untilShown(stage, code);
  const answer = await stage.as(MERYEM).click(card, { title: 'Teruggeven' });
  expect(answer.says).toContain('Dit kan alleen Joost Vermeer');
  const state = await stateNow();
  expect(state.status === 'claimed' && isSamePerson(state.holder, JOOST)).toBe(true);
});
