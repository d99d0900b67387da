import type { Core } from '../core.ts';
import { Permission, has, permissionsIn } from '../permissions.ts';
import type { WireCommand, WireMessage } from '../wire.ts';
import { InteractionType } from '../wire.ts';
import { resolvedMember, wireUser } from '../users.ts';
import type { Channel, User } from '../world.ts';
import { present } from './components.ts';
import { type OptionValues, createResolver } from './options.ts';
import type { Action, ActionDetails } from './payload.ts';
import { createReferences } from './references.ts';
import { ClientRefusal } from './refusal.ts';

/** Someone typing a slash command. */
export interface Use extends ActionDetails {
  /** The name, followed by the subcommand's: `settings budget`. */
  readonly command: string;
  readonly options?: OptionValues;
  readonly by: User;
  readonly in: Channel;
}

/** Someone typing into an option that offers suggestions. */
export interface Complete extends Use {
  /** The option that has the cursor. */
  readonly focused: string;
}

/** Someone opening the menu of a user or a message. */
export interface ContextMenu extends ActionDetails {
  readonly command: string;
  readonly target: User | WireMessage;
  readonly by: User;
  readonly in: Channel;
}

const Kind = { Slash: 1, User: 2, Message: 3 } as const;

/** Someone, and where they are. */
interface Standing {
  readonly by: User;
  readonly in: Channel;
}

/** Why Discord's client does not offer a command there; undefined when it does. */
function obstacle(
  core: Core,
  command: WireCommand,
  { by, in: channel }: Standing,
): string | undefined {
  const { name } = command;
  const guild = core.world.guilds.get(channel.guildId ?? '');
  const context = guild === undefined ? 1 : 0;
  if (command.contexts !== null && !command.contexts.includes(context))
    return `"${name}" is not offered in ${context === 0 ? 'guilds' : 'direct messages'}.`;
  if (command.nsfw && !channel.nsfw && guild !== undefined)
    return `"${name}" is for age-restricted channels.`;
  if (guild === undefined) return undefined;
  if (!guild.members.has(by.id)) return `${by.displayName} is not in ${guild.name}.`;
  const held = permissionsIn(guild, channel, by);
  if (!has(held, Permission.ViewChannel)) return `${by.displayName} cannot see #${channel.name}.`;
  const needed = command.default_member_permissions;
  const wanted = needed === '0' ? Permission.Administrator : BigInt(needed ?? 0);
  return has(held, wanted | Permission.UseApplicationCommands)
    ? undefined
    : `"${name}" is not offered to ${by.displayName}.`;
}

const listed = (core: Core, channel: Channel): WireCommand[] => [
  ...core.commands.list(channel.guildId),
  ...core.commands.list(null),
];

/** The commands that Discord's client offers someone in a channel. */
export const offeredCommands = (core: Core, standing: Standing): WireCommand[] =>
  listed(core, standing.in).filter((command) => obstacle(core, command, standing) === undefined);

function offered(core: Core, type: number, name: string, standing: Standing): WireCommand {
  const command = listed(core, standing.in).find(
    (candidate) => candidate.type === type && candidate.name === name,
  );
  if (command === undefined) throw new ClientRefusal(`no command "${name}" is registered.`);
  const reason = obstacle(core, command, standing);
  if (reason !== undefined) throw new ClientRefusal(reason);
  return command;
}

function slash(core: Core, use: Use, type: number, focused?: string): Action {
  const [name = '', ...path] = use.command.split(' ');
  const guild = core.world.guilds.get(use.in.guildId ?? '');
  const references = createReferences(core, guild, use.in, use.by);
  const resolve = createResolver(references);
  const command = offered(core, Kind.Slash, name, use);
  const options = use.rawOptions ?? resolve(command, path, use.options ?? {}, focused);
  const data = {
    id: command.id,
    name,
    type: command.type,
    ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
    ...(options.length === 0 ? {} : { options }),
    ...references.field(),
  };
  return { ...use, type, data, commandName: use.command, fileIds: references.files() };
}

/** The action of sending a slash command. Throws ClientRefusal when Discord's client would not send it. */
export const useCommand = (core: Core, use: Use): Action =>
  slash(core, use, InteractionType.Command);

/** The action of asking for suggestions. Throws ClientRefusal. */
export const completeOption = (core: Core, use: Complete): Action =>
  slash(core, use, InteractionType.Autocomplete, use.focused);

/** What a context menu was opened on, as it is now, and the kind of command that is meant for it. */
function pointedAt(core: Core, { target, by, in: channel }: ContextMenu) {
  if ('author' in target) {
    const message = present(core, target, by);
    if (message.channel_id !== channel.id)
      throw new ClientRefusal(`message ${message.id} is in another channel.`);
    const resolved = { messages: { [message.id]: message } };
    return { type: Kind.Message, kind: 'message', id: message.id, resolved } as const;
  }
  const { id } = target;
  const guild = core.world.guilds.get(channel.guildId ?? '');
  const resolved = {
    users: { [id]: wireUser(target) },
    ...(guild?.members.has(id) === true && {
      members: { [id]: resolvedMember(guild, channel, target) },
    }),
  };
  return { type: Kind.User, kind: 'user', id, resolved } as const;
}

/** The action of choosing a context menu entry. Throws ClientRefusal. */
export function openContextMenu(core: Core, menu: ContextMenu): Action {
  const { type, kind, id: target_id, resolved } = pointedAt(core, menu);
  const { id, name } = offered(core, type, menu.command, menu);
  const data = { id, name, type, target_id, resolved };
  const menuTarget = { kind, id: target_id };
  return { ...menu, type: InteractionType.Command, data, commandName: name, menuTarget };
}
