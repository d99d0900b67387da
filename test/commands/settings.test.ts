import { describe, expect, it } from 'vitest';
import { NEW_SETTINGS } from '../../src/settings/documents.ts';
import { StoreError } from '../../src/storage/store.ts';
import {
  SETTINGS_NOT_ALLOWED,
  SETTINGS_UNAVAILABLE,
  SETTINGS_UNKNOWN,
} from '../../src/words/settings.ts';
import { commandsOnline } from '../support/edge-desk.ts';
import { expectNoViolations } from '../support/edge-discord.ts';

const MANAGE_GUILD = String(1 << 5);
const CHANNEL = 7;
const ROLE = 8;
const INTEGER = 4;

async function scene(setup: Parameters<typeof commandsOnline>[0] = {}) {
  const made = await commandsOnline(setup);
  const { world } = made.discord;
  return {
    ...made,
    ...world,
    stored: async () => (await made.settings.view(world.guilds.studio.id)).settings,
  };
}

const failing = () => Promise.reject(new StoreError('The database failed.'));

describe('who may set limits', () => {
  it('is read from the interaction: others are refused even where the command reaches them', async () => {
    const { answer, people, stored, discord, channels } = await scene();
    const member = (permissions: string) => ({
      raw: {
        member: { user: { id: people.member.id, username: 'member' }, roles: [], permissions },
      },
    });
    for (const permissions of ['0', String(1 << 13)]) {
      const refused = await answer('settings server', { month: 6 }, member(permissions));
      expect(refused.content).toBe(SETTINGS_NOT_ALLOWED);
    }
    expect(await stored()).toEqual(NEW_SETTINGS);
    const managed = await answer('settings server', { month: 6 }, member(MANAGE_GUILD));
    expect(managed.content).toMatch(/^This server’s own ceiling: 6 credits a month/);
    const administered = await answer('settings server', { month: 12 }, member('8'));
    expect(administered.content).toMatch(/^This server’s own ceiling: 12 credits a month/);
    expect(discord.messages(channels.art, people.secondMember)).toEqual([]);
    expectNoViolations(discord);
  });

  it('is nobody outside a server', async () => {
    const { answer } = await scene();
    const outside = await answer('settings show', {}, { raw: { guild_id: null, context: 1 } });
    expect(outside.content).toContain('in servers only');
  });
});

describe('what can be set', () => {
  it('is every limit, and all of them are shown', async () => {
    const { answer, channels, roles, people, stored, discord, logged, guilds } = await scene();
    await answer('settings server', { month: 600 });
    await answer('settings member', { day: 24, month: 120 });
    await answer('settings channel', { channel: channels.sketches, month: 60 });
    await answer('settings role', { role: roles.painters, month: 30 });
    expect(await stored()).toEqual({
      v: 1,
      limits: {
        server: 600,
        memberDay: 24,
        memberMonth: 120,
        channels: { [channels.sketches.id]: 60 },
        roles: { [roles.painters.id]: 30 },
      },
    });
    const { embeds } = await answer('settings show');
    expect(embeds[0]?.fields?.map(({ value }) => value)).toEqual([
      '3000 credits a month, as every server',
      '600 credits a month',
      '0 credits',
      '24 credits a day, 120 credits a month',
      'none: nobody is warned',
      `<#${channels.sketches.id}>: 0 of 60 credits used`,
      `<@&${roles.painters.id}>: 0 of 30 credits used`,
    ]);
    await answer('settings clear', { limits: 'roles' });
    expect((await stored()).limits.roles).toEqual({});
    const entries = logged('settings changed');
    expect(entries).toHaveLength(5);
    for (const entry of entries) {
      expect(entry).toMatchObject({ guild: guilds.studio.id, member: people.owner.id });
    }
    expect(JSON.stringify(entries)).not.toMatch(/sketches|Painters|Owner/);
    expectNoViolations(discord);
  });

  it('cannot be raised above what the bot’s owner gives, nor for everybody’s role', async () => {
    const { answer, guilds, stored, logged } = await scene();
    const [everyone] = guilds.studio.roles;
    if (everyone === undefined) throw new Error('The server has no role.');
    const above = await answer('settings server', { month: 3_000 });
    expect(above.content).toContain('only the bot’s owner can raise it');
    const all = await answer('settings role', { role: everyone, month: 6 });
    expect(all.content).toMatch(/^Everybody has this role/);
    expect(await stored()).toEqual(NEW_SETTINGS);
    expect(logged('settings left as they are')).toHaveLength(2);
  });

  it.each([
    ['a channel', 'channel', CHANNEL],
    ['a role', 'role', ROLE],
  ])('is %s that Discord vouches for, and no other', async (_, name, type) => {
    const { answer, channels, stored } = await scene();
    const options = [
      { name, type, value: channels.prints.id },
      { name: 'month', type: INTEGER, value: 6 },
    ];
    const rawOptions = [{ name, type: 1, options }];
    const forged = await answer('settings show', {}, { rawOptions });
    expect(forged.content).toBe(SETTINGS_UNKNOWN);
    expect(await stored()).toEqual(NEW_SETTINGS);
  });

  it.each([
    ['nothing', []],
    ['another subcommand', [{ name: 'forget', type: 1 }]],
    [
      'more than can be stored',
      [{ name: 'server', type: 1, options: [{ name: 'month', type: INTEGER, value: 1e9 + 1 }] }],
    ],
  ])('is not %s', async (_, rawOptions) => {
    const { answer, stored } = await scene();
    expect((await answer('settings show', {}, { rawOptions })).content).toBe(SETTINGS_UNKNOWN);
    expect(await stored()).toEqual(NEW_SETTINGS);
  });
});

describe('a database that fails', () => {
  it('is said to be so, whether it was read or written', async () => {
    const { answer } = await scene({
      settings: (real) => ({ ...real, change: failing, overview: failing }),
    });
    expect((await answer('settings member', { day: 6 })).content).toBe(SETTINGS_UNAVAILABLE);
    expect((await answer('settings show')).content).toBe(SETTINGS_UNAVAILABLE);
  });

  it('after a change does not hide the change', async () => {
    const { answer, stored } = await scene({
      settings: (real) => ({ ...real, overview: failing }),
    });
    const { content } = await answer('settings member', { day: 6 });
    expect(content).toMatch(/^Each member: 6 credits a day/);
    expect((await stored()).limits.memberDay).toBe(6);
  });
});
