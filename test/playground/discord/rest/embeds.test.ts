import { expect, test } from 'vitest';
import type { Message } from '../../../../playground/discord/index.ts';
import {
  answer,
  call,
  imagine,
  pngHeader,
  registeredDiscord,
  webhook,
} from '../../../support/discord-local.ts';

/** What becomes of an embed that arrives with a picture called a.png. */
async function shown(embed: object) {
  const discord = await registeredDiscord();
  const invocation = imagine(discord);
  await answer(discord, invocation, { type: 5 });
  const { status, body } = await call(
    discord,
    'PATCH',
    webhook(discord, invocation, '/messages/@original'),
    {
      token: null,
      json: { embeds: [embed] },
      files: [{ index: 0, name: 'a.png', bytes: pngHeader(3, 4) }],
    },
  );
  expect(status).toBe(200);
  expect(discord.traffic.violations()).toEqual([]);
  const { embeds, attachments } = body as unknown as Message;
  return { embed: embeds[0], url: attachments[0]?.url };
}

test('a field that does not say so is not inline', async () => {
  const fields = [
    { name: 'a', value: '1' },
    { name: 'b', value: '2', inline: true },
  ];
  const { embed } = await shown({ fields });
  expect(embed?.fields).toEqual([
    { name: 'a', value: '1', inline: false },
    { name: 'b', value: '2', inline: true },
  ]);
});

test('the icons of an author and a footer come from the files of the message', async () => {
  const icon_url = 'attachment://a.png';
  const { embed, url } = await shown({
    author: { name: 'x', icon_url },
    footer: { text: 'y', icon_url },
  });
  expect(embed?.author).toEqual({ name: 'x', icon_url: url, proxy_icon_url: url });
  expect(embed?.footer).toEqual({ text: 'y', icon_url: url, proxy_icon_url: url });
});

test('an icon from elsewhere stays as it is', async () => {
  const author = { name: 'x', icon_url: 'https://example.com/icon.png' };
  expect((await shown({ author })).embed?.author).toEqual(author);
});

test('what is null in an embed is left out', async () => {
  const { embed } = await shown({
    title: 'x',
    image: null,
    thumbnail: null,
    fields: null,
    author: null,
    footer: { text: 'y', icon_url: null },
  });
  expect(embed).toEqual({ type: 'rich', title: 'x', footer: { text: 'y' } });
});
