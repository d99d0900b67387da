import type { Upload } from './attachments.ts';
import { compose } from './compose.ts';
import type { Core } from './core.ts';
import { mentionedUsers } from './mentions.ts';
import type { MessageBody } from './message-body.ts';
import { wireUser } from './users.ts';
import type { Channel } from './world.ts';
import { MessageFlag, MessageType, type WireMessage, type WireUser } from './wire.ts';

function mentions(core: Core, content: string, body: MessageBody): WireUser[] {
  return mentionedUsers(content, body.allowedMentions)
    .map((id) => core.world.users.get(id))
    .filter((user) => user !== undefined)
    .map(wireUser);
}

/** Flags of a message that a bot sets when it sends one (Discord's docs, "Message Flags"). */
const SENDABLE = MessageFlag.SuppressEmbeds | MessageFlag.SuppressNotifications;

/** An edit that speaks of flags sets or unsets SUPPRESS_EMBEDS (Discord's docs, "Edit Message"). */
function editedFlags(flags: number, body: MessageBody): number {
  if (body.flags === undefined) return flags;
  return (flags & ~MessageFlag.SuppressEmbeds) | (body.flags & MessageFlag.SuppressEmbeds);
}

/** The reference of a reply to a message in the same channel. */
export const referenceTo = (
  { id, guildId }: Pick<Channel, 'id' | 'guildId'>,
  messageId: string,
): NonNullable<WireMessage['message_reference']> => ({
  type: 0,
  channel_id: id,
  ...(guildId === null ? {} : { guild_id: guildId }),
  message_id: messageId,
});

/** What a new message has besides its content. */
interface Posting {
  /** The one person who may see it. */
  readonly onlyFor: string | null;
  readonly details?: Partial<WireMessage>;
}

/** Puts a message into a channel: the bot's, unless the details name another author. */
export function post(
  core: Core,
  channelId: string,
  body: MessageBody,
  uploads: readonly Upload[],
  { onlyFor, details = {} }: Posting,
): WireMessage {
  const composed = compose(
    undefined,
    body,
    uploads,
    { channelId, ephemeral: onlyFor !== null },
    core.attachments,
  );
  const message: WireMessage = {
    id: core.mint(),
    type: MessageType.Default,
    channel_id: channelId,
    author: wireUser(core.world.bot),
    ...composed,
    mentions: mentions(core, composed.content, body),
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: body.tts,
    timestamp: new Date(core.now()).toISOString(),
    edited_timestamp: null,
    ...details,
    flags: (details.flags ?? 0) | ((body.flags ?? 0) & SENDABLE),
  };
  return core.messages.add(message, onlyFor);
}

/** Applies an edit to a message. A loading message loads no more. */
export function edit(
  core: Core,
  message: WireMessage,
  body: MessageBody,
  uploads: readonly Upload[],
): WireMessage {
  const ephemeral = (message.flags & MessageFlag.Ephemeral) !== 0;
  const place = { channelId: message.channel_id, ephemeral };
  const composed = compose(message, body, uploads, place, core.attachments);
  const loading = (message.flags & MessageFlag.Loading) !== 0;
  return core.messages.replace({
    ...message,
    ...composed,
    mentions:
      body.content === undefined ? message.mentions : mentions(core, composed.content, body),
    flags: editedFlags(message.flags, body) & ~MessageFlag.Loading,
    edited_timestamp: loading ? null : new Date(core.now()).toISOString(),
  });
}
