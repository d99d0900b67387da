import { expect, test } from 'vitest';
import {
  answer,
  call,
  imagine,
  registeredDiscord,
  webhook,
} from '../../../support/discord-local.ts';

async function deferred() {
  const discord = await registeredDiscord();
  const invocation = imagine(discord);
  await answer(discord, invocation, { type: 5 });
  const path = webhook(discord, invocation, '/messages/@original');
  const patch = async (body: FormData | string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${discord.apiUrl}${path}`, { method: 'PATCH', body, headers });
    return { status: response.status, body: await response.json() };
  };
  return { discord, path, patch };
}

test('the JSON of a multipart request may say that it is JSON', async () => {
  const { patch } = await deferred();
  const form = new FormData();
  const json = JSON.stringify({ content: 'x', attachments: [{ id: 0, description: 'alt' }] });
  form.append('payload_json', new Blob([json], { type: 'application/json' }));
  form.append('files[0]', new Blob(['a']), 'a.txt');
  expect(await patch(form)).toMatchObject({
    status: 200,
    body: { content: 'x', attachments: [{ filename: 'a.txt', description: 'alt' }] },
  });
});

test('so may a part without a file name', async () => {
  const { patch } = await deferred();
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const part =
    'Content-Disposition: form-data; name="payload_json"\r\nContent-Type: application/json';
  const body = `--x\r\n${part}\r\n\r\n{"content":"x"}\r\n--x--\r\n`;
  expect(await patch(body, headers)).toMatchObject({ status: 200, body: { content: 'x' } });
});

test('more files than a message shows are refused with 50035, however many', async () => {
  const { discord, path } = await deferred();
  for (const count of [11, 21]) {
    const files = Array.from({ length: count }, (_, index) => ({
      index,
      name: `${index}.txt`,
      bytes: new Uint8Array(1),
    }));
    const { status, body } = await call(discord, 'PATCH', path, { json: {}, files, token: null });
    expect([count, status, body.code]).toEqual([count, 400, 50035]);
  }
});

test.each([
  ['text', 'content=x', 'text/plain'],
  ['a form', 'content=x', 'application/x-www-form-urlencoded'],
  [
    'a multipart request cut short',
    '--x\r\nContent-Disposition: form-data; name="files[0]"',
    'multipart/form-data; boundary=x',
  ],
  ['a multipart request without a boundary', 'x', 'multipart/form-data'],
])('%s is refused, not broken by', async (_name, body, type) => {
  const { patch } = await deferred();
  const refused = await patch(body, { 'content-type': type });
  expect(refused).toMatchObject({ status: 400, body: { code: 50035 } });
});
