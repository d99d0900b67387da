import { z } from 'zod';
import { id } from './id.ts';

/** What one command option takes; a bound of null is no bound. */
const optionView = z.object({
  /** Discord's option type: 3 string, 4 integer, 5 boolean, 6 user, 7 channel, 8 role, 9 mentionable, 10 number, 11 file. */
  type: z.int(),
  name: z.string(),
  description: z.string(),
  required: z.boolean(),
  autocomplete: z.boolean(),
  choices: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number()]) })),
  channelTypes: z.array(z.int()),
  min: z.number().nullable(),
  max: z.number().nullable(),
  minLength: z.int().nullable(),
  maxLength: z.int().nullable(),
});

/** A registered command as someone is offered it; subcommands come one by one. */
const commandView = z.object({
  /** 1 slash, 2 user menu, 3 message menu. */
  type: z.int(),
  /** The name, followed by the subcommand's: `settings budget`. */
  name: z.string(),
  description: z.string(),
  options: z.array(optionView),
  /** What default_member_permissions asks for, as a bit field; null when it asks for nothing. */
  permissions: z.string().nullable(),
  /** Channels in which this person is offered it. */
  usableIn: z.array(id),
});

const channelView = z.object({
  id,
  name: z.string(),
  /** Discord's channel type: 0 text, 11 public thread. */
  type: z.int(),
  /** The channel a thread is in. */
  parent: id.nullable(),
  /** Age-restricted. */
  nsfw: z.boolean(),
  /** Whether this person may do things here, or only read. */
  kind: z.enum(['text', 'read-only']),
});

const personView = z.object({
  id,
  name: z.string(),
  username: z.string(),
  /** `Member`, `Moderators`, `Managers`, `Owner`. */
  role: z.string(),
  /** `#rrggbb`, the name's colour. */
  colour: z.string(),
});

/** Everything but the messages, as one person sees it. */
export const pageState = z.object({
  me: personView,
  /** Only guilds the person is in, only channels they see; a thread follows its channel. */
  guilds: z.array(
    z.object({
      id,
      name: z.string(),
      channels: z.array(channelView),
      roles: z.array(z.object({ id, name: z.string() })),
      /** Ids of the people who are in it. */
      members: z.array(id),
    }),
  ),
  /** Everyone one can be. */
  people: z.array(personView),
  bot: z.object({ id, name: z.string() }),
  commands: z.array(commandView),
});

export type PageState = z.infer<typeof pageState>;
export type ChannelView = z.infer<typeof channelView>;
export type CommandView = z.infer<typeof commandView>;
export type OptionView = z.infer<typeof optionView>;
export type PersonView = z.infer<typeof personView>;
