import type { ChatInputCommandInteraction } from 'discord.js';
import { z } from 'zod';
import { generate } from '../generate.ts';
import type { Ending } from '../outcome.ts';
import type { Desk } from './command.ts';
import { askedIn } from './asked-in.ts';
import { createConversation } from './conversation.ts';

/** Bytes a file may have: the smallest limit of any server where an interaction names none (Discord's docs). */
const fileLimitSchema = z
  .int()
  .positive()
  .catch(10 * 1024 * 1024);

/** Makes the pictures that an interaction asks for, and counts how it ended. */
export async function runJob(
  options: Readonly<Record<string, unknown>>,
  interaction: ChatInputCommandInteraction,
  { studio, line }: Desk,
): Promise<void> {
  const { id: interactionId, guildId, user } = interaction;
  const fileLimit = fileLimitSchema.parse(interaction.attachmentSizeLimit);
  const asker = { guildId, userId: user.id };
  const started = performance.now();
  const talk = createConversation(interaction, asker, line);
  const origin = { ...asker, ...askedIn(interaction), interactionId, fileLimit };
  const ending = await generate(options, origin, talk, studio);
  const seconds = (performance.now() - started) / 1000;
  studio.tally.jobFinished(ending.kind, seconds);
  if (ending.kind === 'delivered') studio.tally.creditsCaptured(ending.captured);
  studio.log.info({ interaction: interactionId, seconds, ...facts(ending) }, 'job ended');
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
