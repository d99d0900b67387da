import type { ChannelApi } from '../../src/discord/rest/channel-api.ts';
import type {
  InteractionApi,
  InteractionRef,
  MessageBody,
} from '../../src/discord/rest/interaction-api.ts';
import type { OriginalMessage } from '../../src/discord/message.ts';
import type { UploadFile } from '../../src/discord/rest/multipart.ts';
import { snowflakeTime } from '../../src/snowflake.ts';
import { buttonIn, customIdsIn, isPending } from './components.ts';
import { createSimulatedChannels } from './channels.ts';
import { createPosts, type Post } from './posts.ts';
import type { DiscordFaults, DiscordManners } from './discord-faults.ts';
import { noAnswer, refusal, serverFailure, UPLOAD_REFUSALS } from './discord-errors.ts';
import type { Run, Surroundings } from './run.ts';

/** An interaction's message, as people see it. */
export interface Shown {
  loading: boolean;
  attachments: readonly string[];
  customIds: readonly string[];
  /** Pictures in messages of their own, after Discord's time for an answer. */
  late: number;
  deleted: boolean;
  /** The custom id of the button under it, or under what was said in the channel in its place. */
  button: string | undefined;
  /** The member was told in the channel. */
  announced: boolean;
  /** When it was first answered, it was written down that its member waits. */
  readonly written: boolean;
}

/** Discord, as far as interactions go: messages in memory that outlive every run of the bot. */
export interface SimulatedDiscord {
  /** What is shown for each interaction that was answered, by its id. */
  readonly messages: ReadonlyMap<string, Shown>;
  /** The nonces of what the bot said by itself, by channel. */
  readonly said: ReadonlyMap<string, ReadonlySet<string>>;
  /** What the bot posted in a channel by itself and is there, the oldest first. */
  posted(channelId: string): readonly Post[];
  /** Someone deletes such a message. */
  deletePost(channelId: string, messageId: string): void;
  /** The bot may not look into a channel for so many milliseconds, nor write there. */
  shut(channelId: string, ms: number): void;
  /** It may enter every channel again that it was shut out of. */
  openAll(): void;
  /** Someone deletes the message while it shows no picture yet. */
  deleteWaiting(interactionId: string): void;
  /** The REST interface as one run sees it; `cut` shortens its patience. */
  api(run: Run, cut: AbortSignal): InteractionApi;
  /** The channels as one run sees them. */
  channels(run: Run, cut: AbortSignal): ChannelApi;
}

const FIRST_ANSWER_MS = 3_000;
const TOKEN_MS = 15 * 60_000;
const PATIENCE_MS = 8_000;
const HURRIED_MS = 2_000;

/** Creates a Discord in which nothing happened yet. */
export function createSimulatedDiscord(
  { agenda, dice, note }: Surroundings,
  { tokensExpire, closedChannelIds, isWritten }: DiscordManners,
  faults: () => DiscordFaults,
): SimulatedDiscord {
  const messages = new Map<string, Shown>();
  const said = new Map<string, Set<string>>();
  const posts = createPosts(agenda);
  const shutUntil = new Map<string, number>();
  let attachments = 0;

  const age = ({ id }: InteractionRef) => agenda.now - snowflakeTime(id);

  /** Takes a first answer: “thinking…”, or words for the member alone. */
  function acknowledge(ref: InteractionRef, loading: boolean): void {
    const known = messages.get(ref.id);
    if (known === undefined) {
      if (age(ref) > FIRST_ANSWER_MS) throw refusal(404, 10062);
      messages.set(ref.id, {
        loading,
        attachments: [],
        customIds: [],
        late: 0,
        deleted: false,
        button: undefined,
        announced: false,
        written: isWritten(ref.id),
      });
    } else if (tokensExpire && age(ref) > TOKEN_MS) {
      throw refusal(404, 10062);
    } else if (!dice.chance(faults().acceptsTwice)) {
      throw refusal(400, 40060);
    }
  }

  function find(ref: InteractionRef): Shown {
    if (tokensExpire && age(ref) > TOKEN_MS) throw refusal(401, 50027);
    const message = messages.get(ref.id);
    if (message === undefined) throw refusal(404, 10015);
    if (message.deleted) throw refusal(404, 10008);
    return message;
  }

  const seen = (id: string, message: Shown): OriginalMessage => ({
    id,
    loading: message.loading,
    pending: isPending(message),
    content: '',
    attachmentIds: message.attachments,
    fileNames: message.attachments,
    customIds: message.customIds,
  });

  function mayRefuse(): void {
    if (dice.chance(faults().refusesUpload)) throw refusal(...dice.pick(UPLOAD_REFUSALS));
  }

  /** How many of the files of a request are taken. */
  const partOf = (files: number): number =>
    files > 1 && dice.chance(faults().takesPart) ? dice.between(1, files - 1) : files;

  function edit(ref: InteractionRef, body: MessageBody, files: number): OriginalMessage {
    const message = find(ref);
    if (files > 0) mayRefuse();
    const taken = partOf(files);
    const listed = body.attachments?.map(({ id }) => String(id));
    const kept = listed
      ? message.attachments.filter((id) => listed.includes(id))
      : message.attachments;
    const added = Array.from({ length: taken }, () => `attachment-${++attachments}`);
    message.attachments = [...kept, ...added];
    message.loading = false;
    if (body.components !== undefined) {
      message.button = buttonIn(body);
      message.customIds = customIdsIn(body);
    }
    return seen(ref.id, message);
  }

  function call<T>(
    run: Run,
    cut: AbortSignal,
    what: string,
    effect: () => T,
    signal?: AbortSignal,
  ): Promise<T> {
    const { lost, unanswered, serverFails } = faults();
    const patience = cut.aborted ? HURRIED_MS : PATIENCE_MS;
    const usual = dice.chance(0.1) ? dice.between(300, 4_000) : dice.between(30, 300);
    const common = { what, effect, lost: noAnswer, ...(signal && { signal }) };
    const late = dice.chance(0.5) ? patience : usual;
    const thrown = dice.next();
    if (thrown < lost) return run.send({ ...common, ms: late, fate: 'lost' });
    if (thrown < lost + unanswered) {
      return run.send({ ...common, ms: late, fate: 'done-unanswered' });
    }
    if (thrown < lost + unanswered + serverFails) {
      const fate = dice.chance(0.5) ? 'lost' : 'done-unanswered';
      return run.send({ ...common, ms: usual, fate, lost: serverFailure });
    }
    return run.send({ ...common, ms: Math.min(usual, patience), fate: 'answered' });
  }

  const ground = {
    agenda,
    messages,
    said,
    posts,
    isClosed: (id: string) =>
      closedChannelIds.includes(id) || (shutUntil.get(id) ?? agenda.now) > agenda.now,
    seen,
    take: (files: readonly UploadFile[]) => {
      if (files.length > 0) mayRefuse();
      return () => files.slice(0, partOf(files.length));
    },
  };

  return {
    messages,
    said,
    posted: (channelId) => posts.all(channelId),

    shut(channelId, ms) {
      shutUntil.set(channelId, agenda.now + ms);
      note(`the bot is shut out of ${channelId} for ${ms / 1000} s`);
    },

    openAll: () => shutUntil.clear(),

    deletePost(channelId, messageId) {
      posts.remove(channelId, messageId);
      note(`someone deletes ${messageId}`);
    },

    deleteWaiting(interactionId) {
      const message = messages.get(interactionId);
      if (message === undefined || message.attachments.length > 0) return;
      if (!message.loading && !isPending(message)) return;
      message.deleted = true;
      note(`someone deletes the message of ${interactionId}`);
    },

    api: (run, cut) => ({
      defer: (ref) => call(run, cut, `defer ${ref.id}`, () => acknowledge(ref, true)),
      original: (ref) => call(run, cut, `look at ${ref.id}`, () => seen(ref.id, find(ref))),
      editOriginal: (ref, body, upload) =>
        call(
          run,
          cut,
          upload ? `upload ${upload.files.length} to ${ref.id}` : `edit ${ref.id}`,
          () => edit(ref, body, upload?.files.length ?? 0),
          upload?.signal,
        ),
      whisper: (ref) => call(run, cut, `whisper to ${ref.id}`, () => acknowledge(ref, false)),
      openForm: (ref) => call(run, cut, `open a form for ${ref.id}`, () => acknowledge(ref, false)),
      replace: (ref) => call(run, cut, `replace at ${ref.id}`, () => acknowledge(ref, false)),
      accept: (ref) => call(run, cut, `accept ${ref.id}`, () => acknowledge(ref, false)),
      whisperAfter: (ref) =>
        call(run, cut, `follow up on ${ref.id}`, () => void messages.get(ref.id)),
    }),

    channels: (run, cut) =>
      createSimulatedChannels(
        (what, effect, signal) => call(run, cut, what, effect, signal),
        ground,
      ),
  };
}
