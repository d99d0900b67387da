import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Accounts, createAccounts } from '../src/credits/accounts.ts';
import { snowflakeAt } from '../src/snowflake.ts';
import { openStore } from '../src/storage/keyv-store.ts';

const JOBS = 2_000;
const START = Date.UTC(2026, 10, 22);

/** One job a second of Discord's clock, so that resolved ones are forgotten as in earnest. */
const order = (job: number, guilds: number) => ({
  interactionId: snowflakeAt(START + job * 1_000),
  guildId: String(200_000_000_000_000_000n + BigInt(job % guilds)),
  userId: String(300_000_000_000_000_000n + BigInt(job)),
  pictures: 1,
});

async function jobsPerSecond(accounts: Accounts, first: number, guilds: number, lanes: number) {
  let next = first;
  const begun = performance.now();
  const lane = async () => {
    while (next < first + JOBS) {
      const job = order(next++, guilds);
      const { kind } = await accounts.hold(job);
      if (kind !== 'held') throw new Error(`a hold was refused: ${kind}`);
      await accounts.resolve(job, 1);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return Math.round(JOBS / ((performance.now() - begun) / 1000));
}

/** Prints how many jobs (a hold and its capture) the ledger books a second, each flushed to disk. */
export async function benchLedger(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'easel-bench-'));
  const store = await openStore(join(folder, 'easel.sqlite'), Date.now);
  const limits = { price: 6, budget: Number.POSITIVE_INFINITY, cooldownMs: 15_000 };
  const accounts = createAccounts(store, limits, 'bench');
  const rows = [];
  let first = 0;
  for (const guilds of [1, 200]) {
    for (const lanes of [1, 32]) {
      const perSecond = await jobsPerSecond(accounts, first, guilds, lanes);
      rows.push({ servers: guilds, 'at once': lanes, 'jobs a second': perSecond });
      first += JOBS;
    }
  }
  await store.close();
  await rm(folder, { recursive: true });
  console.table(rows);
}

if (import.meta.main) await benchLedger();
