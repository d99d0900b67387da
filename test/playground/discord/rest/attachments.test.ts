import { expect, test } from 'vitest';
import type { Discord, Invocation, Message } from '../../../../playground/discord/index.ts';
import {
  type Part,
  answer,
  call,
  imagine,
  pngHeader,
  registeredDiscord,
  webhook,
} from '../../../support/discord-local.ts';

const part = (name: string, index = 0): Part => ({ index, name, bytes: pngHeader(3, 4) });

async function withFile(): Promise<{
  discord: Discord;
  edit: (json: object, files?: Part[]) => Promise<Message>;
}> {
  const discord = await registeredDiscord({ webhookRequests: { limit: 99, windowMs: 1_000 } });
  const invocation: Invocation = imagine(discord);
  await answer(discord, invocation, { type: 5, data: { flags: 0 } });
  const edit = async (json: object, files: Part[] = []): Promise<Message> => {
    const path = webhook(discord, invocation, '/messages/@original');
    const { status, body } = await call(discord, 'PATCH', path, { json, files, token: null });
    if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return body as unknown as Message;
  };
  await edit({ content: 'x' }, [part('a.png')]);
  return { discord, edit };
}

const names = ({ attachments }: Message): string[] => attachments.map(({ filename }) => filename);

test('text alone keeps the attachments', async () => {
  const { edit } = await withFile();
  expect(names(await edit({ content: 'y' }))).toEqual(['a.png']);
});

test('an upload listed alone replaces the old ones', async () => {
  const { edit } = await withFile();
  expect(names(await edit({ attachments: [{ id: '0' }] }, [part('b.png')]))).toEqual(['b.png']);
});

test('an upload without a list is added to the old ones', async () => {
  const { edit } = await withFile();
  expect(names(await edit({}, [part('b.png')]))).toEqual(['a.png', 'b.png']);
});

test('a listed old attachment is kept beside the upload, and may be described anew', async () => {
  const { edit } = await withFile();
  const [old] = (await edit({ content: 'y' })).attachments;
  const attachments = [{ id: '0' }, { id: old?.id, description: 'the first' }];
  const edited = await edit({ attachments }, [part('b.png')]);
  expect(names(edited)).toEqual(['a.png', 'b.png']);
  expect(edited.attachments[0]).toMatchObject({ id: old?.id, description: 'the first' });
});

test('an empty list removes them all', async () => {
  const { edit } = await withFile();
  expect(names(await edit({ content: 'y', attachments: [] }))).toEqual([]);
});

test('parts of any number are matched to the list by it', async () => {
  const { edit } = await withFile();
  const attachments = [
    { id: 7, description: 'seventh' },
    { id: '1', filename: 'renamed.png', title: 'First' },
  ];
  const edited = await edit({ attachments }, [part('b.png', 1), part('c.png', 7)]);
  expect(edited.attachments).toMatchObject([
    { filename: 'renamed.png', title: 'First' },
    { filename: 'c.png', description: 'seventh' },
  ]);
});

test('an id that is neither an upload nor there is refused', async () => {
  const { edit } = await withFile();
  await expect(edit({ attachments: [{ id: '5' }] })).rejects.toThrow(/50035/);
});

test('a file is served back byte for byte, with its type, and its size is read', async () => {
  const { discord, edit } = await withFile();
  const [attachment] = (await edit({ content: 'y' })).attachments;
  expect(attachment).toMatchObject({ width: 3, height: 4, size: 33, content_type: 'image/png' });
  const response = await fetch(attachment?.url ?? '');
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(await response.bytes()).toEqual(pngHeader(3, 4));
  expect(discord.file({ id: attachment?.id ?? '' })?.bytes).toEqual(Buffer.from(pngHeader(3, 4)));
  expect((await fetch(`${discord.origin}/attachments/1/2/a.png`)).status).toBe(404);
});
