import type { ChannelPost } from '../../src/discord/channel-api.ts';
import type { OriginalMessage } from '../../src/discord/message.ts';
import { compareSnowflakes, snowflakeAt } from '../../src/snowflake.ts';
import type { Agenda } from './agenda.ts';
import { customIdsIn } from './components.ts';

/** How long one nonce makes one message. */
const NONCE_MS = 3 * 60_000;

interface Post {
  readonly nonce: string;
  readonly at: number;
  readonly message: OriginalMessage;
}

/** Messages that the bot posted by itself. */
export interface Posts {
  /** Posts one, with so many files; while its nonce is remembered it is the one that is there. */
  add(
    channelId: string,
    post: ChannelPost,
    files: () => number,
  ): { readonly message: OriginalMessage; readonly isNew: boolean };
  since(channelId: string, messageId: string): OriginalMessage[];
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
      const message: OriginalMessage = {
        id,
        loading: false,
        pending: false,
        content: '',
        attachmentIds: Array.from({ length: files() }, (_, index) => `${id}-${index}`),
        customIds: customIdsIn(body),
      };
      posted.set(channelId, [...posts, { nonce, at: agenda.now, message }]);
      return { message, isNew: true };
    },

    since: (channelId, messageId) =>
      (posted.get(channelId) ?? [])
        .map(({ message }) => message)
        .filter(({ id }) => compareSnowflakes(id, messageId) > 0),
  };
}
