import { openStore } from '../../src/storage/keyv-store.ts';

/** Opens the database of the argument as a bot does, and prints what came of it. */
const told = await openStore(process.argv[2] ?? '', Date.now).then(
  (store) => store.close().then(() => 'opened'),
  (error: Error) => error.message,
);
process.stdout.write(told);
