import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { filedText, REPORT_WORDS, RULING_WORDS } from '../../src/words/reports.ts';
import { seriousProblems } from '../support/browser-axe.ts';
import { keyboardOn } from '../support/browser-chat.ts';
import { PATIENT } from '../support/browser-page.ts';
import { openPlayground } from '../support/browser-playground.ts';
import { shooting } from '../support/browser-shots.ts';

const PROMPT = 'A lighthouse on a cliff';

/** Reports a picture by its menu, with a reason. */
async function report(page: Page, picture: Locator, reason: string): Promise<void> {
  await picture.click({ button: 'right', position: { x: 20, y: 30 } });
  await page.getByRole('menuitem', { name: REPORT_WORDS.entry }).click();
  const form = page.getByRole('dialog', { name: REPORT_WORDS.title });
  await form.getByLabel(REPORT_WORDS.why).fill(reason);
  await form.getByRole('button', { name: 'Submit' }).click();
}

test('a report, hidden and shown again; a block and its end', PATIENT, async (context) => {
  const shoot = await shooting();
  const { page, problems } = await openPlayground(context);
  const member = keyboardOn(page);
  await member.seesPicture(PROMPT);
  await member.choose('You are', 'Second');
  const picture = member.messages(PROMPT).first();
  await report(page, picture, 'It has my name on it');
  await member.sees(filedText('filed'));
  await shoot(page, 'report-thanks');

  await member.choose('You are', 'Moderator');
  await member.write('/moderation case ', '1', 'Enter');
  const card = await member.sees('It has my name on it');
  await shoot(page, 'report-card');
  expect(await seriousProblems(page)).toEqual([]);
  await card.getByRole('button', { name: RULING_WORDS.hide, exact: true }).click();
  await member.sees('a moderator.');
  await card.getByRole('button', { name: RULING_WORDS.show }).waitFor();
  await shoot(page, 'report-hidden');
  await card.getByRole('button', { name: RULING_WORDS.show }).click();
  await member.seesPicture(PROMPT);
  await shoot(page, 'report-shown');

  await member.write('/moderation block ', 'Second', 'Tab', '3d', 'Tab', 'Rude', 'Enter');
  await member.sees('is blocked from making pictures');
  await member.write('/moderation blocked ', 'Enter');
  await member.sees('Blocked from making pictures');
  await shoot(page, 'block-list');
  await member.choose('You are', 'Second');
  await member.write('/imagine ', 'a fox', 'Enter');
  await member.sees('You are blocked from making pictures in this server');
  await shoot(page, 'block-refused');
  await member.choose('You are', 'Moderator');
  await member.write('/moderation unblock ', 'Second', 'Tab', 'Enter');
  await member.sees('can make pictures again');
  await member.write('/moderation cases ', 'Enter');
  await member.sees('Cases of this server');
  await shoot(page, 'cases');
  expect(problems()).toEqual([]);
});
