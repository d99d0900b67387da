import type {
  MessageComponentInteraction,
  ModalSubmitInteraction,
  RepliableInteraction,
} from 'discord.js';
import type { PictureRecord } from '../../pictures/documents.ts';
import { parseRequest } from '../../request.ts';
import { BUTTON_WORDS } from '../../words/buttons.ts';
import { noticeText } from '../../words/notices.ts';
import { readShowing, type Shown } from '../../words/read-showing.ts';
import type { Desk } from '../command.ts';
import { runJob } from '../delivery/job.ts';
import type { Options } from '../options.ts';
import { type Parent, withParent } from '../delivery/parent.ts';
import { whisper } from '../whisper.ts';

type Click = MessageComponentInteraction | ModalSubmitInteraction;

/**
 * What the pictures were made from whose buttons, list or form were used here; undefined once the
 * member was told that it is not kept any more.
 */
export async function findPictures(
  interaction: Click,
  recordId: string,
  desk: Desk,
): Promise<PictureRecord | undefined> {
  const record = await keptPictures(interaction, recordId, desk);
  const { api, log } = desk.line;
  if (record === undefined) await whisper(api, interaction, { content: BUTTON_WORDS.gone }, log);
  return record;
}

/** What the pictures of a message here were made from; undefined where it is not kept any more. */
export async function keptPictures(
  { guildId }: Pick<RepliableInteraction, 'guildId'>,
  recordId: string | undefined,
  { line: { pictures } }: Desk,
): Promise<PictureRecord | undefined> {
  const record = recordId === undefined ? undefined : await pictures.find(recordId);
  return record?.guild === guildId ? record : undefined;
}

/** A message with pictures. */
export interface PictureMessage {
  readonly content: string;
  /** Undefined where nothing was written down of them. */
  readonly recordId: string | undefined;
}

/** The same for who can do without: then it is what the message itself still says of its pictures. */
export async function readPictures(
  interaction: Pick<RepliableInteraction, 'guildId'>,
  { content, recordId }: PictureMessage,
  desk: Desk,
): Promise<Shown> {
  return (await keptPictures(interaction, recordId, desk)) ?? readShowing(content);
}

/**
 * Makes what somebody chose under pictures, as a command of their own. What cannot be drawn is told
 * to them alone, before anything else happens.
 */
export async function makeFrom(
  options: Options,
  parent: Parent | undefined,
  interaction: Click,
  desk: Desk,
): Promise<void> {
  const parsed = parseRequest(options);
  if ('refusal' in parsed) {
    const { api, log } = desk.line;
    await whisper(api, interaction, { content: noticeText(parsed.refusal) }, log);
    return;
  }
  const whole = parent === undefined ? options : withParent(options, parent, interaction.channelId);
  await runJob({ options: whole }, interaction, desk);
}
