import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../data/case.js';
import type { Week } from '../../data/weeks.js';
import {
  aCase,
  anEscalatedCase,
  anEscalation,
  ANNEKE,
  JOOST,
  MERYEM,
  SANNE,
  TOM,
  utc,
} from '../builders.js';
import { openBotStage, type BotStage } from './botHarness.js';
import type { ShownMessage } from './fakeTeams.js';
import { escalate, linkChannel, shownCase, untilShown } from './mainSteps.js';
import { saysOn, type PersonInTeams } from './personInTeams.js';

let stage: BotStage;
let sanne: PersonInTeams;
let meryem: PersonInTeams;
beforeEach(async () => {
  stage = await openBotStage();
  sanne = stage.as(SANNE);
  meryem = stage.as(MERYEM);
});
afterEach(() => stage.close());

async function store(...cases: Case[]): Promise<void> {
  for (const put of cases) await stage.repository.commit({ writes: [{ kind: 'case', put }] });
}

const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codeOf = (n: number) => `HM-222${SIGNS[n] ?? ''}`;
/** The newest is number 0. */
const aNumberedCase = (n: number, whole: Partial<Case> = {}) =>
  aCase({ code: codeOf(n), openedAt: utc(`2026-11-1${n < 10 ? 5 : 4}T09:${59 - n}`), ...whole });
const WITHDRAWN = { status: 'withdrawn', at: utc('2026-11-16T08:30'), why: 'mistake' } as const;

const codesOn = (message: ShownMessage) =>
  [...saysOn(message).matchAll(/HM-222(.)/g)].map(([, sign]) => SIGNS.indexOf(sign ?? ''));
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** From the own case to one of its forms. */
async function openForm(code: string, ...titles: string[]): Promise<ShownMessage> {
  const own = await sanne.ask(code);
  for (const title of titles) await sanne.click(own, { title });
  return own;
}

async function countedIn(row: 'talks' | 'partner-contraception', week: Week): Promise<number> {
  const period = { kind: 'week', week } as const;
  return (await stage.repository.counts('hollands-midden', [period])).sum(row, period);
}

describe('mijn casussen', () => {
  it('says what to do while there are none', async () => {
    const list = await sanne.ask('mijn casussen');
    expect(saysOn(list)).toContain('Je hebt nu geen open casussen. Kies Gesprek vastleggen');
    const closed = await sanne.click(list, { title: 'Afgesloten casussen' });
    expect(closed.says).toContain('Je hebt geen afgesloten casussen');
    const form = await sanne.click(list, { title: 'Gesprek vastleggen' });
    expect(form.says).toContain('organisatie');
  });

  it('shows state, holder and last change of each, and opens one with a click', async () => {
    const { code } = await shownCase(stage, { claimedBy: MERYEM });
    await stage.restart();
    const list = await sanne.ask('Casussen');
    expect(saysOn(list)).toContain(`${code} · Opgepakt door Meryem Kaya`);
    expect(saysOn(list)).toContain('Laatst gewijzigd op 16 november 2026');
    expect(saysOn(list)).not.toMatch(/Kosten|Leiden|later/);
    await stage.restart();
    const own = await sanne.click(list, { title: `Casus ${code} openen` });
    expect(own.says).toContain(`Casus ${code} · Opgepakt`);
    expect(own.says).toContain('Opgepakt door: Meryem Kaya, sinds 16 november 2026');
    expect(own.says).not.toContain('[Opschalen]');
    expect(saysOn(list)).toBe(own.says);
    expect((await sanne.click(list, { title: 'Mijn casussen' })).says).toContain('Mijn casussen');
  });

  it('shows somebody else none of them', async () => {
    await store(aNumberedCase(0));
    expect(saysOn(await stage.as(TOM).ask('mijn casussen'))).toContain('geen open casussen');
  });

  it('keeps open and closed apart', async () => {
    const closed = anEscalatedCase({ state: WITHDRAWN }, { code: codeOf(1) });
    const open = anEscalatedCase({}, { code: codeOf(2), openedAt: utc('2026-11-14T09:00') });
    await store(aNumberedCase(0), closed, open);
    const list = await sanne.ask('mijn casussen');
    expect(codesOn(list)).toEqual([0, 2]);
    await stage.restart();
    await sanne.click(list, { title: 'Afgesloten casussen' });
    expect(codesOn(list)).toEqual([1]);
    await sanne.click(list, { title: 'Open casussen' });
    expect(codesOn(list)).toEqual([0, 2]);
  });

  it('turns twenty cases over in pages, newest first, and back', async () => {
    await store(...range(0, 19).map((n) => aNumberedCase(n)));
    const list = await sanne.ask('mijn casussen');
    expect(saysOn(list)).toContain('Open casussen: 1 tot en met 6 van 20');
    const pages = [codesOn(list)];
    for (const title of ['Volgende', 'Volgende', 'Volgende', 'Vorige', 'Vorige', 'Vorige']) {
      await stage.restart();
      await sanne.click(list, { title });
      pages.push(codesOn(list));
    }
    const [first, second, third, last] = [range(0, 5), range(6, 11), range(12, 17), range(18, 19)];
    expect(pages).toEqual([first, second, third, last, third, second, first]);
    expect(() => sanne.pressed(list, { title: 'Vorige' })).toThrow('has no button');
  });

  it('skips nothing when cases changed between two pages', async () => {
    await store(...range(0, 19).map((n) => aNumberedCase(n)));
    const list = await sanne.ask('mijn casussen');
    const escalations = [anEscalation({ state: WITHDRAWN })];
    // One before the page that follows, and the very one it begins with.
    for (const n of [2, 6]) await store(aNumberedCase(n, { version: 2, escalations }));
    await sanne.click(list, { title: 'Volgende' });
    expect(codesOn(list)).toEqual(range(7, 12));
    await sanne.click(list, { title: 'Vorige' });
    expect(codesOn(list)).toEqual([0, 1, 3, 4, 5, 7]);
  });

  it('shows the last page when the one asked for is gone', async () => {
    await store(...range(0, 6).map((n) => aNumberedCase(n)));
    const list = await sanne.ask('mijn casussen');
    const escalations = [anEscalation({ state: WITHDRAWN })];
    await store(aNumberedCase(6, { version: 2, escalations }));
    await sanne.click(list, { title: 'Volgende' });
    expect(codesOn(list)).toEqual(range(0, 5));
  });

  it.each([{ at: 'nonsense' }, { at: 'x'.repeat(100) }, { at: 7 }, { shown: 'all' }])(
    'is not put off by %o',
    async (data) => {
      await store(aNumberedCase(0));
      const list = await sanne.ask('mijn casussen');
      const answer = await sanne.sendClick(
        sanne.tampered(list, { title: 'Afgesloten casussen' }, { shown: 'open', ...data }),
      );
      expect(answer.statusCode).toBe(200);
      expect(answer.says).toMatch(/HM-2222|kan op dit moment niet/);
    },
  );

  it('is wiped out with a case that it tells of', async () => {
    const { code } = await shownCase(stage);
    // Was never shared, so nobody can have taken sharing back.
    await store(aNumberedCase(0));
    const list = await sanne.ask('mijn casussen');
    const own = await openForm(code, 'Corrigeren of intrekken', 'Toestemming intrekken');
    await sanne.click(own, { title: 'Volgende', inputs: { permission: 'record' } });
    await sanne.click(own, { title: 'Casus wissen' });
    const wiped = () => (saysOn(list).includes(code) ? undefined : list);
    await stage.teams.waitFor(wiped, 'the list is wiped');
    expect(saysOn(list)).toContain('Wat hier stond, is gewist');
    expect(codesOn(await sanne.ask('mijn casussen'))).toEqual([0]);
  });

  it('is there in English', async () => {
    await store(aNumberedCase(0));
    const question = await sanne.ask('taal');
    await sanne.click(question, {
      verb: 'set-language',
      where: ({ language }) => language === 'en',
    });
    const list = await sanne.ask('my cases');
    expect(saysOn(list)).toContain('Open cases: 1 case.');
    expect((await sanne.click(list, { title: `Open case ${codeOf(0)}` })).says).toContain(
      'Not escalated',
    );
  });
});

describe('a case code', () => {
  it('opens an own case, with its talks and its course', async () => {
    const { code } = await shownCase(stage);
    await stage.restart();
    const own = await sanne.ask(code.toLowerCase());
    expect(saysOn(own)).toContain(
      '12 november 2026. Kinderwens: ja, later. Anticonceptie: heeft nog geen keuze gemaakt.',
    );
    expect(saysOn(own)).toContain('Gemeente: Leiden');
    expect(saysOn(own)).toContain('gesprek vastgelegd door Sanne de Wit');
  });

  it('of somebody else is not known', async () => {
    const { code } = await shownCase(stage);
    for (const person of [TOM, ANNEKE]) {
      expect(saysOn(await stage.as(person).ask(code))).toContain(`Casus ${code} ken ik niet`);
    }
  });

  it('of a coordinator’s own opens the coordinator’s side, and leads to the other', async () => {
    const { code } = await shownCase(stage, { person: MERYEM });
    const opened = await meryem.ask(code);
    expect(saysOn(opened)).toContain('Bereikbaar: dinsdag na 13 uur');
    await stage.restart();
    const own = await meryem.click(opened, { title: 'Openen als professional' });
    expect(own.says).toContain('[Vervolggesprek]');
    expect(own.says).toContain(`Casus ${code}`);
    expect(saysOn(opened)).toBe(own.says);
  });

  it('never shared opens for its professional alone', async () => {
    await linkChannel(stage);
    await store(aNumberedCase(0));
    expect(saysOn(await meryem.ask(codeOf(0)))).toContain('ken ik niet');
    expect(saysOn(await sanne.ask(codeOf(0)))).toContain('Niet opgeschaald');
  });
});

const VERBS = [
  ['Voortgang melden'],
  ['Anticonceptie gerealiseerd'],
  ['Corrigeren of intrekken'],
  ['Corrigeren of intrekken', 'Gesprek corrigeren'],
  ['Corrigeren of intrekken', 'Opschaling corrigeren'],
  ['Corrigeren of intrekken', 'Opschaling intrekken'],
];

describe('somebody else’s case', () => {
  it.each(VERBS)('is not known to any button: %s %s', async (...titles) => {
    const { code } = await shownCase(stage);
    const before = await stage.theCase();
    const own = await openForm(code, ...titles.slice(0, -1));
    const last = titles.at(-1) ?? '';
    for (const person of [JOOST, TOM]) {
      const other = stage.as(person);
      const answer = await other.sendClick(other.pressed(own, { title: last }));
      expect(answer.says).toContain(`Casus ${code} ken ik niet`);
    }
    await sanne.click(own, { title: last });
    const joost = stage.as(JOOST);
    const [confirm] = [/confirm-\w+/.exec(JSON.stringify(own.card))?.[0]];
    if (confirm === undefined) return;
    const answer = await joost.sendClick(joost.pressed(own, { verb: confirm }));
    expect(answer.says).toContain(`Casus ${code} ken ik niet`);
    expect(await stage.theCase()).toEqual(before);
  });
});

describe('Voortgang melden', () => {
  const inputs = { answer: 'appointment-made', note: 'Dinsdag bij de huisarts.' };

  it('tells the holder, who reads it at the case; others read only that it was done', async () => {
    const { code, card } = await shownCase(stage, { claimedBy: MERYEM });
    const form = await openForm(code, 'Voortgang melden');
    expect(saysOn(form)).toContain('Wie de casus heeft opgepakt, krijgt er bericht van');
    await stage.restart();
    const own = await sanne.click(form, { title: 'Voortgang melden', inputs });
    expect(own.says).toContain('De voortgang is gemeld.');
    expect(own.says).toContain('Afspraak gemaakt');
    const notice = await meryem.hears('Sanne de Wit meldt hoe het gaat');
    const opened = await meryem.click(notice, { title: 'Openen' });
    expect(opened.says).toContain('Toelichting: Dinsdag bij de huisarts.');
    await untilShown(stage, code);
    expect(stage.teams.thread(card).join()).toContain('voortgang gemeld door Sanne de Wit');
    expect(JSON.stringify(stage.teams.in(card.conversation))).not.toMatch(/huisarts|Afspraak/);
  });

  it('is not the coordinators’ to read when it was before they were asked', async () => {
    await linkChannel(stage);
    await store(aNumberedCase(0));
    const form = await openForm(codeOf(0), 'Voortgang melden');
    expect(saysOn(form)).toContain(
      'De coördinator leest dit niet, ook niet als je later opschaalt',
    );
    await sanne.click(form, { title: 'Voortgang melden', inputs });
    const reported = await stage.theCase();
    const escalated = {
      ...reported,
      version: 3,
      escalations: [anEscalation()],
      history: [
        ...reported.history,
        { kind: 'escalated', number: 3, at: utc('2026-11-16T10:00'), by: SANNE, priority: false },
      ],
    } satisfies Case;
    await store(escalated);
    expect(saysOn(await meryem.ask(codeOf(0)))).toContain('opgeschaald door');
    expect(saysOn(await meryem.ask(codeOf(0)))).not.toMatch(
      /voortgang gemeld|huisarts|Afspraak gemaakt/,
    );
    expect(saysOn(await sanne.ask(codeOf(0)))).toContain('huisarts');
  });

  it('is not told in the channel once sharing was taken back', async () => {
    const { code, card } = await shownCase(stage);
    const own = await openForm(code, 'Corrigeren of intrekken', 'Toestemming intrekken');
    await sanne.click(own, { title: 'Volgende', inputs: { permission: 'share' } });
    await sanne.click(own, { title: 'Bevestigen' });
    await untilShown(stage, code);
    const before = stage.teams.thread(card).length;
    const form = await openForm(code, 'Voortgang melden');
    await sanne.click(form, { title: 'Voortgang melden', inputs });
    await untilShown(stage, code);
    expect(stage.teams.thread(card)).toHaveLength(before);
  });

  it('can be put right when the note with it has to go', async () => {
    const { code } = await shownCase(stage);
    const form = await openForm(code, 'Voortgang melden');
    await sanne.click(form, { title: 'Voortgang melden', inputs });
    const own = await openForm(code, 'Corrigeren of intrekken', 'Voortgang corrigeren');
    expect(saysOn(own)).toContain('Dinsdag bij de huisarts.');
    const answer = await sanne.click(own, { title: 'Corrigeren', inputs: { progressNote: '' } });
    expect(answer.says).toContain('Toelichting bij voortgang: gewijzigd');
    expect(answer.says).not.toContain('huisarts');
    expect(JSON.stringify(await stage.theCase())).not.toContain('huisarts');
  });

  it('has one effect when the click comes twice', async () => {
    const { code } = await shownCase(stage);
    const form = await openForm(code, 'Voortgang melden');
    const click = sanne.pressed(form, { title: 'Voortgang melden', inputs });
    const answers = await Promise.all([
      sanne.sendClick(click),
      sanne.sendClick({ ...click, id: 'f:again' }),
    ]);
    for (const { says } of answers) expect(says.match(/voortgang gemeld door/g)).toHaveLength(1);
    const { history } = await stage.theCase();
    expect(history.filter(({ kind }) => kind === 'progress')).toHaveLength(1);
  });

  it('takes reports from two tabs, also after the case was claimed meanwhile', async () => {
    const { code, card } = await shownCase(stage);
    const [one, other] = [
      await openForm(code, 'Voortgang melden'),
      await openForm(code, 'Voortgang melden'),
    ];
    await meryem.click(card, { title: 'Oppakken' });
    await sanne.click(one, { title: 'Voortgang melden', inputs });
    await sanne.click(other, { title: 'Voortgang melden', inputs: { answer: 'going-well' } });
    const { history, escalations } = await stage.theCase();
    expect(history.filter(({ kind }) => kind === 'progress')).toHaveLength(2);
    expect(escalations[0]?.state).toMatchObject({ status: 'claimed' });
  });

  it('refuses what identifies a client and keeps it out of the message', async () => {
    const { code } = await shownCase(stage);
    const form = await openForm(code, 'Voortgang melden');
    const note = 'Haar nummer is 06 12345678';
    const answer = await sanne.click(form, {
      title: 'Voortgang melden',
      inputs: { ...inputs, note },
    });
    expect(answer.says).toContain('herkenbaar maakt');
    expect(saysOn(form)).not.toContain('12345678');
    expect((await stage.theCase()).history.some(({ kind }) => kind === 'progress')).toBe(false);
  });
});

describe('Anticonceptie gerealiseerd', () => {
  const title = 'Anticonceptie gerealiseerd';
  const save = { title: 'Vastleggen', inputs: { realisedOn: '2026-11-16' } };

  it('counts in the row of where it came from, once', async () => {
    const { code } = await shownCase(stage, { claimedBy: MERYEM });
    const form = await openForm(code, title);
    const tab = await openForm(code, title);
    await stage.restart();
    const own = await sanne.click(form, save);
    expect(own.says).toContain('Anticonceptie gerealiseerd: 16 november 2026');
    expect(own.says).not.toContain(`[${title}]`);
    expect(await stage.counted('escalated-contraception')).toBe(1);
    await meryem.hears('gemeld dat anticonceptie is gerealiseerd');
    const late = await sanne.click(tab, { ...save, inputs: { realisedOn: '2026-10' } });
    expect(late.says).toContain('Er staat al dat anticonceptie is gerealiseerd (16 november 2026)');
    expect(await stage.counted('escalated-contraception')).toBe(1);
    expect(await stage.counted('partner-contraception')).toBe(0);
  });

  it('counts with the partners when nobody was asked', async () => {
    await store(aNumberedCase(0));
    await sanne.click(await openForm(codeOf(0), title), save);
    expect(await countedIn('partner-contraception', '2026-W47')).toBe(1);
    expect(await stage.counted('escalated-contraception')).toBe(0);
  });

  it('asks for a month that has been', async () => {
    await store(aNumberedCase(0));
    const form = await openForm(codeOf(0), title);
    const empty = await sanne.click(form, { title: 'Vastleggen' });
    expect(empty.says).toContain('Schrijf een maand als 11-2026');
    const later = await sanne.click(form, {
      title: 'Vastleggen',
      inputs: { realisedOn: '2027-01' },
    });
    expect(later.says).toContain('De datum ligt in de toekomst');
    expect((await stage.theCase()).realisation).toBeUndefined();
  });
});

describe('Opschaling intrekken', () => {
  const withdraw = (why: string) => ({ title: 'Intrekken', inputs: { why } });

  it.each([
    ['mistake', 'telt niet mee', 0],
    ['client-stops', 'blijft meetellen', 1],
  ])('as %s says that it %s, and then does so', async (why, effect, counted) => {
    const { code, card } = await shownCase(stage, { claimedBy: MERYEM });
    const form = await openForm(code, 'Corrigeren of intrekken', 'Opschaling intrekken');
    expect(saysOn(form)).toContain(effect);
    expect(await stage.counted('escalations')).toBe(1);
    await stage.restart();
    const own = await sanne.click(form, withdraw(why));
    expect(own.says).toContain('De opschaling is ingetrokken.');
    expect(own.says).toContain('[Opschalen]');
    expect(await stage.counted('escalations')).toBe(counted);
    expect(await stage.counted('now:claimed')).toBe(0);
    await meryem.hears(`heeft de opschaling van casus ${code} ingetrokken`);
    await untilShown(stage, code);
    expect(saysOn(card)).toContain('Ingetrokken');
    expect(saysOn(card)).not.toContain('[Oppakken]');
    expect(saysOn(await sanne.ask(code))).toContain('Reden van intrekken');
  });

  it('of a declined one says that it did not count', async () => {
    const state = {
      status: 'declined',
      by: MERYEM,
      at: utc('2026-11-16T08:30'),
      reason: 'Dubbel.',
    } as const;
    await store(anEscalatedCase({ state }, { code: codeOf(0) }));
    const form = await openForm(codeOf(0), 'Corrigeren of intrekken', 'Opschaling intrekken');
    expect(saysOn(form)).toContain('was al afgewezen en telde niet mee');
    expect(saysOn(form)).toContain('heeft deze opschaling al afgewezen');
    await sanne.click(form, withdraw('client-stops'));
    expect(await stage.counted('escalations')).toBe(0);
    expect(await stage.counted('not-taken')).toBe(1);
  });

  it('needs a reason, and is final', async () => {
    const { code } = await shownCase(stage);
    const form = await openForm(code, 'Corrigeren of intrekken', 'Opschaling intrekken');
    const tab = await openForm(code, 'Corrigeren of intrekken', 'Opschaling intrekken');
    expect((await sanne.click(form, { title: 'Intrekken' })).says).toContain('Kies een antwoord');
    await sanne.click(form, withdraw('mistake'));
    const late = await sanne.click(tab, withdraw('client-stops'));
    expect(late.says).toContain('De casus is nu: ingetrokken');
    const { escalations } = await stage.theCase();
    expect(escalations[0]?.state).toMatchObject({ why: 'mistake' });
    await sanne.click(tab, { title: 'Corrigeren of intrekken' });
    expect(saysOn(tab)).not.toContain('Opschaling intrekken');
  });

  it('sent twice is answered with the case, without a refusal', async () => {
    const { code } = await shownCase(stage);
    const form = await openForm(code, 'Corrigeren of intrekken', 'Opschaling intrekken');
    const click = sanne.pressed(form, withdraw('mistake'));
    await sanne.sendClick(click);
    await stage.restart();
    const again = await sanne.sendClick({ ...click, id: 'f:again' });
    expect(again.says).toContain('Ingetrokken');
    expect(again.says).not.toContain('kan niet meer');
  });
});

describe('correcting a talk', () => {
  const toTalk = ['Corrigeren of intrekken', 'Gesprek corrigeren'];

  it('moves it to another week and keeps what it said', async () => {
    const { code, card } = await shownCase(stage, { claimedBy: MERYEM });
    expect(await countedIn('talks', '2026-W46')).toBe(1);
    const form = await openForm(code, ...toTalk);
    await stage.restart();
    const own = await sanne.click(form, { title: 'Corrigeren', inputs: { on: '2026-11-05' } });
    expect(own.says).toContain('Gecorrigeerd.');
    expect(own.says).toContain('was “12 november 2026”, is nu “5 november 2026”');
    expect(await countedIn('talks', '2026-W46')).toBe(0);
    expect(await countedIn('talks', '2026-W45')).toBe(1);
    const notice = await meryem.hears(`Sanne de Wit heeft casus ${code} gecorrigeerd`);
    expect((await meryem.click(notice, { title: 'Openen' })).says).toContain(
      'is nu “5 november 2026”',
    );
    await untilShown(stage, code);
    expect(stage.teams.thread(card).join()).toContain('gecorrigeerd door Sanne de Wit');
    expect(stage.teams.thread(card).join()).not.toContain('november');
  });

  it('changes whether the municipality takes part, also on the channel card', async () => {
    const { code, card } = await shownCase(stage);
    expect(saysOn(card)).toContain('Gemeente doet mee: ja');
    const form = await openForm(code, ...toTalk);
    await sanne.click(form, { title: 'Corrigeren', inputs: { municipality: 'gouda' } });
    await untilShown(stage, code);
    expect(saysOn(card)).toContain('Gemeente doet mee: nee, uitzondering nodig');
  });

  it('goes through its parts, and loses nothing on the way', async () => {
    const { code } = await shownCase(stage);
    const form = await openForm(code, ...toTalk);
    const inputs = { on: '2026-11-05' };
    const held = await sanne.click(form, { title: 'Wens en anticonceptie', inputs });
    expect(held.says).toContain('Kies eerst Corrigeren');
    expect(held.says).toContain('2026-11-05');
    await sanne.click(form, { title: 'Wens en anticonceptie', inputs: { on: '2026-11-12' } });
    await stage.restart();
    await sanne.click(form, { title: 'Situatie' });
    expect(saysOn(form)).toContain('[x] Kosten zijn een drempel');
    await sanne.click(form, { title: 'Corrigeren', inputs: { finance: 'uninsured' } });
    const { talks, escalations } = await stage.theCase();
    expect(talks[0]).toMatchObject({ on: '2026-11-12', situations: ['uninsured'] });
    expect(escalations[0]).toMatchObject({ situations: ['uninsured'] });
  });

  it('finds an earlier talk', async () => {
    const [talk] = aCase().talks;
    if (!talk) throw new Error('no talk');
    await store(aNumberedCase(0, { talks: [{ ...talk, on: '2026-11-02' }, talk] }));
    const form = await openForm(codeOf(0), ...toTalk);
    expect(saysOn(form)).toContain('gesprek van 12 november 2026');
    await sanne.click(form, { title: 'Eerder gesprek' });
    expect(saysOn(form)).toContain('gesprek van 2 november 2026');
    await sanne.click(form, { title: 'Corrigeren', inputs: { on: '2026-11-03' } });
    expect((await stage.theCase()).talks.map(({ on }) => on)).toEqual(['2026-11-03', '2026-11-12']);
  });

  it('takes back that contraception was realised, and counts it no longer', async () => {
    await store(aNumberedCase(0));
    const own = await openForm(codeOf(0), 'Anticonceptie gerealiseerd');
    await sanne.click(own, { title: 'Vastleggen', inputs: { realisedOn: '2026-11' } });
    expect(await stage.counted('partner-contraception')).toBe(1);
    const form = await openForm(codeOf(0), ...toTalk, 'Wens en anticonceptie');
    expect(saysOn(form)).toContain('Maak de maand dan leeg');
    const answer = await sanne.click(form, { title: 'Corrigeren', inputs: { realisedOn: '' } });
    expect(answer.says).toContain('was “november 2026”, is nu “niets”');
    expect(await stage.counted('partner-contraception')).toBe(0);
  });

  it('says so when nothing was changed, and stores nothing', async () => {
    const { code } = await shownCase(stage);
    const before = await stage.theCase();
    const form = await openForm(code, ...toTalk);
    expect((await sanne.click(form, { title: 'Corrigeren' })).says).toContain(
      'Er is niets gewijzigd',
    );
    expect(await stage.theCase()).toEqual(before);
  });

  it('in two tabs does not put back what the other corrected', async () => {
    const { code } = await shownCase(stage);
    const [one, other] = [await openForm(code, ...toTalk), await openForm(code, ...toTalk)];
    await sanne.click(one, { title: 'Corrigeren', inputs: { on: '2026-11-05' } });
    await stage.restart();
    const inputs = { topics: 'sexuality' };
    const again = await sanne.click(other, { title: 'Corrigeren', inputs });
    expect(again.says).toContain('Dit formulier was oud');
    expect(again.says).toContain('2026-11-05');
    await sanne.click(other, { title: 'Corrigeren', inputs });
    const { talks, history } = await stage.theCase();
    expect(talks[0]).toMatchObject({ on: '2026-11-05', topics: ['sexuality'] });
    expect(history.filter(({ kind }) => kind === 'corrected')).toHaveLength(2);
  });

  it('sent twice is one correction, and both are answered with it', async () => {
    const { code } = await shownCase(stage);
    const form = await openForm(code, ...toTalk);
    const click = sanne.pressed(form, { title: 'Corrigeren', inputs: { on: '2026-11-05' } });
    const first = await sanne.sendClick(click);
    const second = await sanne.sendClick({ ...click, id: 'f:again' });
    expect(first.says).toContain('Gecorrigeerd.');
    expect(second.says).toContain('is nu “5 november 2026”');
    expect(second.says).not.toContain('formulier was oud');
    const { history } = await stage.theCase();
    expect(history.filter(({ kind }) => kind === 'corrected')).toHaveLength(1);
  });

  it.each([
    { talk: 2 },
    { talk: 0 },
    { talk: 'x' },
    { part: 'escalation' },
    { part: 'everything' },
    { seen: -1 },
    { code: 'HM-ZZZZ' },
    { version: 'x' },
    { municipality: 'amsterdam' },
    { topics: ['anything'] },
    { on: { $gt: '' } },
  ])('is not misled by %o', async (data) => {
    const { code } = await shownCase(stage);
    const before = await stage.theCase();
    const form = await openForm(code, ...toTalk);
    const answer = await sanne.sendClick(sanne.tampered(form, { title: 'Corrigeren' }, data));
    expect(answer.statusCode).toBe(200);
    expect(await stage.theCase()).toEqual(before);
  });
});

describe('correcting an escalation', () => {
  const toEscalation = ['Corrigeren of intrekken', 'Opschaling corrigeren'];

  it('is what the coordinators see from then on', async () => {
    const { code, card } = await shownCase(stage, { claimedBy: MERYEM });
    const form = await openForm(code, ...toEscalation);
    await stage.restart();
    const inputs = {
      chosen: 'complex',
      priority: 'true',
      reachable: 'woensdag',
      note: 'Graag bellen.',
    };
    const own = await sanne.click(form, { title: 'Corrigeren', inputs });
    expect(own.says).toContain(
      'Redenen: was “Regelen van financiën”, is nu “Overname van complexe casuïstiek”',
    );
    expect(own.says).toContain('Bereikbaar: gewijzigd');
    expect(own.says).not.toContain('dinsdag');
    await meryem.hears('gecorrigeerd');
    await untilShown(stage, code);
    expect(saysOn(card)).toContain('Met voorrang');
    expect(saysOn(card)).toContain('Overname van complexe casuïstiek');
    expect(saysOn(await meryem.ask(code))).toContain('Bereikbaar: woensdag');
    expect(await stage.counted('reason:complex')).toBe(1);
    expect(await stage.counted('reason:finance')).toBe(0);
  });

  it('asks what the client has not allowed yet', async () => {
    const { code } = await shownCase(stage);
    const form = await openForm(code, ...toEscalation);
    const inputs = { chosen: 'finance,somatic-network' };
    const answer = await sanne.click(form, { title: 'Corrigeren', inputs });
    expect(answer.says).toContain('Kruis dat aan, of kies een andere reden');
    expect(answer.says).toContain('[x] Gebruik van somatisch netwerk');
    expect((await stage.theCase()).escalations[0]).toMatchObject({ reasons: ['finance'] });
    const agreed = { ...inputs, permissions: 'network' };
    const done = await sanne.click(form, { title: 'Corrigeren', inputs: agreed });
    expect(done.says).toContain('Gecorrigeerd');
    expect(await stage.theCase()).toMatchObject({
      escalations: [{ reasons: ['finance', 'somatic-network'] }],
      permissions: { network: { given: true, by: SANNE } },
    });
  });

  it('has no more use once it has ended', async () => {
    const { code } = await shownCase(stage, { claimedBy: MERYEM });
    const form = await openForm(code, ...toEscalation);
    await meryem.click(await meryem.ask(code), { title: 'Afwijzen' });
    const decline = meryem.newest();
    await meryem.click(decline, { title: 'Afwijzen', inputs: { reason: 'Dubbel.' } });
    const late = await sanne.click(form, {
      title: 'Corrigeren',
      inputs: { note: 'Graag bellen.' },
    });
    expect(late.says).toContain('De casus is nu: afgewezen');
    expect(late.says).toContain('Reden van afwijzen: Dubbel.');
    expect((await stage.theCase()).escalations[0]?.note).toBe('');
  });

  it('is about the new escalation when there is one, and says that the form was old', async () => {
    const code = await escalate(stage);
    const form = await openForm(code, ...toEscalation);
    const subject = await stage.theCase();
    const at = utc('2026-11-16T10:00');
    const [first] = subject.escalations;
    if (!first) throw new Error('not escalated');
    await store({
      ...subject,
      version: subject.version + 1,
      escalations: [
        { ...first, state: WITHDRAWN },
        anEscalation({ number: 2, at, reasons: ['complex'] }),
      ],
      history: [
        ...subject.history,
        { kind: 'escalated', number: subject.history.length + 1, at, by: SANNE, priority: false },
      ],
    });
    const again = await sanne.click(form, {
      title: 'Corrigeren',
      inputs: { note: 'Graag bellen.' },
    });
    expect(again.says).toContain('Dit formulier was oud');
    expect(again.says).toContain('[x] Overname van complexe casuïstiek');
  });
});
