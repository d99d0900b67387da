import { expect, it } from 'vitest';
import { suggest } from '../../../../playground/page/app/composer/suggestions.ts';
import { offersOf } from '../../../../playground/page/app/message/choices.ts';
import { pageState, type PageState } from '../../../../playground/page/contract.ts';
import { openApi } from '../../../support/page-api.ts';
import { optionView } from '../../../support/page-options.ts';

async function managing(): Promise<{ state: PageState; guildId: string }> {
  const { discord } = await openApi();
  const { people, guilds } = discord.world;
  const response = await fetch(`${discord.origin}/page/state?as=${people.manager.id}`);
  return { state: pageState.parse(await response.json()), guildId: guilds.studio.id };
}

it.each<[string, object, string, string[]]>([
  ['a role', { type: 8 }, '', ['@everyone', '@Moderators', '@Managers', '@Painters']],
  ['a role by its name', { type: 8 }, 'paint', ['@Painters']],
  ['a thread', { type: 7, channelTypes: [11] }, '', ['#critique']],
  ['a text channel', { type: 7, channelTypes: [0] }, 'o', ['#mod-log', '#log', '#no-bots']],
  ['a channel', { type: 7 }, 'cr', ['#critique']],
  ['a voice channel', { type: 7, channelTypes: [2] }, '', []],
  ['a person', { type: 6 }, 'mem', ['@Member', '@Second member']],
  ['a person or role', { type: 9 }, 'pain', ['@Painter', '@Painters']],
])('an option for %s offers what fits', async (_what, option, typed, expected) => {
  const { state, guildId } = await managing();
  const labels = suggest(optionView(option), typed, state, guildId).map(({ label }) => label);
  expect(labels).toEqual(expected);
});

it('an offer stands for its thing, and says what it is', async () => {
  const { state, guildId } = await managing();
  const critique = state.guilds[0]?.channels.find(({ name }) => name === 'critique');
  const [offer] = suggest(optionView({ type: 7 }), 'crit', state, guildId);
  expect(offer).toEqual({ label: '#critique', hint: 'thread', value: { id: critique?.id } });
});

it('a menu of channels lists those of its types', async () => {
  const { state, guildId } = await managing();
  const labels = (channel_types?: number[]) =>
    offersOf({ type: 8, channel_types }, state, guildId).map(({ label }) => label);
  expect(labels([11])).toEqual(['#critique']);
  expect(labels([0])).not.toContain('#critique');
  expect(labels()).toContain('#critique');
  expect(labels([2])).toEqual([]);
});
