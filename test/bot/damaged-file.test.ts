import { chmod, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { PLAIN_USER_HOST } from '../support/bot-host.ts';
import { jobEnd } from '../support/bot-jobs.ts';
import { credits, imagine, openStage, type Stage, STAGE_KEY } from '../support/stage.ts';
import { withSqlite } from '../support/sqlite-file.ts';

const PAGE = 4096;

/** Writes over a part of a file. */
async function overwrite(file: string, at: number, bytes: Buffer): Promise<void> {
  const content = await readFile(file);
  bytes.copy(content, at);
  await writeFile(file, content);
}

/** Every page of the file but the first. */
const garbage = async (file: string) => {
  const { length } = await readFile(file);
  await overwrite(file, PAGE, Buffer.alloc(length - PAGE, 0xab));
};

/** Where each page but the first says what is in it: SQLite opens that, and only a check finds it. */
const spots = async (file: string) => {
  const { length } = await readFile(file);
  for (let page = PAGE; page < length; page += PAGE) {
    await overwrite(file, page + 8, Buffer.alloc(52, 0xab));
  }
};

const damages: readonly (readonly [string, (file: string) => Promise<void>])[] = [
  ['cut in the middle', async (file) => truncate(file, PAGE + PAGE / 2)],
  ['cut after its first page', async (file) => truncate(file, PAGE)],
  ['cut within its header', async (file) => truncate(file, 60)],
  ['overwritten page by page', garbage],
  ['overwritten in its second page', (file) => overwrite(file, PAGE, Buffer.alloc(PAGE, 0xab))],
  ['overwritten within its pages', spots],
  ['without a byte', (file) => truncate(file, 0)],
  ['a text file', (file) => writeFile(file, 'These are not the books.\n'.repeat(500))],
  ['without a header', (file) => overwrite(file, 0, Buffer.alloc(100))],
];

/** The bot runs on the file again and knows what was used. */
async function expectBooks(stage: Stage) {
  const bot = await stage.again();
  expect(await credits(stage)).toMatchObject({ Used: '48 credits', Held: '0 credits' });
  expect(await bot.stop()).toBe(0);
}

describe('a database file that is', () => {
  let set: Awaited<ReturnType<typeof openStage>>;
  let file: string;

  beforeAll(async () => {
    set = await openStage({ host: PLAIN_USER_HOST });
    const { stage } = set;
    file = join(stage.folder, 'easel.sqlite');
    const jobs = Array.from({ length: 8 }, () => imagine(stage));
    await Promise.all(jobs.map((job) => job.settled()));
    await Promise.all(jobs.map((job) => jobEnd(stage, job)));
    await stage.bot.stop();
  });
  afterAll(() => set.close());

  it.each(damages)('%s is refused and left as it is', async (_, damage) => {
    const { stage } = set;
    const whole = await readFile(file);
    await damage(file);
    const damaged = await readFile(file);
    expect(damaged.equals(whole)).toBe(false);

    const bot = stage.launch();
    expect(await bot.ended).toBe(1);
    expect(bot.lines).toHaveLength(1);
    expect(JSON.parse(bot.lines[0] ?? '')).toMatchObject({
      level: 'fatal',
      msg: expect.stringMatching(/easel\.sqlite is (?:damaged|empty).*Restore a backup/),
    });
    expect(bot.lines[0]).not.toContain(STAGE_KEY);
    expect((await readFile(file)).equals(damaged)).toBe(true);

    await writeFile(file, whole);
    await expectBooks(stage);
  });

  it.each([
    ['read-only', 'easel.sqlite', 0o444, 0o644],
    ['in a read-only folder', '.', 0o555, 0o755],
  ])('%s is refused, and used once it may be written', async (_, name, closed, opened) => {
    const { stage } = set;
    const path = join(stage.folder, name);
    await chmod(path, closed);
    onTestFinished(() => chmod(path, opened).catch(() => {}));

    const bot = stage.launch();
    expect(await bot.ended).toBe(1);
    expect(bot.lines.join('\n')).toMatch(/easel\.sqlite cannot be opened for reading and writing/);

    await chmod(path, opened);
    await expectBooks(stage);
  });

  it('locked by another program is refused, and used once it is free', async () => {
    const { stage } = set;
    await withSqlite(file, async (query) => {
      await query('BEGIN EXCLUSIVE');
      const bot = stage.launch();
      expect(await bot.ended).toBe(1);
      expect(bot.lines.join('\n')).toContain('is in use by another process');
      await query('ROLLBACK');
    });
    await expectBooks(stage);
  });
});
