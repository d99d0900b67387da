import { describe, expect, it } from 'vitest';
import { LOG_CHANNEL_HELLO, SETTINGS_UNKNOWN } from '../../src/words/settings.ts';
import { commandsOnline } from '../support/edge-desk.ts';
import { expectNoViolations, refusal, ROUTES } from '../support/edge-discord.ts';

async function scene() {
  const made = await commandsOnline();
  const { world } = made.discord;
  const view = () => made.settings.view(world.guilds.studio.id);
  return { ...made, ...world, logChannel: async () => (await view()).settings.logChannel };
}

describe('the log channel', () => {
  it('is told what it is for, and can be left again', async () => {
    const { discord, answer, channels, people, logChannel } = await scene();
    const named = await answer('settings log', { channel: channels.log });
    expect(named.content).toBe(
      `Warnings about this server’s credits are posted in <#${channels.log.id}> (before: nowhere).`,
    );
    expect(discord.messages(channels.log)).toMatchObject([{ content: LOG_CHANNEL_HELLO }]);
    expect(await logChannel()).toBe(channels.log.id);
    const left = await answer('settings log');
    expect(left.content).toBe(
      `Warnings about this server’s credits are not posted any more (before: in <#${channels.log.id}>).`,
    );
    expect(await logChannel()).toBeUndefined();
    expect(discord.messages(channels.art, people.member)).toEqual([]);
    expectNoViolations(discord);
  });

  it('must be one where the bot can write', async () => {
    const { discord, answer, channels, logChannel } = await scene();
    await answer('settings log', { channel: channels.log });
    const unseen = await answer('settings log', { channel: channels.noBots });
    expect(unseen.content).toMatch(/^The bot cannot see <#\d+>\. Give it View Channel/);
    discord.faults.add({ route: ROUTES.post, ...refusal(403, 50013) });
    const mute = await answer('settings log', { channel: channels.sketches });
    expect(mute.content).toMatch(/^The bot may not write in <#\d+>\. Give it Send Messages/);
    expect(await logChannel()).toBe(channels.log.id);
  });

  it('is not given up for a channel that Discord does not vouch for', async () => {
    const { answer, channels, logChannel } = await scene();
    await answer('settings log', { channel: channels.log });
    const options = [{ name: 'channel', type: 7, value: channels.prints.id }];
    const rawOptions = [{ name: 'log', type: 1, options }];
    const forged = await answer('settings log', {}, { rawOptions });
    expect(forged.content).toBe(SETTINGS_UNKNOWN);
    expect(await logChannel()).toBe(channels.log.id);
  });

  it('stays as it was while Discord does not say, and is told once when it was lost', async () => {
    const { discord, answer, channels, logChannel } = await scene();
    const lost = discord.faults.add({ route: ROUTES.post, drop: 'after' });
    const unsaid = await answer('settings log', { channel: channels.log });
    expect(unsaid.content).toMatch(/^Discord did not say whether the bot can write/);
    expect(await logChannel()).toBeUndefined();
    lost.remove();
    await answer('settings log', { channel: channels.log });
    expect(await logChannel()).toBe(channels.log.id);
  });

  it('is told once by an interaction that comes twice', async () => {
    const { discord, use, idle, channels, logged } = await scene();
    const invocation = use('settings log', { channel: channels.log });
    discord.dispatch(invocation);
    await invocation.settled();
    await expect.poll(() => logged('settings changed')).toHaveLength(2);
    await idle();
    expect(discord.messages(channels.log)).toHaveLength(1);
  });
});
