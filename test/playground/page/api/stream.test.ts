import { describe, expect, it } from 'vitest';
import { messageList } from '../../../../playground/page/contract.ts';
import { answer, call, imagine, pngHeader, webhook } from '../../../support/discord-local.ts';
import { openApi } from '../../../support/page-api.ts';
import { pageStream } from '../../../support/page-stream.ts';

const EPHEMERAL = 1 << 6;

describe('the page’s stream', () => {
  it('begins with everything there is', async () => {
    const { discord, origin } = await openApi();
    await answer(discord, imagine(discord), { type: 4, data: { content: 'before' } });
    const stream = await pageStream(origin);
    await stream.event('traffic');
    expect(stream.all('state')[0]?.state.me.name).toBe('Member');
    expect(stream.all('messages')[0]).toMatchObject({
      all: true,
      changed: [{ content: 'before' }],
    });
    expect(stream.all('machine')[0]?.machine).toMatchObject({ apiFaultsAvailable: false });
    expect(stream.all('traffic')[0]?.records).toMatchObject([
      { route: '/interactions/:id/:token/callback', body: expect.stringContaining('before') },
    ]);
  });

  it('shows thinking, the edit with its picture, and the deletion', async () => {
    const { discord, origin } = await openApi();
    const stream = await pageStream(origin);
    const invocation = imagine(discord);
    await answer(discord, invocation, { type: 5 });
    const { id } = await stream.message(({ thinking }) => thinking);
    const path = webhook(discord, invocation, '/messages/@original');
    await call(discord, 'PATCH', path, {
      json: { content: '> a fox', attachments: [{ id: '0', description: 'A fox in the snow' }] },
      files: [{ index: 0, name: 'fox.png', bytes: pngHeader(320, 200) }],
    });
    const shown = await stream.message(({ thinking }) => !thinking);
    expect(shown).toMatchObject({
      id,
      channel: discord.world.channels.art.id,
      author: { name: 'Easel', bot: true },
      asked: { name: 'Member', command: 'imagine' },
      ephemeral: false,
      content: '> a fox',
      attachments: [{ name: 'fox.png', alt: 'A fox in the snow', width: 320, height: 200 }],
    });
    const url = shown.attachments[0]?.url ?? '';
    expect(url).toMatch(/^\/attachments\//);
    expect((await fetch(origin + url)).status).toBe(200);
    await call(discord, 'DELETE', path);
    await stream.event('messages', ({ removed }) => removed.includes(id));
  });

  it('shows embeds', async () => {
    const { discord, origin } = await openApi();
    const stream = await pageStream(origin);
    const embed = {
      title: 'Credits',
      description: 'This month',
      fields: [{ name: 'Used', value: '6', inline: true }],
    };
    const sent = { ...embed, color: 0x5865f2, footer: { text: 'Easel' } };
    await answer(discord, imagine(discord), { type: 4, data: { embeds: [sent] } });
    const { embeds } = await stream.message(() => true);
    expect(embeds).toMatchObject([{ ...embed, colour: '#5865f2', footer: 'Easel', image: null }]);
  });

  it('shows what is meant for one person to that person alone', async () => {
    const { discord, origin } = await openApi();
    const { member, secondMember } = discord.world.people;
    const [first, second] = await Promise.all([
      pageStream(origin, member.id),
      pageStream(origin, secondMember.id),
    ]);
    const secret = { type: 4, data: { content: 'a secret', flags: EPHEMERAL } };
    await answer(discord, imagine(discord), secret);
    await answer(discord, imagine(discord), { type: 4, data: { content: 'for all' } });
    for (const stream of [first, second])
      await stream.message(({ content }) => content === 'for all');
    expect(first.messages()[0]).toMatchObject({ content: 'a secret', ephemeral: true });
    expect(JSON.stringify(second.all('messages'))).not.toContain('a secret');
    const { art } = discord.world.channels;
    const list = `${origin}/page/messages?channel=${art.id}&as=${secondMember.id}`;
    const { messages } = messageList.parse(await (await fetch(list)).json());
    expect(messages.map(({ content }) => content)).toEqual(['for all']);
  });

  it('shows a hidden channel’s messages to those who see it', async () => {
    const { discord, origin } = await openApi();
    const { modLog } = discord.world.channels;
    const { member, moderator } = discord.world.people;
    const stream = await pageStream(origin, moderator.id);
    await answer(discord, imagine(discord, { by: moderator, in: modLog }), {
      type: 4,
      data: { content: 'a case' },
    });
    expect(await stream.message(() => true)).toMatchObject({ channel: modLog.id });
    const response = await fetch(`${origin}/page/messages?channel=${modLog.id}&as=${member.id}`);
    expect(response.status).toBe(404);
  });

  it('tells of commands that change', async () => {
    const { discord, origin } = await openApi();
    const stream = await pageStream(origin);
    const path = `/applications/${discord.applicationId}/commands`;
    await call(discord, 'PUT', path, { json: [{ name: 'sketch', description: 'Draw' }] });
    const { state } = await stream.event(
      'state',
      ({ state: { commands } }) => commands.length === 1,
    );
    expect(state.commands[0]).toMatchObject({ name: 'sketch', description: 'Draw' });
  });
});
