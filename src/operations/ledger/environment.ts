import { resolve } from 'node:path';
import { z } from 'zod';
import { database, integer } from '../env.ts';

/** The two variables of the bot that the books need, with the bot's own defaults. */
const variables = z.object({
  DATABASE_URL: database.prefault('sqlite://data/easel.sqlite'),
  GUILD_MONTHLY_CREDITS: integer(0, 1_000_000_000).prefault('3000'),
});

/** Where the books are, and what a server may use whose budget nobody set. */
export interface BooksSettings {
  /** Absolute. */
  readonly path: string;
  /** Credits a month; null is unlimited. */
  readonly budget: number | null;
}

/** Reads them from the environment; a list of complaints when they cannot be used. */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
): BooksSettings | readonly string[] {
  const names = ['DATABASE_URL', 'GUILD_MONTHLY_CREDITS'];
  const given = names.map((name) => [name, env[name]?.trim() ?? '']);
  const parsed = variables.safeParse(Object.fromEntries(given.filter(([, text]) => text !== '')));
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`);
  }
  const { DATABASE_URL: url, GUILD_MONTHLY_CREDITS: budget } = parsed.data;
  return { path: resolve(url.path), budget: budget === 0 ? null : budget };
}
