import { z } from 'zod';
import { component } from './component.ts';
import { id } from './id.ts';

/** A form the bot opened. `opener` goes back with its submission. */
const modalView = z.object({
  opener: id,
  title: z.string(),
  components: z.array(component),
});

const choice = z.object({ name: z.string(), value: z.union([z.string(), z.number()]) });

/** A file somebody attaches to an option. */
const fileValue = z.strictObject({
  file: z.strictObject({
    name: z.string().min(1).max(260),
    type: z.string().max(100),
    /** Base64. */
    data: z.base64(),
  }),
});

/** What an option is filled with: users, channels and roles by `{ id }`. */
const optionValue = z.union([
  z.string().max(6_000),
  z.number(),
  z.boolean(),
  z.strictObject({ id }),
  fileValue,
]);

const filled = z.record(z.string(), optionValue).default({});

/** What someone can do: the body of `POST /page/actions`. */
export const action = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('use'),
    as: id,
    channel: id,
    command: z.string().min(1).max(100),
    options: filled,
  }),
  /** Writes a message. */
  z.strictObject({
    kind: z.literal('say'),
    as: id,
    channel: id,
    content: z.string().min(1).max(2_000),
  }),
  z.strictObject({
    kind: z.literal('autocomplete'),
    as: id,
    channel: id,
    command: z.string().min(1).max(100),
    options: filled,
    focused: z.string(),
  }),
  /** A button by its custom_id. */
  z.strictObject({ kind: z.literal('click'), as: id, message: id, button: z.string() }),
  /** A select menu by its custom_id; values are option values, or ids of users, roles, channels. */
  z.strictObject({
    kind: z.literal('select'),
    as: id,
    message: id,
    menu: z.string(),
    values: z.array(z.string()).max(25),
  }),
  /** Values by the inputs' custom_id: a text, or what was chosen. */
  z.strictObject({
    kind: z.literal('submit'),
    as: id,
    opener: id,
    values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  }),
  z.strictObject({
    kind: z.literal('message-menu'),
    as: id,
    channel: id,
    command: z.string(),
    message: id,
  }),
  z.strictObject({
    kind: z.literal('user-menu'),
    as: id,
    channel: id,
    command: z.string(),
    user: id,
  }),
  /** Puts away a message only this person sees. */
  z.strictObject({ kind: z.literal('dismiss'), as: id, message: id }),
  /** Removes a message: for those who manage messages. */
  z.strictObject({ kind: z.literal('delete'), as: id, message: id }),
]);

/** What came of an action; a refusal is a status of 400 or more with `problem`. */
export const actionResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done') }),
  z.object({ kind: z.literal('choices'), choices: z.array(choice) }),
  z.object({ kind: z.literal('modal'), modal: modalView }),
  /** The bot did not answer in time; the text is Discord's own. */
  z.object({ kind: z.literal('unanswered'), text: z.string() }),
]);

export type ModalView = z.infer<typeof modalView>;
export type OptionValue = z.infer<typeof optionValue>;
export type Action = z.infer<typeof action>;
export type ActionResult = z.infer<typeof actionResult>;
