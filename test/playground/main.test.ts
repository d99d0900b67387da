import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readPng } from '../../playground/png.ts';
import { freshFolder } from '../support/playground-folder.ts';
import { startPlayground } from '../support/playground-process.ts';

describe('npm run playground -- --once', () => {
  it('draws the document’s own example, prints the talk, keeps the picture', async () => {
    const playground = await startPlayground(['--once']);

    expect(await playground.ended).toBe(0);
    const said = playground.output();
    expect(said).toMatch(/#art {2}Member +\/imagine prompt: A lighthouse on a cliff\n/);
    expect(said).toMatch(/#art {2}Easel +is thinking…\n/);
    expect(said).toMatch(/ \[a-lighthouse-on-a-cliff-\d+\.png\] {2}1024 × 1024 {2}[\d,]+ bytes\n/);
    expect(said).toContain('Painted by the sample engine');
    expect(said).toMatch(/#art {2}Member +\/credits\n/);
    expect(said).toMatch(/ Used {2}6 credits\n/);
    expect(playground.errors()).toBe('');

    const [path] = /pictures\/\S+\.png/.exec(said) ?? [];
    const picture = await readFile(join(playground.folder, path ?? ''));
    expect(readPng(picture)).toEqual({ width: 1024, height: 1024 });
    expect(await readdir(playground.temporary)).toEqual([]);
  });

  it('draws what it is asked for, and takes nothing from the user’s own settings', async () => {
    const env = { DISCORD_TOKEN: 'mine', IMAGE_API_URL: 'http://127.0.0.1:1', HEALTH_PORT: 'x' };
    const playground = await startPlayground(['--once', 'a red fox'], { env });

    expect(await playground.ended).toBe(0);
    expect(playground.output()).toMatch(/Saved pictures\/a-red-fox-\d+\.png/);
  });

  it('says that the picture could not be saved', async () => {
    const folder = await freshFolder();
    await writeFile(join(folder, 'pictures'), 'in the way');
    const playground = await startPlayground(['--once'], { folder });

    expect(await playground.ended).toBe(1);
    expect(playground.errors()).toMatch(/It did not work: The picture cannot be saved: EEXIST/);
    expect(await readdir(playground.temporary)).toEqual([]);
  });

  it('says that the bot ended by itself', async () => {
    // A database address cannot hold this sign, so the bot refuses its settings.
    const playground = await startPlayground(['--once'], { temporary: 'odd#name' });

    expect(await playground.ended).toBe(1);
    expect(playground.output()).toMatch(/Easel's log: +DATABASE_URL: /);
    expect(playground.errors()).toMatch(/It did not work: Easel ended by itself \(exit code 1\)/);
  });

  it('says that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const playground = await startPlayground(['--once', '--port', String(port)]);

    expect(await playground.ended).toBe(1);
    expect(playground.errors()).toContain(`Another program uses port ${port}; choose one with`);
  });
});

describe('npm run playground', () => {
  it.each([
    [['--help'], 0, /--port N/, /^$/],
    [['--bogus'], 2, /^$/, /^Unknown option '--bogus'\. --help shows what there is\.\n$/],
  ])('answers %j', async (words, code, output, errors) => {
    const playground = await startPlayground(words);
    expect(await playground.ended).toBe(code);
    expect(playground.output()).toMatch(output);
    expect(playground.errors()).toMatch(errors);
  });
});
