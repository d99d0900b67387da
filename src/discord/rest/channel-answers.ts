import { z } from 'zod';
import { messageSchema } from '../message.ts';

/** Follow-ups to an interaction name it as well, and the answer that they follow (Discord's docs). */
export const pageSchema = z.array(
  z.looseObject({
    interaction_metadata: z
      .object({ id: z.string(), original_response_message_id: z.string().optional() })
      .optional(),
  }),
);

/** A page of messages. */
export const messagesSchema = z.array(messageSchema);

/** A file of a message; its address works for a day (Discord's docs). */
export interface ChannelFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly url: string;
}

/** Of a message, what its pictures are found by. */
export const picturesSchema = z.object({
  attachments: z.array(z.object({ url: z.url(), content_type: z.string().optional() })),
});

/** Of a message, what it says and every file. */
export const contentsSchema = z.object({
  content: z.string(),
  attachments: z.array(
    z.object({
      filename: z.string(),
      url: z.url(),
      size: z.int().nonnegative(),
      content_type: z.string().optional(),
      description: z.string().nullish(),
    }),
  ),
});

/** What a message says, and its files. */
export type MessageContents = z.infer<typeof contentsSchema>;

/** Channels, or roles. */
export const thingsSchema = z.array(z.object({ id: z.string(), name: z.string() }));

/** Of a channel, whether it is age-restricted. */
export const ageSchema = z.object({ nsfw: z.boolean().nullish() });

/** Of a message, its files. */
export const filesSchema = z.object({
  attachments: z.array(
    z
      .object({ filename: z.string(), size: z.int().nonnegative(), url: z.url() })
      .transform(({ filename: name, ...rest }): ChannelFile => ({ name, ...rest })),
  ),
});
