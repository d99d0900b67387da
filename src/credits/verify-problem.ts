import type { MonthName } from './keys.ts';

/** Something in the books that cannot be right. */
export interface Problem {
  /** The stored document it was found at. */
  readonly key: string;
  /** Whose books are wrong; absent when it is nobody's in particular. */
  readonly where?: MonthName;
  /** What is wrong, for the operator. */
  readonly text: string;
}

/** A problem as one line for the operator. */
export function problemLine({ key, where, text }: Problem): string {
  const place = where === undefined ? '' : `Server ${where.guildId}, ${where.month}: `;
  return `${place}${text} (${key})`;
}
