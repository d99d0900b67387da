import { REST, Routes } from 'discord.js';
import { z } from 'zod';
import { bounded } from './bounded.ts';
import { type MessageBody, messageSchema, type OriginalMessage } from './interaction-api.ts';

/** Follow-ups to an interaction name it as well, and the answer that they follow (Discord's docs). */
const pageSchema = z.array(
  z.looseObject({
    interaction_metadata: z
      .object({ id: z.string(), original_response_message_id: z.string().optional() })
      .optional(),
  }),
);

/** How a channel shows an interaction's answer. */
export type ShownAnswer =
  | { readonly kind: 'there'; readonly message: OriginalMessage }
  /**
   * Among what the channel shows since then it is not. A bot that may not read the history is shown
   * nothing (Discord's docs).
   */
  | { readonly kind: 'absent' };

/** A message to a channel, in Discord's own shape. */
export interface ChannelPost extends MessageBody {
  /** The only person who may be notified; left out, nobody is. */
  readonly mentions?: string;
  /** At most 25 characters. Within a few minutes one nonce makes one message (Discord's docs). */
  readonly nonce: string;
}

/**
 * Messages of channels, with the bot's own token: where it has the permissions, and however old an
 * interaction is. Each call is one HTTP request and no more. Throws as @discordjs/rest does.
 */
export interface ChannelApi {
  /** The answer to an interaction, by the interaction's id. */
  answerTo(interactionId: string, channelId: string): Promise<ShownAnswer>;
  /** The address of a message's first picture; undefined for a message without. */
  picture(channelId: string, messageId: string): Promise<string | undefined>;
  /** Sends a message. May be repeated with the same nonce after an answer that was lost. */
  post(channelId: string, post: ChannelPost): Promise<void>;
  /** Takes buttons and menus off a message of the bot's. */
  removeComponents(channelId: string, messageId: string): Promise<void>;
  /** Deletes a message of the bot's. */
  remove(channelId: string, messageId: string): Promise<void>;
}

/** Of a message, what its pictures are found by. */
const picturesSchema = z.object({
  attachments: z.array(z.object({ url: z.url(), content_type: z.string().optional() })),
});

/** A picture beside an answer that is due within 3 s; without it the answer is one all the same. */
const GLIMPSE = { usual: 1_500, hurried: 500 };

const ANSWER = { usual: 8_000, hurried: 2_000 };

/** The most that Discord gives at once; an answer begins within 3 s of its interaction (Discord's docs). */
const PAGE = '100';

/**
 * Channels over their own REST connection, which repeats nothing by itself. `hurry` is aborted when
 * the bot must stop: then no answer is waited for long.
 */
export function createChannelApi(apiUrl: string, token: string, hurry: AbortSignal): ChannelApi {
  const rest = new REST({ api: apiUrl, retries: 0, timeout: 60_000 }).setToken(token);

  return {
    async answerTo(interactionId, channelId) {
      const query = new URLSearchParams({ after: interactionId, limit: PAGE });
      const answer = await bounded(ANSWER, hurry, (signal) =>
        rest.get(Routes.channelMessages(channelId), { query, signal }),
      );
      const page = pageSchema.parse(answer);
      const found = page.find(({ interaction_metadata: of }) => {
        return of?.id === interactionId && of.original_response_message_id === undefined;
      });
      return found === undefined
        ? { kind: 'absent' }
        : { kind: 'there', message: messageSchema.parse(found) };
    },

    async picture(channelId, messageId) {
      const answer = await bounded(GLIMPSE, hurry, (signal) =>
        rest.get(Routes.channelMessage(channelId, messageId), { signal }),
      );
      const { attachments } = picturesSchema.parse(answer);
      return attachments.find(({ content_type: type }) => type?.startsWith('image/'))?.url;
    },

    async post(channelId, { mentions, ...message }) {
      const allowed = mentions === undefined ? { parse: [] } : { users: [mentions] };
      const body = { ...message, enforce_nonce: true, allowed_mentions: allowed };
      await bounded(ANSWER, hurry, (signal) =>
        rest.post(Routes.channelMessages(channelId), { body, signal }),
      );
    },

    async removeComponents(channelId, messageId) {
      await bounded(ANSWER, hurry, (signal) =>
        rest.patch(Routes.channelMessage(channelId, messageId), {
          body: { components: [] },
          signal,
        }),
      );
    },

    async remove(channelId, messageId) {
      await bounded(ANSWER, hurry, (signal) =>
        rest.delete(Routes.channelMessage(channelId, messageId), { signal }),
      );
    },
  };
}
