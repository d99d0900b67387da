import { z } from 'zod';
import { snowflakeSchema } from '../snowflake.ts';
import { MAX_CREDITS } from './documents.ts';
import { policySchema } from './policy.ts';

/** Limits in credits that are no channel's and no role's. */
export type LimitField = 'server' | 'memberDay' | 'memberMonth';

/** What channels, or roles, have together. */
export type Table = 'channels' | 'roles';

const valueSchemas = {
  ...policySchema.omit({ channels: true, roles: true }).shape,
  logChannel: snowflakeSchema.optional(),
};

/** Settings that are one value. */
export type ValueName = keyof typeof valueSchemas;

/** One setting of a server. */
export type Setting =
  | { readonly kind: 'limit'; readonly of: LimitField }
  /** What everybody may use together in a channel, or with a role. */
  | { readonly kind: 'share'; readonly of: Table; readonly id: string }
  /** Where pictures may be asked for, or by whom. */
  | { readonly kind: 'names'; readonly of: Table }
  | { readonly kind: 'value'; readonly of: ValueName };

/** What a manager wants; null goes back to the usual. Nothing but this setting changes. */
export type SettingsChange =
  | (Extract<Setting, { kind: 'limit' | 'share' }> & { readonly to: number | null })
  | (Extract<Setting, { kind: 'names' }> & {
      readonly add: readonly string[];
      readonly remove: readonly string[] | 'all';
    })
  | (Extract<Setting, { kind: 'value' }> & { readonly to: string | number | null });

/** Credits; 0 is no limit. */
const amount = z.int().min(0).max(MAX_CREDITS);

/** A limit in credits, null for none; undefined for what cannot be one. */
export function parseLimit(raw: unknown): number | null | undefined {
  const { data } = amount.safeParse(raw);
  return data === 0 ? null : data;
}

/** A value that a setting can have; undefined for what it cannot. */
export const parseValue = (name: ValueName, raw: unknown): string | number | undefined =>
  valueSchemas[name].safeParse(raw).data;

/** Whether there is a setting of this name that is one value. */
export const isValueName = (name: string): name is ValueName => Object.hasOwn(valueSchemas, name);

const guild = { server: snowflakeSchema.optional() };

const budgetOrderSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('show'), ...guild }),
  z.object({ name: z.literal('set'), credits: amount, ...guild }),
  z.object({ name: z.literal('reset'), ...guild }),
]);

/** What an owner asks about a server's budget, by the names of `/budget`. */
export type BudgetOrder = z.infer<typeof budgetOrderSchema>;

/** A use of `/budget`; undefined for one that cannot be carried out, as with an id that is none. */
export const parseBudgetOrder = (
  name: string,
  options: Readonly<Record<string, unknown>>,
): BudgetOrder | undefined => budgetOrderSchema.safeParse({ ...options, name }).data;
