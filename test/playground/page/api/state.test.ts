import { describe, expect, it } from 'vitest';
import type { Discord } from '../../../../playground/discord/index.ts';
import { type PageState, pageState } from '../../../../playground/page/contract.ts';
import { openApi } from '../../../support/page-api.ts';

type Person = keyof Discord['world']['people'];

async function stateOf(discord: Discord, as: Person): Promise<PageState> {
  const response = await fetch(`${discord.origin}/page/state?as=${discord.world.people[as].id}`);
  return pageState.parse(await response.json());
}

const channelsOf = ({ guilds }: PageState) =>
  guilds.map(({ name, channels }) => [name, channels.map((channel) => channel.name)]);

const usable = ({ commands, guilds }: PageState, name: string) => {
  const ids = commands.find((command) => command.name === name)?.usableIn;
  return guilds
    .flatMap(({ channels }) => channels)
    .filter(({ id }) => ids?.includes(id))
    .map((channel) => channel.name);
};

describe('the state of the page', () => {
  it('shows each person the channels they see', async () => {
    const { discord } = await openApi();
    const open = ['art', 'critique', 'sketches', 'after-dark', 'no-bots'];
    const moderated = ['art', 'critique', 'sketches', 'after-dark', 'mod-log', 'review', 'no-bots'];
    const all = [...moderated.slice(0, -1), 'log', 'no-bots'];
    expect(channelsOf(await stateOf(discord, 'member'))).toEqual([
      ['Easel Studio', open],
      ['Print Room', ['prints']],
    ]);
    expect(channelsOf(await stateOf(discord, 'moderator'))).toEqual([['Easel Studio', moderated]]);
    expect(channelsOf(await stateOf(discord, 'owner'))).toEqual([
      ['Easel Studio', all],
      ['Print Room', ['prints']],
    ]);
  });

  it('says who one is, and everyone one can be', async () => {
    const { discord } = await openApi();
    const { me, people, bot } = await stateOf(discord, 'manager');
    expect(me).toMatchObject({ name: 'Manager', role: 'Managers' });
    expect(people.map(({ name, role }) => [name, role])).toEqual([
      ['Member', 'Member'],
      ['Second member', 'Member'],
      ['Moderator', 'Moderators'],
      ['Manager', 'Managers'],
      ['Owner', 'Owner'],
      ['Painter', 'Painters'],
    ]);
    expect(bot).toEqual({ id: discord.world.bot.id, name: 'Easel' });
  });

  it('marks the age-restricted channel', async () => {
    const { discord } = await openApi();
    const { guilds } = await stateOf(discord, 'member');
    const restricted = guilds.flatMap(({ channels }) => channels).filter(({ nsfw }) => nsfw);
    expect(restricted.map(({ name }) => name)).toEqual(['after-dark']);
  });

  it('offers commands where the person may use them', async () => {
    const { discord } = await openApi();
    const [member, manager] = [await stateOf(discord, 'member'), await stateOf(discord, 'manager')];
    expect(usable(member, 'settings budget')).toEqual([]);
    expect(usable(manager, 'settings budget')).toContain('art');
    expect(usable(member, 'after-hours')).toEqual(['after-dark']);
    const everywhere = ['art', 'critique', 'sketches', 'after-dark', 'no-bots', 'prints'];
    expect(usable(member, 'imagine')).toEqual(everywhere);
  });

  it('tells the limits of every option', async () => {
    const { discord } = await openApi();
    const { commands } = await stateOf(discord, 'member');
    expect(commands.map(({ name, type }) => [name, type])).toEqual(
      expect.arrayContaining([
        ['imagine', 1],
        ['Credits of', 2],
        ['Report picture', 3],
      ]),
    );
    const options = commands.find(({ name }) => name === 'imagine')?.options ?? [];
    expect(options.map(({ name }) => name)).toEqual([
      'prompt',
      'style',
      'shape',
      'seed',
      'for',
      'reference',
    ]);
    expect(options[0]).toMatchObject({ required: true, maxLength: 100, autocomplete: false });
    expect(options[1]).toMatchObject({ required: false, autocomplete: true });
    expect(options[2]?.choices).toEqual([
      { name: 'Square', value: '1:1' },
      { name: 'Wide', value: '16:9' },
    ]);
    expect(options[3]).toMatchObject({ type: 4, min: 0, max: 10 });
  });

  it.each(['/page/state?as=1', '/page/events?as=1', '/page/machine?as=x'])(
    'is refused to a stranger: %s',
    async (path) => {
      const { origin } = await openApi();
      const response = await fetch(origin + path);
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({ message: 'There is no such person here.' });
    },
  );
});
