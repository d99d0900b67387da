import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { SECOND_LOOK_LABEL } from '../src/words/second-look.ts';
import { REPORT_WORDS, RULING_WORDS } from '../src/words/reports.ts';
import { REVIEW_LABELS } from '../src/words/review.ts';
import { RULES_WORDS } from '../src/words/rules.ts';
import { PAGE_WORDS, PANEL_WORDS } from '../src/words/settings-panel.ts';
import { become, PICTURE_MS, write } from './playground.ts';
import { shoot } from './shoot.ts';

/** Wide enough for a message, and high enough for the whole of the largest. */
const VIEW = { width: 1000, height: 1100 };

const RULES = ['*gore*', 'dead body', 'strict: nude', 'flag: blood', 'prompt: nsfw'];
const REPORTED = 'A lighthouse on a cliff';

/** The newest message that says something. */
const saying = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('log').getByRole('article').filter({ hasText: text }).last();

const press = (message: Locator, label: string): Promise<void> =>
  message.getByRole('button', { name: label, exact: true }).click();

async function go(page: Page, channel: string): Promise<void> {
  const channels = page.getByLabel('Channels');
  await channels.getByRole('button', { name: channel, exact: true }).click();
}

async function submit(page: Page, title: string, label: string, text: string): Promise<void> {
  const form = page.getByRole('dialog', { name: title });
  await form.getByLabel(label).fill(text);
  await form.getByRole('button', { name: 'Submit' }).click();
  await form.waitFor({ state: 'detached' });
}

/** A log channel, a review channel, and flagged prompts that wait there. */
async function setUp(page: Page): Promise<Locator> {
  await become(page, 'Manager');
  await write(page, '/settings ', 'Enter');
  await saying(page, PAGE_WORDS.overview.title).waitFor();
  const panel = page
    .getByRole('log')
    .getByRole('article')
    .filter({ has: page.getByRole('button', { name: new RegExp(`^${PANEL_WORDS.page}`) }) })
    .last();
  const choose = async (menu: string, option: string, then: string | RegExp): Promise<void> => {
    await panel.getByRole('button', { name: new RegExp(`^${menu}`) }).click();
    await panel.getByRole('option').filter({ hasText: option }).first().click();
    await panel.filter({ hasText: then }).waitFor();
  };
  await choose(PANEL_WORDS.page, PAGE_WORDS.records.title, PAGE_WORDS.records.text);
  await choose(PANEL_WORDS.logChannel, '#mod-log', 'before: none');
  await choose(PANEL_WORDS.page, PAGE_WORDS.review.title, PAGE_WORDS.review.text);
  await choose(PANEL_WORDS.reviewChannel, '#review', /review\W+before: none/);
  await choose(PANEL_WORDS.review, 'flagged prompts', 'flagged prompts (before: off');
  return panel;
}

async function addRules(page: Page): Promise<Locator> {
  await become(page, 'Moderator');
  await write(page, '/moderation rules', 'Enter', 'Enter');
  await press(saying(page, RULES_WORDS.title), RULES_WORDS.add);
  await submit(page, RULES_WORDS.form.title, RULES_WORDS.form.label, RULES.join('\n'));
  const panel = saying(page, `Added ${RULES.length} rules`);
  await panel.waitFor();
  return panel;
}

/** A request that a rule refuses, with the rule uncovered. */
async function beRefused(page: Page): Promise<Locator> {
  await become(page, 'Member');
  await write(page, '/imagine ', 'a g.0.r.€ scene', 'Enter');
  const refusal = saying(page, 'meets this server’s rule');
  await refusal.getByRole('button', { name: 'Show the spoiler' }).click();
  return refusal;
}

async function waitForModerator(page: Page): Promise<Locator> {
  await become(page, 'Painter');
  await write(page, '/imagine ', 'A dragon blood tree at sunset', 'Enter');
  await saying(page, 'waits for a moderator').waitFor({ timeout: PICTURE_MS });
  await become(page, 'Moderator');
  await go(page, 'review');
  const review = saying(page, 'A dragon blood tree at sunset');
  const image = review.locator('.picture img');
  await image.waitFor({ timeout: PICTURE_MS });
  await image.evaluate('(element) => element.decode()');
  return review;
}

async function report(page: Page): Promise<Locator> {
  await become(page, 'Second member');
  await go(page, 'art');
  const picture = saying(page, REPORTED);
  await picture.click({ button: 'right', position: { x: 20, y: 30 } });
  await page.getByRole('menuitem', { name: REPORT_WORDS.entry }).click();
  await submit(page, REPORT_WORDS.title, REPORT_WORDS.why, 'This is a copy of my own work');
  await saying(page, 'The moderators of this server have your report').waitFor();
  await become(page, 'Moderator');
  await go(page, 'mod-log');
  const card = saying(page, 'reported a picture of');
  await card.getByRole('button', { name: RULING_WORDS.hide }).waitFor();
  return card;
}

async function listCases(page: Page): Promise<Locator> {
  await write(page, '/moderation block ', 'Painter', 'Tab', '3d', 'Tab', 'Spam', 'Enter');
  await saying(page, 'is blocked from making pictures').waitFor();
  await write(page, '/moderation cases ', 'Enter');
  const list = saying(page, 'Cases of this server');
  await list.waitFor();
  return list;
}

/** Takes the pictures of docs/moderation.md, in a playground that has shown its first picture. */
export async function moderationPictures(page: Page, reader: Page, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await page.setViewportSize(VIEW);
  const take = async (name: string, message: Locator): Promise<void> => {
    // What is pointed at or has the focus shows its menu.
    await page.mouse.move(0, 0);
    await page.evaluate('document.activeElement.blur()');
    await message.scrollIntoViewIfNeeded();
    await shoot(message, reader, join(folder, `${name}.png`));
  };
  await take('settings', await setUp(page));
  await take('rules', await addRules(page));
  const refusal = await beRefused(page);
  await take('refusal', refusal);
  await press(refusal, SECOND_LOOK_LABEL);
  await saying(page, 'are being asked to look').waitFor();
  const review = await waitForModerator(page);
  await take('review', review);
  await press(review, REVIEW_LABELS.approve);
  await saying(page, 'Approved by').waitFor();
  await take('report', await report(page));
  await take('cases', await listCases(page));
}
