import type { ChannelPost } from '../../src/discord/rest/channel-api.ts';
import type { OriginalMessage } from '../../src/discord/message.ts';
import type { UploadFile } from '../../src/discord/rest/multipart.ts';
import { compareSnowflakes, snowflakeAt } from '../../src/snowflake.ts';
import type { Agenda } from './agenda.ts';
import { customIdsIn } from './components.ts';

/** How long one nonce makes one message. */
const NONCE_MS = 3 * 60_000;

/** A message that the bot posted by itself, with its files. */
export interface Post {
  readonly nonce: string;
  readonly at: number;
  readonly message: OriginalMessage;
  readonly files: readonly UploadFile[];
}

/** Messages that the bot posted by itself. */
export interface Posts {
  /** Posts one, with so many files; while its nonce is remembered it is the one that is there. */
  add(
    channelId: string,
    post: ChannelPost,
    files: () => readonly UploadFile[],
  ): { readonly message: OriginalMessage; readonly isNew: boolean };
  since(channelId: string, messageId: string): OriginalMessage[];
  /** Those that are there, the oldest first. */
  all(channelId: string): readonly Post[];
  /** Gives a message other buttons. */
  change(channelId: string, messageId: string, customIds: readonly string[]): void;
  remove(channelId: string, messageId: string): void;
}

/** Channels in which nothing was posted. */
export function createPosts(agenda: Pick<Agenda, 'now'>): Posts {
  const posted = new Map<string, readonly Post[]>();
  let serial = 0;

  return {
    add(channelId, { nonce, ...body }, files) {
      const posts = posted.get(channelId) ?? [];
      const isFresh = ({ at }: Post) => agenda.now - at < NONCE_MS;
      const known = posts.find((one) => one.nonce === nonce && isFresh(one));
      if (known !== undefined) return { message: known.message, isNew: false };
      const id = String(BigInt(snowflakeAt(agenda.now)) + BigInt(++serial));
      const taken = files();
      const message: OriginalMessage = {
        id,
        loading: false,
        pending: false,
        content: '',
        attachmentIds: taken.map((_, index) => `${id}-${index}`),
        fileNames: taken.map(({ name }) => name),
        customIds: customIdsIn(body),
      };
      posted.set(channelId, [...posts, { nonce, at: agenda.now, message, files: taken }]);
      return { message, isNew: true };
    },

    all: (channelId) => posted.get(channelId) ?? [],

    change(channelId, messageId, customIds) {
      const posts = posted.get(channelId) ?? [];
      const changed = posts.map((post) =>
        post.message.id === messageId ? { ...post, message: { ...post.message, customIds } } : post,
      );
      posted.set(channelId, changed);
    },

    remove(channelId, messageId) {
      const posts = posted.get(channelId) ?? [];
      posted.set(
        channelId,
        posts.filter(({ message }) => message.id !== messageId),
      );
    },

    since: (channelId, messageId) =>
      (posted.get(channelId) ?? [])
        .map(({ message }) => message)
        .filter(({ id }) => compareSnowflakes(id, messageId) > 0),
  };
}
