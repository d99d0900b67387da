import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { FIELD_WORDS, FORM_TITLES } from '../../src/words/settings-form.ts';
import { PAGE_WORDS, PANEL_WORDS } from '../../src/words/settings-panel.ts';
import { seriousProblems } from '../support/browser-axe.ts';
import { keyboardOn } from '../support/browser-chat.ts';
import { PATIENT } from '../support/browser-page.ts';
import { openPlayground } from '../support/browser-playground.ts';
import { shooting } from '../support/browser-shots.ts';

const PHONE = { width: 390, height: 844 };

/** The newest message with the panel of `/settings`, whichever page it shows. */
const panelIn = (page: Page): Locator =>
  page
    .getByRole('log')
    .getByRole('article')
    .filter({ has: page.getByRole('button', { name: new RegExp(`^${PANEL_WORDS.page}`) }) })
    .last();

/** The panel of `/settings` as somebody with a mouse uses it. */
function panelOn(page: Page, panel: Locator) {
  const menu = (name: string) => panel.getByRole('button', { name: new RegExp(`^${name}`) });
  const options = panel.getByRole('option');
  return {
    /** Chooses one option of a list. */
    async choose(name: string, option: string | RegExp): Promise<void> {
      await menu(name).click();
      await options.filter({ hasText: option }).first().click();
    },
    /** Ticks options of a menu that takes several, and is done. */
    async tick(name: string, ...chosen: string[]): Promise<void> {
      await menu(name).click();
      for (const option of chosen) await options.filter({ hasText: option }).first().click();
      await panel.getByRole('button', { name: /^Done: / }).click();
    },
    /** Waits until the panel says something. */
    says: (text: string | RegExp) => panel.filter({ hasText: text }).waitFor(),
    /** Fills in a form that a button opens, and sends it. */
    async write(button: string, title: string, values: Readonly<Record<string, string>>) {
      await panel.getByRole('button', { name: button }).click();
      const form = page.getByRole('dialog', { name: title });
      await form.waitFor();
      for (const [label, value] of Object.entries(values)) await form.getByLabel(label).fill(value);
      return form;
    },
  };
}

const send = async (form: Locator): Promise<void> => {
  await form.getByRole('button', { name: 'Submit' }).click();
  await form.waitFor({ state: 'detached' });
};

test('a manager sets everything, page by page', PATIENT, async (context) => {
  const shoot = await shooting();
  const { page, problems } = await openPlayground(context);
  const manager = keyboardOn(page);
  await manager.seesPicture('A lighthouse on a cliff');
  await manager.choose('You are', 'Manager');
  await manager.write('/settings ', 'Enter');
  await manager.sees(PAGE_WORDS.overview.title);
  const message = panelIn(page);
  const panel = panelOn(page, message);
  const go = async (name: keyof typeof PAGE_WORDS) => {
    await panel.choose(PANEL_WORDS.page, PAGE_WORDS[name].title);
    await panel.says(PAGE_WORDS[name].text.slice(0, 20));
  };
  const look = async (name: string) => {
    await message.scrollIntoViewIfNeeded();
    await shoot(page, `settings-${name}`);
  };
  await look('overview');
  expect(await seriousProblems(page)).toEqual([]);

  await go('place');
  await panel.tick('Channels for /imagine', '#art', '#sketches');
  await panel.says('(before: everywhere)');
  await panel.tick('Roles that may', 'Painters', 'Moderators');
  await panel.says('(before: everybody)');
  await panel.choose('Age restriction', 'no age-restricted channel');
  await panel.says('(before: anywhere, the usual)');
  await look('place');
  await panel.tick('Channels for /imagine', '#sketches');
  await panel.says(/before:\W*art\W+sketches/);
  await panel.tick(PANEL_WORDS.reset, 'Roles that may use /imagine');
  await panel.says(/everybody \(before:\W*Painters\W+Moderators/);

  await go('limits');
  const amounts = await panel.write(PANEL_WORDS.amounts, FORM_TITLES.amounts, {
    [FIELD_WORDS.memberDay.label]: '60',
    [FIELD_WORDS.cooldownSeconds.label]: '5',
  });
  await shoot(page, 'settings-amounts');
  expect(await seriousProblems(page)).toEqual([]);
  await send(amounts);
  await panel.says('60 credits a day (before: no limit)');
  await look('limits');

  await go('shares');
  await panel.choose(PANEL_WORDS.shareOf.channels, '#sketches');
  const share = page.getByRole('dialog', { name: 'Limit of #sketches' });
  await share.getByLabel(FIELD_WORDS.share.label).fill('120');
  await send(share);
  await panel.says('120 credits a month (before: no limit)');
  const shareOf = { name: PANEL_WORDS.shareOf.channels, exact: true };
  await message.getByRole('button', shareOf).waitFor();
  await look('shares');
  await panel.choose(PANEL_WORDS.resetShares.channels, '#sketches');
  await panel.says('no limit (before: 120 credits a month)');

  await go('review');
  await panel.choose(PANEL_WORDS.review, 'new members');
  await panel.says('new members (before: off, the usual)');
  await panel.choose(PANEL_WORDS.reviewChannel, '#review');
  await panel.says(/review\W+before: none/);
  const days = { [FIELD_WORDS.newMemberDays.label]: '3' };
  await send(await panel.write(PANEL_WORDS.days, FORM_TITLES.days, days));
  await panel.says('for 3 days (before: for 7 days, the usual)');
  await look('review');

  await go('defaults');
  await panel.choose(PANEL_WORDS.stylePreset, 'Origami');
  await panel.says('Origami (before: No style)');
  await panel.choose(PANEL_WORDS.aspectRatio, 'Wide 16:9');
  await panel.says('Wide 16:9 (before: Square 1:1)');
  const never = { [FIELD_WORDS.negativePrompt.label]: 'gore, blood' };
  await send(await panel.write(PANEL_WORDS.negativePrompt, FORM_TITLES.negative, never));
  await panel.says('gore, blood (before: nothing)');
  await look('defaults');

  await go('records');
  await panel.choose(PANEL_WORDS.logChannel, '#no-bots');
  await panel.says(/cannot see\W*no-bots.*Nothing was changed/s);
  await message.getByRole('button', { name: PANEL_WORDS.logChannel, exact: true }).waitFor();
  await panel.choose(PANEL_WORDS.logChannel, '#log');
  await panel.says(/log\W+before: none/);
  const records = { [FIELD_WORDS.retentionDays.label]: '90' };
  await send(await panel.write(PANEL_WORDS.retentionDays, FORM_TITLES.records, records));
  await panel.says('kept for 90 days (before: kept for 30 days, the usual)');
  await look('records');
  await go('overview');
  await panel.says('Cooldown: 5 seconds');
  await look('overview-set');
  expect(await seriousProblems(page)).toEqual([]);

  await page
    .getByRole('navigation', { name: 'Channels' })
    .getByRole('button', { name: /^\W*log$/ })
    .click();
  await manager.sees(/changed Log channel from “none” to \W*log/);
  await manager.sees('changed Prompts in cases');
  await shoot(page, 'settings-log');

  await page.setViewportSize(PHONE);
  await manager.write('/settings ', 'Enter');
  await manager.sees(PAGE_WORDS.overview.title);
  await go('place');
  await look('phone');
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expect(await seriousProblems(page)).toEqual([]);
  expect(problems()).toEqual([]);
});
