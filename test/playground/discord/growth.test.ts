import { expect, test } from 'vitest';
import { createAttachments } from '../../../playground/discord/attachments.ts';
import { createInteractions } from '../../../playground/discord/interactions.ts';
import { createMessages } from '../../../playground/discord/messages.ts';
import { createTraffic } from '../../../playground/discord/traffic.ts';
import { answer, call, imagine, registeredDiscord, webhook } from '../../support/discord-local.ts';

const DEFER = { type: 5 };
const message = (id: number, channel_id: string, attachments: object[] = []) =>
  ({ id: String(id), channel_id, attachments }) as never;

test('each channel keeps its newest messages, and no file of the others', () => {
  let id = 0;
  const attachments = createAttachments(
    () => String((id += 1)),
    () => '',
  );
  const upload = { index: 0, filename: 'a', contentType: 'a/b', bytes: Buffer.alloc(1) };
  const file = attachments.save(upload, { channelId: 'a', ephemeral: false });
  const messages = createMessages(() => {}, attachments.remove, 2);
  messages.add(message(1, 'a', [file]), null);
  messages.add(message(2, 'b'), null);
  messages.add(message(3, 'a'), null);
  expect(attachments.find(file.id)).toBeDefined();
  messages.add(message(4, 'a'), null);
  expect(messages.list('a').map((kept) => kept.id)).toEqual(['3', '4']);
  expect(messages.list('b')).toHaveLength(1);
  expect(attachments.find(file.id)).toBeUndefined();
});

test('a file goes when its message is deleted, and when an edit leaves it out', async () => {
  const discord = await registeredDiscord();
  const invocation = imagine(discord);
  await answer(discord, invocation, DEFER);
  const path = webhook(discord, invocation, '/messages/@original');
  const upload = async (name: string) => {
    const files = [{ index: 0, name, bytes: new Uint8Array(1) }];
    const json = { attachments: [{ id: 0 }] };
    const { body } = await call(discord, 'PATCH', path, { json, files, token: null });
    const [file] = body['attachments'] as { id: string }[];
    return { id: file?.id ?? '' };
  };
  const first = await upload('a.txt');
  expect(discord.file(first)).toBeDefined();
  const second = await upload('b.txt');
  expect([discord.file(first), discord.file(second)?.filename]).toEqual([undefined, 'b.txt']);
  await call(discord, 'DELETE', path, { token: null });
  expect(discord.file(second)).toBeUndefined();
});

test('an interaction is forgotten a lifetime after its token died', async () => {
  let time = Date.now();
  const discord = await registeredDiscord({ now: () => time });
  const old = imagine(discord);
  await answer(discord, old, DEFER);
  const get = async () =>
    (await call(discord, 'GET', webhook(discord, old, '/messages/@original'), { token: null })).body
      .code;
  time += 1_799_000;
  imagine(discord);
  expect(await get()).toBe(50027);
  time += 2_000;
  imagine(discord);
  expect(await get()).toBe(10015);
  expect(() => discord.dispatch(old)).toThrow(/Unknown interaction/);
});

test('the files of a forgotten interaction go with it', () => {
  let time = 0;
  const dropped: string[] = [];
  const interactions = createInteractions(
    () => time,
    10,
    (ids) => void dropped.push(...ids),
  );
  const arrive = (id: string, fileIds: string[]) =>
    interactions.add({ id, token: id, createdAt: time, fileIds } as never);
  arrive('a', ['file']);
  time = 10;
  arrive('b', []);
  expect([dropped, interactions.byToken('a')]).toMatchObject([[], { id: 'a' }]);
  time = 11;
  arrive('c', []);
  expect([dropped, interactions.byToken('a')]).toEqual([['file'], undefined]);
});

test('findings are bounded as records are', () => {
  const traffic = createTraffic(2);
  const wrong = { path: 'x', message: 'wrong', source: 'rule' } as const;
  for (const event of ['A', 'B', 'C']) traffic.condemn(event, [wrong]);
  expect(traffic.violations().map(({ route }) => route)).toEqual(['B', 'C']);
});
