import { z } from 'zod';
import type { HistoryQuery } from '../history.ts';
import { violationsOf } from './issues.ts';
import { snowflake } from './objects.ts';
import type { Violation } from './violation.ts';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 100;
const PLACES = ['before', 'after', 'around'] as const;

const schema = z
  .object({
    before: snowflake.optional(),
    after: snowflake.optional(),
    around: snowflake.optional(),
    limit: z.coerce.number().pipe(z.int().min(1).max(MAX_LIMIT)).default(DEFAULT_LIMIT),
  })
  .refine((query) => PLACES.filter((place) => query[place] !== undefined).length <= 1, {
    message: 'Only one of before, after and around may be given',
  });

/** Everything Discord would refuse in the query string of "Get Channel Messages" (Discord's docs). */
export function checkHistoryQuery(query: unknown): Violation[] {
  return violationsOf(schema.safeParse(query).error?.issues ?? [], 'rule');
}

/** Reads that query string. Throws ZodError. */
export const parseHistoryQuery = (query: unknown): HistoryQuery => schema.parse(query);
