import type { ChatInputCommandInteraction, RepliableInteraction } from 'discord.js';
import type { Taste } from '../../tastes/documents.ts';
import { parseTasteOrder, type TasteOrder } from '../../tastes/orders.ts';
import { withTaste } from '../../tastes/resolve.ts';
import type { Tastes } from '../../tastes/tastes.ts';
import {
  STYLE_CLEARED,
  STYLE_EMPTY,
  STYLE_UNAVAILABLE,
  STYLE_UNKNOWN,
  styleAnswer,
  styleRefused,
} from '../../words/style.ts';
import type { Desk } from '../command.ts';
import { type Options, optionsOf } from '../options.ts';
import { subcommandOf } from '../subcommand.ts';
import { whisper } from '../whisper.ts';

/** Answers `/style`, to the member alone. */
export async function runStyle(
  interaction: ChatInputCommandInteraction,
  { tastes, line: { api, log } }: Desk,
): Promise<void> {
  const { name, options } = subcommandOf(interaction);
  const order = parseTasteOrder(name, options);
  const content =
    order === undefined
      ? STYLE_UNKNOWN
      : await carryOut(order, interaction.user.id, tastes).catch((err: unknown) => {
          log.error({ err, interaction: interaction.id }, 'defaults could not be read or written');
          return STYLE_UNAVAILABLE;
        });
  await whisper(api, interaction, { content }, log);
}

async function carryOut(order: TasteOrder, userId: string, tastes: Tastes): Promise<string> {
  switch (order.name) {
    case 'show':
      return styleAnswer(await tastes.of(userId), false);
    case 'clear':
      return (await tastes.clear(userId)) ? STYLE_CLEARED : STYLE_EMPTY;
    case 'set':
      if ('problem' in order) return styleRefused(order.problem);
      return styleAnswer(await tastes.change(userId, order.changes), true);
  }
}

/**
 * The options of `/imagine`, with the member's or else the server's defaults where nothing was chosen.
 * Never rejects: where defaults cannot be read, the picture is made without them.
 */
export async function tastefulOptions(
  interaction: ChatInputCommandInteraction,
  desk: Desk,
): Promise<Options> {
  return withTaste(optionsOf(interaction), await tasteOf(interaction, desk));
}

/** A member's defaults over those of the server; none where they cannot be read. Never rejects. */
export async function tasteOf(
  { id, guildId, user }: Pick<RepliableInteraction, 'id' | 'guildId' | 'user'>,
  { tastes, studio: { settings }, line: { log } }: Desk,
): Promise<Taste> {
  const without = (err: unknown): Taste => {
    log.error({ err, interaction: id }, 'a picture is made without its defaults');
    return {};
  };
  const ofServer = async (): Promise<Taste> =>
    guildId === null ? {} : (await settings.view(guildId)).policy;
  const [{ stylePreset, aspectRatio }, own] = await Promise.all([
    ofServer().catch(without),
    tastes.of(user.id).catch(without),
  ]);
  return {
    ...(stylePreset !== undefined && { stylePreset }),
    ...(aspectRatio !== undefined && { aspectRatio }),
    ...own,
  };
}
