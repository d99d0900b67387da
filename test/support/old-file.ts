import { z } from 'zod';
import { withSqlite } from './sqlite-file.ts';
import type { Rows } from './verify-rows.ts';

const versions = z.tuple([z.object({ user_version: z.int() })]);
const texts = z.array(z.object({ key: z.string(), value: z.string() }));

/** Writes a database file of a version, as a bot of that time would have left it. */
export const writeOldFile = (file: string, rows: Rows, version = 1): Promise<unknown> =>
  withSqlite(file, async (query) => {
    const entries = Object.entries(rows).map(([key, value]) => [`easel:${key}`, { value }]);
    await query(
      "INSERT INTO keyv(key, value) SELECT value ->> '$[0]', value -> '$[1]' FROM json_each(?)",
      JSON.stringify(entries),
    );
    return query(`PRAGMA user_version=${version}`);
  });

/** What is in a database file: its version and the text of every row, by its key. */
export const readRows = (file: string): Promise<{ version: number; rows: Rows }> =>
  withSqlite(file, async (query) => {
    const [{ user_version: version }] = versions.parse(await query('PRAGMA user_version'));
    const found = texts.parse(await query('SELECT key, value FROM keyv ORDER BY key'));
    const rows = found.map(({ key, value }) => [key.slice('easel:'.length), value]);
    return { version, rows: Object.fromEntries(rows) };
  });

/** A server's month of version 1 with so many members, and one hold of a member without a row. */
export function oldServer(
  members: number,
  hold: { id: string; guild: string; month: string },
): Rows {
  const server = `credits:${hold.guild}:${hold.month}`;
  const rows: Record<string, unknown> = {
    [server]: {
      v: 1,
      used: 6 * members,
      holds: { [hold.id]: { user: '399999999999999999', pictures: 1, price: 6, boot: 'b' } },
      done: {},
      floor: '7',
    },
  };
  for (let member = 0; member < members; member += 1) {
    rows[`${server}:u:${300_000_000_000_000_000n + BigInt(member)}`] = { v: 1, used: 6 };
  }
  return rows;
}
