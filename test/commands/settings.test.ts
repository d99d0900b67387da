import { describe, expect, it } from 'vitest';
import { NEW_SETTINGS } from '../../src/settings/documents.ts';
import { StoreError } from '../../src/storage/store.ts';
import {
  SETTINGS_NOT_ALLOWED,
  SETTINGS_UNAVAILABLE,
  SETTINGS_UNKNOWN,
} from '../../src/words/settings.ts';
import { formProblem } from '../../src/words/settings-form.ts';
import { fieldOf, settings, settingsPanel } from '../support/bot-limits.ts';
import { commandsOnline } from '../support/edge-desk.ts';
import { expectNoViolations, refusal } from '../support/edge-discord.ts';

const MANAGE_GUILD = String(1 << 5);

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

describe('who may see and change settings', () => {
  it('is read from the interaction: others are refused even where the command reaches them', async () => {
    const { answer, people, stored, discord, channels } = await scene();
    const member = (permissions: string) => ({
      raw: {
        member: { user: { id: people.member.id, username: 'member' }, roles: [], permissions },
      },
    });
    for (const permissions of ['0', String(1 << 13)]) {
      const refused = await answer('settings', {}, member(permissions));
      expect(refused).toMatchObject({ content: SETTINGS_NOT_ALLOWED, embeds: [], components: [] });
    }
    for (const permissions of [MANAGE_GUILD, '8']) {
      const shown = await answer('settings', {}, member(permissions));
      expect(shown.embeds[0]?.title).toBe('Settings of this server');
    }
    expect(await stored()).toEqual(NEW_SETTINGS);
    expect(discord.messages(channels.art, people.secondMember)).toEqual([]);
    expectNoViolations(discord);
  });

  it('is nobody outside a server', async () => {
    const { answer } = await scene();
    const outside = await answer('settings', {}, { raw: { guild_id: null, context: 1 } });
    expect(outside.content).toContain('in servers only');
  });
});

describe('what can be set', () => {
  it('is every limit, each with a case, and all of them are shown', async () => {
    const { discord, channels, roles, people, stored, logged, guilds, cases } = await scene();
    const { sketches } = channels;
    const shares = [
      ['channels', sketches, 60],
      ['roles', roles.painters, 30],
    ] as const;
    await settings({ discord }, { server: 600, memberDay: 24, memberMonth: 120, shares });
    const limits = { server: 600, memberDay: 24, memberMonth: 120 };
    const parts = { channels: { [sketches.id]: 60 }, roles: { [roles.painters.id]: 30 } };
    expect(await stored()).toEqual({ v: 1, limits: { ...limits, ...parts } });
    const panel = await settingsPanel({ discord });
    const shown = await panel.page('shares');
    expect(fieldOf(shown, 'Channels')).toBe(`<#${sketches.id}>: 0 of 60 credits used`);
    expect(fieldOf(shown, 'Roles')).toBe(`<@&${roles.painters.id}>: 0 of 30 credits used`);
    await panel.choose('reset:roles', `share:roles:${roles.painters.id}`);
    expect((await stored()).limits.roles).toEqual({});

    const entries = logged('settings changed');
    expect(entries).toHaveLength(6);
    for (const entry of entries) {
      expect(entry).toMatchObject({ guild: guilds.studio.id, member: people.manager.id });
    }
    expect(JSON.stringify(entries)).not.toMatch(/sketches|Painters|Manager/);
    expect(await cases.find(guilds.studio.id, 5)).toMatchObject({
      actor: people.manager.id,
      facts: {
        kind: 'setting',
        name: `Limit of <@&${roles.painters.id}>`,
        before: 'no limit',
        after: '30 credits a month',
      },
    });
    expect(await cases.find(guilds.studio.id, 7)).toBeUndefined();
    expectNoViolations(discord);
  });

  it('cannot be raised above what the bot’s owner gives, nor for everybody’s role', async () => {
    const { discord, guilds, stored, logged, cases } = await scene();
    const [everyone] = guilds.studio.roles;
    if (everyone === undefined) throw new Error('The server has no role.');
    const above = await settings({ discord }, { server: 3_000 });
    expect(above.content).toContain('only the bot’s owner can raise it');
    const all = await settings({ discord }, { shares: [['roles', everyone, 6]] });
    expect(all.content).toMatch(/^Everybody has this role/);
    expect((await settings({ discord }, { roles: [everyone] })).content).toBe(all.content);
    expect(await stored()).toEqual(NEW_SETTINGS);
    expect(logged('settings left as they are')).toHaveLength(3);
    expect(await cases.find(guilds.studio.id, 1)).toBeUndefined();
  });

  it('leaves everything as it is where a form has one value that cannot be', async () => {
    const { discord, stored } = await scene();
    const panel = await settingsPanel({ discord });
    await panel.page('limits');
    const write = async (values: Readonly<Record<string, string>>) =>
      (await panel.send(await panel.open('amounts'), values)).content;
    expect(await write({ memberDay: '24', cooldownSeconds: '1e3' })).toBe(
      formProblem('cooldownSeconds'),
    );
    expect(await write({ server: '-1' })).toBe(formProblem('server'));
    expect(await write({ queuePerMember: '3' })).toBe(formProblem('queuePerMember'));
    expect(await write({})).toBe('');
    expect(await stored()).toEqual(NEW_SETTINGS);
    await write({ cooldownSeconds: '3', memberDay: '24' });
    expect(await stored()).toMatchObject({ cooldownSeconds: 3, limits: { memberDay: 24 } });
    await write({ cooldownSeconds: '', memberDay: '0' });
    expect(await stored()).toEqual(NEW_SETTINGS);
    expectNoViolations(discord);
  });

  it('keeps a negative prompt that was not touched, and cleans one that was', async () => {
    const { discord, stored, settings: books, guilds } = await scene();
    const panel = await settingsPanel({ discord });
    await panel.page('defaults');
    const write = async (text?: string, meanwhile?: string) => {
      const form = await panel.open('negative');
      if (meanwhile !== undefined) {
        await books.change(guilds.studio.id, (now) => ({
          answer: 0,
          settings: { ...now, negativePrompt: meanwhile },
        }));
      }
      await panel.send(form, text === undefined ? {} : { negativePrompt: text });
      return (await stored()).negativePrompt;
    };
    expect(await write('  gore,\n blood\u202e ')).toBe('gore, blood');
    expect(await write(undefined, 'weapons')).toBe('weapons');
    expect(await write('fog', 'snow')).toBe('fog');
    expect(await write('None')).toBeUndefined();
    expect(await write('42')).toBe('42');
    expect(await write('')).toBeUndefined();
    expectNoViolations(discord);
  });

  it.each([
    ['a channel', 'names:channels', 8],
    ['a role', 'names:roles', 6],
    ['a log channel', 'value:logChannel', 8],
  ])('is %s that Discord vouches for, and no other', async (_, menu, component_type) => {
    const { discord, channels, people, stored } = await scene();
    const panel = await settingsPanel({ discord });
    await panel.page(menu.startsWith('names') ? 'place' : 'records');
    const data = {
      component_type,
      custom_id: `settings:${menu}`,
      values: [channels.prints.id],
    };
    const forged = discord.select({
      message: panel.id,
      menu: data.custom_id,
      values: [],
      by: people.manager,
      raw: { data },
    });
    await forged.settled();
    expect(panel.now().content).toBe(SETTINGS_UNKNOWN);
    expect(await stored()).toEqual(NEW_SETTINGS);
  });

  it.each([
    ['another page', 'settings:page:all', ['attic'], ''],
    ['another verb', 'settings:paint:all', ['x'], SETTINGS_UNKNOWN],
    ['a value that there is not', 'settings:value:review', ['sometimes'], SETTINGS_UNKNOWN],
    ['another setting', 'settings:value:limits', ['x'], SETTINGS_UNKNOWN],
    ['a reset of nothing', 'settings:reset:place', ['value:limits'], SETTINGS_UNKNOWN],
    ['a reset of another table', 'settings:reset:place', ['gone:limits'], SETTINGS_UNKNOWN],
  ])('is not %s of an older or newer panel', async (_, custom_id, values, content) => {
    const { discord, people, stored } = await scene();
    const panel = await settingsPanel({ discord });
    const data = { component_type: 3, custom_id, values };
    const raw = { data };
    const menu = 'settings:page:all';
    const by = people.manager;
    await discord.select({ message: panel.id, menu, values: ['place'], by, raw }).settled();
    expect(panel.now()).toMatchObject({
      content,
      embeds: [{ title: 'Settings of this server' }],
    });
    expect(await stored()).toEqual(NEW_SETTINGS);
  });
});

describe('a Discord that does not say which channels there are', () => {
  it('leaves everything named, and shown', async () => {
    const { discord, channels, stored } = await scene();
    await settings({ discord }, { channels: [channels.art, channels.sketches] });
    discord.world.removeChannel(channels.sketches);
    const route = 'GET /guilds/:guild/channels';
    const fault = discord.faults.add({ route, ...refusal(503, 0) });
    const panel = await settingsPanel({ discord });
    const both = [channels.art.id, channels.sketches.id];
    const shown = both.map((id) => `<#${id}>`).join(', ');
    expect(fieldOf(await panel.page('place'), 'Channels for /imagine')).toBe(shown);
    fault.remove();
    await panel.choose('names:channels', channels.art, channels.afterDark);
    expect((await stored()).channels).toEqual([channels.art.id, channels.afterDark.id]);
    expectNoViolations(discord);
  });
});

describe('a database that fails', () => {
  it('is said to be so, whether it was read or written', async () => {
    let fails = false;
    const { answer, discord } = await scene({
      settings: (real) => ({
        ...real,
        view: (...given) => (fails ? failing() : real.view(...given)),
        overview: (...given) => (fails ? failing() : real.overview(...given)),
      }),
    });
    const panel = await settingsPanel({ discord });
    await panel.page('limits');
    const form = await panel.open('amounts');
    fails = true;
    expect((await panel.send(form, { memberDay: '6' })).content).toBe(SETTINGS_UNAVAILABLE);
    expect((await answer('settings')).content).toBe(SETTINGS_UNAVAILABLE);
    const { people } = discord.world;
    const button = 'settings:form:amounts';
    const again = discord.click({ message: panel.id, button, by: people.manager });
    expect((await again.settled()).content).toBe(SETTINGS_UNAVAILABLE);
  });
});
