import { z } from 'zod';
import { snowflakeSchema } from '../snowflake.ts';
import { MAX_CREDITS } from './documents.ts';

/** Credits; 0 is no limit. */
const amount = z.int().min(0).max(MAX_CREDITS);

const changeSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('server'), month: amount }),
  z.object({ name: z.literal('member'), day: amount.optional(), month: amount.optional() }),
  z.object({ name: z.literal('channel'), channel: snowflakeSchema, month: amount }),
  z.object({ name: z.literal('role'), role: snowflakeSchema, month: amount }),
  z.object({ name: z.literal('clear'), limits: z.literal(['channels', 'roles']) }),
  /** Without a channel nothing is told any more. */
  z.object({ name: z.literal('log'), channel: snowflakeSchema.optional() }),
]);

/** What a manager asks to be set, by the names of `/settings`. */
export type SettingsChange = z.infer<typeof changeSchema>;

const orderSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('show') }),
  ...changeSchema.options,
]);

/** A use of `/settings`; undefined for one that this version does not know. */
export const parseSettingsOrder = (name: string, options: Readonly<Record<string, unknown>>) =>
  orderSchema.safeParse({ ...options, name }).data;

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
