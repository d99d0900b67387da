import type { MessageContextMenuCommandInteraction } from 'discord.js';
import { cleanPrompt } from '../../prompt.ts';
import { NONE } from '../../tastes/orders.ts';
import type { Shown } from '../../words/read-showing.ts';
import type { Desk } from '../command.ts';
import { readPictures } from './picture-click.ts';
import { tasteOf } from './style-desk.ts';
import type { Target } from './target.ts';

/**
 * What Imagine like this begins with, each time with a new seed: what the pictures of a message were
 * made from, or its text, by the member's own defaults. Undefined where it has neither.
 */
export async function draftFrom(
  { pictures, content }: Target,
  interaction: Pick<MessageContextMenuCommandInteraction, 'id' | 'guildId' | 'user'>,
  desk: Desk,
): Promise<Shown | undefined> {
  if (pictures !== undefined) {
    const { request } = await readPictures(interaction, { ...pictures, content }, desk);
    return { request: { ...request, seed: null }, seeds: [] };
  }
  if (cleanPrompt(content) === '') return undefined;
  const { stylePreset, aspectRatio, negativePrompt } = await tasteOf(interaction, desk);
  return {
    request: {
      prompt: content,
      negativePrompt: negativePrompt ?? null,
      stylePreset: stylePreset === undefined || stylePreset === NONE ? null : stylePreset,
      aspectRatio: aspectRatio ?? '1:1',
      seed: null,
      count: 1,
    },
    seeds: [],
  };
}
