import { runLedger } from './ledger/run.ts';

process.exitCode = await runLedger({
  args: process.argv.slice(2),
  env: process.env,
  print: (text) => process.stdout.write(`${text}\n`),
});
