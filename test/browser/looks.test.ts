import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { seriousProblems } from '../support/browser-axe.ts';
import { keyboardOn } from '../support/browser-chat.ts';
import { openGallery } from '../support/browser-gallery.ts';
import { pressOn } from '../support/browser-keys.ts';
import { openInBrowser, PATIENT } from '../support/browser-page.ts';
import { openPlayground } from '../support/browser-playground.ts';

const THEMES = ['dark', 'light'] as const;
const PHONE = { width: 390, height: 844 };

const fitsItsWidth = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth <= innerWidth');

/** Notes what axe finds in a state of the page. */
type Look = (state: string) => Promise<void>;

/** What axe finds in each state, by the state's name; states without findings are left out. */
async function inspect(
  page: Page,
  visit: (look: Look) => Promise<void>,
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  await visit(async (state) => {
    const problems = await seriousProblems(page);
    if (problems.length > 0) found[state] = problems;
  });
  return found;
}

async function lookAround(page: Page, look: Look): Promise<void> {
  const member = keyboardOn(page);
  await member.seesPicture('A lighthouse on a cliff');
  await look('messages');
  await member.write('/');
  await page.getByRole('option', { name: /^\/imagine/ }).waitFor();
  await look('commands');
  await member.type('imagine ', 'x', 'Tab', 'style', 'Enter');
  await page.getByRole('option', { name: 'Pixel art' }).waitFor();
  await look('options');
  await member.type('Escape', 'Escape');
  await pressOn(page, page.getByRole('button', { name: /^Open picture/ }).first());
  await page.getByRole('dialog').waitFor();
  await look('picture');
  await member.type('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await pressOn(page, page.getByRole('button', { name: 'Machine room', exact: true }));
  await page.getByRole('heading', { name: 'Machine room' }).waitFor();
  await look('machine room');
}

async function lookAtPieces(page: Page, look: Look): Promise<void> {
  const member = keyboardOn(page);
  await member.write('/hang ', 'Orchard', 'Enter');
  await member.seesPicture('Orchard on the north wall');
  await look('buttons and menus');
  await pressOn(page, page.getByRole('button', { name: 'Frame' }));
  await look('an open menu');
  await member.type('Escape');
  await pressOn(page, page.getByRole('button', { name: /^More for this message/ }).first());
  await page.getByRole('menu').waitFor();
  await look('a context menu');
  await member.type('Escape');
  await pressOn(page, page.getByRole('button', { name: 'Rename' }));
  await page.getByRole('dialog').waitFor();
  await look('a form');
}

test('axe finds nothing serious in the playground, in either theme', PATIENT, async (context) => {
  const dark = await openPlayground(context);
  expect(await inspect(dark.page, (look) => lookAround(dark.page, look))).toEqual({});
  const light = await openInBrowser(context, dark.origin, { theme: 'light' });
  expect(await inspect(light.page, (look) => lookAround(light.page, look))).toEqual({});
  for (const theme of THEMES) {
    const { page, problems } = await openInBrowser(context, dark.origin, { ...PHONE, theme });
    await keyboardOn(page).seesPicture('A lighthouse on a cliff');
    expect(await inspect(page, (look) => look('phone'))).toEqual({});
    expect(await fitsItsWidth(page)).toBe(true);
    expect(problems()).toEqual([]);
  }
  expect([...dark.problems(), ...light.problems()]).toEqual([]);
});

test.for(THEMES)('axe finds nothing serious in components: %s', PATIENT, async (theme, context) => {
  const { page, problems } = await openGallery(context, { theme });
  expect(await inspect(page, (look) => lookAtPieces(page, look))).toEqual({});
  expect(problems()).toEqual([]);
});
