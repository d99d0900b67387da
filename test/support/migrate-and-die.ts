import { MIGRATIONS } from '../../src/credits/migrate.ts';
import type { Query } from '../../src/storage/pages.ts';
import { bringUpToDate } from '../../src/storage/schema.ts';
import { connect } from '../../src/storage/sqlite.ts';

/**
 * Brings the database of the first argument up to date and is killed when it is about to run its nth
 * statement, n being the second argument. Prints how many it ran when it lives to the end.
 */
const [path = '', at = 'never'] = process.argv.slice(2);
let count = 0;

const dying =
  (query: Query): Query =>
  (sql, ...parameters) => {
    if (count === Number(at)) process.kill(process.pid, 'SIGKILL');
    count += 1;
    return query(sql, ...parameters);
  };

const database = await connect(path, (query) =>
  bringUpToDate(dying(query), { path, namespace: 'easel', migrations: MIGRATIONS }),
);
process.stdout.write(`${count}\n`);
await database.close();
