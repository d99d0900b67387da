import { expect, test } from 'vitest';
import { keyboardOn } from '../support/browser-chat.ts';
import { pressOn } from '../support/browser-keys.ts';
import { PATIENT } from '../support/browser-page.ts';
import { openPlayground } from '../support/browser-playground.ts';

test('by keyboard alone: a fault, a killed bot, a restart', PATIENT, async (context) => {
  const { page, problems } = await openPlayground(context);
  const member = keyboardOn(page);
  await member.seesPicture('A lighthouse on a cliff');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await pressOn(page, button('Machine room'));
  const bot = page.getByRole('region', { name: 'The bot' });
  await bot.getByText('running', { exact: true }).waitFor();

  await member.choose('Image API', 'status 500');
  await member.choose('You are', 'Second');
  await member.write('/imagine ', 'a storm', 'Enter');
  const notice = await member.sees('the image service had a problem');
  await notice.getByText('Nothing was charged.').waitFor();
  await page.getByRole('listitem').filter({ hasText: '/api/generate/core' }).first().waitFor();

  await member.choose('Image API', 'works');
  await pressOn(page, page.getByRole('switch', { name: /^Image API slow/ }), 'Space');
  await member.choose('You are', 'Owner');
  await member.write('/imagine ', 'a calm', 'Enter');
  await member.sees('is thinking…');
  await page.getByRole('listitem').filter({ hasText: 'INTERACTION_CREATE' }).first().waitFor();
  await pressOn(page, button('Kill the bot'));
  await bot.getByText('killed', { exact: true }).waitFor();
  await pressOn(page, button('Restart the bot'));
  await bot.getByText('running', { exact: true }).waitFor();
  const told = await member.sees('The bot had to restart while it was working on your picture.');
  await told.getByText('Nothing was charged.').waitFor();

  await pressOn(page, page.getByRole('switch', { name: /^Image API slow/ }), 'Space');
  await member.choose('You are', 'Moderator');
  await member.write('/imagine ', 'a calm after all', 'Enter');
  await member.seesPicture('a calm after all');
  expect(problems()).toEqual([]);
});
