import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod/v4';
import { ACTIONS } from '../../bot/actions.js';
import { bulletinSchema } from '../../data/bulletin.js';
import { OWN_FILTERS } from '../../data/casePage.js';
import { PARTS } from '../../data/correctionParts.js';
import { EXPORT_FORMATS } from '../../cards/exportRequest.js';
import { FIGURE_PAGES } from '../../cards/figuresParts.js';
import { AFTER_PROFILE } from '../../cards/profileCard.js';
import { count } from '../../cards/phrases.js';
import type { Card } from '../../cards/render.js';
import { wordsIn } from '../../cards/words/words.js';
import { codeSchema, PERMISSIONS } from '../../data/case.js';
import { REASONS, STEPS } from '../../data/checklist.js';
import { consultSchema } from '../../data/consult.js';
import { DRAFT_KINDS } from '../../data/draft.js';
import { ENTRY_ID, REGISTER_KINDS } from '../../data/register.js';
import { readReportPeriod } from '../../data/steeringReport/periods.js';
import { readFigurePeriod } from '../../data/figurePeriods.js';
import { LANGUAGES } from '../../data/region.js';
import { QUEUE_GROUPS } from '../../data/workQueue.js';
import { complaintsAbout } from './adaptiveCardsReader.js';
import {
  buttonsOf,
  elementsOf,
  everyText,
  inputsOf,
  literalTexts,
  livelyTexts,
  textBelow,
} from './cardContent.js';
import { nodesIn, nodesOf, type CardNode } from '../playground/cardTree.js';
import { EVERY_CARD } from './everyCard.js';
import { HOSTILE, TYPED_TEXTS } from './states/typedTexts.js';

const MOST_BYTES = 25_000;
const bytesOf = (card: Card) => Buffer.byteLength(JSON.stringify(card));

/** The templates that all other cards are made with. */
const TEMPLATES = ['formCard', 'messageCard', 'listCard'];

describe('the list of cards', () => {
  test('leaves out no card of cards/', async () => {
    const names = readdirSync('cards', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const modules = await Promise.all(
      names.map((name) => import(resolve('cards', name)) as Promise<object>),
    );
    const builders = modules.flatMap((module) => Object.keys(module));
    const expected = builders.filter((name) => /Card$/.test(name) && !TEMPLATES.includes(name));
    const listed = new Set(EVERY_CARD.map(({ builder }) => builder));
    expect([...listed].sort()).toEqual(expected.sort());
  });

  test('has a button for every action of the bot, and an action for every button', () => {
    const verbs = EVERY_CARD.flatMap(({ card }) => buttonsOf(card).map(({ verb }) => verb));
    expect([...new Set(verbs)].sort()).toEqual(ACTIONS.map(({ verb }) => verb).sort());
  });
});

describe.each(EVERY_CARD)('$builder, $state, in $language', ({ card, language }) => {
  test('is understood by the Adaptive Cards reader', () => {
    expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang: language });
    expect(complaintsAbout(card)).toEqual([]);
  });

  test('stays below the size Teams takes', () => {
    expect(bytesOf(card)).toBeLessThan(MOST_BYTES);
  });

  test('starts with a heading', () => {
    const [heading] = elementsOf(card, 'TextBlock').filter(({ style }) => style === 'heading');
    expect(heading?.text).toMatch(/\S/);
  });

  test('has nothing left to fill in', () => {
    for (const text of everyText(card)) {
      expect(text.replaceAll(HOSTILE, '')).not.toMatch(
        /\$\{|\{\{|\bundefined\b|\bnull\b|\bNaN\b|\[object/,
      );
    }
  });

  test('names every input, under an id no button uses', () => {
    const inputs = inputsOf(card);
    const taken = buttonsOf(card).flatMap(({ fallback }) =>
      Object.keys((fallback as { data: object }).data),
    );
    for (const { label, id } of inputs) {
      expect(label).toMatch(/\S/);
      expect(taken).not.toContain(id);
    }
  });

  test('has at most six buttons, at most one of them standing out', () => {
    // A row that opens something is no button; those stand together in a set.
    const buttons = elementsOf(card, 'ActionSet').flatMap(({ actions }) => nodesIn(actions));
    expect(buttons.length).toBeLessThanOrEqual(6);
    expect(buttons.filter(({ style }) => style === 'positive').length).toBeLessThanOrEqual(1);
    expect(elementsOf(card, 'Action.Submit')).toEqual([]);
  });

  test('has buttons that work where Action.Execute does not', () => {
    for (const { verb, data, title, style, associatedInputs, fallback } of buttonsOf(card)) {
      const inputs = associatedInputs === undefined ? {} : { associatedInputs };
      const submit = { verb, ...(data as object) };
      expect(fallback).toEqual({ type: 'Action.Submit', title, style, data: submit, ...inputs });
    }
  });

  test('sends back ids and a version, and nothing else', () => {
    for (const { data } of buttonsOf(card))
      expect(BUTTON_DATA.safeParse(data).error).toBe(undefined);
  });

  test('hides nothing that cannot be opened, and no input', () => {
    const opened = elementsOf(card, 'Action.ToggleVisibility').flatMap(({ targetElements }) =>
      everyText(targetElements),
    );
    const withId = [...nodesOf(card)].filter(({ id, type }) => id !== undefined && type);
    const ids = withId.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids).toEqual(expect.arrayContaining(opened));
    for (const hidden of withId.filter(({ isVisible }) => isVisible === false)) {
      expect(opened).toContain(hidden.id);
      expect(inputsOf(hidden)).toEqual([]);
      expect(buttonsOf(hidden)).toEqual([]);
    }
    expect([...nodesOf(card)].filter(({ isVisible, id }) => isVisible === false && !id)).toEqual(
      [],
    );
  });

  test('brings a table with every number of a chart', () => {
    for (const chart of [...nodesOf(card)].filter(({ type }) => /^Chart\./.test(String(type)))) {
      expect(chart.title).toMatch(/\S/);
      expect(chart.fallback).toMatchObject({ type: 'Table' });
      const cells = everyText(chart.fallback);
      const numbers = nodesIn(chart.data).flatMap(({ y, values }) => [
        ...(typeof y === 'number' ? [y] : []),
        ...nodesIn(values).map((point) => point.y),
      ]);
      expect(numbers.length).toBeGreaterThan(0);
      for (const n of numbers) expect(cells).toContain(count(Number(n), language));
    }
  });

  test('says nothing by colour alone', () => {
    for (const { color, text } of elementsOf(card, 'TextBlock')) {
      expect(text).toMatch(/\S/);
      if (color === 'attention') expect(text).toMatch(/^⚠ \S/);
    }
    for (const container of elementsOf(card, 'Container')) {
      if (STANDING_OUT.includes(String(container.style))) {
        expect(textBelow(container)).toMatch(/\S/);
      }
    }
  });

  test('says right above the buttons when one of several answers is wrong, and only then', () => {
    const isWarning = ({ text }: CardNode) => String(text).startsWith('⚠ ');
    const body = nodesIn(card.body);
    const fields = body.filter((node) => inputsOf(node).length > 0);
    const isWrong = fields.some((field) => elementsOf(field, 'TextBlock').some(isWarning));
    const buttons = body.findIndex(({ type }) => type === 'ActionSet');
    const fixAbove = `⚠ ${wordsIn(language).form.fixAbove}`;
    // A question with a button of its own has its warning there already.
    const isSaid = ([before]: CardNode[]) =>
      before?.text === fixAbove ||
      (before && inputsOf(before).length > 0 && elementsOf(before, 'TextBlock').some(isWarning));
    const above = body.slice(buttons - 1, buttons);
    const said = fields.length > 1 ? isSaid(above) : above.some(({ text }) => text === fixAbove);
    expect(said ?? false).toBe(isWrong && fields.length > 1);
  });

  test('shows what somebody typed as it was typed', () => {
    for (const text of livelyTexts(card)) {
      expect(text).not.toContain('typed-');
      expect(text).not.toContain('**');
    }
    for (const text of literalTexts(card).filter((part) => part.includes('typed-'))) {
      expect(TYPED_TEXTS).toContain(text);
    }
  });
});

const STANDING_OUT = ['attention', 'warning', 'good', 'accent', 'emphasis'];

const digest = z.string().regex(/^[a-z-]+\/\d{4}-W\d{2}$/);

const BUTTON_DATA = z.strictObject({
  kind: z.enum(DRAFT_KINDS).optional(),
  subject: z
    .union([codeSchema, consultSchema.shape.id, bulletinSchema.shape.id, digest])
    .optional(),
  group: z.enum(QUEUE_GROUPS).optional(),
  step: z.enum(STEPS).optional(),
  code: codeSchema.optional(),
  version: z.int().optional(),
  consult: consultSchema.shape.id.optional(),
  then: z.enum(AFTER_PROFILE).optional(),
  region: z.enum(['hollands-midden', 'haaglanden']).optional(),
  language: z.enum(LANGUAGES).optional(),
  organisation: z.literal('jgz-voorbeeld').optional(),
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
  municipality: z.literal('leiden').optional(),
  from: z.guid().optional(),
  shown: z.enum(OWN_FILTERS).optional(),
  at: z
    .string()
    .regex(
      /^RG-[2-9A-Z]{6}$|^([01] )?\S+Z (HM-[2-9A-Z]{4}|OV-[2-9A-Z]{6}|BE-[2-9A-Z]{6}|[a-z-]+\/\d{4}-W\d{2})$/,
    )
    .optional(),
  seen: z.int().optional(),
  permission: z.enum(PERMISSIONS).optional(),
  part: z.enum(PARTS).optional(),
  toPart: z.enum(PARTS).optional(),
  reason: z.enum(REASONS).optional(),
  question: z.int().optional(),
  list: z.enum(REGISTER_KINDS).optional(),
  entry: z.string().regex(ENTRY_ID).optional(),
  attending: z.array(z.string().regex(/^[a-z]+-voorbeeld$/)).optional(),
  removed: z.literal(true).optional(),
  talk: z.int().optional(),
  toTalk: z.int().optional(),
  period: z
    .string()
    .refine((text) => readFigurePeriod(text) ?? readReportPeriod(text))
    .optional(),
  page: z.enum(FIGURE_PAGES).optional(),
  format: z.enum(EXPORT_FORMATS).optional(),
  row: z
    .string()
    .regex(/^[a-z:-]+$/)
    .optional(),
  first: codeSchema.optional(),
});

describe('text that was typed', () => {
  test.each(TYPED_TEXTS)('is found back word for word: %s', (typed) => {
    const places = EVERY_CARD.flatMap(({ card }) => literalTexts(card));
    expect(places).toContain(typed);
  });
});
