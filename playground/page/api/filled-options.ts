import type { Discord, OptionValues, Thing } from '../../discord/index.ts';
import type { Action, OptionValue } from '../contract.ts';
import { PageRefusal } from '../guard.ts';

/** A user, channel or role by id. Throws PageRefusal when there is none. */
export function thingOf({ world }: Discord, id: string): Thing {
  const roles = [...world.allGuilds.values()].flatMap((guild) => guild.roles);
  const found =
    world.users.get(id) ?? world.allChannels.get(id) ?? roles.find((role) => role.id === id);
  if (found === undefined) throw new PageRefusal(404, 'What was chosen is not here any more.');
  return found;
}

function valueOf(discord: Discord, value: OptionValue): OptionValues[string] {
  if (typeof value !== 'object') return value;
  if ('id' in value) return thingOf(discord, value.id);
  const { name, type, data } = value.file;
  return {
    filename: name,
    contentType: type === '' ? 'application/octet-stream' : type,
    bytes: Buffer.from(data, 'base64'),
  };
}

/** What the page filled options with, as the client sends it. */
export function filledOptions(
  discord: Discord,
  options: Extract<Action, { kind: 'use' }>['options'],
): OptionValues {
  const entries = Object.entries(options).map(([name, value]) => [name, valueOf(discord, value)]);
  return Object.fromEntries(entries) as OptionValues;
}
