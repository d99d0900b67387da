import { MAX_SEED } from '../image-api/contract.ts';
import { firstSeed } from '../pictures/again.ts';
import { snowflakeTime } from '../snowflake.ts';
import { type Card, type CardField, field } from './card.ts';
import { NONE } from '../tastes/orders.ts';
import { shapeName, styleName } from './choices.ts';
import type { Shown } from './read-showing.ts';
import { disarmWithin, timestamp } from './text.ts';

/** Discord's bound for an embed's description is 4,096; the rest is for the words around the line. */
const LINE_LENGTH = 3_800;

/** Whether one command with the first seed makes the same pictures: their seeds count upwards. */
function isOneRun(record: Shown): boolean {
  const first = firstSeed(record);
  return record.seeds.every((seed, index) => seed === ((first - 1 + index) % MAX_SEED) + 1);
}

/** How many pictures the line asks for. */
const lineCount = (record: Shown): number => (isOneRun(record) ? record.request.count : 1);

/**
 * The command that makes the pictures again, as Discord's message box takes it. It says as well what
 * there is none of: whoever sends it may have defaults of their own.
 */
export function commandLine(record: Shown): string {
  const { prompt, negativePrompt, stylePreset, aspectRatio } = record.request;
  const count = lineCount(record);
  return [
    `/imagine prompt:${prompt}`,
    `negative_prompt:${negativePrompt ?? NONE}`,
    `style_preset:${styleName(stylePreset)}`,
    `aspect_ratio:${shapeName(aspectRatio)}`,
    `seed:${firstSeed(record)}`,
    ...(count === 1 ? [] : [`count:${count}`]),
  ].join(' ');
}

/**
 * A text in a code block, which nothing in it can end. What parts the marks is seen by nobody, and
 * taken out again when the line is sent as a command.
 */
const codeBlock = (text: string): string =>
  `\`\`\`\n${text.replaceAll('`', `\`${String.fromCodePoint(0x200b)}`)}\n\`\`\``;

/** Of what a server keeps out of pictures, at most; a field of an embed takes 1,024 (Discord's docs). */
const KEPT_OUT_LENGTH = 1_000;

/** What is told of pictures, and the message that shows them. */
export interface Told extends Shown {
  readonly message: string | null;
  /** Who asked for them, where that is known. */
  readonly user?: string;
  /** What the server keeps out of every picture now, besides what members exclude. */
  readonly keptOut?: string | undefined;
}

/** Before what a message itself says. */
const READ =
  'What this was made from is not kept any more: it is older than 60 days, or was deleted. This is what the message still says; a long prompt only as far as it is shown.';

/** It is no part of the line: it is added to whatever is asked for. */
const keptOutField = (keptOut: string): CardField => ({
  name: 'This server now keeps out of every picture',
  value: disarmWithin(keptOut, KEPT_OUT_LENGTH),
  inline: false,
});

/** What Details shows, and the command in a file of its own where it is too long to be shown. */
export function detailsOf(
  record: Told,
  source: 'kept' | 'read' = 'kept',
): { card: Card; file?: string } {
  const { request, seeds, user, message, keptOut } = record;
  const line = commandLine(record);
  const block = codeBlock(line);
  const fits = block.length <= LINE_LENGTH;
  const others =
    lineCount(record) < seeds.length
      ? '\nIt makes the first picture; put in another seed to make another.'
      : '';
  const how = fits
    ? `Copy this line into the message box to make it again:\n${block}`
    : 'The line that makes it again is in the file: it is too long to be shown here.';
  const card: Card = {
    title: seeds.length === 1 ? 'How this picture was made' : 'How these pictures were made',
    description: `${source === 'read' ? `${READ}\n` : ''}${how}${others}`,
    fields: [
      field('Style', styleName(request.stylePreset)),
      field('Shape', shapeName(request.aspectRatio)),
      field(seeds.length === 1 ? 'Seed' : 'Seeds', seeds.join(', ')),
      ...(user === undefined ? [] : [field('Asked by', `<@${user}>`)]),
      ...(message === null ? [] : [field('Shown', timestamp(snowflakeTime(message), 'R'))]),
      ...(keptOut === undefined ? [] : [keptOutField(keptOut)]),
    ],
  };
  return fits ? { card } : { card, file: line };
}
