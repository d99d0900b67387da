import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bookFile, temporaryFolder } from '../../support/book-store.ts';
import { ledger } from '../../support/ledger-process.ts';
import { oldServer, readRows, writeOldFile } from '../../support/old-file.ts';
import { CHANNEL, GUILD, idAt, OTHER_USER, USER } from '../../support/snowflakes.ts';
import { pictureRecord, SHOWN } from '../../support/picture-records.ts';
import { goodRows, KEYS } from '../../support/verify-rows.ts';

const twoServers = () => ({
  ...goodRows(),
  [`credits:${CHANNEL}:2026-11`]: { v: 2, used: 1_206, held: 0, deleted: 0, warned: null },
  [`credits:${CHANNEL}:2026-11:u:${USER}`]: { v: 2, used: 1_206, held: 0, days: {} },
});

describe('the report', () => {
  it('is a table with a total', async () => {
    const { end, out, err } = await ledger(await bookFile(twoServers()), ['report']);
    expect({ end, err }).toEqual({ end: 0, err: '' });
    expect(out.split('\n')).toEqual([
      'server              month       budget   used  held  forgotten  members',
      '200000000000000001  2026-11  unlimited     36    12          6        2',
      '400000000000000001  2026-11      3,000  1,206     0          0        1',
      'total                                   1,242    12          6',
      '',
    ]);
  });

  it('knows everybody’s budget, and speaks JSON', async () => {
    const file = await bookFile({ ...twoServers(), [`budget:${GUILD}`]: 'broken' });
    const env = { GUILD_MONTHLY_CREDITS: '0' };
    const { out } = await ledger(file, ['report', '--json'], { env });
    expect(JSON.parse(out)).toEqual([
      {
        guildId: GUILD,
        month: '2026-11',
        budget: 'unreadable',
        totals: { used: 36, held: 12, deleted: 6 },
        members: 2,
      },
      {
        guildId: CHANNEL,
        month: '2026-11',
        budget: null,
        totals: { used: 1_206, held: 0, deleted: 0 },
        members: 1,
      },
    ]);
    expect((await ledger(file, ['report'], { env })).out).toMatch(/unreadable.*\n.* unlimited /);
  });
});

describe('the verification', () => {
  it('is content with good books', async () => {
    const file = await bookFile(twoServers());
    const { end, out } = await ledger(file, ['verify']);
    expect({ end, out }).toEqual({
      end: 0,
      out: 'The books are right: 17 rows, 2 server-months.\n',
    });
  });

  it('names what is wrong, and changes nothing', async () => {
    const rows = { ...twoServers(), [KEYS.other]: { v: 2, used: 24, held: 0, days: {} } };
    const file = await bookFile(rows);
    const before = await readRows(file);
    const { end, out } = await ledger(file, ['verify']);
    expect(end).toBe(1);
    expect(out).toMatch(
      new RegExp(
        `^Server ${GUILD}, 2026-11: it says 36 credits .*\n.*wrong in 1 place .*Nothing is changed`,
      ),
    );
    const { end: again, out: json } = await ledger(file, ['verify', '--json']);
    expect(again).toBe(1);
    expect(JSON.parse(json)).toMatchObject({
      rows: 17,
      problems: 1,
      told: [{ key: KEYS.server, where: { guildId: GUILD } }],
    });
    expect(await readRows(file)).toEqual(before);
  });

  it('sends the books of an older Easel to the bot', async () => {
    const file = join(await temporaryFolder(), 'easel.sqlite');
    const old = oldServer(3, { id: idAt('2026-11-22'), guild: GUILD, month: '2026-11' });
    await writeOldFile(file, old);
    const { end, out } = await ledger(file, ['verify']);
    expect({ end, out }).toEqual({ end: 1, out: expect.stringMatching(/Start the bot once/) });
  });
});

describe('a backup', () => {
  it('is a whole copy, and never written over a file', async () => {
    const file = await bookFile(twoServers());
    const copy = join(dirname(file), 'copy.sqlite');
    const { end, out } = await ledger(file, ['backup', copy]);
    const { size } = await stat(copy);
    expect({ end, out }).toEqual({
      end: 0,
      out: `Backed up 17 rows to ${copy} (${(size / 1000).toFixed(1)} kB).\n`,
    });
    expect(await readRows(copy)).toEqual(await readRows(file));
    expect((await readdir(dirname(file))).toSorted()).toEqual(['copy.sqlite', 'easel.sqlite']);

    const bytes = await readFile(copy);
    expect(await ledger(file, ['backup', copy])).toMatchObject({
      end: 1,
      out: expect.stringMatching(/already/),
    });
    expect(await readFile(copy)).toEqual(bytes);
  });

  it('needs a folder and a database', async () => {
    const file = await bookFile(twoServers());
    const copy = join(dirname(file), 'none', 'copy.sqlite');
    const nowhere = await ledger(file, ['backup', copy]);
    expect(nowhere).toMatchObject({
      end: 1,
      out: expect.stringMatching(/folder of .* is not there/),
    });
    const folder = await temporaryFolder();
    for (const args of [['backup', 'x.sqlite'], ['report'], ['verify'], ['forget', USER]]) {
      const run = await ledger(join(folder, 'none.sqlite'), args);
      expect(run).toMatchObject({
        end: 1,
        out: expect.stringMatching(/There is no database file/),
      });
    }
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a member who is to be forgotten', () => {
  it('goes from what the buttons under pictures read, and nobody else does', async () => {
    const [theirs, others] = ['a-1', 'b-2'].map((id) => `picture:${id}`);
    const file = await bookFile({
      ...twoServers(),
      [`${theirs}`]: pictureRecord({ user: OTHER_USER }),
      [`${others}`]: pictureRecord(),
      [`shown:${GUILD}:${OTHER_USER}:0${SHOWN}`]: { v: 1, record: 'a-1' },
      [`shown:${GUILD}:${USER}:0${SHOWN}`]: { v: 1, record: 'b-2' },
    });
    expect((await ledger(file, ['verify'])).out).toContain('21 rows');
    const { end, out } = await ledger(file, ['forget', OTHER_USER]);
    expect({ end, out }).toEqual({
      end: 0,
      out: expect.stringMatching(/The buttons under 1 message of theirs do not work any more\./),
    });
    const { rows } = await readRows(file);
    expect(JSON.stringify(rows)).not.toContain(OTHER_USER);
    expect(JSON.stringify(rows)).toContain(others);
    expect((await ledger(file, ['verify'])).end).toBe(0);
  });

  it('goes from the books, which stay right', async () => {
    const file = await bookFile({ ...twoServers(), [`taste:${OTHER_USER}`]: 'broken' });
    const { end, out } = await ledger(file, ['forget', OTHER_USER]);
    expect({ end, out }).toEqual({
      end: 0,
      out: expect.stringMatching(/1 month, 18 credits.* Their defaults of \/style are gone\./),
    });
    expect(JSON.stringify((await readRows(file)).rows)).not.toContain(OTHER_USER);
    expect((await ledger(file, ['verify'])).end).toBe(0);
  });

  it('waits for what is open', async () => {
    const taste = { [`taste:${USER}`]: { v: 1, stylePreset: 'anime' } };
    const file = await bookFile({ ...twoServers(), ...taste });
    const { end, out } = await ledger(file, ['forget', USER]);
    expect({ end, out }).toEqual({
      end: 1,
      out: expect.stringMatching(/waits for 1 answer\. Start/),
    });
    expect((await readRows(file)).rows).toHaveProperty([`taste:${USER}`]);
  });
});

describe('a call that cannot be meant', () => {
  it('is answered with what can', async () => {
    const folder = await temporaryFolder();
    const { end, out } = await ledger(join(folder, 'x.sqlite'), ['toys']);
    expect({ end, out }).toEqual({
      end: 2,
      out: expect.stringMatching(/npm run ledger -- restore/),
    });
  });

  it('is one with a configuration that cannot be used', async () => {
    const env = { DATABASE_URL: 'postgres://user:secret@host/db' };
    const { end, out } = await ledger('', ['report'], { env });
    expect({ end, out }).toEqual({ end: 2, out: expect.stringMatching(/DATABASE_URL: Postgres/) });
    expect(out).not.toContain('secret');
  });

  it('meets a file that is no database', async () => {
    const file = join(await temporaryFolder(), 'easel.sqlite');
    await writeFile(file, 'a shopping list '.repeat(100));
    const { end, out } = await ledger(file, ['verify']);
    expect({ end, out }).toEqual({ end: 1, out: expect.stringMatching(/damaged or no database/) });
  });
});
