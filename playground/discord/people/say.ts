import type { Core } from '../core.ts';
import { Permission, has, permissionsIn, writing } from '../permissions.ts';
import { post } from '../posting.ts';
import { wireUser } from '../users.ts';
import type { WireMessage } from '../wire.ts';
import type { Channel, User } from '../world.ts';
import { ClientRefusal } from './refusal.ts';

/** Someone writing into a channel. */
export interface Saying {
  readonly content: string;
  readonly by: User;
  readonly in: Channel;
}

/** The longest message of someone who pays for nothing (Discord's docs, "Create Message"). */
const LONGEST = 2_000;

/**
 * Writes a message. No bot hears of it: that takes an intent, and its words a privileged one. Throws
 * ClientRefusal when Discord's client would not send it.
 */
export function say(core: Core, { content, by, in: channel }: Saying): WireMessage {
  const text = content.trim();
  if (text === '') throw new ClientRefusal('There is nothing to send.');
  if (text.length > LONGEST) throw new ClientRefusal('Messages have 2,000 characters at most.');
  const guild = core.world.guilds.get(channel.guildId ?? '');
  const needed = Permission.ViewChannel | writing(channel);
  if (guild !== undefined && !has(permissionsIn(guild, channel, by), needed))
    throw new ClientRefusal(`${by.displayName} cannot write in #${channel.name}.`);
  const body = {
    content: text,
    embeds: undefined,
    components: undefined,
    attachments: undefined,
    allowedMentions: undefined,
    flags: undefined,
    tts: false,
  };
  return post(core, channel.id, body, [], { onlyFor: null, details: { author: wireUser(by) } });
}
