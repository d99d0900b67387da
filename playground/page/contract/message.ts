import { z } from 'zod';
import { component } from './component.ts';
import { id } from './id.ts';

const attachmentView = z.object({
  id,
  name: z.string(),
  /** Path on this server. */
  url: z.string(),
  alt: z.string(),
  /** Bytes. */
  size: z.int(),
  contentType: z.string(),
  /** Pixels; null when it is no picture. */
  width: z.int().nullable(),
  height: z.int().nullable(),
});

export const embedView = z.object({
  title: z.string().nullable(),
  url: z.string().nullable(),
  description: z.string().nullable(),
  /** `#rrggbb` */
  colour: z.string().nullable(),
  author: z.string().nullable(),
  fields: z.array(z.object({ name: z.string(), value: z.string(), inline: z.boolean() })),
  footer: z.string().nullable(),
  /** ISO 8601. */
  timestamp: z.string().nullable(),
  image: z.string().nullable(),
  thumbnail: z.string().nullable(),
});

/** A message as one person sees it. */
export const messageView = z.object({
  id,
  channel: id,
  author: z.object({ id, name: z.string(), bot: z.boolean() }),
  /** ISO 8601. */
  at: z.string(),
  editedAt: z.string().nullable(),
  /** Who used which command or component to make it; null when nobody did. */
  asked: z.object({ by: id, name: z.string(), command: z.string() }).nullable(),
  /** The message it replies to. */
  replyTo: id.nullable(),
  thinking: z.boolean(),
  ephemeral: z.boolean(),
  /** Discord's markdown. */
  content: z.string(),
  attachments: z.array(attachmentView),
  embeds: z.array(embedView),
  components: z.array(component),
});

export type AttachmentView = z.infer<typeof attachmentView>;
export type EmbedView = z.infer<typeof embedView>;
export type MessageView = z.infer<typeof messageView>;
