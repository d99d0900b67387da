import { z } from 'zod';
import { snowflakeSchema } from '../snowflake.ts';
import { monthOf } from './month.ts';

/** The documents of schema version 1, in which a server's month held its holds and what was resolved. */

const credits = z.int().min(0);

const oldHoldSchema = z.strictObject({
  user: snowflakeSchema,
  pictures: z.int().min(1),
  price: credits,
  boot: z.string().min(1),
});

/** A hold in a server's month of version 1. */
export type OldHold = z.infer<typeof oldHoldSchema>;

const oldServerMonthSchema = z
  .strictObject({
    v: z.literal(1),
    used: credits,
    holds: z.record(snowflakeSchema, oldHoldSchema),
    done: z.record(snowflakeSchema, credits),
    floor: z.string().regex(/^\d{1,20}$/),
  })
  .refine(({ holds, done }) => Object.keys(holds).every((id) => !(id in done)));

/** A server's month of version 1. */
export type OldServerMonth = z.infer<typeof oldServerMonthSchema>;

/** A server's month of version 1; undefined when it is broken, or holds what belongs to another month. */
export function oldServerMonth(month: string, value: unknown): OldServerMonth | undefined {
  const parsed = oldServerMonthSchema.safeParse(value);
  const { data } = parsed;
  return data && Object.keys(data.holds).every((id) => monthOf(id) === month) ? data : undefined;
}

/** A member's month of version 1. */
export const oldMemberMonthSchema = z.strictObject({ v: z.literal(1), used: credits });
