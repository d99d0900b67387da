import {
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
} from 'discord-api-spec/zod';
import { adaptAttachment, mapList, notBoolean, offsetToZulu, without } from './adapt.ts';
import { componentProblems } from './components.ts';
import { embedTextProblems } from './embeds.ts';
import * as files from './files.ts';
import { departures } from './schema.ts';
import { type AllowedMentions, given, type Message, type MessageContext } from './shapes.ts';
import { isObject } from './unknown-keys.ts';
import { at, broken, type Violation } from './violation.ts';

const IS_COMPONENTS_V2 = 1 << 15;
const MAX_CONTENT = 2000;

/** The schema of each request, and what discord.js sends beyond it; Discord ignores those fields there. */
const REQUESTS = {
  edit: { schema: IncomingWebhookUpdateRequestPartialSchema, extras: ['tts', 'enforce_nonce'] },
  'follow-up': { schema: IncomingWebhookRequestPartialSchema, extras: ['enforce_nonce'] },
  create: { schema: MessageCreateRequestSchema, extras: [] },
} as const;

/**
 * Everything Discord would refuse in a message: `edit` is a PATCH of a webhook message, `follow-up` a POST to
 * the webhook, `create` a POST to a channel. Whether the message would be empty is {@link isEmptyMessage}.
 */
export function checkMessage(
  kind: 'edit' | 'follow-up' | 'create',
  body: unknown,
  context: MessageContext,
): Violation[] {
  const { schema, extras } = REQUESTS[kind];
  const message = adaptMessage(body, extras);
  const found = [...departures(schema, message), ...notBoolean(body, extras)];
  const target = kind === 'edit' ? context : { ...context, existingAttachmentIds: [] };
  return [
    ...files.sizeProblems(context),
    ...(found.length > 0 ? found : messageProblems(message as Message, target)),
  ];
}

/** Brings a message into the terms of its schema: extras taken away, attachment ids as strings, timestamps as `Z`. */
export function adaptMessage(body: unknown, extras: readonly string[]): unknown {
  if (!isObject(body)) return body;
  const attachmentsAdapted = mapList(without(body, extras), 'attachments', adaptAttachment);
  return mapList(attachmentsAdapted, 'embeds', (embed) =>
    isObject(embed) && typeof embed['timestamp'] === 'string'
      ? { ...embed, timestamp: offsetToZulu(embed['timestamp']) }
      : embed,
  );
}

/** The hand-written rules of a message that its schema has accepted. */
export function messageProblems(message: Message, context: MessageContext): Violation[] {
  return [
    ...contentProblems(message),
    ...flagProblems(message),
    ...componentProblems(message.components ?? [], 'components'),
    ...embedTextProblems(message.embeds ?? []),
    ...mentionProblems(message.allowed_mentions ?? {}),
    ...files.countProblems(message, context),
    ...files.attachmentIdProblems(message, context),
    ...files.embedMediaProblems(message, context),
  ];
}

/** Bots write at most 2000 characters; the schema of a channel message allows the 4000 of a subscriber. */
function contentProblems({ content }: Message): Violation[] {
  return (content ?? '').length > MAX_CONTENT
    ? [broken('content', `Must be at most ${MAX_CONTENT} characters`)]
    : [];
}

/** Easel sends classic messages only: the flag of Components V2 cannot be taken back once set. */
function flagProblems({ flags }: Message): Violation[] {
  return ((flags ?? 0) & IS_COMPONENTS_V2) === 0
    ? []
    : [broken('flags', 'Components V2 are not used')];
}

/** `parse` and the list of ids of the same sort exclude each other. */
function mentionProblems(allowed: AllowedMentions): Violation[] {
  return (['users', 'roles'] as const).flatMap((sort) =>
    allowed.parse?.includes(sort) === true && (allowed[sort] ?? []).length > 0
      ? [broken(at('allowed_mentions', sort), `Excludes "${sort}" in parse`)]
      : [],
  );
}

/**
 * Whether a message would have nothing to show (error 50006): no text, embed, component, sticker or poll, no
 * upload, no attachment kept. For an edit, lay the body over the message it edits first.
 */
export function isEmptyMessage(body: unknown, context: MessageContext): boolean {
  const message = (isObject(body) ? adaptMessage(body, []) : {}) as Message;
  return (
    (message.content ?? '').trim() === '' &&
    !given(message.poll) &&
    [message.embeds, message.components, message.sticker_ids, context.files].every(
      (list) => (list ?? []).length === 0,
    ) &&
    files.keptAttachments(message, context).length === 0
  );
}
