import { ComponentType, MessageFlags, type MessageContextMenuCommandInteraction } from 'discord.js';
import { parseCustomId } from '../custom-id.ts';
import { CANCEL } from '../message.ts';
import { REVIEW_KINDS } from '../review/rows.ts';
import { isPictureButton } from './picture-rows.ts';

/** A message in whose menu somebody chose something. */
export interface Target {
  readonly id: string;
  readonly content: string;
  /** Seen by one member alone, and soon by nobody. */
  readonly isPrivate: boolean;
  /** Pictures in it are still being made. */
  readonly isPending: boolean;
  /** Its pictures wait for a moderator, who alone sees them. */
  readonly isWaiting: boolean;
  /** Whoever used the command or the button that it answers, where Discord says so. */
  readonly askedBy: string | undefined;
  /** How many pictures it shows. */
  readonly shown: number;
  /** The bot's own pictures, with the id of their record where buttons under them still name it. */
  readonly pictures: { readonly recordId: string | undefined } | undefined;
}

/**
 * Reads the chosen message. Only the bot's own buttons name records: another application may write
 * whatever it likes into the custom ids of its own.
 */
export function targetOf({ targetMessage, client }: MessageContextMenuCommandInteraction): Target {
  const { id, content, author, attachments, components, flags, interactionMetadata } =
    targetMessage;
  const isOurs = author.id === client.user.id;
  const buttons = components
    .flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []))
    .map(({ customId }) => parseCustomId(customId ?? ''));
  const recordId = buttons.find(({ kind }) => isPictureButton(kind))?.recordId;
  const shown = attachments.filter(({ contentType }) => contentType?.startsWith('image/')).size;
  return {
    id,
    content,
    isPrivate: flags.has(MessageFlags.Ephemeral),
    isPending: isOurs && buttons.some(({ kind }) => kind === CANCEL),
    isWaiting: isOurs && buttons.some(({ kind }) => kind === REVIEW_KINDS.approve),
    askedBy: isOurs ? interactionMetadata?.user.id : undefined,
    shown,
    pictures: isOurs && (recordId !== undefined || shown > 0) ? { recordId } : undefined,
  };
}
