import { REST, Routes } from 'discord.js';
import type { Things } from '../../settings/things.ts';
import { readFailure } from './answers.ts';
import { bounded } from './bounded.ts';
import {
  ageSchema,
  type ChannelFile,
  contentsSchema,
  filesSchema,
  type MessageContents,
  messagesSchema,
  pageSchema,
  picturesSchema,
  thingsSchema,
} from './channel-answers.ts';
import { download } from './download.ts';
import type { MessageBody, Upload } from './interaction-api.ts';
import { messageSchema, type OriginalMessage } from '../message.ts';
import { asForm } from './multipart.ts';

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
  /** What a message says, and its files. */
  contents(channelId: string, messageId: string): Promise<MessageContents>;
  /** The address of a message's first picture; undefined for a message without. */
  picture(channelId: string, messageId: string): Promise<string | undefined>;
  /** The files of a message. */
  files(channelId: string, messageId: string): Promise<readonly ChannelFile[]>;
  /** Fetches such a file. Rejects for one that is not there any more, or not of its size. */
  fetch(file: ChannelFile, signal: AbortSignal): Promise<Buffer>;
  /** Sends a message. May be repeated with the same nonce after an answer that was lost. */
  post(channelId: string, post: ChannelPost, upload?: Upload): Promise<OriginalMessage>;
  /** The id of the newest message; undefined where the bot is shown none. */
  newest(channelId: string): Promise<string | undefined>;
  /** Whether the bot may read what was said before; also where nothing was. */
  mayRead(channelId: string): Promise<boolean>;
  /** Whether it is age-restricted; null where Discord does not say. */
  isAgeRestricted(channelId: string): Promise<boolean | null>;
  /** At most 100 messages that came after one, in any order. */
  since(channelId: string, messageId: string): Promise<readonly OriginalMessage[]>;
  /** Changes a message of the bot's; what is left out stays. */
  change(channelId: string, messageId: string, body: MessageBody): Promise<void>;
  /** The same with files. */
  refill(
    channelId: string,
    messageId: string,
    body: MessageBody,
    upload: Upload,
  ): Promise<OriginalMessage>;
  /** The roles that a server has, and the channels that the bot may see. */
  things(guildId: string): Promise<Things>;
  /** Whether a channel was not deleted, also where the bot may not see it. */
  isThere(channelId: string): Promise<boolean>;
  /** Deletes a message of the bot's. */
  remove(channelId: string, messageId: string): Promise<void>;
}

/** Discord's own code for a message that is not there (Discord's docs). */
const UNKNOWN_MESSAGE = 10008;

/** The same for a channel. */
const UNKNOWN_CHANNEL = 10003;

/** A picture beside an answer that is due within 3 s; without it the answer is one all the same. */
const GLIMPSE = { usual: 1_500, hurried: 500 };

/** What is asked after a glimpse, within the same 3 s. */
const BLINK = { usual: 750, hurried: 250 };

const ANSWER = { usual: 8_000, hurried: 2_000 };

/** An upload is ended by its own signal, or by this. */
const UPLOAD = { usual: 120_000, hurried: 0 };

/** A file of the bot's own, from Discord's servers. */
const DOWNLOAD = { usual: 60_000, hurried: 2_000 };

/** The most that Discord gives at once; an answer begins within 3 s of its interaction (Discord's docs). */
const PAGE = '100';

/**
 * Channels over their own REST connection, which repeats nothing by itself. `hurry` is aborted when
 * the bot must stop: then no answer is waited for long.
 */
export function createChannelApi(apiUrl: string, token: string, hurry: AbortSignal): ChannelApi {
  const rest = new REST({ api: apiUrl, retries: 0, timeout: 60_000 }).setToken(token);

  async function list(route: `/${string}`): Promise<ReadonlyMap<string, string>> {
    const answer = await bounded(GLIMPSE, hurry, (signal) => rest.get(route, { signal }));
    return new Map(thingsSchema.parse(answer).map(({ id, name }) => [id, name]));
  }

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

    async contents(channelId, messageId) {
      const answer = await bounded(ANSWER, hurry, (signal) =>
        rest.get(Routes.channelMessage(channelId, messageId), { signal }),
      );
      return contentsSchema.parse(answer);
    },

    async picture(channelId, messageId) {
      const answer = await bounded(GLIMPSE, hurry, (signal) =>
        rest.get(Routes.channelMessage(channelId, messageId), { signal }),
      );
      const { attachments } = picturesSchema.parse(answer);
      return attachments.find(({ content_type: type }) => type?.startsWith('image/'))?.url;
    },

    async files(channelId, messageId) {
      const answer = await bounded(ANSWER, hurry, (signal) =>
        rest.get(Routes.channelMessage(channelId, messageId), { signal }),
      );
      return filesSchema.parse(answer).attachments;
    },

    fetch: ({ url, size }, ends) =>
      bounded(DOWNLOAD, hurry, (signal) => download(url, size, AbortSignal.any([signal, ends]))),

    async post(channelId, { mentions, ...message }, upload) {
      const allowed = mentions === undefined ? { parse: [] } : { users: [mentions] };
      const body = { ...message, enforce_nonce: true, allowed_mentions: allowed };
      const route = Routes.channelMessages(channelId);
      if (upload === undefined) {
        const answer = await bounded(ANSWER, hurry, (signal) => rest.post(route, { body, signal }));
        return messageSchema.parse(answer);
      }
      const form = await asForm(body, upload.files);
      const answer = await bounded(UPLOAD, upload.signal, (signal) =>
        rest.post(route, { ...form, signal }),
      );
      return messageSchema.parse(answer);
    },

    async newest(channelId) {
      const query = new URLSearchParams({ limit: '1' });
      const answer = await bounded(ANSWER, hurry, (signal) =>
        rest.get(Routes.channelMessages(channelId), { query, signal }),
      );
      return messagesSchema.parse(answer)[0]?.id;
    },

    async mayRead(channelId) {
      try {
        // No message has the id of its channel but the first one of some threads (Discord's docs).
        await bounded(ANSWER, hurry, (signal) =>
          rest.get(Routes.channelMessage(channelId, channelId), { signal }),
        );
        return true;
      } catch (error) {
        const failure = readFailure(error);
        if (failure.kind === 'lost' || failure.status === 401) throw error;
        return failure.code === UNKNOWN_MESSAGE;
      }
    },

    async isAgeRestricted(channelId) {
      const answer = await bounded(GLIMPSE, hurry, (signal) =>
        rest.get(Routes.channel(channelId), { signal }),
      );
      return ageSchema.parse(answer).nsfw ?? null;
    },

    async since(channelId, messageId) {
      const query = new URLSearchParams({ after: messageId, limit: PAGE });
      const answer = await bounded(ANSWER, hurry, (signal) =>
        rest.get(Routes.channelMessages(channelId), { query, signal }),
      );
      return messagesSchema.parse(answer);
    },

    async change(channelId, messageId, body) {
      const message = { ...body, allowed_mentions: { parse: [] } };
      await bounded(ANSWER, hurry, (signal) =>
        rest.patch(Routes.channelMessage(channelId, messageId), { body: message, signal }),
      );
    },

    async refill(channelId, messageId, body, upload) {
      const form = await asForm({ ...body, allowed_mentions: { parse: [] } }, upload.files);
      const answer = await bounded(UPLOAD, upload.signal, (signal) =>
        rest.patch(Routes.channelMessage(channelId, messageId), { ...form, signal }),
      );
      return messageSchema.parse(answer);
    },

    async things(guildId) {
      const [channels, roles] = await Promise.all([
        list(Routes.guildChannels(guildId)),
        list(Routes.guildRoles(guildId)),
      ]);
      return { channels, roles };
    },

    async isThere(channelId) {
      try {
        await bounded(BLINK, hurry, (signal) => rest.get(Routes.channel(channelId), { signal }));
        return true;
      } catch (error) {
        const failure = readFailure(error);
        if (failure.kind === 'lost' || failure.status === 401) throw error;
        return failure.code !== UNKNOWN_CHANNEL;
      }
    },

    async remove(channelId, messageId) {
      await bounded(ANSWER, hurry, (signal) =>
        rest.delete(Routes.channelMessage(channelId, messageId), { signal }),
      );
    },
  };
}
