import type { ChannelApi, ShownAnswer } from '../../src/discord/channel-api.ts';
import type {
  InteractionApi,
  InteractionRef,
  MessageBody,
  OriginalMessage,
} from '../../src/discord/interaction-api.ts';
import { parseCustomId } from '../../src/discord/custom-id.ts';
import { RETRY } from '../../src/discord/retry-offer.ts';
import { snowflakeTime } from '../../src/snowflake.ts';
import { noAnswer, refusal, serverFailure, UPLOAD_REFUSALS } from './discord-errors.ts';
import type { Run, Surroundings } from './run.ts';

/** An interaction's message, as people see it. */
export interface Shown {
  loading: boolean;
  attachments: readonly string[];
  deleted: boolean;
  /** The custom id of the button under it, or under what was said in the channel in its place. */
  button: string | undefined;
  /** The member was told in the channel. */
  announced: boolean;
  /** When it was first answered, it was written down that its member waits. */
  readonly written: boolean;
}

/** How Discord behaves; rates are between 0 and 1. */
export interface DiscordFaults {
  readonly lost: number;
  readonly unanswered: number;
  readonly serverFails: number;
  readonly refusesUpload: number;
  readonly takesPart: number;
  readonly acceptsTwice: number;
}

/** What stays the same throughout a history. */
export interface DiscordManners {
  /** Whether tokens die after 15 minutes; otherwise they live through the history. */
  readonly tokensExpire: boolean;
  /** Channels where the bot may neither look nor write by itself. */
  readonly closedChannelIds: readonly string[];
  /** Whether the bot has it on disk that an interaction's member waits. */
  readonly isWritten: (interactionId: string) => boolean;
}

/** Discord, as far as interactions go: messages in memory that outlive every run of the bot. */
export interface SimulatedDiscord {
  /** What is shown for each interaction that was answered, by its id. */
  readonly messages: ReadonlyMap<string, Shown>;
  /** The nonces of what the bot said by itself, by channel. */
  readonly said: ReadonlyMap<string, ReadonlySet<string>>;
  /** Someone deletes the message while it still says "thinking…". */
  deleteLoading(interactionId: string): void;
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

  function enter(channelId: string): void {
    if (closedChannelIds.includes(channelId)) throw refusal(403, 50001);
  }

  const seen = (id: string, { loading, attachments: ids }: Shown): OriginalMessage => ({
    id,
    loading,
    attachmentIds: ids,
  });

  function edit(ref: InteractionRef, body: MessageBody, files: number): OriginalMessage {
    const message = find(ref);
    if (files > 0 && dice.chance(faults().refusesUpload)) {
      throw refusal(...dice.pick(UPLOAD_REFUSALS));
    }
    const taken = files > 1 && dice.chance(faults().takesPart) ? dice.between(1, files - 1) : files;
    const listed = body.attachments?.map(({ id }) => String(id));
    const kept = listed
      ? message.attachments.filter((id) => listed.includes(id))
      : message.attachments;
    const added = Array.from({ length: taken }, () => `attachment-${++attachments}`);
    message.attachments = [...kept, ...added];
    message.loading = false;
    if (body.components !== undefined) message.button = buttonIn(body);
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

  return {
    messages,
    said,

    deleteLoading(interactionId) {
      const message = messages.get(interactionId);
      if (message?.loading !== true) return;
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
      whisperAfter: (ref) =>
        call(run, cut, `follow up on ${ref.id}`, () => void messages.get(ref.id)),
    }),

    channels: (run, cut) => ({
      answerTo: (id, channelId) =>
        call(run, cut, `look for ${id} in ${channelId}`, (): ShownAnswer => {
          enter(channelId);
          const message = messages.get(id);
          if (message === undefined || message.deleted) return { kind: 'absent' };
          return { kind: 'there', message: seen(id, message) };
        }),
      post: (channelId, { nonce, ...body }) =>
        call(run, cut, `announce ${nonce} in ${channelId}`, () => {
          enter(channelId);
          said.set(channelId, (said.get(channelId) ?? new Set()).add(nonce));
          const message = messages.get(nonce);
          if (message === undefined) return;
          message.announced = true;
          message.button = buttonIn(body);
        }),
      picture: () => Promise.reject(new Error('Nobody looks at pictures here.')),
      removeComponents: (channelId, messageId) =>
        call(run, cut, `take the button off ${messageId}`, () => {
          enter(channelId);
          const message = messages.get(messageId);
          if (message !== undefined) message.button = undefined;
        }),
      remove: (channelId, messageId) =>
        call(run, cut, `delete ${messageId} in ${channelId}`, () => enter(channelId)),
    }),
  };
}

function buttonIn({ components }: MessageBody): string | undefined {
  const [button] = components?.[0]?.components ?? [];
  const id = button !== undefined && 'custom_id' in button ? button.custom_id : undefined;
  return id !== undefined && parseCustomId(id).kind === RETRY ? id : undefined;
}
