import { verifyBooks } from '../../src/credits/verify.ts';
import { type Problem, problemLine } from '../../src/credits/verify-problem.ts';
import { OTHER_KINDS } from '../../src/operations/ledger/kinds.ts';
import type { Store } from '../../src/storage/store.ts';
import { CHANNEL, GUILD, idAt, OTHER_USER, ROLE, USER } from './snowflakes.ts';

/** Stored documents by their keys; undefined stands for a row that cannot be read. */
export type Rows = Readonly<Record<string, unknown>>;

/** Reads rows as a store does. */
export const scanOf = (rows: Rows): Store['scan'] =>
  async function* scan(prefix, from = prefix) {
    const keys = Object.keys(rows).filter((key) => key.startsWith(prefix) && key >= from);
    for (const key of keys.toSorted()) yield { key, value: rows[key] };
  };

/** What is wrong with rows, as lines for the operator. */
export async function problemsIn(rows: Rows): Promise<string[]> {
  const problems: Problem[] = [];
  await verifyBooks(scanOf(rows), OTHER_KINDS, (problem) => problems.push(problem));
  return problems.map(problemLine);
}

/** The open hold of the books below, and what was resolved. */
export const HELD = idAt('2026-11-22T12:00:00Z');
const DONE = idAt('2026-11-22T11:00:00Z');

/** The keys of the books below. */
export const KEYS = {
  server: `credits:${GUILD}:2026-11`,
  channel: `credits:${GUILD}:2026-11:c:${CHANNEL}`,
  role: `credits:${GUILD}:2026-11:r:${ROLE}`,
  member: `credits:${GUILD}:2026-11:u:${USER}`,
  other: `credits:${GUILD}:2026-11:u:${OTHER_USER}`,
  hold: `hold:${HELD}`,
  done: `done:${DONE.padStart(20, '0')}`,
} as const;

/** A server in which one member waits for two pictures, and everything is in order. */
export const goodRows = (): Record<string, unknown> => ({
  [KEYS.server]: { v: 2, used: 36, held: 12, deleted: 6, warned: null },
  [KEYS.channel]: { v: 2, used: 30, held: 12 },
  [KEYS.role]: { v: 2, used: 6, held: 12 },
  [KEYS.member]: { v: 2, used: 12, held: 12, days: { '22': { used: 6, held: 12 } } },
  [KEYS.other]: { v: 2, used: 18, held: 0, days: { '21': { used: 18, held: 0 } } },
  [KEYS.hold]: {
    v: 2,
    guild: GUILD,
    user: USER,
    channel: CHANNEL,
    roles: [ROLE],
    pictures: 2,
    price: 6,
    budget: 3000,
    boot: 'boot',
  },
  [KEYS.done]: { v: 2, captured: 6 },
  'done-floor': { v: 2, floor: DONE },
  [`cooldown:${GUILD}:${USER}`]: { v: 1, by: HELD },
  [`warning:${GUILD}:2026-11:80`]: { v: 1, used: 36, budget: 40 },
  [`budget:${GUILD}`]: { v: 1, monthly: null },
  [`settings:${GUILD}`]: { v: 1, limits: { channels: {}, roles: {} } },
  [`open:${HELD}`]: {
    v: 2,
    applicationId: GUILD,
    token: 'token',
    guildId: GUILD,
    channelId: CHANNEL,
    userId: USER,
    options: { prompt: 'A fox' },
    boot: 'boot',
  },
  'commands:100000000000000001': { v: 1, hash: 'x' },
  probe: { v: 1, at: 0 },
});
