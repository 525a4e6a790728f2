import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { erasing } from '../../bot/erase.js';
import type { Case, Escalation } from '../../data/case.js';
import { instantOf } from '../../data/weeks.js';
import { JOOST, MERYEM, SANNE } from '../builders.js';
import { clicked } from './activities.js';
import { openBotStage, type BotStage } from './botHarness.js';
import type { ShownMessage } from './fakeTeams.js';
import { shownCase, untilShown } from './mainSteps.js';
import { saysOn } from './personInTeams.js';

let stage: BotStage;
beforeEach(async () => {
  stage = await openBotStage();
});
afterEach(() => stage.close());

/** A case that Meryem has in hand, opened in her own chat. */
async function opened(parts: Partial<Escalation> = {}) {
  const { code, card } = await shownCase(stage, { claimedBy: MERYEM });
  if (Object.keys(parts).length > 0) await change(parts);
  await stage.restart();
  const meryem = stage.as(MERYEM);
  return { code, card, meryem, opened: await meryem.ask(code) };
}

/** Stores something of the escalation as if it had happened. */
async function change(parts: Partial<Escalation>, whole: Partial<Case> = {}): Promise<void> {
  const subject = await stage.theCase();
  const [escalation] = subject.escalations;
  if (!escalation) throw new Error('not escalated');
  const escalations = [{ ...escalation, ...parts }];
  const put = { ...subject, ...whole, version: subject.version + 1, escalations };
  await stage.repository.commit({ writes: [{ kind: 'case', put }] });
}

const lanes = async () => (await stage.theCase()).escalations[0]?.lanes;
const update = { title: 'Spoor bijwerken' };
const laneOf = (reason: string) => ({
  verb: 'ask-lane',
  where: (data: Record<string, unknown>) => data.reason === reason,
});
const EVERY = ['complex', 'finance', 'somatic-network', 'follow-up'] as const;

describe('Spoor bijwerken', () => {
  it('opens the form at once when there is one reason, and records it', async () => {
    const { code, card, meryem, opened: chat } = await opened();
    const form = await meryem.click(chat, update);
    expect(form.says).toContain(`Casus ${code}: Regelen van financiën`);
    expect(form.says).toContain(
      'Budget Leiden 2026, alle casussen samen: € 5.000, gevraagd € 0, toegekend € 0, nog over € 5.000',
    );
    await stage.restart();
    const inputs = { asked: '€ 150,00', granted: '125,50', declaration: 'submitted' };
    const shown = await meryem.click(chat, { ...update, inputs });
    expect(shown.says).toContain('Regelen van financiën · loopt');
    expect(shown.says).toContain('Gevraagd € 150, toegekend € 125,50');
    expect(shown.says).toContain('over € 4.874,50');
    expect(await lanes()).toEqual({
      finance: {
        askedCents: 15_000,
        grantedCents: 12_550,
        chargedTo: 'leiden',
        year: 2026,
        declaration: 'submitted',
        settled: false,
      },
    });
    await untilShown(stage, code);
    expect(stage.teams.thread(card).at(-1)).toMatch(/spoor bijgewerkt door Meryem Kaya$/);
    expect(JSON.stringify(stage.teams.channelCards())).not.toContain('150');
  });

  it('lists several lanes with their state', async () => {
    const finance = { year: 2026, settled: true };
    const { meryem, opened: chat } = await opened({ reasons: [...EVERY], lanes: { finance } });
    const list = await meryem.click(chat, update);
    expect(list.says).toContain('Overname van complexe casuïstiek · nog niet begonnen');
    expect(list.says).toContain('Regelen van financiën · klaar');
    await stage.restart();
    const form = await meryem.click(chat, laneOf('complex'));
    expect(form.says).toContain('Overname van complexe casuïstiek');
    await stage.restart();
    const inputs = { result: 'advised', settled: 'true' };
    const shown = await meryem.click(chat, { ...update, inputs });
    expect(shown.says).toContain('Overname van complexe casuïstiek · klaar');
    expect(await lanes()).toMatchObject({ complex: { result: 'advised', settled: true } });
  });

  it('shows the form again with what is the matter, and stores nothing', async () => {
    const { meryem, opened: chat } = await opened();
    const { version } = await stage.theCase();
    await meryem.click(chat, update);
    await stage.restart();
    const answer = await meryem.click(chat, { ...update, inputs: { asked: '-5' } });
    expect(answer.says).toContain('Schrijf een bedrag in euro’s');
    expect(answer.says).toContain('-5');
    expect(saysOn(chat)).not.toContain('-5');
    expect(await stage.theCase()).toMatchObject({ version });
  });

  it('does not open a lane that ended, and says why', async () => {
    const { meryem, opened: chat } = await opened({ reasons: [...EVERY], ended: ['follow-up'] });
    const list = await meryem.click(chat, update);
    expect(list.says).toContain('Aanmelding voor follow-up · gestopt');
    const answer = await meryem.click(chat, laneOf('follow-up'));
    expect(answer.says).toContain('De cliënt heeft de toestemming ingetrokken');
    expect(await lanes()).toEqual({});
  });

  it('does not record a lane that ended meanwhile, or that another changed', async () => {
    const { meryem, opened: chat } = await opened({ reasons: ['finance', 'complex'] });
    await meryem.click(chat, update);
    const form = await meryem.click(chat, laneOf('finance'));
    const { history } = await stage.theCase();
    const number = history.length + 1;
    const at = instantOf(stage.now());
    const by = JOOST;
    const event = { number, at, by, kind: 'lane-updated', reason: 'finance' } as const;
    const finance = { askedCents: 700, chargedTo: 'leiden', year: 2026, settled: false };
    await change({ lanes: { finance } }, { history: [...history, event] });
    await stage.restart();
    const late = { ...update, card: form.card, inputs: { asked: '10' } };
    const outdated = await meryem.click(chat, late);
    expect(outdated.says).toContain('Dit spoor is intussen gewijzigd');
    expect(await lanes()).toEqual({ finance });
    await change({ ended: ['finance'] });
    const ended = await meryem.click(chat, { ...late, card: outdated.card });
    expect(ended.says).toContain('Deze reden is gestopt');
    expect(await lanes()).toEqual({ finance });
  });

  it('is only for who has the case in hand', async () => {
    const { code } = await opened();
    const joost = stage.as(JOOST);
    const his = await joost.ask(code);
    expect(saysOn(his)).not.toContain('Spoor bijwerken');
    const { version } = await stage.theCase();
    const form = { asked: '10', chargedTo: 'leiden', text: 'Wanneer past het?' };
    const lane = { code, version, reason: 'finance', seen: 0, ...form };
    for (const verb of ['ask-lane', 'confirm-lane', 'ask-question', 'confirm-question']) {
      const answer = await joost.sendClick(pressing(his, verb, lane));
      expect(answer.says).toContain('Dit kan alleen Meryem Kaya, die deze casus heeft opgepakt.');
    }
    expect(await stage.theCase()).toMatchObject({ version });
  });

  it('is unknown to who coordinates nothing', async () => {
    const { code } = await opened();
    const his = await stage.as(SANNE).ask(code);
    const data = { code, version: 2, reason: 'finance', seen: 0 };
    for (const verb of ['ask-lane', 'confirm-lane', 'ask-question']) {
      const answer = await stage.as(SANNE).sendClick(pressing(his, verb, data, SANNE));
      expect(answer.says).toContain('Dit kan alleen een inhoudelijk coördinator');
    }
    expect(await lanes()).toEqual({});
  });

  it.each([
    ['a reason that does not exist', { reason: 'money', seen: 0 }],
    ['a reason that was not asked', { reason: 'complex', seen: 0 }],
    ['no reason', { seen: 0 }],
  ])('changes nothing with %s', async (_, data) => {
    const { code, meryem, opened: chat } = await opened();
    const { version } = await stage.theCase();
    const inputs = { code, version, ...data, settled: 'true' };
    const answer = await meryem.sendClick(pressing(chat, 'confirm-lane', inputs, MERYEM));
    expect(answer.says).toMatch(/Dit kan op dit moment niet|Voor deze reden is niet opgeschaald/);
    expect(await stage.theCase()).toMatchObject({ version });
  });
});

function pressing(message: ShownMessage, verb: string, data: object, by = JOOST) {
  const action = { type: 'Action.Execute', id: undefined, title: undefined } as const;
  return clicked(by, message, { ...action, verb, data: { ...data } });
}

describe('a budget', () => {
  const overspend = { granted: '5.300', settled: 'false' };

  it('that is exceeded is said, and nothing is refused for it', async () => {
    const { meryem, opened: chat } = await opened();
    await meryem.click(chat, update);
    const shown = await meryem.click(chat, { ...update, inputs: overspend });
    const over = 'Er is € 300 meer toegekend dan het budget van Leiden in 2026.';
    expect(shown.says).toContain(over);
    expect(await lanes()).toMatchObject({ finance: { grantedCents: 530_000 } });
    await stage.restart();
    expect((await meryem.click(chat, update)).says).toContain(over);
  });

  it('adds up over cases, and keeps what was granted in one that is erased', async () => {
    const { meryem, opened: chat } = await opened();
    await meryem.click(chat, update);
    await meryem.click(chat, { ...update, inputs: { asked: '300', granted: '250' } });
    const erased = await stage.theCase();
    expect(await money()).toEqual({ asked: 30_000, granted: 25_000 });
    const other = { ...erased, code: 'HM-2222', version: 1 };
    await stage.repository.commit({ writes: [{ kind: 'case', put: other }] });
    expect(await money()).toEqual({ asked: 60_000, granted: 50_000 });
    await stage.repository.commit(await erasing(stage, erased));
    expect(await money()).toEqual({ asked: 60_000, granted: 50_000 });
    await stage.restart();
    expect(await money()).toEqual({ asked: 60_000, granted: 50_000 });
    expect(saysOn(await stage.as(MERYEM).ask('HM-2222'))).toContain('over € 4.500');
  });

  async function money() {
    const year = { kind: 'calendar-year', year: 2026 } as const;
    const counts = await stage.repository.counts('hollands-midden', [year]);
    return {
      asked: counts.sum('finance-asked:leiden', year),
      granted: counts.sum('finance-granted:leiden', year),
    };
  }
});

describe('a case in full', () => {
  it('names what is not settled before it is closed, and can be closed all the same', async () => {
    const finance = { year: 2026, settled: true };
    const {
      code,
      meryem,
      opened: chat,
    } = await opened({ reasons: [...EVERY], lanes: { finance } });
    const form = await meryem.click(chat, { title: 'Afronden' });
    expect(form.says).toContain(
      'Nog niet klaar: Overname van complexe casuïstiek, Gebruik van somatisch netwerk en Aanmelding voor follow-up.',
    );
    await stage.restart();
    const inputs = { outcome: 'other', contraception: 'none' };
    const closed = await meryem.click(chat, { title: 'Afronden', inputs });
    expect(closed.says).toContain(`Casus ${code} · Afgerond`);
    expect(await lanes()).toEqual({ finance });
  });

  it('says what does not get through, and when it is tried again', async () => {
    const { code } = await opened();
    const delivery = await stage.repository.read('delivery', code);
    if (!delivery) throw new Error('never delivered');
    const since = instantOf(stage.now());
    const retryAt = instantOf(stage.now().plus({ minutes: 15 }));
    const channel = { attempts: 3, retryAt, since, why: 'HTTP 502 BadGateway' };
    const put = { ...delivery, version: delivery.version + 1, trouble: { channel } };
    await stage.repository.commit({ writes: [{ kind: 'delivery', put }] });
    const shown = saysOn(await stage.as(MERYEM).ask(code));
    expect(shown).toMatch(/Kanaal, sinds 16 nov \d\d:\d\d: Teams geeft geen antwoord \(HTTP 502\)/);
    expect(shown).toMatch(/Ik probeer het opnieuw op 16 nov \d\d:\d\d/);
  });
});
