import { expect, test } from 'vitest';
import { keyboardOn } from '../../../support/browser-chat.ts';
import { pressOn } from '../../../support/browser-keys.ts';
import { openInBrowser, PATIENT, requireBrowser } from '../../../support/browser-page.ts';
import { registerLimits } from '../../../support/discord-options.ts';
import { answering } from '../../../support/page-api.ts';
import { openSite } from '../../../support/page-site.ts';

test('a manager fills in a subcommand by the keyboard', PATIENT, async (context) => {
  requireBrowser(context);
  const { discord, origin } = await openSite();
  await registerLimits(discord);
  const { sent } = await answering(discord, () => ({ type: 4, data: { content: 'Noted.' } }));
  const { page, problems } = await openInBrowser(context, origin);
  const manager = keyboardOn(page);
  await manager.choose('You are', 'Manager');
  await pressOn(page, page.getByRole('button', { name: /^critique/ }));
  await page.getByRole('heading', { name: 'Welcome to #critique!' }).waitFor();

  await manager.write('/limits set budget ', '40', 'Tab');
  await manager.type('role', 'Enter', 'paint', 'Enter');
  await manager.type('thread', 'Enter');
  const offers = page.getByRole('listbox').getByRole('option');
  await expect.poll(() => offers.allInnerTexts()).toEqual([expect.stringContaining('#critique')]);
  await manager.type('Enter', 'member', 'Enter', 'painter', 'Enter', 'Enter');
  await manager.sees('Noted.');

  const { roles, channels, people } = discord.world;
  const options = [
    { name: 'credits', type: 4, value: 40 },
    { name: 'role', type: 8, value: roles.painters.id },
    { name: 'thread', type: 7, value: channels.artThread.id },
    { name: 'member', type: 6, value: people.painter.id },
  ];
  expect(sent[0]).toMatchObject({
    member: { user: { id: people.manager.id } },
    channel: { id: channels.artThread.id, type: 11 },
    data: { options: [{ name: 'set', options: [{ name: 'budget', options }] }] },
  });
  expect(problems()).toEqual([]);
});
