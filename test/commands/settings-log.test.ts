import { describe, expect, it } from 'vitest';
import { channelRefused, LOG_CHANNEL_HELLO } from '../../src/words/settings.ts';
import { settings, settingsPanel } from '../support/bot-limits.ts';
import { commandsOnline } from '../support/edge-desk.ts';
import { expectNoViolations, refusal, ROUTES } from '../support/edge-discord.ts';

async function scene() {
  const made = await commandsOnline();
  const { discord } = made;
  const { world } = discord;
  const view = () => made.settings.view(world.guilds.studio.id);
  return {
    ...made,
    ...world,
    logChannel: async () => (await view()).settings.logChannel,
    /** What the owner, who sees every channel, is told. */
    name: async (...logChannel: (typeof world.channels.log)[]) =>
      (await settings({ discord }, { logChannel }, { by: world.people.owner })).content,
  };
}

describe('the log channel', () => {
  it('is told what it is for, and can be left again', async () => {
    const { discord, name, channels, people, logChannel } = await scene();
    const { log } = channels;
    expect(await name(log)).toBe(`**Log channel**: <#${log.id}> (before: none).`);
    expect(discord.messages(log)).toMatchObject([{ content: LOG_CHANNEL_HELLO }]);
    expect(await logChannel()).toBe(log.id);
    expect(await name()).toBe(`**Log channel**: none (before: <#${log.id}>).`);
    expect(await logChannel()).toBeUndefined();
    expect(discord.messages(channels.art, people.member)).toEqual([]);
    expectNoViolations(discord);
  });

  it('must be one where the bot can write', async () => {
    const { discord, name, channels, logChannel } = await scene();
    const { log, noBots, sketches } = channels;
    await name(log);
    expect(await name(noBots)).toBe(channelRefused(noBots.id, 'may-not-see', false));
    discord.faults.add({ route: ROUTES.post, ...refusal(403, 50013) });
    expect(await name(sketches)).toBe(channelRefused(sketches.id, 'may-not-write', false));
    expect(await logChannel()).toBe(log.id);
  });

  it('stays as it was while Discord does not say', async () => {
    const { discord, name, channels, logChannel } = await scene();
    const { log } = channels;
    const lost = discord.faults.add({ route: ROUTES.post, drop: 'after' });
    expect(await name(log)).toBe(channelRefused(log.id, 'lost', false));
    expect(await logChannel()).toBeUndefined();
    lost.remove();
    await name(log);
    expect(await logChannel()).toBe(log.id);
  });

  it('is changed and told once by an interaction that comes twice', async () => {
    const { discord, idle, channels, people, logged, cases, guilds } = await scene();
    const { log } = channels;
    const panel = await settingsPanel({ discord });
    await panel.page('records');
    const place = { message: panel.id, menu: 'settings:value:logChannel', by: people.manager };
    const invocation = discord.select({ ...place, values: [log] });
    discord.dispatch(invocation);
    await invocation.settled();
    await idle();
    expect(logged('settings changed')).toHaveLength(1);
    expect(logged('settings left as they are')).toEqual([]);
    expect(await cases.find(guilds.studio.id, 2)).toBeUndefined();
    expect(discord.messages(log)).toHaveLength(1);
  });
});
