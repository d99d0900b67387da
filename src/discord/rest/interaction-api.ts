import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
  REST,
  Routes,
} from 'discord.js';
import { bounded } from './bounded.ts';
import { messageSchema, type OriginalMessage } from '../message.ts';
import { asForm, type UploadFile } from './multipart.ts';

/** A token lives 15 minutes (Discord's docs); nothing is sent with it after this. */
export const TOKEN_USE_MS = 14.5 * 60_000;

/** How one interaction is addressed; the token is a secret for 15 minutes. */
export interface InteractionRef {
  readonly id: string;
  readonly applicationId: string;
  readonly token: string;
}

/** A message's body, in Discord's own shape. */
export interface MessageBody extends Partial<Pick<APIMessage, 'content' | 'embeds'>> {
  readonly components?: readonly APIActionRowComponent<APIComponentInMessageActionRow>[];
  readonly attachments?: readonly { readonly id: string | number; readonly description?: string }[];
}

/** A message for one member alone. */
export interface WhisperBody extends MessageBody {
  readonly files?: readonly UploadFile[];
}

/** Files that go with a message; the signal ends their way. */
export interface Upload {
  readonly files: readonly UploadFile[];
  readonly signal: AbortSignal;
}

/** A form to fill in, in Discord's own shape. */
export type FormBody = APIModalInteractionResponseCallbackData;

/** Answers to interactions, each call one HTTP request and no more. Throws as @discordjs/rest does. */
export interface InteractionApi {
  /** Says that an answer will come: everybody sees "thinking…". */
  defer(ref: InteractionRef): Promise<void>;
  /** Answers at once, seen by the member alone. */
  whisper(ref: InteractionRef, body: WhisperBody): Promise<void>;
  /** Answers at once with a form. */
  openForm(ref: InteractionRef, form: FormBody): Promise<void>;
  /** Answers at once by changing the message that was clicked. */
  replace(ref: InteractionRef, body: MessageBody): Promise<void>;
  /** Answers a click without a word: what it was for shows by itself. */
  accept(ref: InteractionRef): Promise<void>;
  original(ref: InteractionRef): Promise<OriginalMessage>;
  editOriginal(ref: InteractionRef, body: MessageBody, upload?: Upload): Promise<OriginalMessage>;
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
    handlerSweepInterval: 60_000,
  });
  const firstAnswer = async (
    { id, token }: InteractionRef,
    body: object,
    files: readonly UploadFile[] = [],
  ) => {
    const payload = files.length === 0 ? { body } : await asForm(body, files);
    await bounded(FIRST_ANSWER, hurry, (signal) =>
      rest.post(Routes.interactionCallback(id, token), { auth: false, ...payload, signal }),
    );
  };

  return {
    defer: (ref) =>
      firstAnswer(ref, {
        type: InteractionResponseType.DeferredChannelMessageWithSource,
        data: { flags: 0 },
      }),

    whisper: (ref, { files, ...body }) => {
      const data = { ...body, ...noMentions, flags: MessageFlags.Ephemeral };
      const type = InteractionResponseType.ChannelMessageWithSource;
      return firstAnswer(ref, { type, data }, files);
    },

    openForm: (ref, form) => firstAnswer(ref, { type: InteractionResponseType.Modal, data: form }),

    replace: (ref, body) =>
      firstAnswer(ref, {
        type: InteractionResponseType.UpdateMessage,
        data: { ...body, ...noMentions },
      }),

    accept: (ref) => firstAnswer(ref, { type: InteractionResponseType.DeferredMessageUpdate }),

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
      const form = await asForm(message, upload.files);
      const answer = await bounded(UPLOAD, upload.signal, (signal) =>
        rest.patch(webhook(ref), { auth: false, ...form, signal }),
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
