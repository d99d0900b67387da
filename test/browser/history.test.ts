import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { HISTORY_WORDS } from '../../src/words/history.ts';
import { MENU_LABELS } from '../../src/words/menus.ts';
import { seriousProblems } from '../support/browser-axe.ts';
import { keyboardOn } from '../support/browser-chat.ts';
import { openInBrowser, PATIENT } from '../support/browser-page.ts';
import { openPlayground } from '../support/browser-playground.ts';
import { shooting } from '../support/browser-shots.ts';

/** The first words above a history, whose later ones have marks. */
const HEADING = 'Your pictures in this server';

const PHONE = { width: 390, height: 844 };

const PROMPTS = [
  'a red fox in snow',
  'a green owl in rain',
  'a sailing boat at dawn',
  'a castle on a hill, seen from far away over fields of flowers, with a river that winds down to the sea',
  'a windmill',
];

const fitsItsWidth = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth <= innerWidth');

/** How long the playground's bot lets a member wait between two pictures, in ms. */
const COOLDOWN_MS = 3_000;

/** Uses `/imagine` once that is allowed again, and waits for the picture. */
async function imagine(page: Page, prompt: string): Promise<void> {
  await page.waitForTimeout(COOLDOWN_MS);
  const member = keyboardOn(page);
  await member.write('/imagine ', prompt, 'Enter');
  await member.seesPicture(prompt);
}

/** Chooses an entry of a message's menu. */
async function choose(page: Page, message: Locator, entry: string): Promise<void> {
  await message.click({ button: 'right', position: { x: 20, y: 30 } });
  await page.getByRole('menuitem', { name: entry }).click();
}

/** Resolves once every thumbnail in a message can be seen. */
async function thumbnails(message: Locator, count: number): Promise<void> {
  const images = message.locator('.embed-thumbnail');
  await expect.poll(() => images.count()).toBe(count);
  for (const image of await images.all()) {
    await image.scrollIntoViewIfNeeded();
    await image.evaluate('(element) => element.decode()');
  }
}

test('one’s own pictures, turned page by page, found and made again', PATIENT, async (context) => {
  const shoot = await shooting();
  const { page, origin, problems } = await openPlayground(context);
  const member = keyboardOn(page);
  await member.seesPicture('A lighthouse on a cliff');
  for (const prompt of PROMPTS) await imagine(page, prompt);

  // A picture is in the history a moment after it is shown.
  await expect
    .poll(async () => {
      await member.write('/history ', 'Enter');
      return (await member.sees(HEADING)).innerText();
    })
    .toContain('a windmill');
  const history = await member.sees(HEADING);
  await thumbnails(history, 5);
  expect(await shoot(page, 'history-wide')).toBeGreaterThan(10_000);
  expect(await seriousProblems(page)).toEqual([]);

  const press = (name: string) => history.getByRole('button', { name, exact: true }).click();
  await press(HISTORY_WORDS.older);
  await history.getByText('A lighthouse on a cliff').waitFor();
  await thumbnails(history, 1);
  const older = history.getByRole('button', { name: HISTORY_WORDS.older });
  expect(await older.isDisabled()).toBe(true);
  await shoot(page, 'history-last-page');
  await history.getByRole('link', { name: 'go to the message' }).click();
  const found = page.locator('article:target').filter({ hasText: 'A lighthouse on a cliff' });
  await found.getByText('asked by').waitFor();
  await shoot(page, 'history-jump');

  await press(HISTORY_WORDS.newer);
  await history.getByText('a windmill').waitFor();
  await press(`${HISTORY_WORDS.again} 2`);
  await member.seesPicture(/a castle on a hill.*from this message/s);
  await shoot(page, 'history-again');

  const phone = await openInBrowser(context, origin, PHONE);
  const onPhone = keyboardOn(phone.page);
  await onPhone.write('/history ', 'Enter');
  await thumbnails(await onPhone.sees(HEADING), 5);
  await shoot(phone.page, 'history-phone');
  expect(await fitsItsWidth(phone.page)).toBe(true);
  expect(await seriousProblems(phone.page)).toEqual([]);
  expect([...problems(), ...phone.problems()]).toEqual([]);
});

test('the menu of a message: details, and a form to begin from', PATIENT, async (context) => {
  const shoot = await shooting();
  const { page, origin, problems } = await openPlayground(context);
  const member = keyboardOn(page);
  await member.seesPicture('A lighthouse on a cliff');
  await member.choose('You are', 'Second');
  const picture = member.messages('A lighthouse on a cliff').first();
  await picture.click({ button: 'right', position: { x: 20, y: 30 } });
  await page.getByRole('menu').waitFor();
  await shoot(page, 'menu-wide');
  await page.getByRole('menuitem', { name: MENU_LABELS.details }).click();
  const card = await member.sees('How this picture was made');
  await card.getByText('Only you can see this').waitFor();
  await shoot(page, 'menu-details');

  await choose(page, picture, MENU_LABELS.like);
  const form = page.getByRole('dialog', { name: MENU_LABELS.like });
  await form.waitFor();
  expect(await form.getByLabel('Prompt').inputValue()).toBe('A lighthouse on a cliff');
  expect(await form.getByLabel('Seed').inputValue()).toBe('');
  await shoot(page, 'menu-like');
  expect(await seriousProblems(page)).toEqual([]);
  await form.getByRole('button', { name: 'Submit' }).click();
  await member.seesPicture(/A lighthouse on a cliff.*from this message/s);

  await member.choose('You are', 'Moderator');
  await member.write('a red barn at dusk', 'Enter');
  const words = await member.sees('a red barn at dusk');
  await choose(page, words, MENU_LABELS.details);
  await member.sees('no pictures of this bot');
  await choose(page, words, MENU_LABELS.like);
  await form.waitFor();
  expect(await form.getByLabel('Prompt').inputValue()).toBe('a red barn at dusk');
  await form.getByRole('button', { name: 'Submit' }).click();
  await member.seesPicture(/a red barn at dusk.*from this message/s);
  await shoot(page, 'menu-words');

  const phone = await openInBrowser(context, origin, PHONE);
  const onPhone = keyboardOn(phone.page);
  const shown = onPhone.messages(/a red barn at dusk.*from this message/s).first();
  await shown.getByRole('button', { name: /^More for this message/ }).click();
  await phone.page.getByRole('menu').waitFor();
  await shoot(phone.page, 'menu-phone');
  await phone.page.getByRole('menuitem', { name: MENU_LABELS.like }).click();
  await phone.page.getByRole('dialog', { name: MENU_LABELS.like }).waitFor();
  await shoot(phone.page, 'menu-like-phone');
  expect([...problems(), ...phone.problems()]).toEqual([]);
});
