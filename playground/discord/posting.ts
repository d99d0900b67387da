import type { Upload } from './attachments.ts';
import { compose, isEmpty } from './compose.ts';
import type { Core } from './core.ts';
import { refuse } from './errors.ts';
import { mentionedUsers } from './mentions.ts';
import type { MessageBody } from './message-body.ts';
import { wireUser } from './users.ts';
import { MessageFlag, MessageType, type WireMessage, type WireUser } from './wire.ts';

function mentions(core: Core, content: string, body: MessageBody): WireUser[] {
  return mentionedUsers(content, body.allowedMentions)
    .map((id) => core.world.users.get(id))
    .filter((user) => user !== undefined)
    .map(wireUser);
}

/** What a new message has besides its content. */
interface Posting {
  /** The one person who may see it. */
  readonly onlyFor: string | null;
  readonly mayBeEmpty?: boolean;
  readonly details?: Partial<WireMessage>;
}

/** Puts a message of the bot's into a channel. Throws Refusal 50006 when it would be empty. */
export function post(
  core: Core,
  channelId: string,
  body: MessageBody,
  uploads: readonly Upload[],
  { onlyFor, mayBeEmpty = false, details = {} }: Posting,
): WireMessage {
  const composed = compose(
    undefined,
    body,
    uploads,
    { channelId, ephemeral: onlyFor !== null },
    core.attachments,
  );
  if (!mayBeEmpty && isEmpty(composed)) throw refuse.emptyMessage();
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
    flags: 0,
    ...details,
  };
  return core.messages.add(message, onlyFor);
}

/** Applies an edit to a message. A loading message loads no more. Throws Refusal 50006 when nothing would be left. */
export function edit(
  core: Core,
  message: WireMessage,
  body: MessageBody,
  uploads: readonly Upload[],
): WireMessage {
  const ephemeral = (message.flags & MessageFlag.Ephemeral) !== 0;
  const place = { channelId: message.channel_id, ephemeral };
  const composed = compose(message, body, uploads, place, core.attachments);
  if (isEmpty(composed)) throw refuse.emptyMessage();
  const loading = (message.flags & MessageFlag.Loading) !== 0;
  return core.messages.replace({
    ...message,
    ...composed,
    mentions:
      body.content === undefined ? message.mentions : mentions(core, composed.content, body),
    flags: message.flags & ~MessageFlag.Loading,
    edited_timestamp: loading ? null : new Date(core.now()).toISOString(),
  });
}
