import type { ChannelApi, ShownAnswer } from '../../src/discord/rest/channel-api.ts';
import type { OriginalMessage } from '../../src/discord/message.ts';
import type { UploadFile } from '../../src/discord/rest/multipart.ts';
import { snowflakeAt } from '../../src/snowflake.ts';
import type { Agenda } from './agenda.ts';
import { buttonIn, customIdsIn } from './components.ts';
import type { Shown } from './discord.ts';
import { refusal } from './discord-errors.ts';
import type { Post, Posts } from './posts.ts';

/** Sends a request of the bot's, with whatever becomes of it on the way. */
type Call = <T>(what: string, effect: () => T, signal?: AbortSignal) => Promise<T>;

/** What channels stand on. */
interface Ground {
  readonly agenda: Pick<Agenda, 'now'>;
  readonly messages: ReadonlyMap<string, Shown>;
  readonly said: Map<string, Set<string>>;
  readonly posts: Posts;
  /** The bot may neither look into a channel nor write there by itself. */
  readonly isClosed: (channelId: string) => boolean;
  readonly seen: (id: string, message: Shown) => OriginalMessage;
  /** Those of some files that are taken; throws where none are. */
  readonly take: (files: readonly UploadFile[]) => () => readonly UploadFile[];
}

/** The channels as one run of the bot sees them. */
export function createSimulatedChannels(
  call: Call,
  { agenda, messages, said, posts, isClosed, seen, take }: Ground,
): ChannelApi {
  function enter(channelId: string): void {
    if (isClosed(channelId)) throw refusal(403, 50001);
  }

  function postIn(channelId: string, messageId: string): Post {
    enter(channelId);
    const post = posts.all(channelId).find(({ message }) => message.id === messageId);
    if (post === undefined) throw refusal(404, 10008);
    return post;
  }

  return {
    things: (guildId) =>
      call(`list what ${guildId} has`, () => ({
        channels: new Map<string, string>(),
        roles: new Map<string, string>(),
      })),
    contents: () => Promise.reject(new Error('Nobody reports anything here.')),
    refill: () => Promise.reject(new Error('Nobody reports anything here.')),
    answerTo: (id, channelId) =>
      call(`look for ${id} in ${channelId}`, (): ShownAnswer => {
        enter(channelId);
        const message = messages.get(id);
        if (message === undefined || message.deleted) return { kind: 'absent' };
        return { kind: 'there', message: seen(id, message) };
      }),
    post: (channelId, body, upload) =>
      call(
        `post ${body.nonce} in ${channelId}`,
        () => {
          enter(channelId);
          const one = posts.add(channelId, body, take(upload?.files ?? []));
          const asker = messages.get(body.nonce.replace(/-\d$/, ''));
          if (one.isNew && asker !== undefined) asker.late += one.message.attachmentIds.length;
          const message = messages.get(body.nonce);
          said.set(channelId, (said.get(channelId) ?? new Set()).add(body.nonce));
          if (message !== undefined) {
            message.announced = true;
            message.button = buttonIn(body);
          }
          return one.message;
        },
        upload?.signal,
      ),
    newest: (channelId) =>
      call(`look for the newest in ${channelId}`, () => {
        enter(channelId);
        return snowflakeAt(agenda.now);
      }),
    mayRead: (channelId) =>
      call(`look whether ${channelId} can be read`, () => {
        return !isClosed(channelId);
      }),
    isAgeRestricted: () => Promise.resolve(null),
    isThere: () => Promise.resolve(true),
    files: (channelId, messageId) =>
      call(`look at the files of ${messageId}`, () =>
        postIn(channelId, messageId).files.map(({ name, data }, index) => {
          return { name, size: data.length, url: `${channelId}/${messageId}/${index}` };
        }),
      ),
    fetch: ({ url }, signal) => {
      const [channelId = '', messageId = '', index] = url.split('/');
      const file = () => {
        const found = postIn(channelId, messageId).files[Number(index)];
        if (found === undefined) throw new Error('There is no such file.');
        return found.data;
      };
      return call(`fetch ${url}`, file, signal);
    },
    picture: () => Promise.reject(new Error('Nobody looks at pictures here.')),
    since: (channelId, messageId) =>
      call(`look since ${messageId} in ${channelId}`, () => {
        enter(channelId);
        return posts.since(channelId, messageId);
      }),
    change: (channelId, messageId, body) =>
      call(`change ${messageId}`, () => {
        enter(channelId);
        const message = messages.get(messageId);
        if (body.components === undefined) return;
        if (message === undefined) posts.change(channelId, messageId, customIdsIn(body));
        if (message === undefined) return;
        message.loading = false;
        message.button = buttonIn(body) ?? (message.announced ? message.button : undefined);
        message.customIds = customIdsIn(body);
      }),
    remove: (channelId, messageId) =>
      call(`delete ${messageId} in ${channelId}`, () => {
        enter(channelId);
        posts.remove(channelId, messageId);
      }),
  };
}
