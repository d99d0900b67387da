import type { Core } from '../core.ts';
import { wireChannel } from '../channels.ts';
import { Permission, has, permissionsIn } from '../permissions.ts';
import { resolvedMember, wireRole, wireUser } from '../users.ts';
import type { Channel, Guild, Role, User } from '../world.ts';
import { ClientRefusal } from './refusal.ts';

/** A file someone attaches to a command. */
interface FileOption {
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Something a person points at instead of typing it. */
export type Thing = User | Channel | Role | FileOption;

type Sort = 'user' | 'channel' | 'role' | 'file';

/** What may be pointed at. */
export interface Taken {
  /** Who asks for it, for the refusal: `"for"`, `the menu`. */
  readonly by: string;
  readonly sorts: readonly Sort[];
  /** Types of channels; all when left out. */
  readonly channelTypes?: readonly number[] | undefined;
}

function sortOf(thing: Thing): Sort {
  if ('bytes' in thing) return 'file';
  if ('username' in thing) return 'user';
  return 'permissions' in thing ? 'role' : 'channel';
}

/** Whether Discord's client lists it: roles of the guild one is in, and those of its channels that one sees. */
function isListed(thing: Thing, guild: Guild | undefined, by: User): boolean {
  if ('bytes' in thing || 'username' in thing) return true;
  if (guild === undefined) return false;
  if ('permissions' in thing) return guild.roles.some(({ id }) => id === thing.id);
  return thing.guildId === guild.id && has(permissionsIn(guild, thing, by), Permission.ViewChannel);
}

/** Notes the things a person points at, as an interaction's `resolved` shows them. */
export function createReferences(core: Core, guild: Guild | undefined, channel: Channel, by: User) {
  const resolved: Record<string, Record<string, object>> = {};
  const note = (kind: string, id: string, object: object): string => {
    resolved[kind] = { ...resolved[kind], [id]: object };
    return id;
  };
  return {
    /** The field `resolved` of the interaction's data; nothing when nobody pointed at anything. */
    field: () => (Object.keys(resolved).length === 0 ? {} : { resolved }),
    /** Ids of the files among them. */
    files: () => Object.keys(resolved['attachments'] ?? {}),
    /** Notes one thing and gives its id. Throws ClientRefusal when it is not of a sort that is taken. */
    refer(thing: Thing, taken: Taken): string {
      const sort = sortOf(thing);
      const foreign = 'type' in thing && taken.channelTypes?.includes(thing.type) === false;
      if (!taken.sorts.includes(sort) || foreign) {
        throw new ClientRefusal(`${taken.by} takes no ${sort} like this.`);
      }
      if (!isListed(thing, guild, by))
        throw new ClientRefusal(`${taken.by} offers ${by.displayName} no such ${sort}.`);
      if ('bytes' in thing) {
        const place = { channelId: channel.id, ephemeral: true };
        const file = core.attachments.save({ index: 0, ...thing }, place);
        return note('attachments', file.id, file);
      }
      if ('username' in thing) {
        if (guild?.members.has(thing.id) === true)
          note('members', thing.id, resolvedMember(guild, channel, thing));
        return note('users', thing.id, wireUser(thing));
      }
      if ('permissions' in thing) return note('roles', thing.id, wireRole(thing, 1));
      return note('channels', thing.id, wireChannel(core, thing, by));
    },
  };
}

export type References = ReturnType<typeof createReferences>;
