import { describe, expect, it } from 'vitest';
import { act, answering, openApi, postJson } from '../../../support/page-api.ts';
import { pageStream } from '../../../support/page-stream.ts';

const says =
  (content: string, more: object = {}) =>
  () => ({ type: 4, data: { content, ...more } });

const PIECES = [
  {
    type: 1,
    components: [{ type: 2, style: 1, custom_id: 'again', label: 'Again' }],
  },
  {
    type: 1,
    components: [{ type: 3, custom_id: 'style', options: [{ label: 'Film', value: 'film' }] }],
  },
  { type: 1, components: [{ type: 5, custom_id: 'who' }] },
];

const FORM = {
  type: 9,
  data: {
    custom_id: 'rename',
    title: 'Rename',
    components: [
      {
        type: 18,
        label: 'Title',
        component: { type: 4, custom_id: 'title', style: 1, min_length: 3 },
      },
      {
        type: 18,
        label: 'Language',
        component: {
          type: 3,
          custom_id: 'language',
          options: ['fr', 'de'].map((value) => ({ label: value, value })),
        },
      },
    ],
  },
};

/** The page with a bot, and the first member in #art. */
async function page(
  ...answers: Parameters<typeof answering> extends [unknown, ...infer R] ? R : never
) {
  const opened = await openApi();
  const bot = await answering(opened.discord, ...answers);
  const { people, channels } = opened.discord.world;
  return { ...opened, bot, people, as: people.member.id, channel: channels.art.id };
}

describe('what people do on the page', () => {
  it('sends a command with people and files in it', async () => {
    const { discord, bot, as, channel, people } = await page(says('done'));
    const file = {
      name: 'a.txt',
      type: 'text/plain',
      data: Buffer.from('hello').toString('base64'),
    };
    const options = { prompt: 'a fox', for: { id: people.owner.id }, reference: { file } };
    const result = await act(discord, { kind: 'use', as, channel, command: 'imagine', options });
    expect(result).toEqual({ kind: 'done' });
    expect(bot.sent[0]?.member.user.id).toBe(as);
    expect(bot.sent[0]?.data).toMatchObject({
      name: 'imagine',
      resolved: {
        users: { [people.owner.id]: { username: 'owner' } },
        attachments: expect.any(Object),
      },
    });
    const [, url = ''] = /"url":"([^"]+)"/.exec(JSON.stringify(bot.sent[0]?.data)) ?? [];
    expect(await (await fetch(url)).text()).toBe('hello');
  });

  it('offers suggestions', async () => {
    const choices = [{ name: 'Film', value: 'film' }];
    const { discord, as, channel } = await page(() => ({ type: 8, data: { choices } }));
    const options = { style: 'fi' };
    const asked = { as, channel, command: 'imagine', options, focused: 'style' };
    expect(await act(discord, { kind: 'autocomplete', ...asked })).toEqual({
      kind: 'choices',
      choices,
    });
  });

  it('presses buttons and fills menus of texts and of people', async () => {
    const { discord, bot, as, channel, people, origin } = await page(
      says('pick', { components: PIECES }),
      says('pressed'),
      says('chosen'),
      says('met'),
    );
    const stream = await pageStream(origin);
    await act(discord, { kind: 'use', as, channel, command: 'imagine', options: { prompt: 'x' } });
    const { id: message, components } = await stream.message(({ content }) => content === 'pick');
    expect(components[0]?.components?.[0]).toMatchObject({ custom_id: 'again', label: 'Again' });
    await act(discord, { kind: 'click', as, message, button: 'again' });
    await act(discord, { kind: 'select', as, message, menu: 'style', values: ['film'] });
    await act(discord, { kind: 'select', as, message, menu: 'who', values: [people.owner.id] });
    expect(bot.sent.slice(1).map(({ data }) => [data['custom_id'], data['values']])).toEqual([
      ['again', undefined],
      ['style', ['film']],
      ['who', [people.owner.id]],
    ]);
    await stream.message(({ content, replyTo }) => content === 'met' && replyTo === message);
  });

  it('opens a form, refuses what does not fit, and sends it', async () => {
    const { discord, bot, as, channel, people } = await page(() => FORM, says('renamed'));
    const use = { kind: 'use', as, channel, command: 'imagine', options: { prompt: 'x' } } as const;
    const opened = await act(discord, use);
    if (opened.kind !== 'modal') throw new Error(opened.kind);
    expect(opened.modal).toMatchObject({ title: 'Rename', components: [{ label: 'Title' }, {}] });
    const { opener } = opened.modal;
    const submit = (values: Record<string, string | string[]>, by = as) =>
      act(discord, { kind: 'submit', as: by, opener, values });
    await expect(submit({ title: 'a', language: ['fr'] })).rejects.toThrow(/400 .*takes 3 to 4000/);
    await expect(submit({ title: 'Fox' }, people.owner.id)).rejects.toThrow(
      '410 This form is no longer open.',
    );
    expect(await submit({ title: 'Fox', language: ['de'] })).toEqual({ kind: 'done' });
    expect(JSON.stringify(bot.sent[1]?.data)).toMatch(/"value":"Fox".*"values":\["de"\]/);
  });

  it('uses the menus of messages and of people', async () => {
    const { discord, bot, as, channel, people, origin } = await page(
      says('x'),
      says('y'),
      says('z'),
    );
    const stream = await pageStream(origin);
    await act(discord, { kind: 'use', as, channel, command: 'imagine', options: { prompt: 'x' } });
    const { id: message } = await stream.message(() => true);
    await act(discord, { kind: 'message-menu', as, channel, command: 'Report picture', message });
    const user = people.owner.id;
    await act(discord, { kind: 'user-menu', as, channel, command: 'Credits of', user });
    expect(bot.sent.slice(1).map(({ data }) => data['target_id'])).toEqual([message, user]);
  });

  it('puts away what one alone sees, and nothing else', async () => {
    const { discord, as, channel, origin } = await page(
      says('whispered', { flags: 64 }),
      says('said'),
    );
    const stream = await pageStream(origin);
    const use = { kind: 'use', as, channel, command: 'imagine', options: { prompt: 'x' } } as const;
    await act(discord, use);
    const { id: message } = await stream.message(({ ephemeral }) => ephemeral);
    await act(discord, { kind: 'dismiss', as, message });
    await stream.event('messages', ({ removed }) => removed.includes(message));
    await act(discord, use);
    const { id: said } = await stream.message(({ content }) => content === 'said');
    const refused = act(discord, { kind: 'dismiss', as, message: said });
    await expect(refused).rejects.toThrow('400 Only a message that you alone see');
  });

  it('lets those who manage messages delete one', async () => {
    const { discord, as, channel, people, origin } = await page(says('rude'));
    const stream = await pageStream(origin);
    await act(discord, { kind: 'use', as, channel, command: 'imagine', options: { prompt: 'x' } });
    const { id: message } = await stream.message(() => true);
    await expect(act(discord, { kind: 'delete', as, message })).rejects.toThrow(
      '403 Only those who',
    );
    await act(discord, { kind: 'delete', as: people.moderator.id, message });
    await stream.event('messages', ({ removed }) => removed.includes(message));
  });

  it('writes a message, which its author may delete', async () => {
    const { discord, as, channel, people, origin } = await page();
    const stream = await pageStream(origin);
    const content = 'A red barn';
    expect(await act(discord, { kind: 'say', as, channel, content })).toEqual({ kind: 'done' });
    const { id: message, author } = await stream.message(() => true);
    expect(author).toEqual({ id: as, name: 'Member', bot: false });
    const byAnother = act(discord, { kind: 'delete', as: people.secondMember.id, message });
    await expect(byAnother).rejects.toThrow('403 Only those who');
    await act(discord, { kind: 'delete', as, message });
    await stream.event('messages', ({ removed }) => removed.includes(message));
    const hidden = { channel: discord.world.channels.modLog.id, content };
    await expect(act(discord, { kind: 'say', as, ...hidden })).rejects.toThrow('404 There is no');
  });

  it('is told when the bot does not answer', async () => {
    const { discord } = await openApi({ firstAnswerMs: 20 });
    const { people, channels } = discord.world;
    const by = { as: people.member.id, channel: channels.art.id };
    const result = await act(discord, {
      kind: 'use',
      ...by,
      command: 'imagine',
      options: { prompt: 'x' },
    });
    expect(result).toEqual({ kind: 'unanswered', text: 'The application did not respond' });
  });

  it.each([
    ['no JSON', '{', 400, 'The request cannot be read.'],
    ['another kind', { kind: 'shout' }, 400, 'This is not what the page sends. Reload the page.'],
    [
      'something more',
      { kind: 'dismiss', as: '1', message: '1', admin: true },
      400,
      'This is not what the page sends. Reload the page.',
    ],
    [
      'a stranger',
      { kind: 'dismiss', as: '1', message: '1' },
      400,
      'There is no such person here.',
    ],
  ])('is refused with %s', async (_what, body, status, message) => {
    const { origin } = await openApi();
    const response = await postJson(origin, '/page/actions', body);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ message });
  });

  it('is refused where the person does not see the channel, or is not offered the command', async () => {
    const { discord } = await openApi();
    const { people, channels } = discord.world;
    const use = (command: string, channel: string) =>
      act(discord, { kind: 'use', as: people.member.id, channel, command, options: {} });
    await expect(use('imagine', channels.modLog.id)).rejects.toThrow(
      '404 There is no such channel',
    );
    await expect(use('settings budget', channels.art.id)).rejects.toThrow(
      'is not offered to Member',
    );
    await expect(use('imagine', channels.art.id)).rejects.toThrow('"prompt" is required');
  });
});
