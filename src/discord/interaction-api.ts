import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIMessage,
  InteractionResponseType,
  MessageFlags,
  REST,
  Routes,
} from 'discord.js';
import { z } from 'zod';
import { bounded } from './bounded.ts';
import { encodeMultipart, type UploadFile } from './multipart.ts';

/** A token lives 15 minutes (Discord's docs); nothing is sent with it after this. */
export const TOKEN_USE_MS = 14.5 * 60_000;

/** How one interaction is addressed; the token is a secret for 15 minutes. */
export interface InteractionRef {
  readonly id: string;
  readonly applicationId: string;
  readonly token: string;
}

/** The parts of an answer's message that decide what happens next. */
export interface OriginalMessage {
  /** Still shows "thinking…". */
  readonly loading: boolean;
  readonly attachmentIds: readonly string[];
}

/** Of a message, what an answer's fate is read from. */
export const messageSchema = z
  .object({ flags: z.int().default(0), attachments: z.array(z.object({ id: z.string() })) })
  .transform(
    ({ flags, attachments }): OriginalMessage => ({
      loading: (flags & MessageFlags.Loading) !== 0,
      attachmentIds: attachments.map(({ id }) => id),
    }),
  );

/** A message's body, in Discord's own shape. */
export interface MessageBody extends Partial<Pick<APIMessage, 'content' | 'embeds'>> {
  readonly components?: readonly APIActionRowComponent<APIComponentInMessageActionRow>[];
  readonly attachments?: readonly { readonly id: string | number; readonly description?: string }[];
}

/** Answers to interactions, each call one HTTP request and no more. Throws as @discordjs/rest does. */
export interface InteractionApi {
  /** Says that an answer will come: everybody sees "thinking…". */
  defer(ref: InteractionRef): Promise<void>;
  /** Answers at once, seen by the member alone. */
  whisper(ref: InteractionRef, body: MessageBody): Promise<void>;
  original(ref: InteractionRef): Promise<OriginalMessage>;
  editOriginal(
    ref: InteractionRef,
    body: MessageBody,
    upload?: { readonly files: readonly UploadFile[]; readonly signal: AbortSignal },
  ): Promise<OriginalMessage>;
  /** A further message, seen by the member alone. */
  whisperAfter(ref: InteractionRef, body: MessageBody): Promise<void>;
}

const noMentions = { allowed_mentions: { parse: [] } };

const webhook = ({ applicationId, token }: InteractionRef) =>
  Routes.webhookMessage(applicationId, token);

/** The first answer must be there within 3 s; past this its fate is asked for. */
const FIRST_ANSWER = { usual: 5_000, hurried: 2_000 };

/** Everything small. */
const ANSWER = { usual: 8_000, hurried: 2_000 };

/** An upload is ended by its own signal. */
const UPLOAD = { usual: TOKEN_USE_MS, hurried: 0 };

/**
 * Interactions over their own REST connection, which repeats nothing by itself: whether a lost answer
 * may be repeated is decided by whoever knows what was at stake. `hurry` is aborted when the bot must
 * stop: then no answer is waited for long.
 */
export function createInteractionApi(apiUrl: string, hurry: AbortSignal): InteractionApi {
  const rest = new REST({
    api: apiUrl,
    retries: 0,
    timeout: 60_000,
    globalRequestsPerSecond: 500,
    handlerSweepInterval: 300_000,
  });
  const firstAnswer = async ({ id, token }: InteractionRef, body: object) => {
    await bounded(FIRST_ANSWER, hurry, (signal) =>
      rest.post(Routes.interactionCallback(id, token), { auth: false, body, signal }),
    );
  };

  return {
    defer: (ref) =>
      firstAnswer(ref, {
        type: InteractionResponseType.DeferredChannelMessageWithSource,
        data: { flags: 0 },
      }),

    whisper: (ref, body) =>
      firstAnswer(ref, {
        type: InteractionResponseType.ChannelMessageWithSource,
        data: { ...body, ...noMentions, flags: MessageFlags.Ephemeral },
      }),

    original: async (ref) =>
      messageSchema.parse(
        await bounded(ANSWER, hurry, (signal) => rest.get(webhook(ref), { auth: false, signal })),
      ),

    async editOriginal(ref, body, upload) {
      const message = { ...body, ...noMentions };
      if (upload === undefined) {
        const answer = await bounded(ANSWER, hurry, (signal) =>
          rest.patch(webhook(ref), { auth: false, body: message, signal }),
        );
        return messageSchema.parse(answer);
      }
      const form = await encodeMultipart(message, upload.files);
      const answer = await bounded(UPLOAD, upload.signal, (signal) =>
        rest.patch(webhook(ref), {
          auth: false,
          body: form.body,
          passThroughBody: true,
          headers: { 'content-type': form.contentType },
          signal,
        }),
      );
      return messageSchema.parse(answer);
    },

    async whisperAfter({ applicationId, token }, body) {
      const message = { ...body, ...noMentions, flags: MessageFlags.Ephemeral };
      await bounded(ANSWER, hurry, (signal) =>
        rest.post(Routes.webhook(applicationId, token), { auth: false, body: message, signal }),
      );
    },
  };
}
