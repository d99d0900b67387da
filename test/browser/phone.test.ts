import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { filedText, REPORT_WORDS, RULING_WORDS } from '../../src/words/reports.ts';
import { PAGE_WORDS, PANEL_WORDS } from '../../src/words/settings-panel.ts';
import { keyboardOn } from '../support/browser-chat.ts';
import { PATIENT } from '../support/browser-page.ts';
import { openPlayground } from '../support/browser-playground.ts';
import { shooting } from '../support/browser-shots.ts';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };

/** What stands out of the page to the right, by its words. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(`
    [...document.querySelectorAll('[role="log"] *, dialog[open] *, [role="dialog"] *')]
      .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
      .map((each) => (each.textContent ?? '').slice(0, 60))
  `);

test('what moderators and managers use fits a phone', PATIENT, async (context) => {
  const shoot = await shooting();
  const { page, problems } = await openPlayground(context);
  const person = keyboardOn(page);
  /** Becomes somebody, for whom the list is only on a wide page. */
  async function be(name: string) {
    await page.setViewportSize(DESK);
    await person.choose('You are', name);
    await page.setViewportSize(PHONE);
  }
  async function look(name: string) {
    await shoot(page, `phone-${name}`);
    expect({ [name]: await cutOff(page) }).toEqual({ [name]: [] });
  }
  await person.seesPicture('A lighthouse on a cliff');
  await be('Second');
  const picture = person.messages('A lighthouse on a cliff').first();
  await picture.click({ button: 'right', position: { x: 20, y: 30 } });
  await page.getByRole('menuitem', { name: REPORT_WORDS.entry }).click();
  const form = page.getByRole('dialog', { name: REPORT_WORDS.title });
  await form.getByLabel(REPORT_WORDS.why).fill('It has my name on it');
  await look('report');
  await form.getByRole('button', { name: 'Submit' }).click();
  await person.sees(filedText('filed'));

  await be('Moderator');
  await person.write('/moderation case ', '1', 'Enter');
  const card = await person.sees('It has my name on it');
  await look('case');
  await card.getByRole('button', { name: RULING_WORDS.block }).click();
  const block = page.getByRole('dialog', { name: RULING_WORDS.blockTitle });
  await block.getByLabel(RULING_WORDS.reason).fill('Gore');
  await block.getByLabel(RULING_WORDS.duration).fill('a while');
  await look('block');
  await block.getByRole('button', { name: 'Submit' }).click();
  await person.sees('Your reason, to copy');
  await look('no-duration');

  await be('Manager');
  await person.write('/settings ', 'Enter');
  await person.sees('Settings of this server');
  const menu = page.getByRole('log').getByRole('button', { name: PANEL_WORDS.page });
  for (const { title, text } of Object.values(PAGE_WORDS).slice(1)) {
    await menu.last().click();
    await look(`pages-before-${title}`);
    await page.getByRole('option').filter({ hasText: title }).first().click();
    await person.sees(text.slice(0, 30));
    await look(title);
  }
  expect(problems()).toEqual([]);
});
