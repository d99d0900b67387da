import {
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import { z } from 'zod';
import type { Conversation } from '../../conversation.ts';
import { generate } from '../../generate.ts';
import type { Ending } from '../../outcome.ts';
import type { Desk } from '../command.ts';
import { createConversation } from './conversation.ts';
import type { Options } from '../options.ts';

/** Bytes a file may have: the smallest limit of any server where an interaction names none (Discord's docs). */
const fileLimitSchema = z
  .int()
  .positive()
  .catch(10 * 1024 * 1024);

/** Pictures to make. */
interface Job {
  readonly options: Options;
  /** For a request by a Retry button: runs beside the rest once the interaction is taken. Never rejects. */
  readonly fromButton?: { onClaim(): Promise<void> };
}

/** Makes the pictures that an interaction asks for, and counts how it ended. */
export async function runJob(
  { options, fromButton }: Job,
  interaction: ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction,
  { studio, line, askedIn }: Desk,
): Promise<Ending> {
  const { id: interactionId, guildId, channelId, user } = interaction;
  const fileLimit = fileLimitSchema.parse(interaction.attachmentSizeLimit);
  const asker = { guildId, userId: user.id };
  const started = performance.now();
  const asked = { ...asker, channelId, options };
  const isAllowed = mayPost(interaction);
  const topic = { ref: interaction, asked, fromButton: fromButton !== undefined };
  const conversation = createConversation({ ...topic, mayPost: isAllowed }, line);
  let beside = Promise.resolve();
  const talk: Conversation = {
    ...conversation,
    async claim() {
      const claim = await conversation.claim();
      if (claim === 'ours' && fromButton !== undefined) beside = fromButton.onClaim();
      return claim;
    },
  };
  const mayAttach = interaction.appPermissions.has(PermissionFlagsBits.AttachFiles);
  const { ManageMessages } = PermissionFlagsBits;
  const origin = {
    ...asker,
    ...askedIn(interaction),
    interactionId,
    fileLimit,
    mayAttach,
    mayPost: isAllowed,
    mayModerate: interaction.memberPermissions?.has(ManageMessages) === true,
  };
  const ending = await generate(options, origin, talk, studio);
  const seconds = (performance.now() - started) / 1000;
  studio.tally.jobFinished(ending.kind, seconds);
  if (ending.kind === 'delivered') studio.tally.creditsCaptured(ending.captured);
  studio.log.info({ interaction: interactionId, seconds, ...facts(ending) }, 'job ended');
  await beside;
  return ending;
}

/** What it takes to post pictures by itself, and to find them again after a crash (Discord's docs). */
function mayPost({ appPermissions }: Pick<MessageComponentInteraction, 'appPermissions'>): boolean {
  const { ViewChannel, ReadMessageHistory, AttachFiles } = PermissionFlagsBits;
  const { SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  return (
    appPermissions.has([ViewChannel, ReadMessageHistory, AttachFiles]) &&
    appPermissions.any([SendMessages, SendMessagesInThreads])
  );
}

/** What the log may say of an ending: no prompt, and no text from outside. */
function facts(ending: Ending): Record<string, unknown> {
  switch (ending.kind) {
    case 'delivered':
      return { result: ending.kind, pictures: ending.pictures, captured: ending.captured };
    case 'not-painted':
      return { result: ending.kind, reason: ending.failure.reason };
    case 'not-delivered':
      return { result: ending.kind, reason: ending.refusal };
    default:
      return { result: ending.kind };
  }
}
