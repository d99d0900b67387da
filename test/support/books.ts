import { spawnSync } from 'node:child_process';
import { COMPILE_CACHE } from './compile-cache.ts';
import { z } from 'zod';
import { withSqlite } from './sqlite-file.ts';

const rows = z.array(z.object({ key: z.string(), value: z.string() }));
const rowSchema = z.object({ value: z.unknown(), expires: z.number().nullish() });
const credits = z.int().min(0);
const tallySchema = z.object({ used: credits, held: credits });

/** Credits used and held. */
export interface Tally {
  readonly used: number;
  readonly held: number;
}

/** What a database file says of everybody's credits, all months together. */
export interface BooksOnDisk {
  /** By server id. */
  readonly servers: ReadonlyMap<string, Tally>;
  /** By server id and channel id, as in `1:2`. */
  readonly channels: ReadonlyMap<string, Tally>;
  /** By server id and user id, as in `1:2`. */
  readonly members: ReadonlyMap<string, Tally>;
  /** Interactions that hold credits. */
  readonly holds: readonly string[];
  /** Interactions whose member still waits. */
  readonly open: readonly string[];
  /** What SQLite says of the whole file: `ok`. */
  readonly integrity: string;
}

const PLACE = /^easel:credits:(?<guild>\d+):\d{4}-\d{2}(?::(?<part>[a-z]):(?<id>\d+))?$/;

/** Reads a database file while no bot runs on it, as another program would. */
export const readBooks = (file: string): Promise<BooksOnDisk> =>
  withSqlite(file, async (query) => {
    const [check] = z
      .tuple([z.object({ integrity_check: z.string() })])
      .parse(await query('PRAGMA integrity_check'));
    const found = rows.parse(await query('SELECT key, value FROM keyv ORDER BY key'));
    const living = found.flatMap(({ key, value }) => {
      const row = rowSchema.parse(JSON.parse(value));
      const over = typeof row.expires === 'number' && row.expires < Date.now();
      return over ? [] : [{ key, value: row.value }];
    });
    const idsOf = (prefix: string): string[] =>
      living.filter(({ key }) => key.startsWith(prefix)).map(({ key }) => key.slice(prefix.length));
    const tallies = (part: string | undefined): Map<string, Tally> => {
      const sums = new Map<string, Tally>();
      for (const { key, value } of living) {
        const place = PLACE.exec(key)?.groups;
        if (place === undefined || place['part'] !== part) continue;
        const name = part === undefined ? `${place['guild']}` : `${place['guild']}:${place['id']}`;
        const { used, held } = tallySchema.parse(value);
        const before = sums.get(name) ?? { used: 0, held: 0 };
        sums.set(name, { used: before.used + used, held: before.held + held });
      }
      return sums;
    };
    return {
      servers: tallies(undefined),
      channels: tallies('c'),
      members: tallies('u'),
      holds: idsOf('easel:hold:'),
      open: idsOf('easel:open:'),
      integrity: check.integrity_check,
    };
  });

/** What the operator's own check says of a database file, and its exit code. */
export function verifyBooks(file: string): { readonly code: number | null; readonly said: string } {
  const { status, stdout } = spawnSync(process.execPath, ['src/operations/ledger.ts', 'verify'], {
    env: { PATH: process.env['PATH'], ...COMPILE_CACHE, DATABASE_URL: `sqlite://${file}` },
    encoding: 'utf8',
  });
  return { code: status, said: stdout };
}
