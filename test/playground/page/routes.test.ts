import { describe, expect, it } from 'vitest';
import type { Invocation } from '../../../playground/discord/index.ts';
import type { MessageView } from '../../../playground/page/view.ts';
import { answer } from '../../support/discord-local.ts';
import { eventStream, openPage, postCommand } from '../../support/playground-page.ts';

type Page = Awaited<ReturnType<typeof openPage>>;

const EPHEMERAL = 1 << 6;

const says =
  (words: string) =>
  ({ text }: MessageView): boolean =>
    JSON.stringify(text).includes(words);

/** Sends `/imagine` as somebody and answers it, as a bot would. */
async function talk({ chat, discord }: Page, prompt: string, flags = 0, place = 0) {
  const by = chat.people[place];
  if (by === undefined) throw new Error('There is nobody.');
  const invocation: Invocation = chat.send({ by, command: 'imagine', options: { prompt } });
  await answer(discord, invocation, { type: 4, data: { content: `> ${prompt}`, flags } });
}

describe('the page’s events', () => {
  it('begin with the place, its people and the registered commands', async () => {
    const page = await openPage();
    const events = await eventStream(page.origin);
    const place = await events.next('place');
    expect(place).toMatchObject({
      you: page.discord.world.people.member.id,
      guild: 'Easel Studio',
      channel: 'art',
    });
    expect(place.people.map(({ name }) => name)).toEqual([
      'Member',
      'Second member',
      'Moderator',
      'Manager',
      'Owner',
    ]);
    expect(place.commands.map(({ name }) => name)).toEqual([
      'imagine',
      'settings budget',
      'after-hours',
    ]);
  });

  it('tell what was said before and what is said then, taken apart', async () => {
    const page = await openPage();
    await talk(page, 'before');
    const events = await eventStream(page.origin);
    expect(await events.next('messages')).toMatchObject({ all: true, changed: [{}] });
    await talk(page, 'after <b>');
    const shown = await events.message(says('after'));
    expect(shown).toMatchObject({
      author: 'Easel',
      asked: { by: 'Member', command: 'imagine' },
      thinking: false,
      ephemeral: false,
      text: [{ kind: 'quote', parts: [{ kind: 'text', text: 'after <b>' }] }],
    });
    expect(await events.next('messages')).toMatchObject({ all: false, changed: [{}], removed: [] });
  });

  it('show what is meant for one person to that person alone', async () => {
    const page = await openPage();
    const [first, second] = await Promise.all([
      eventStream(page.origin, page.chat.people[0]?.id),
      eventStream(page.origin, page.chat.people[1]?.id),
    ]);
    await talk(page, 'a secret', EPHEMERAL);
    await talk(page, 'for all');
    for (const events of [first, second]) await events.message(says('for all'));

    expect(JSON.stringify(first.messages())).toContain('a secret');
    expect(first.messages()[0]).toMatchObject({ ephemeral: true });
    expect(JSON.stringify(second.messages())).not.toContain('a secret');
  });

  it('are refused to somebody who is not there', async () => {
    const { origin } = await openPage();
    const response = await fetch(`${origin}/page/place?as=1`);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ message: 'There is no such person here.' });
  });
});

describe('a command from the page', () => {
  it('is told when the bot does not answer in time', async () => {
    const { origin, chat } = await openPage({ firstAnswerMs: 20 });
    const order = { as: chat.people[0]?.id, command: 'imagine', options: { prompt: 'x' } };
    const response = await postCommand(origin, order);
    expect(response.status).toBe(504);
    expect(await response.json()).toEqual({ message: 'Easel did not answer in time.' });
  });

  it.each([
    ['no JSON', '{', 'The request cannot be read.'],
    ['no command', { as: 'x' }, 'This is not what the page sends. Reload the page.'],
    [
      'something more',
      { as: 'x', command: 'imagine', admin: true },
      'This is not what the page sends. Reload the page.',
    ],
    ['a stranger', { as: 'x', command: 'imagine' }, 'There is no such person here.'],
  ])('is refused with %s', async (_what, body, message) => {
    const { origin } = await openPage();
    const response = await postCommand(origin, body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ message });
  });

  it.each([
    ['imagine', {}, '"prompt" is required.'],
    ['imagine', { prompt: 'x', seed: 1.5 }, '"seed" takes whole numbers, not 1.5.'],
    ['imagine', { prompt: 'x', shape: '9:9' }, '"shape" has no choice "9:9".'],
    ['settings budget', { credits: 5 }, '"settings" is not offered to Member.'],
    ['sing', {}, 'no command "sing" is registered.'],
  ])(
    'is refused when Discord’s client would not send it: /%s %j',
    async (command, options, why) => {
      const { origin, chat } = await openPage();
      const response = await postCommand(origin, { as: chat.people[0]?.id, command, options });
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({
        message: `Discord's client would not send this: ${why}`,
      });
    },
  );
});
