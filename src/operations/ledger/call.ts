import { parseArgs } from 'node:util';

/** What the operator wants of the books. */
export type Call =
  | { readonly command: 'report' | 'verify'; readonly json: boolean }
  | { readonly command: 'backup' | 'restore'; readonly file: string }
  | { readonly command: 'forget'; readonly userId: string };

/** How the program is called. */
export const USAGE = `The operator's books. DATABASE_URL says which database is meant.

  npm run ledger -- report [--json]     what each server used, month by month
  npm run ledger -- verify [--json]     checks every sum and every document; changes nothing
  npm run ledger -- backup FILE         copies the database to a new file, also while the bot runs
  npm run ledger -- restore FILE        puts a backup in the place of the database, while no bot runs;
                                        the old database is kept beside it
  npm run ledger -- forget MEMBER_ID    deletes a member's rows, while no bot runs; the servers' totals
                                        stay as they are`;

function read(args: readonly string[]) {
  try {
    const options = { json: { type: 'boolean' as const } };
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    return undefined;
  }
}

/** Reads the arguments of a call; undefined for a call that cannot be meant. */
export function parseCall(args: readonly string[]): Call | undefined {
  const parsed = read(args);
  if (parsed === undefined) return undefined;
  const [command, operand, ...rest] = parsed.positionals;
  const { json } = parsed.values;
  if (rest.length > 0) return undefined;
  switch (command) {
    case 'report':
    case 'verify':
      return operand === undefined ? { command, json: json === true } : undefined;
    case 'backup':
    case 'restore':
      return operand && json === undefined ? { command, file: operand } : undefined;
    case 'forget':
      return operand && json === undefined && /^\d{17,20}$/.test(operand)
        ? { command, userId: operand }
        : undefined;
    default:
      return undefined;
  }
}
