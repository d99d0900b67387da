import type { MessageComponentInteraction, ModalSubmitInteraction } from 'discord.js';
import type { PictureRecord } from '../pictures/documents.ts';
import { parseRequest } from '../request.ts';
import { BUTTON_WORDS } from '../words/buttons.ts';
import { noticeText } from '../words/notices.ts';
import { readShowing, type Shown } from '../words/read-showing.ts';
import type { Desk } from './command.ts';
import { runJob } from './job.ts';
import type { Options } from './options.ts';
import { withParent } from './parent.ts';
import { whisper } from './whisper.ts';

type Click = MessageComponentInteraction | ModalSubmitInteraction;

/**
 * What the pictures were made from whose buttons, list or form were used here; undefined once the
 * member was told that it is not kept any more.
 */
export async function findPictures(
  interaction: Click,
  recordId: string,
  { line: { api, pictures, log } }: Desk,
): Promise<PictureRecord | undefined> {
  const record = await pictures.find(recordId);
  if (record !== undefined && record.guild === interaction.guildId) return record;
  await whisper(api, interaction, { content: BUTTON_WORDS.gone }, log);
  return undefined;
}

/** The same for a form, which works without: with what the message itself still says of its pictures. */
export async function readPictures(
  { guildId, message }: Click,
  recordId: string,
  { line: { pictures } }: Desk,
): Promise<Shown> {
  const record = await pictures.find(recordId);
  return record?.guild === guildId ? record : readShowing(message?.content ?? '');
}

/**
 * Makes what somebody chose under pictures, as a command of their own. What cannot be drawn is told
 * to them alone, before anything else happens.
 */
export async function makeFrom(
  options: Options,
  parentId: string | undefined,
  interaction: Click,
  desk: Desk,
): Promise<void> {
  const parsed = parseRequest(options);
  if ('refusal' in parsed) {
    const { api, log } = desk.line;
    await whisper(api, interaction, { content: noticeText(parsed.refusal) }, log);
    return;
  }
  const whole = parentId === undefined ? options : withParent(options, parentId);
  await runJob({ options: whole }, interaction, desk);
}
