import { z } from 'zod';
import type { AttachmentRequest } from './attachments.ts';
import type { AllowedMentions } from './mentions.ts';
import { withoutNulls } from './nulls.ts';
import type { WireComponent, WireEmbed, WireModal, WireChoice } from './wire.ts';

const list = <T>() => z.custom<readonly T[]>(Array.isArray).nullish();

const attachment = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  filename: z.string().nullish(),
  description: z.string().nullish(),
  title: z.string().nullish(),
});

const messageBody = z.object({
  content: z.string().nullish(),
  embeds: list<WireEmbed>(),
  components: list<WireComponent>(),
  attachments: z.array(attachment).nullish(),
  flags: z.number().int().nullish(),
  tts: z.boolean().nullish(),
  allowed_mentions: z
    .object({ parse: z.array(z.string()).nullish(), users: z.array(z.string()).nullish() })
    .nullish(),
});

function toRequest({
  id,
  filename,
  description,
  title,
}: z.infer<typeof attachment>): AttachmentRequest {
  return {
    id,
    ...(filename ? { filename } : {}),
    ...(description ? { description } : {}),
    ...(title ? { title } : {}),
  };
}

/** A message as a bot sends it; a field it nulled is emptied, a field it left out is undefined. */
export interface MessageBody {
  readonly content: string | undefined;
  readonly embeds: readonly WireEmbed[] | undefined;
  readonly components: readonly WireComponent[] | undefined;
  readonly attachments: AttachmentRequest[] | undefined;
  readonly allowedMentions: AllowedMentions | undefined;
  readonly flags: number | undefined;
  readonly tts: boolean;
}

/** Reads the part of a message body this Discord acts upon. Throws ZodError when it is no message. */
export function parseMessageBody(body: unknown): MessageBody {
  const parsed = messageBody.parse(body ?? {});
  return {
    content: parsed.content === null ? '' : parsed.content,
    embeds: parsed.embeds === null ? [] : withoutNulls(parsed.embeds),
    components: parsed.components === null ? [] : withoutNulls(parsed.components),
    attachments: (parsed.attachments === null ? [] : parsed.attachments)?.map(toRequest),
    allowedMentions: parsed.allowed_mentions ?? undefined,
    flags: parsed.flags === null ? 0 : parsed.flags,
    tts: parsed.tts ?? false,
  };
}

const callback = z.object({ type: z.number().int(), data: z.unknown().optional() });
const modal = z.object({
  custom_id: z.string(),
  title: z.string(),
  components: z.custom<WireModal['components']>(Array.isArray),
});
const choices = z.object({ choices: z.custom<readonly WireChoice[]>(Array.isArray) });

/** Reads an interaction callback's envelope. Throws ZodError. */
export const parseCallback = (body: unknown): { type: number; data?: unknown } =>
  callback.parse(body);

/** Reads the data of a modal callback. Throws ZodError. */
export const parseModal = (data: unknown): WireModal => withoutNulls(modal.parse(data));

/** Reads the data of an autocomplete callback. Throws ZodError. */
export const parseChoices = (data: unknown): readonly WireChoice[] => choices.parse(data).choices;
