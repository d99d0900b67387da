import { describe, expect, it } from 'vitest';
import { type Discord, type Message, Permission } from '../../../../playground/discord/index.ts';
import { call, imagine, registeredDiscord, answer } from '../../../support/discord-local.ts';
import { ready } from '../../../support/discord-socket.ts';

/** A member's words in #art. */
const words = (discord: Discord, content = 'A red barn'): Message =>
  discord.say({ content, by: discord.world.people.member, in: discord.world.channels.art });

/** What the bot reads of a message with its own token. */
const read = async (discord: Discord, { channel_id, id }: Message) =>
  (await call(discord, 'GET', `/channels/${channel_id}/messages/${id}`)).body;

describe('what somebody writes', () => {
  it('is seen by everybody there', async () => {
    const discord = await registeredDiscord();
    const { channels, people } = discord.world;
    const message = words(discord, '  A red barn\nat dusk ');
    expect(message).toMatchObject({ type: 0, content: 'A red barn\nat dusk', components: [] });
    expect(message.author).toMatchObject({ id: people.member.id, bot: false });
    expect(discord.messages(channels.art, people.owner)).toEqual([message]);
  });

  it('does not tell the bot a word, unless it mentions it or is for it alone', async () => {
    const discord = await registeredDiscord();
    const { bot, people } = discord.world;
    expect(await read(discord, words(discord))).toMatchObject({ content: '' });
    const mention = words(discord, `A barn, <@${bot.id}>`);
    expect(await read(discord, mention)).toMatchObject({ content: mention.content });
    const direct = { content: 'A barn', by: people.member };
    const alone = discord.say({ ...direct, in: discord.world.directMessages(people.member) });
    expect(await read(discord, alone)).toMatchObject({ content: 'A barn' });
    expect(discord.traffic.violations()).toEqual([]);
  });

  it('is told to a bot that may read messages, and in every message menu', async () => {
    const allowed = await registeredDiscord({ allowedIntents: 1 << 15 });
    expect(await read(allowed, words(allowed))).toMatchObject({ content: 'A red barn' });

    const discord = await registeredDiscord();
    const { channels, people } = discord.world;
    const { socket } = await ready(discord);
    const target = words(discord);
    discord.contextMenu({
      command: 'Report picture',
      target,
      by: people.owner,
      in: channels.art,
    });
    const { d } = await socket.next(({ t }) => t === 'INTERACTION_CREATE');
    expect(d).toMatchObject({
      data: { target_id: target.id, resolved: { messages: { [target.id]: target } } },
    });
    expect(discord.traffic.violations()).toEqual([]);
  });

  it.each([
    ['nothing', ' \n', /nothing to send/],
    ['too much', 'x'.repeat(2_001), /2,000 characters/],
  ])('is not sent: %s', async (_what, content, reason) => {
    const discord = await registeredDiscord();
    expect(() => words(discord, content)).toThrow(reason);
  });

  it('is not sent where one may not write', async () => {
    const discord = await registeredDiscord();
    const { channels, people } = discord.world;
    const { SendMessages } = Permission;
    discord.world.overwrite(channels.art, people.member, { deny: SendMessages });
    expect(() => words(discord)).toThrow('Member cannot write in #art.');
    const hidden = { content: 'x', by: people.member, in: channels.modLog };
    expect(() => discord.say(hidden)).toThrow('Member cannot write in #mod-log.');
  });
});

/** The menu of a message in #art, opened by somebody. */
const open = (discord: Discord, target: Message, more = {}) => {
  const { people, channels } = discord.world;
  const by = people.member;
  return discord.contextMenu({
    command: 'Report picture',
    target,
    by,
    in: channels.art,
    ...more,
  });
};

describe('the menu of a message', () => {
  it('is not there for a message that is gone, nor in another channel', async () => {
    const discord = await registeredDiscord();
    const target = words(discord);
    const elsewhere = { in: discord.world.channels.sketches };
    expect(() => open(discord, target, elsewhere)).toThrow(/is in another channel/);
    discord.deleteMessage(target);
    expect(() => open(discord, target)).toThrow(/is gone/);
  });

  it('is there for a private message, for who sees it', async () => {
    const discord = await registeredDiscord();
    const asked = imagine(discord);
    await answer(discord, asked, { type: 4, data: { content: 'x', flags: 64 } });
    const target = await asked.settled();
    expect(open(discord, target).state).toBe('waiting');
    const { owner } = discord.world.people;
    expect(() => open(discord, target, { by: owner })).toThrow(/cannot see/);
  });
});
