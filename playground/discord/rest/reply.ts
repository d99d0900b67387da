import { z } from 'zod';
import type { Core } from '../core.ts';
import { refuse } from '../errors.ts';
import { Permission } from '../permissions.ts';
import { referenceTo } from '../posting.ts';
import { MessageType, type WireMessage } from '../wire.ts';
import type { Entry } from './entry.ts';

const sending = z.object({
  nonce: z.union([z.string(), z.number()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  message_reference: z
    .object({
      message_id: z.string(),
      channel_id: z.string().nullish(),
      fail_if_not_exists: z.boolean().nullish(),
    })
    .nullish(),
});

type Reference = NonNullable<z.infer<typeof sending>['message_reference']>;

/** What a channel message says of its sending, beyond what it shows. */
interface Sending {
  readonly nonce: string | number | undefined;
  /** True when the nonce must not make a second message. */
  readonly isOnce: boolean;
  readonly reference: Reference | undefined;
}

/** Reads the part of a message body that is about its sending. Throws ZodError. */
export function parseSending(body: unknown): Sending {
  const { nonce, enforce_nonce: isOnce, message_reference: reference } = sending.parse(body ?? {});
  return { nonce: nonce ?? undefined, isOnce: isOnce ?? false, reference: reference ?? undefined };
}

/**
 * What makes a message a reply. Throws Refusal: 160002 without READ_MESSAGE_HISTORY; 50035 when there is no such
 * message in the channel, unless the sender would rather send it as no reply.
 */
export function replyDetails(
  core: Core,
  { channel, may }: Entry,
  { message_id, channel_id, fail_if_not_exists: mustExist }: Reference,
): Partial<WireMessage> {
  if (!may(Permission.ReadMessageHistory)) throw refuse.cannotReply();
  const target = core.messages.find(message_id);
  const isHere =
    target?.onlyFor === null &&
    target.message.channel_id === channel.id &&
    (channel_id ?? channel.id) === channel.id;
  if (!isHere) {
    if (mustExist === false) return {};
    throw refuse.unknownReference();
  }
  return { type: MessageType.Reply, message_reference: referenceTo(channel, message_id) };
}
