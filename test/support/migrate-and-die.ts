import { MIGRATIONS } from '../../src/credits/migrate.ts';
import { openStore } from '../../src/storage/keyv-store.ts';
import type { Migration, OldRows } from '../../src/storage/schema.ts';

/**
 * Opens the database of the first argument and is killed before it reads or writes for the nth time,
 * n being the second argument. Prints how often it did both when it lives to the end.
 */
const [file = '', at = 'never'] = process.argv.slice(2);
let count = 0;

function live(): void {
  if (count === Number(at)) process.kill(process.pid, 'SIGKILL');
  count += 1;
}

const dying = (rows: OldRows): OldRows => ({
  async *scan(prefix) {
    for await (const row of rows.scan(prefix)) {
      if (count === 0 || row.key.endsWith('77')) live();
      yield row;
    }
  },
  async put(written) {
    live();
    await rows.put(written);
    live();
  },
});

const migrate: Migration = async (rows) => {
  await MIGRATIONS[1]?.(dying(rows));
  live();
};

const store = await openStore(file, Date.now, { 1: migrate });
await store.close();
process.stdout.write(`${count}\n`);
