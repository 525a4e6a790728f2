import type { PersonInPage } from './personInPage.js';

/** Presses a button of the card with this in it; a channel has the newest post on top. */
export function pressOn(person: PersonInPage, words: string, title: string): Promise<void> {
  const card = person.page.locator('.ac-adaptiveCard').filter({ hasText: words });
  return person.answered(() => card.getByRole('button', { name: title, exact: true }).click());
}

/** Opens a row of the list on the newest card. */
export function openRow(person: PersonInPage, words: string): Promise<void> {
  return person.answered(() => person.card.getByText(words).first().click());
}

/** Types a day, `YYYY-MM-DD`, where the page offers a calendar. */
export function fillDay(person: PersonInPage, question: string, day: string): Promise<void> {
  return person.card.getByLabel(question).fill(day);
}

/** Picks from a list that cannot be searched. */
export async function select(person: PersonInPage, question: string, choice: string) {
  await person.card.getByRole('combobox', { name: question }).click();
  await person.page.getByRole('option', { name: choice, exact: true }).click();
}
