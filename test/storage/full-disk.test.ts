import { spawnSync } from 'node:child_process';
import { appendFile, mkdtemp, readdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../src/credits/migrate.ts';
import { openStore } from '../../src/storage/keyv-store.ts';
import { oldServer, readRows, writeOldFile } from '../support/old-file.ts';
import { GUILD, idAt } from '../support/snowflakes.ts';

/** Whether a small disk of memory can be mounted: root may, in most containers nobody else. */
const mounts =
  spawnSync('sh', ['-c', 'd=$(mktemp -d) && mount -t tmpfs tmpfs $d && umount $d']).status === 0;

const OLD = oldServer(2_000, { id: idAt('2026-11-22'), guild: GUILD, month: '2026-11' });

let disk = '';
let file = '';

/** Fills the disk but for so many bytes. */
async function fill(left: number): Promise<void> {
  const { bavail, bsize } = await statfs(disk);
  await appendFile(join(disk, 'ballast'), Buffer.alloc(bavail * bsize - left));
}

describe.skipIf(!mounts)('a full disk (skipped where nothing may be mounted)', () => {
  beforeEach(async () => {
    disk = await mkdtemp(join(tmpdir(), 'easel-full-'));
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]);
    file = join(disk, 'easel.sqlite');
    return async () => {
      spawnSync('umount', [disk]);
      await rm(disk, { recursive: true });
    };
  });

  it.each([
    ['for the copy', 64 * 1024, false],
    ['for the migration', 512 * 1024, true],
  ])('without room %s leaves the old books as they were', async (_, room, copied) => {
    await writeOldFile(file, OLD);
    const before = await readRows(file);
    await fill(room);
    await expect(openStore(file, Date.now, MIGRATIONS)).rejects.toThrow(/disk .*is full/);
    expect((await readdir(disk)).includes('easel.sqlite.v1.bak')).toBe(copied);
    await rm(join(disk, 'ballast'));
    expect(await readRows(file)).toEqual(before);
    await (await openStore(file, Date.now, MIGRATIONS)).close();
    expect((await readRows(file)).version).toBe(2);
  });

  it('leaves no half of a backup, and the books go on', async () => {
    await writeOldFile(file, OLD);
    const store = await openStore(file, Date.now, MIGRATIONS);
    await rm(`${file}.v1.bak`);
    await fill(64 * 1024);
    await expect(store.backUp(join(disk, 'copy'))).rejects.toThrow(/the disk is full/);
    expect((await readdir(disk)).filter((name) => name.startsWith('copy'))).toEqual([]);
    await rm(join(disk, 'ballast'));
    await store.probe();
    await store.close();
  });
});
