import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startControl } from '../../src/operations/control.ts';
import { askForBackup } from '../../src/operations/control-client.ts';
import { type Control, readControl, writeControl } from '../../src/operations/control-file.ts';
import { openStore } from '../../src/storage/keyv-store.ts';
import { type Store, StoreError } from '../../src/storage/store.ts';
import { bookFile } from '../support/book-store.ts';
import { listeningLog } from '../support/edge-log.ts';
import { readRows } from '../support/old-file.ts';
import { goodRows } from '../support/verify-rows.ts';

/** A door to a database with the good books; it is closed with the test. */
async function openDoor(more: Partial<Store> = {}) {
  const file = await bookFile(goodRows());
  const store = await openStore(file, Date.now);
  const { log, lines } = listeningLog();
  const door = await startControl({
    databasePath: file,
    store: { backUp: (to) => store.backUp(to), ...more },
    logger: log,
  });
  onTestFinished(() => door.close().then(() => store.close()));
  return { file, store, door, lines, copy: join(dirname(file), 'copy.sqlite') };
}

async function controlOf(file: string): Promise<Control> {
  const control = await readControl(file);
  if (control === undefined) throw new Error('The bot left no word.');
  return control;
}

async function knock(file: string, body: unknown, token?: string): Promise<number> {
  const control = await controlOf(file);
  const response = await fetch(`http://127.0.0.1:${control.port}/backup`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: token.replace('TOKEN', control.token) }),
    },
    body: JSON.stringify(body),
  });
  return response.status;
}

describe('the control door', () => {
  it('is told of in a file for the owner alone, as long as it is open', async () => {
    const { file, door } = await openDoor();
    expect((await stat(`${file}.control`)).mode & 0o777).toBe(0o600);
    expect(await controlOf(file)).toMatchObject({ v: 1, pid: process.pid });
    await door.close();
    expect(await readControl(file)).toBeUndefined();
    expect(await readdir(dirname(file))).not.toContain('easel.sqlite.control');
  });

  it('gives a whole copy, and no word of its token to the log', async () => {
    const { file, copy, lines } = await openDoor();
    const { token } = await controlOf(file);
    expect(await askForBackup(file, copy)).toEqual({
      kind: 'made',
      rows: 15,
      bytes: (await stat(copy)).size,
    });
    expect(Object.keys((await readRows(copy)).rows)).toEqual(Object.keys(goodRows()).toSorted());
    expect(lines.join('')).toContain('a backup was made');
    expect(lines.join('')).not.toContain(token);
  });

  it('says why there is no copy', async () => {
    const { file, copy } = await openDoor();
    await writeFile(copy, 'mine');
    expect(await askForBackup(file, copy)).toEqual({ kind: 'exists' });
    expect(await readFile(copy, 'utf8')).toBe('mine');
    expect(await askForBackup(file, join(copy, 'x', 'y'))).toEqual({ kind: 'no-folder' });
  });

  it('makes one copy at a time, and says what went wrong', async () => {
    const { promise, reject } = Promise.withResolvers<never>();
    const { file, copy } = await openDoor({ backUp: () => promise });
    const answers = [askForBackup(file, copy), askForBackup(file, copy)];
    expect(await Promise.race(answers)).toEqual({ kind: 'busy' });
    reject(new StoreError('The disk is full.'));
    expect(await Promise.all(answers)).toContainEqual({
      kind: 'failed',
      reason: 'The disk is full.',
    });
  });

  it.each([
    ['no token', undefined],
    ['a wrong token', 'Bearer x'],
    ['a longer token', 'Bearer TOKENx'],
    ['a token alone', 'TOKEN'],
  ])('stays shut for %s', async (_, token) => {
    const { file, copy } = await openDoor();
    expect(await knock(file, { file: copy }, token)).toBe(401);
    expect(await readdir(dirname(file))).not.toContain('copy.sqlite');
  });

  it.each([[{}], [{ file: 'relative.sqlite' }], [{ file: 7 }], [{ file: '/a', more: 1 }], [null]])(
    'understands nothing but an absolute path: %j',
    async (body) => {
      const { file } = await openDoor();
      expect(await knock(file, body, 'Bearer TOKEN')).toBe(400);
    },
  );

  it('is left shut where no word can be left, and the bot runs on', async () => {
    const { log, lines } = listeningLog();
    const store = { backUp: () => Promise.reject(new Error('never')) };
    const door = await startControl({ databasePath: '/proc/none/easel', store, logger: log });
    await door.close();
    expect(lines.join('')).toContain('no backups can be made while the bot runs');
  });
});

describe('the word of a bot that was killed', () => {
  it('is known by its silent port', async () => {
    const { file, door, copy } = await openDoor();
    const control = await controlOf(file);
    await door.close();
    await writeControl(file, control);
    expect(await askForBackup(file, copy)).toBeUndefined();
  });

  it.each([
    ['refuses', 401, ''],
    ['answers something else', 200, '{"kind":"toys"}'],
    ['answers no JSON', 200, '<html>'],
  ])('is known by somebody else at its port who %s', async (_, status, body) => {
    const { file, copy } = await openDoor();
    const other = createServer((_request, response) => response.writeHead(status).end(body));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    await writeControl(file, { ...(await controlOf(file)), port });
    expect(await askForBackup(file, copy)).toBeUndefined();
  });

  it('is nothing when it cannot be read', async () => {
    const { file, copy } = await openDoor();
    await writeFile(`${file}.control`, '{"v":1,');
    expect(await askForBackup(file, copy)).toBeUndefined();
  });
});
