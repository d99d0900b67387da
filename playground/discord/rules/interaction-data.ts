import { MessageAttachmentResponseSchema } from 'discord-api-spec/zod';
import { z } from 'zod';
import { channel, resolvedMember, snowflake, user } from './objects.ts';

const name = z.string().min(1).max(32);
const focused = z.boolean().optional();

/** An option that holds a value, the value by the option's type. */
const valueOptions = [
  z.strictObject({ name, type: z.literal(3), value: z.string(), focused }),
  z.strictObject({ name, type: z.literal(4), value: z.int(), focused }),
  z.strictObject({ name, type: z.literal(5), value: z.boolean(), focused }),
  z.strictObject({ name, type: z.literal([6, 7, 8, 9, 11]), value: snowflake, focused }),
  z.strictObject({ name, type: z.literal(10), value: z.number(), focused }),
] as const;

/** While a member is typing, a number may still be unfinished text. */
const typedOptions = [
  valueOptions[0],
  z.strictObject({
    name,
    type: z.literal([4, 10]),
    value: z.union([z.number(), z.string()]),
    focused,
  }),
  valueOptions[2],
  valueOptions[3],
] as const;

const resolved = z.strictObject({
  users: z.record(snowflake, user).optional(),
  members: z.record(snowflake, resolvedMember).optional(),
  roles: z.record(snowflake, z.looseObject({ id: snowflake, name: z.string() })).optional(),
  channels: z.record(snowflake, channel).optional(),
  messages: z.record(snowflake, z.looseObject({ id: snowflake })).optional(),
  attachments: z.record(snowflake, MessageAttachmentResponseSchema).optional(),
});

const command = {
  id: snowflake,
  name,
  type: z.int().min(1).max(3),
  guild_id: snowflake.optional(),
  target_id: snowflake.optional(),
  resolved: resolved.optional(),
};

function nested(values: readonly [z.ZodObject, ...z.ZodObject[]]) {
  const options = z.array(z.discriminatedUnion('type', values)).optional();
  const subcommand = z.strictObject({ name, type: z.literal(1), options });
  const group = z.strictObject({ name, type: z.literal(2), options: z.array(subcommand) });
  return z.array(z.discriminatedUnion('type', [subcommand, group, ...values]));
}

/** The data of a command: a slash command's options, or a user's or message's `target_id`. */
export const commandData = z.strictObject({
  ...command,
  options: nested(valueOptions).optional(),
});

/** The data of an autocomplete interaction: exactly one option is being typed. */
export const autocompleteData = z
  .strictObject({ ...command, options: nested(typedOptions) })
  .refine((data) => focusedCount(data.options) === 1, {
    path: ['options'],
    message: 'Exactly one option has the focus',
  });

function focusedCount(options: readonly unknown[]): number {
  return options.reduce<number>((count, option) => {
    const { focused: here, options: inner } = option as {
      focused?: boolean;
      options?: readonly unknown[];
    };
    return count + Number(here === true) + focusedCount(inner ?? []);
  }, 0);
}

const BUTTON = 2;

/** The data of a click on a button or of a choice in a select menu; only menus have `values`. */
export const componentData = z
  .strictObject({
    id: z.int().optional(),
    custom_id: z.string().min(1).max(100),
    component_type: z.literal([2, 3, 5, 6, 7, 8]),
    values: z.array(z.string()).optional(),
    resolved: resolved.optional(),
  })
  .refine((data) => (data.values === undefined) === (data.component_type === BUTTON), {
    path: ['values'],
    message: 'Belongs to select menus',
  });

const id = z.int().optional();

/** What a member entered in one field of a modal. */
const field = z.union([
  z.strictObject({ type: z.literal(4), id, custom_id: z.string().min(1), value: z.string() }),
  z.strictObject({
    type: z.literal([3, 5, 6, 7, 8]),
    id,
    custom_id: z.string().min(1),
    values: z.array(z.string()),
  }),
]);

/** The data of a submitted modal: rows or labels, each with what was entered. */
export const modalData = z.strictObject({
  custom_id: z.string().min(1).max(100),
  components: z.array(
    z.union([
      z.strictObject({ type: z.literal(1), id, components: z.array(field).length(1) }),
      z.strictObject({ type: z.literal(18), id, component: field }),
      z.strictObject({ type: z.literal(10), id }),
    ]),
  ),
  resolved: resolved.optional(),
});
