import { KeyvSqlite } from '@keyv/sqlite';

/** Runs one statement on the file. */
export type Query = (sql: string, ...parameters: unknown[]) => Promise<unknown[]>;

/** Works on a database file from outside, as another program would. */
export async function withSqlite<T>(file: string, work: (query: Query) => Promise<T>): Promise<T> {
  const database = new KeyvSqlite({ uri: `sqlite://${file}` });
  database.on('error', () => {});
  try {
    return await work(async (sql, ...parameters) => database.query(sql, ...parameters));
  } finally {
    await database.close();
  }
}
