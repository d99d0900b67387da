import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBlocks } from '../src/moderation/blocks.ts';
import { createCases } from '../src/moderation/cases.ts';
import { snowflakeAt } from '../src/snowflake.ts';
import { openStore } from '../src/storage/keyv-store.ts';
import { openDatabase } from '../src/storage/sqlite.ts';
import { GUILD, memberId } from './ledger-fill.ts';

const CASES = [0, 1_000, 100_000, 1_000_000];
const ROUNDS = 5;
const CALLS = 300;
const ME = memberId(0);
const AT = snowflakeAt(Date.UTC(2026, 10, 22));

/** Makes a database in which so many cases are about one member. */
async function fill(path: string, cases: number): Promise<void> {
  const database = await openDatabase(path, 'easel');
  const entry = {
    v: 1,
    facts: { kind: 'report' },
    actor: 'bot',
    target: ME,
    at: 0,
    link: null,
    reason: null,
    note: null,
    end: null,
  };
  const rows = [
    [`'easel:case:${GUILD}:' || printf('%09d', n)`, entry],
    [`'easel:case-of:${GUILD}:${ME}:' || printf('%09d', 999999999 - n)`, { v: 1 }],
  ] as const;
  for (const [key, value] of cases === 0 ? [] : rows) {
    await database.query(
      `WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < ?) INSERT INTO keyv(key, value) SELECT ${key}, ? FROM c`,
      cases,
      JSON.stringify({ value }),
    );
  }
  await database.query(
    'INSERT INTO keyv(key, value) VALUES (?, ?)',
    `easel:cases:${GUILD}`,
    JSON.stringify({ value: { v: 1, last: cases } }),
  );
  await database.close();
}

/** What moderation asks of the store, in a server with so many cases. */
async function openSubject(folder: string, count: number) {
  const path = join(folder, `${count}.sqlite`);
  await fill(path, count);
  const store = await openStore(path, Date.now);
  const cases = createCases(store, () => {});
  const blocks = createBlocks(store, cases);
  const excerpt = { text: 'A lighthouse on a cliff', keepDays: 30 };
  const head = { interactionId: AT, actor: 'bot', target: ME, excerpt };
  const word = { userId: ME, by: ME, reason: null, interactionId: AT };
  const calls: Readonly<Record<string, () => Promise<unknown>>> = {
    open: () => cases.open(GUILD, { ...head, facts: { kind: 'report' } }),
    find: () => cases.find(GUILD, Math.max(1, count)),
    'newest page': () => cases.ofMember(GUILD, ME),
    'oldest page': () => cases.ofMember(GUILD, ME, 12),
    close: () => cases.close(GUILD, 1, { interactionId: AT, by: ME, outcome: 'hidden' }),
    'is blocked': () => blocks.of(GUILD, ME, AT),
    block: () => blocks.block(GUILD, { ...word, lastsMs: null }),
  };
  return { count, calls, close: () => store.close() };
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Prints how many microseconds each call takes, in servers of no case to a million. */
export async function benchCases(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'easel-bench-'));
  const subjects = [];
  for (const count of CASES) subjects.push(await openSubject(folder, count));
  const costs = subjects.map((): Record<string, number[]> => ({}));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, { calls }] of subjects.entries()) {
      for (const [name, call] of Object.entries(calls)) {
        const begun = performance.now();
        for (let count = 0; count < CALLS; count += 1) await call();
        const taken = ((performance.now() - begun) / CALLS) * 1_000;
        (costs[index] ?? {})[name] = [...(costs[index]?.[name] ?? []), taken];
      }
    }
  }
  for (const subject of subjects) await subject.close();
  await rm(folder, { recursive: true });
  console.table(
    subjects.map(({ count }, index) => ({
      cases: count,
      ...Object.fromEntries(
        Object.entries(costs[index] ?? {}).map(([name, all]) => [name, Math.round(median(all))]),
      ),
    })),
  );
}

if (import.meta.main) await benchCases();
