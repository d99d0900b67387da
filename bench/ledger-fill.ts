import { openDatabase } from '../src/storage/sqlite.ts';

/** The server that is measured. */
export const GUILD = '200000000000000001';

const FIRST_MEMBER = 300_000_000_000_000_000n;

/** The id of the nth member. */
export const memberId = (index: number): string => String(FIRST_MEMBER + BigInt(index));

const row = (value: object) => JSON.stringify({ value: { v: 2, held: 0, ...value } });

/** Makes a database in which every member of the server has used one picture in that month. */
export async function fillServer(path: string, members: number, at: number): Promise<void> {
  const database = await openDatabase(path, 'easel');
  const month = `easel:credits:${GUILD}:${new Date(at).toISOString().slice(0, 7)}`;
  await database.query(
    `WITH RECURSIVE member(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM member WHERE n + 1 < ?)
     INSERT INTO keyv(key, value) SELECT ? || (CAST(? AS INTEGER) + n), ? FROM member`,
    members,
    `${month}:u:`,
    String(FIRST_MEMBER),
    row({ used: 6, days: {} }),
  );
  await database.query(
    'INSERT INTO keyv(key, value) VALUES (?, ?)',
    month,
    row({ used: 6 * members, deleted: 0, warned: null }),
  );
  await database.close();
}
