import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { oldServer, readRows, writeOldFile } from '../support/old-file.ts';
import { MIGRATE_AND_DIE } from '../support/programs.ts';
import { GUILD, idAt } from '../support/snowflakes.ts';
import { problemsIn, type Rows } from '../support/verify-rows.ts';

const MEMBERS = 2_000;
const OLD = oldServer(MEMBERS, { id: idAt('2026-11-22'), guild: GUILD, month: '2026-11' });

let folder = '';
let original = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'easel-kill-'));
  original = join(folder, 'original.sqlite');
  await writeOldFile(original, OLD);
  return () => rm(folder, { recursive: true });
});

const values = (rows: Rows) =>
  Object.fromEntries(
    Object.entries(rows).map(([key, text]) => [key, JSON.parse(String(text)).value as unknown]),
  );

/** The version of a file, and what is wrong with it: it must be as before, or wholly new. */
async function look(file: string): Promise<{ version: number; faults: string[] }> {
  const { version, rows } = await readRows(file);
  const found = values(rows);
  if (version === 1) return { version, faults: isDeepStrictEqual(found, OLD) ? [] : ['changed'] };
  const lost = Object.keys(rows).length === MEMBERS + 4 ? [] : ['rows are missing'];
  return { version, faults: [...lost, ...(await problemsIn(found))] };
}

const migrate = (file: string) =>
  promisify(execFile)(process.execPath, [MIGRATE_AND_DIE, file]).then(({ stdout }) =>
    Number(stdout),
  );

describe('a kill while the books are brought up to date', () => {
  it('leaves the old ones, wherever it comes, and the next start ends the work', async () => {
    const whole = join(folder, 'whole.sqlite');
    await copyFile(original, whole);
    const points = await migrate(whole);
    expect(points).toBeGreaterThan(15);
    expect(await look(whole)).toEqual({ version: 2, faults: [] });

    for (const point of [1, 2, 3, 9, points - 2, points - 1]) {
      const file = join(folder, `${point}.sqlite`);
      await copyFile(original, file);
      const child = spawn(process.execPath, [MIGRATE_AND_DIE, file, String(point)]);
      expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
      expect(await look(file)).toEqual({ version: 1, faults: [] });
      await migrate(file);
      expect(await look(file)).toEqual({ version: 2, faults: [] });
    }
  });

  it('leaves one or the other at instants that nobody chose', async () => {
    for (let delay = 60; delay < 600; delay += 90) {
      const file = join(folder, `after-${delay}.sqlite`);
      await copyFile(original, file);
      const child = spawn(process.execPath, [MIGRATE_AND_DIE, file]);
      const timer = setTimeout(() => child.kill('SIGKILL'), delay);
      await once(child, 'exit');
      clearTimeout(timer);
      expect((await look(file)).faults).toEqual([]);
    }
  });
});
