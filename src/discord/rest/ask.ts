import { type Answer, readFailure, uploadRefusal } from './answers.ts';
import type { ChannelApi } from './channel-api.ts';
import type { InteractionApi, InteractionRef } from './interaction-api.ts';
import { findLate, type LateFound, type LateSearch } from '../delivery/find-late.ts';
import type { OriginalMessage } from '../message.ts';
import type { UploadRefusal } from '../../outcome.ts';
import { type Wait, waitAfter } from '../../wait.ts';

/** What Discord says of an interaction's message. */
export type Look =
  | { readonly kind: 'there'; readonly message: OriginalMessage }
  /** Deleted, or its token expired: nobody sees it, or nobody can know. */
  | { readonly kind: 'gone'; readonly refusal: UploadRefusal }
  /** Discord could not be asked before the signal. */
  | { readonly kind: 'unknown' };

/** What a channel shows of an interaction's message. */
export type ChannelLook =
  | Exclude<Look, { kind: 'gone' }>
  /** The channel shows no such message. */
  | { readonly kind: 'absent' }
  /** The bot may not look there, or the channel is no more. */
  | { readonly kind: 'gone' };

const WAITS_MS = [250, 500, 1_000, 2_000, 5_000];

type Reply<T> =
  | { readonly kind: 'answered'; readonly answer: T }
  | Extract<Answer, { kind: 'refused' }>
  | { readonly kind: 'unknown' };

/** Asks a question until it is answered or refused, or the signal ends it. */
export async function askUntil<T>(
  signal: AbortSignal,
  wait: Wait,
  question: () => Promise<T>,
): Promise<Reply<T>> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return { kind: 'answered', answer: await question() };
    } catch (error) {
      const failure = readFailure(error);
      if (failure.kind === 'refused') return failure;
    }
    if (signal.aborted) return { kind: 'unknown' };
    await wait(waitAfter(attempt, WAITS_MS), signal);
  }
}

/** Asks Discord until it answers or the signal ends it. */
export async function askDiscord(
  api: InteractionApi,
  ref: InteractionRef,
  signal: AbortSignal,
  wait: Wait,
): Promise<Look> {
  const reply = await askUntil(signal, wait, () => api.original(ref));
  if (reply.kind === 'unknown') return reply;
  if (reply.kind === 'refused') return { kind: 'gone', refusal: uploadRefusal(reply) };
  return { kind: 'there', message: reply.answer };
}

/**
 * Looks for pictures that were posted by themselves until Discord answers or the signal ends it.
 * Undefined where it could not be asked; none where the bot may not look.
 */
export async function askLate(
  api: ChannelApi,
  channelId: string,
  late: LateSearch,
  signal: AbortSignal,
  wait: Wait,
): Promise<LateFound | undefined> {
  const reply = await askUntil(signal, wait, () => findLate(api, channelId, late));
  if (reply.kind === 'answered') return reply.answer;
  if (reply.kind === 'unknown' || reply.status === 401) return undefined;
  return new Map();
}

/** Looks for an interaction's message in its channel until Discord answers or the signal ends it. */
export async function askChannel(
  api: ChannelApi,
  { interactionId, channelId }: { interactionId: string; channelId: string },
  signal: AbortSignal,
  wait: Wait,
): Promise<ChannelLook> {
  const reply = await askUntil(signal, wait, () => api.answerTo(interactionId, channelId));
  if (reply.kind === 'unknown') return reply;
  // A bot whose own token is refused knows nothing of the channel.
  if (reply.kind === 'refused') return { kind: reply.status === 401 ? 'unknown' : 'gone' };
  return reply.answer;
}
