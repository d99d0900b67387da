import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Accounts, createAccounts } from '../src/credits/accounts.ts';
import type { Limits } from '../src/credits/limits.ts';
import { snowflakeAt } from '../src/snowflake.ts';
import { openStore } from '../src/storage/keyv-store.ts';
import { fillServer, GUILD, memberId } from './ledger-fill.ts';

const JOBS = 1_000;
const ROUNDS = 5;
const MEMBERS = [1, 1_000, 100_000, 1_000_000];
const LANES = [1, 32];
const START = Date.UTC(2026, 10, 22);

const limits: Limits = {
  price: 6,
  cooldownMs: 15_000,
  server: Number.POSITIVE_INFINITY,
  memberMonth: 1_000_000_000,
  memberDay: 1_000_000_000,
  channels: {},
  roles: {},
};

/** A server of so many members, its accounts, and the next job that nobody asked for yet. */
interface Subject {
  readonly members: number;
  readonly accounts: Accounts;
  readonly close: () => Promise<void>;
  next: number;
}

async function openSubject(folder: string, members: number): Promise<Subject> {
  const path = join(folder, `${members}.sqlite`);
  await fillServer(path, members, START);
  const store = await openStore(path, Date.now);
  const accounts = createAccounts(store, 'bench');
  return { members, accounts, close: () => store.close(), next: 0 };
}

/** Jobs at a minute's distance by Discord's clock, so that no cooldown is in the way. */
const orderOf = ({ members }: Subject, job: number) => ({
  interactionId: snowflakeAt(START + job * 60_000),
  guildId: GUILD,
  userId: memberId((job * 7_919) % members),
  channelId: '400000000000000001',
  roleIds: [],
  pictures: 1,
});

/** Microseconds that one hold and its capture take, `lanes` of them at once. */
async function costOf(subject: Subject, lanes: number): Promise<number> {
  const end = subject.next + JOBS;
  const begun = performance.now();
  const lane = async () => {
    while (subject.next < end) {
      const order = orderOf(subject, subject.next++);
      const { kind } = await subject.accounts.hold(order, limits);
      if (kind !== 'held') throw new Error(`a hold was refused: ${kind}`);
      await subject.accounts.resolve(order, 1);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return ((performance.now() - begun) / JOBS) * 1_000;
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/**
 * Prints how many jobs (a hold and its capture, each flushed to disk) one server books a second, for
 * servers of one member to a million, and what a job in the largest costs of one in the smallest.
 * The rounds of all sizes alternate, so that a busy machine slows all of them; the median counts.
 */
export async function benchLedger(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'easel-bench-'));
  const subjects: Subject[] = [];
  for (const members of MEMBERS) subjects.push(await openSubject(folder, members));
  const rows = subjects.map(({ members }): Record<string, number> => ({ members }));
  for (const lanes of LANES) {
    const costs = subjects.map((): number[] => []);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [index, subject] of subjects.entries()) {
        costs[index]?.push(await costOf(subject, lanes));
      }
    }
    const medians = costs.map(median);
    for (const [index, row] of rows.entries()) {
      row[`jobs a second, ${lanes} at once`] = Math.round(1_000_000 / (medians[index] ?? 0));
    }
    const ratio = (medians.at(-1) ?? 0) / (medians[0] ?? 1);
    console.log(`${lanes} at once: a job costs ${ratio.toFixed(2)} times as much at the last size`);
  }
  for (const subject of subjects) await subject.close();
  await rm(folder, { recursive: true });
  console.table(rows);
}

if (import.meta.main) await benchLedger();
