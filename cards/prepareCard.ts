import { z } from 'zod/v4';
import { DETERMINANTS, TOPICS } from '../data/checklist.js';
import type { Language, Region } from '../data/region.js';
import { button, type Button } from './button.js';
import type { Reader } from './context.js';
import { choicesField } from './fields/choiceFields.js';
import { readFields, showFields, type Fields } from './fields/field.js';
import { fieldItems, type FieldItems } from './fields/fieldElements.js';
import type { Link } from './messageCard.js';
import prepare from './prepare.json' with { type: 'json' };
import { bullet, titled } from './phrases.js';
import { linksTo } from './regionCard.js';
import { cardTemplate, type Card } from './render.js';
import type { Words } from './words/words.js';

/** What a talk can be prepared on; the checklist asks afterwards which of them came up. */
const SUBJECTS = [...TOPICS, ...DETERMINANTS] as const;
type PrepareSubject = (typeof SUBJECTS)[number];
const subjectsSchema = z.array(z.enum(SUBJECTS)).catch([]);

interface Block {
  heading: string;
  lines: { text: string }[];
}

interface PrepareView {
  lang: Language;
  progress: string;
  heading: string;
  intro: { text: string }[];
  opening: Block[];
  about: FieldItems[];
  ask: Button[];
  prompts: Block[];
  background: Block[];
  footer: string;
  buttons: Button[];
}

const render = cardTemplate<PrepareView>(prepare);

/** Without a region there are no links. */
type PrepareContext = Reader & { region: Region | undefined };

/** Questions to choose from; `asked` is what "Toon gespreksvragen" sent, which nobody keeps. */
export function prepareCard(context: PrepareContext, asked?: Record<string, unknown>): Card {
  const { words, language } = context;
  const { prepare: texts, buttons } = words;
  const read = readFields(fieldsIn(words), asked ?? {});
  const chosen = subjectsSchema.parse(read.values.about);
  const isEmpty = asked !== undefined && chosen.length === 0;
  const errors = isEmpty ? { about: texts.nothingChosen, ...read.errors } : read.errors;
  return render({
    lang: language,
    progress: texts.concept,
    heading: texts.heading,
    intro: [{ text: texts.notAScript }, { text: texts.voluntary }],
    opening: [block(texts.openingHeading, texts.opening.map(bullet))],
    about: fieldItems(showFields(fieldsIn(words), { values: read.values, errors })),
    ask: [button(texts.show, 'show-prompts', {}, { style: 'positive', inputs: 'auto' })],
    prompts: chosen.map((id) => block(subjectTitles(words)[id], texts.prompts[id].map(bullet))),
    background: [
      block(texts.signsHeading, [...texts.signs.map(bullet), texts.signsMeaning]),
      ...materials(context),
    ],
    footer: texts.nothingStored,
    buttons: [button(buttons.record, 'record', {}), button(buttons.region, 'region', {})],
  });
}

function fieldsIn(words: Words): Fields {
  const subjects = titled(SUBJECTS, subjectTitles(words));
  return { about: choicesField(words, words.prepare.about, subjects) };
}

const subjectTitles = ({ checklist }: Words): Record<PrepareSubject, string> => ({
  ...checklist.topics,
  ...checklist.determinants,
});

function materials({ region, words, language }: PrepareContext): Block[] {
  const { materialsHeading } = words.prepare;
  const lines = linksTo(region?.materials ?? [], words, language);
  return lines.length === 0 ? [] : [block(materialsHeading, lines.map(inMarkdown))];
}

const inMarkdown = ({ label, title, url }: Link) => `${label}: [${title}](${url})`;

function block(heading: string, lines: readonly string[]): Block {
  return { heading, lines: lines.map((text) => ({ text })) };
}
