import { z } from 'zod';
import { type Discord, type Message, MessageFlag } from '../../discord/index.ts';
import { MessageType } from '../../discord/wire.ts';
import type { AttachmentView, ComponentView, MessageView } from '../contract.ts';
import { embedView, localAddress } from './embed-view.ts';

/** Which interaction a message answers (Discord's docs, "Message Interaction Metadata"). */
const metadata = z.object({ id: z.string(), user: z.object({ id: z.string() }) });

/** Who used which command to make a message; null when nobody did. */
export function askedBy(discord: Discord, message: Message): MessageView['asked'] {
  const { data } = metadata.safeParse(message.interaction_metadata);
  const command = data && discord.commandOf(data.id);
  const person = data && discord.world.users.get(data.user.id);
  if (command === undefined || person === undefined) return null;
  return { by: person.id, name: person.displayName, command };
}

const attachmentView = (file: Message['attachments'][number], origin: string): AttachmentView => ({
  id: file.id,
  name: file.filename,
  url: localAddress(file.url, origin),
  alt: file.description ?? '',
  size: file.size,
  contentType: file.content_type,
  width: file.width ?? null,
  height: file.height ?? null,
});

/** A message as the page shows it. */
export function messageView(discord: Discord, message: Message): MessageView {
  const { author, flags } = message;
  const { origin, world } = discord;
  const isReply = message.type === MessageType.Reply;
  return {
    id: message.id,
    channel: message.channel_id,
    author: {
      id: author.id,
      name: world.users.get(author.id)?.displayName ?? author.username,
      bot: author.bot,
    },
    at: message.timestamp,
    editedAt: message.edited_timestamp,
    asked: askedBy(discord, message),
    replyTo: (isReply && message.message_reference?.message_id) || null,
    thinking: (flags & MessageFlag.Loading) !== 0,
    ephemeral: (flags & MessageFlag.Ephemeral) !== 0,
    content: message.content,
    attachments: message.attachments.map((file) => attachmentView(file, origin)),
    embeds: message.embeds.map((embed) => embedView(embed, origin)),
    components: message.components as readonly ComponentView[] as ComponentView[],
  };
}
