import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { livePlayground } from '../support/live-playground.ts';
import { freshFolder } from '../support/playground-folder.ts';
import { startPlayground } from '../support/playground-process.ts';

const bytes = async (origin: string, url = ''): Promise<Buffer> =>
  Buffer.from(await (await fetch(origin + url)).arrayBuffer());

describe('--data', () => {
  it('keeps messages, pictures, ids, commands and books from run to run', async () => {
    const data = await freshFolder();
    const first = await livePlayground(['--data', data]);
    const before = await first.picture('A lighthouse on a cliff');
    const picture = await bytes(first.origin, before.attachments[0]?.url);
    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(await readdir(join(data, 'pictures'))).toHaveLength(1);

    const second = await livePlayground(['--data', data]);
    expect(second.state).toEqual(first.state);
    const after = await second.picture('A lighthouse on a cliff');
    expect(after).toEqual(before);
    expect(await bytes(second.origin, after.attachments[0]?.url)).toEqual(picture);
    expect(await readdir(join(data, 'pictures'))).toHaveLength(1);

    const as = second.state.me.id;
    const channel = second.state.guilds[0]?.channels[0]?.id ?? '';
    const cards = () =>
      second.stream
        .messages()
        .filter(({ id, embeds }) => BigInt(id) > BigInt(after.id) && embeds.length > 0);
    await expect
      .poll(async () => {
        const seen = cards().length;
        await second.act({ kind: 'use', as, channel, command: 'credits', options: {} });
        await second.stream.message(() => cards().length > seen);
        return cards().at(-1)?.embeds[0]?.fields;
      })
      .toContainEqual(expect.objectContaining({ name: 'Used', value: '6 credits' }));
  });

  it.each([
    ['damaged', () => '{', /playground\.json cannot be used: it is damaged\./],
    [
      'of another version',
      (text: string) => text.replace('"version":1', '"version":9'),
      /cannot be used: its version is 9, not 1\./,
    ],
    [
      'of other channels',
      (text: string) => text.replace('"art":"', '"paint":"'),
      /The folder is of a playground with other channels\./,
    ],
  ])('refuses what is %s', async (_what, spoil, problem) => {
    const data = await freshFolder();
    const first = await startPlayground(['--once', '--data', data]);
    expect(await first.ended).toBe(0);
    const path = join(data, 'playground.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, spoil(text));

    const second = await startPlayground(['--once', '--data', data]);
    expect(await second.ended).toBe(1);
    expect(second.errors()).toMatch(problem);
    expect(await readFile(path, 'utf8')).toBe(spoil(text));
  });
});
