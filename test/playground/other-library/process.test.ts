import { expect, test } from 'vitest';
import { localDiscord } from '../../support/discord-local.ts';
import { spawnOtherApp } from '../../support/other-app-process.ts';

test('it runs in a process of its own, told everything by its environment', async () => {
  const discord = await localDiscord();
  await spawnOtherApp(discord.apiUrl, discord.token);
  const { member: by } = discord.world.people;
  const target = discord.world.people.owner;
  const command = 'Introduce';
  const asked = discord.contextMenu({ command, target, by, in: discord.world.channels.art });
  expect((await asked.settled()).embeds).toMatchObject([{ title: 'Owner' }]);
  expect(discord.traffic.violations()).toEqual([]);
});
