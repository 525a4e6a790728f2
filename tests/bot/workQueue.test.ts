import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Case, Escalation } from '../../data/case.js';
import type { Write } from '../../data/repository.js';
import { dayOf, instantOf } from '../../data/weeks.js';
import {
  aConsult,
  anEscalatedCase,
  ANNEKE,
  JOOST,
  MERYEM,
  NOW,
  SANNE,
  TOM,
  utc,
} from '../builders.js';
import { COMPLETE } from '../data/regionBuilder.js';
import { openBotStage, type BotStage } from './botHarness.js';
import type { ShownMessage } from './fakeTeams.js';
import { channelCard, escalate, linkChannel, shownCase, untilShown } from './mainSteps.js';
import { saysOn, theOnly } from './personInTeams.js';

const SHIPPED = join(import.meta.dirname, '../../data/regions/hollands-midden.json');

let stage: BotStage;
afterEach(() => stage.close());

const put = (subject: Case): Write => ({ kind: 'case', put: subject });

function aCaseOf(code: string, parts: Partial<Escalation> = {}, whole: Partial<Case> = {}): Case {
  return anEscalatedCase(parts, { code, ...whole });
}
const heldBy = (holder: typeof MERYEM): Escalation['state'] => ({
  status: 'claimed',
  holder,
  claimedAt: utc('2026-11-16T08:30'),
});

/** Codes of the rows, in their order. */
const rowsOn = ({ card }: Pick<ShownMessage, 'card'>) =>
  [...JSON.stringify(card).matchAll(/"title":"Casus (\S+) openen"/g)]
    .map(([, code]) => code)
    .filter((code, n, all) => all.indexOf(code) === n);

const jump = (title: string) => ({ verb: 'queue', title });

describe('werkvoorraad', () => {
  beforeEach(async () => {
    stage = await openBotStage();
  });

  it('is the first button of a coordinator’s menu, a word, and in help', async () => {
    const menu = await stage.as(MERYEM).ask('start');
    const titles = [...JSON.stringify(menu.card).matchAll(/"Action.Execute","title":"([^"]+)"/g)];
    expect(titles[0]?.[1]).toBe('Werkvoorraad');
    await stage.restart();
    const clicked = await stage.as(MERYEM).click(menu, { title: 'Werkvoorraad' });
    expect(clicked.says).toContain('Alles is opgepakt.');
    for (const word of ['werkvoorraad', 'Wachtrij', 'queue']) {
      expect(saysOn(await stage.as(MERYEM).ask(word))).toContain('Alles is opgepakt.');
    }
    expect(saysOn(await stage.as(MERYEM).ask('help'))).toContain('werkvoorraad');
    expect(saysOn(await stage.as(SANNE).ask('help'))).not.toContain('werkvoorraad');
  });

  it.each([SANNE, ANNEKE])('is refused to $name', async (person) => {
    const refusal = await stage.as(person).ask('werkvoorraad');
    expect(saysOn(refusal)).toContain('alleen een inhoudelijk coördinator');
  });

  it('is refused to who left the team, also by its buttons', async () => {
    await shownCase(stage);
    const queue = await stage.as(MERYEM).ask('werkvoorraad');
    stage.teams.roster = [JOOST];
    await stage.restart();
    const clicked = await stage.as(MERYEM).click(queue, { title: 'Toon' });
    expect(clicked.says).toContain('Je staat niet in het team');
    expect(saysOn(await stage.as(MERYEM).ask('werkvoorraad'))).toContain('niet in het team');
  });

  it('typed in the channel comes in the own chat', async () => {
    await shownCase(stage);
    const said = theOnly(await stage.as(MERYEM).sayInChannel('werkvoorraad'));
    expect(said.text).toContain('onze persoonlijke chat');
    expect(saysOn(stage.as(MERYEM).newest())).toContain('1 open');
  });

  it('shows each of two coordinators what is theirs, and opens a case in the own chat', async () => {
    const { code } = await shownCase(stage, { claimedBy: MERYEM });
    await stage.store(put(aCaseOf('HM-2222', { priority: true })), put(aCaseOf('HM-3333')));
    await stage.restart();
    const mine = await stage.as(MERYEM).ask('werkvoorraad');
    expect(saysOn(mine)).toContain('2 open · 1 voor mij');
    expect(rowsOn(mine)).toEqual(['HM-2222', 'HM-3333']);
    expect(saysOn(mine)).toContain('Open · met voorrang');
    const theirs = await stage.as(JOOST).ask('werkvoorraad');
    expect(saysOn(theirs)).toContain('2 open · 1 van anderen');
    await stage.restart();
    const others = await stage.as(JOOST).click(theirs, jump('Van anderen (1)'));
    expect(others.says).toContain('Opgepakt door Meryem Kaya');
    await stage.as(MERYEM).click(mine, jump('Voor mij (1)'));
    expect(rowsOn(mine)).toEqual([code]);
    await stage.restart();
    const opened = await stage.as(MERYEM).click(mine, { title: `Casus ${code} openen` });
    expect(opened.says).toContain(`Casus ${code} · Opgepakt`);
    expect(opened.says).toContain('Sanne de Wit');
  });

  it('follows what happens to a case', async () => {
    const { code, card } = await shownCase(stage);
    const queue = await stage.as(JOOST).ask('werkvoorraad');
    expect(rowsOn(queue)).toEqual([code]);
    await stage.as(MERYEM).click(card, { title: 'Oppakken' });
    await stage.restart();
    const shown = await stage.as(JOOST).click(queue, { title: 'Toon' });
    expect(shown.says).toContain('1 van anderen');
    expect(shown.says).toContain('Alles is opgepakt.');
  });

  it('is filtered by group, reason and municipality, and by what is no longer there', async () => {
    await stage.store(
      put(aCaseOf('HM-2222', { reasons: ['complex'] })),
      put(aCaseOf('HM-3333', {}, { municipality: 'lisse' })),
      put(aCaseOf('HM-4444', { state: heldBy(JOOST) })),
    );
    const queue = await stage.as(MERYEM).ask('werkvoorraad');
    const show = async (inputs: Record<string, string>) => {
      await stage.restart();
      await stage.as(MERYEM).click(queue, { title: 'Toon', inputs });
      return rowsOn(queue);
    };
    expect(await show({ showReason: 'complex' })).toEqual(['HM-2222']);
    expect(await show({ showReason: '-', showMunicipality: 'lisse' })).toEqual(['HM-3333']);
    expect(await show({ showReason: 'complex', showMunicipality: 'lisse' })).toEqual([]);
    expect(saysOn(queue)).toContain('Bij deze keuze past nu geen casus.');
    expect(await show({ showReason: '-', showMunicipality: '-', showGroup: 'others' })).toEqual([
      'HM-4444',
    ]);
  });

  it('ignores a choice that does not exist and refuses data of another shape', async () => {
    await stage.store(put(aCaseOf('HM-2222')));
    const queue = await stage.as(MERYEM).ask('werkvoorraad');
    const meryem = stage.as(MERYEM);
    const wrong = { showGroup: 'everything', showReason: 7, showMunicipality: '${x}' };
    const said = await meryem.sendClick(meryem.tampered(queue, { title: 'Toon' }, wrong));
    expect(said.says).toContain('HM-2222');
    const far = await meryem.sendClick(
      meryem.tampered(queue, { title: 'Toon' }, { at: 'x'.repeat(200) }),
    );
    expect(far.says).toContain('Dit kan op dit moment niet');
  });

  it('has pages that skip nothing while cases come and go', async () => {
    const codes = Array.from({ length: 20 }, (_, n) => `HM-2A2${'23456789ABCDEFGHJKMN'[n] ?? ''}`);
    const one = (code: string, n: number) =>
      put(aCaseOf(code, { at: utc(`2026-11-16T08:${String(10 + n)}`) }));
    await stage.store(...codes.map(one));
    const queue = await stage.as(MERYEM).ask('werkvoorraad');
    expect(saysOn(queue)).toContain('Open: 1 tot en met 8 van 20');
    expect(rowsOn(queue)).toEqual(codes.slice(0, 8));
    await stage.store({ kind: 'case', remove: { key: codes[0] ?? '', version: 1 } });
    await stage.restart();
    const again = await stage.as(MERYEM).ask('werkvoorraad');
    await stage.as(MERYEM).click(again, { title: 'Volgende' });
    expect(rowsOn(again)).toEqual(codes.slice(9, 17));
    await stage.restart();
    await stage.as(MERYEM).click(again, { title: 'Volgende' });
    expect(rowsOn(again)).toEqual(codes.slice(17));
    await stage.as(MERYEM).click(again, { title: 'Vorige' });
    expect(rowsOn(again)).toEqual(codes.slice(9, 17));
  });

  it('marks what waits longer than agreed, over the weekend', async () => {
    // On a Thursday: its third workday is Tuesday.
    await stage.store(put(aCaseOf('HM-2222', { at: utc('2026-11-12T09:00') })));
    const late = 'Wacht langer dan 3 werkdagen';
    await stage.jump({ days: 1 });
    expect(dayOf(stage.now())).toBe('2026-11-17');
    expect(saysOn(await stage.as(MERYEM).ask('werkvoorraad'))).not.toContain(late);
    await stage.jump({ days: 1 });
    await stage.as(MERYEM).hears('Goedemorgen');
    expect(saysOn(await stage.as(MERYEM).ask('werkvoorraad'))).toContain(late);
  });

  it('shows questions, appointments and silence, of a closed case as well', async () => {
    const question = { id: 1, by: JOOST, at: utc('2026-11-16T08:40'), text: 'Hoe laat?' };
    const lane = { appointmentOn: '2026-11-26', settled: false };
    const asked = { on: '2026-11-13', askedAt: utc('2026-11-13T09:00'), settled: false } as const;
    const closed: Escalation['state'] = {
      status: 'closed',
      by: JOOST,
      at: utc('2026-11-13T10:00'),
      outcome: 'postponed',
      contraception: 'none',
    };
    await stage.store(
      put(aCaseOf('HM-2222', { state: heldBy(JOOST), questions: [question] })),
      put(aCaseOf('HM-3333', { state: heldBy(JOOST), lanes: { 'somatic-network': lane } })),
      put(
        aCaseOf('HM-4444', {
          state: closed,
          lanes: { 'follow-up': { ...asked, asks: 'professional' } },
        }),
      ),
    );
    await stage.jump({ days: 7 });
    expect(dayOf(stage.now())).toBe('2026-11-23');
    const queue = await stage.as(MERYEM).ask('werkvoorraad');
    expect(saysOn(queue)).toContain('2 wachten op antwoord · 1 afspraak');
    const inputs = { showGroup: 'answer' };
    const waiting = await stage.as(MERYEM).click(queue, { title: 'Toon', inputs });
    expect(waiting.says).toContain('Vraag gesteld op 16 november 2026, nog geen antwoord');
    expect(waiting.says).toContain('Het antwoord duurt langer dan 2 werkdagen');
    expect(waiting.says).toContain('Follow-up gevraagd op 13 november 2026, nog geen antwoord');
    expect(JSON.stringify(queue.card)).not.toContain('Hoe laat?');
    const week = await stage.as(MERYEM).click(queue, jump('Afspraken (1)'));
    expect(week.says).toContain('Afspraak op 26 november 2026');
    await stage.jump({ days: 7 });
    const later = await stage.as(MERYEM).click(queue, { title: 'Toon' });
    expect(later.says).toContain('Afspraak was op 26 november 2026: hoe ging het?');
  });

  it('has the cases of an absent colleague under mine', async () => {
    await stage.store(put(aCaseOf('HM-2222', { state: heldBy(MERYEM) })), {
      kind: 'absence',
      put: {
        ...{ region: 'hollands-midden', person: MERYEM, version: 1, replacedBy: JOOST },
        ...{ from: '2026-11-16', until: '2026-11-20', expiresAt: instantOf(NOW.plus({ days: 9 })) },
      },
    });
    const queue = await stage.as(JOOST).ask('werkvoorraad');
    expect(saysOn(queue)).toContain('1 voor mij');
    expect(saysOn(queue)).toContain('Je vervangt de collega');
    await stage.jump({ days: 7 });
    expect(saysOn(await stage.as(JOOST).ask('werkvoorraad'))).toContain('1 van anderen');
  });

  it('has call-back requests, which can be taken from there', async () => {
    await linkChannel(stage);
    const consult = aConsult();
    await stage.store({ kind: 'consult', put: consult });
    const queue = await stage.as(MERYEM).ask('werkvoorraad');
    expect(saysOn(queue)).toContain(`${consult.id} · Consultvraag`);
    await stage.restart();
    await stage.as(MERYEM).click(queue, { title: `Consultvraag ${consult.id} openen` });
    await stage.restart();
    const taken = await stage.as(MERYEM).click(queue, { title: 'Oppakken' });
    expect(taken.says).toContain('Opgepakt door Meryem Kaya');
    expect(saysOn(queue)).toBe(taken.says);
    await stage.as(MERYEM).hears(consult.reachable);
    await channelCard(stage, consult.id, 'Opgepakt door Meryem Kaya');
    expect(saysOn(await stage.as(JOOST).ask('werkvoorraad'))).toContain('Alles is opgepakt.');
  });

  it('is wiped out when one of its cases is erased', async () => {
    await stage.store(put(aCaseOf('HM-2222')), put(aCaseOf('HM-3333')));
    const queue = await stage.as(MERYEM).ask('werkvoorraad');
    await stage.store({ kind: 'case', remove: { key: 'HM-2222', version: 1 } });
    await stage.restart();
    await stage.teams.waitFor(
      () => (saysOn(queue).includes('Niet meer te lezen') ? queue : undefined),
      'the queue is wiped out',
    );
    expect(rowsOn(await stage.as(MERYEM).ask('werkvoorraad'))).toEqual(['HM-3333']);
  });

  it('is one click away from the morning message of a coordinator', async () => {
    await shownCase(stage);
    await stage.jump({ days: 4 });
    const morning = await stage.as(MERYEM).hears('Goedemorgen');
    await stage.restart();
    const said = await stage.as(MERYEM).click(morning, { title: 'Werkvoorraad' });
    expect(said.says).toContain('Wacht langer dan 3 werkdagen');
  });
});

describe('what does not get through', () => {
  beforeEach(async () => {
    stage = await openBotStage();
  });

  async function stuck(): Promise<string> {
    await linkChannel(stage);
    stage.teams.fail({ kind: 'post', does: { status: 403 } });
    const code = await escalate(stage);
    for (;;) {
      const delivery = await stage.repository.read('delivery', code);
      if (delivery?.trouble.channel) return code;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  it('is told in plain words, and tried again at once when asked', async () => {
    const code = await stuck();
    await stage.restart();
    const queue = await stage.as(MERYEM).ask('werkvoorraad');
    expect(saysOn(queue)).toContain('1 probleem');
    expect(saysOn(queue)).toContain('Niet alles is in Teams aangekomen');
    const problems = await stage.as(MERYEM).click(queue, jump('Problemen (1)'));
    expect(problems.says).toContain('Kanaal, sinds 16 nov');
    expect(problems.says).toContain('Teams laat de bot daar niet toe (HTTP 403)');
    expect(problems.says).toMatch(/Ik probeer het opnieuw op 16 nov \d\d:\d\d/);
    stage.teams.repair();
    expect(stage.teams.channelCards()).toEqual([]);
    const title = `${code} nu opnieuw proberen`;
    const retried = await stage.as(MERYEM).click(queue, { title });
    expect(retried.says).toContain('Ik probeer het nu opnieuw.');
    expect(retried.says).not.toContain('Ik probeer het opnieuw op');
    await channelCard(stage, code);
    await untilShown(stage, code);
    const solved = await stage.as(MERYEM).click(queue, { title: 'Toon' });
    expect(solved.says).toContain('Alles is in Teams aangekomen.');
  });

  it('can be tried again and again, and a late click changes nothing', async () => {
    const code = await stuck();
    const queue = await stage.as(MERYEM).ask('werkvoorraad');
    await stage.as(MERYEM).click(queue, jump('Problemen (1)'));
    const title = `${code} nu opnieuw proberen`;
    const posts = () => stage.teams.made('post').length;
    for (let n = 1; n <= 2; n += 1) {
      const before = posts();
      await stage.as(MERYEM).click(queue, { title });
      await stage.teams.waitFor(() => posts() > before || undefined, 'another attempt');
    }
    const old = queue.card;
    stage.teams.repair();
    await stage.as(MERYEM).click(queue, { title });
    await untilShown(stage, code);
    const delivery = await stage.repository.read('delivery', code);
    const late = stage.as(MERYEM).tampered(queue, { title, card: old }, { version: 99 });
    expect((await stage.as(MERYEM).sendClick(late)).says).toContain('Dit is al aangekomen.');
    expect(await stage.repository.read('delivery', code)).toEqual(delivery);
  });

  it('tells of a professional who cannot be reached, until they can', async () => {
    const { code, card } = await shownCase(stage, { claimedBy: MERYEM });
    const meryem = stage.as(MERYEM);
    stage.teams.fail({
      kind: 'message',
      where: ({ conversation }) => conversation === stage.as(SANNE).chat,
      does: { status: 403 },
    });
    const chat = await meryem.ask(code);
    await meryem.click(chat, { title: 'Vraag stellen' });
    await meryem.click(chat, { title: 'Vraag stellen', inputs: { text: 'Welke dag past?' } });
    await untilShown(stage, code);
    const missed = 'Berichten aan Sanne de Wit komen niet aan, sinds 16 nov';
    await stage.restart();
    const opened = await meryem.ask(code);
    expect(saysOn(opened)).toContain(missed);
    expect(saysOn(opened)).toContain('Teams laat de bot daar niet toe (HTTP 403)');
    expect(saysOn(opened)).toContain('Bel of mail zelf');
    expect(JSON.stringify(stage.teams.channelCards())).not.toContain('komen niet aan');

    const queue = await meryem.ask('werkvoorraad');
    const problems = await meryem.click(queue, jump('Problemen (1)'));
    expect(problems.says).toContain(missed);
    const again = { title: `${code} nu opnieuw proberen` };
    const tries = () => stage.teams.made('message').length;
    const before = tries();
    await meryem.click(queue, again);
    await stage.teams.waitFor(() => tries() > before || undefined, 'another attempt');
    expect((await meryem.click(queue, { title: 'Toon' })).says).toContain(missed);
    stage.teams.repair();
    await meryem.click(queue, again);
    await stage.as(SANNE).hears(`Meryem Kaya heeft een vraag over casus ${code}`);
    await vi.waitUntil(
      async () => (await stage.repository.troubled('hollands-midden')).length === 0,
    );
    const solved = await meryem.click(queue, { title: 'Toon' });
    expect(solved.says).toContain('Alles is in Teams aangekomen.');
    expect(stage.teams.thread(card).filter((line) => line.includes('vraag gesteld'))).toHaveLength(
      1,
    );
  });

  it('is not for who does not coordinate there', async () => {
    const code = await stuck();
    const queue = await stage.as(MERYEM).ask('werkvoorraad');
    await stage.as(MERYEM).click(queue, jump('Problemen (1)'));
    const before = await stage.repository.read('delivery', code);
    const title = `${code} nu opnieuw proberen`;
    const said = await stage.as(TOM).click(queue, { title });
    expect(said.says).toContain('alleen een inhoudelijk coördinator');
    expect(await stage.repository.read('delivery', code)).toEqual(before);
  });
});

describe('two regions', () => {
  let directory: string;
  afterEach(() => rm(directory, { recursive: true }));

  const person = ({ aadObjectId, name }: typeof TOM) => ({ aadObjectId, name });

  /** Joost coordinates in both, Meryem and Tom in one each. */
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'nnz-two-'));
    const haaglanden = {
      ...{ ...COMPLETE, id: 'haaglanden', name: 'Haaglanden', codePrefix: 'HG' },
      municipalities: [{ id: 'delft', name: 'Delft', participatesFrom: '2020-01' }],
      organisations: [{ id: 'delft-zorg', name: 'Delft Zorg', type: 'gp', domain: 'medical' }],
      coordinators: [person(TOM), person(JOOST)],
    };
    await writeFile(join(directory, 'hollands-midden.json'), await readFile(SHIPPED));
    await writeFile(join(directory, 'haaglanden.json'), JSON.stringify(haaglanden));
    stage = await openBotStage({ regionsDir: directory });
    stage.teams.roster = [MERYEM, JOOST, TOM];
    const there = { region: 'haaglanden', municipality: 'delft', organisation: 'delft-zorg' };
    await stage.store(
      put(aCaseOf('HM-2222')),
      put(aCaseOf('HG-2222', {}, there)),
      put(aCaseOf('HG-3333', { state: heldBy(JOOST) }, there)),
      { kind: 'consult', put: aConsult({ id: 'OV-222222', region: 'haaglanden' }) },
      {
        kind: 'delivery',
        put: {
          ...{ subject: 'HG-2222', region: 'haaglanden', version: 1, settled: 1, thread: 0 },
          ...{ notices: 0, told: [], unreached: [] },
          trouble: {
            channel: {
              ...{ attempts: 1, why: 'HTTP 403', since: utc('2026-11-16T08:00') },
              retryAt: utc('2026-12-16T08:00'),
            },
          },
        },
      },
    );
  });

  it('stand together for who coordinates both, each row naming its own', async () => {
    const queue = await stage.as(JOOST).ask('werkvoorraad');
    expect(saysOn(queue)).toContain('3 open · 1 voor mij');
    expect(rowsOn(queue)).toEqual(['HG-2222', 'HM-2222']);
    expect(saysOn(queue)).toContain('Haaglanden · Regelen van financiën · Delft');
    expect(saysOn(queue)).toContain('Hollands Midden (voorbeeld) · Regelen van financiën · Leiden');
    await stage.restart();
    await stage.as(JOOST).click(queue, {
      title: 'Toon',
      inputs: { showMunicipality: 'delft' },
    });
    expect(rowsOn(queue)).toEqual(['HG-2222']);
  });

  it('show nothing of each other, and nothing can be done there', async () => {
    const queue = await stage.as(MERYEM).ask('werkvoorraad');
    expect(saysOn(queue)).toContain('1 open');
    expect(saysOn(queue)).not.toContain('probleem');
    expect(JSON.stringify(queue.card)).not.toMatch(/HG-|Haaglanden|Delft|OV-/i);
    const theirs = await stage.as(TOM).ask('werkvoorraad');
    expect(saysOn(theirs)).toContain('2 open · 1 van anderen');
    expect(JSON.stringify(theirs.card)).not.toMatch(/HM-|Hollands|Leiden/i);
    await stage.restart();

    const meryem = stage.as(MERYEM);
    const press = (title: string, data: object) =>
      meryem.sendClick(meryem.tampered(theirs, { title }, { ...data }));
    const consult = await press('Consultvraag OV-222222 openen', {});
    expect(consult.says).toContain('Dit kan op dit moment niet');
    expect((await press('Casus HG-2222 openen', {})).says).toContain('ken ik niet');
    const problems = await stage.as(TOM).click(theirs, jump('Problemen (1)'));
    const before = await stage.repository.read('delivery', 'HG-2222');
    const choice = { title: 'HG-2222 nu opnieuw proberen', card: problems.card };
    const refused = await meryem.click(theirs, choice);
    expect(refused.says).toContain('Dit is al aangekomen.');
    expect(JSON.stringify(refused.card)).not.toMatch(/HG-/);
    expect(await stage.repository.read('delivery', 'HG-2222')).toEqual(before);
  });
});
