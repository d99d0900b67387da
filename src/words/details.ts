import { ASPECT_RATIOS, MAX_SEED } from '../image-api/contract.ts';
import { firstSeed } from '../pictures/again.ts';
import type { PictureRecord } from '../pictures/documents.ts';
import { snowflakeTime } from '../snowflake.ts';
import { type Card, field } from './card.ts';
import { NONE } from '../tastes/orders.ts';
import { styleChoices } from './choices.ts';
import { timestamp } from './text.ts';

/** Discord's bound for an embed's description is 4,096; the rest is for the words around the line. */
const LINE_LENGTH = 3_800;

const STYLES = Object.fromEntries(styleChoices().map(({ name, value }) => [value, name]));

/** A name from a table, or the value itself where the table does not know it any more. */
const nameIn = (table: Readonly<Record<string, string>>, value: string): string =>
  table[value] ?? value;

/** Whether one command with the first seed makes the same pictures: their seeds count upwards. */
function isOneRun(record: PictureRecord): boolean {
  const first = firstSeed(record);
  return record.seeds.every((seed, index) => seed === ((first - 1 + index) % MAX_SEED) + 1);
}

/** How many pictures the line asks for. */
const lineCount = (record: PictureRecord): number => (isOneRun(record) ? record.request.count : 1);

/**
 * The command that makes the pictures again, as Discord's message box takes it. It says as well what
 * there is none of: whoever sends it may have defaults of their own.
 */
export function commandLine(record: PictureRecord): string {
  const { prompt, negativePrompt, stylePreset, aspectRatio } = record.request;
  const count = lineCount(record);
  return [
    `/imagine prompt:${prompt}`,
    `negative_prompt:${negativePrompt ?? NONE}`,
    `style_preset:${nameIn(STYLES, stylePreset ?? NONE)}`,
    `aspect_ratio:${nameIn(ASPECT_RATIOS, aspectRatio)}`,
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

/** What Details shows, and the command in a file of its own where it is too long to be shown. */
export function detailsOf(record: PictureRecord): { card: Card; file?: string } {
  const { request, seeds, user, message } = record;
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
    description: `${how}${others}`,
    fields: [
      field('Style', nameIn(STYLES, request.stylePreset ?? NONE)),
      field('Shape', nameIn(ASPECT_RATIOS, request.aspectRatio)),
      field(seeds.length === 1 ? 'Seed' : 'Seeds', seeds.join(', ')),
      field('Asked by', `<@${user}>`),
      ...(message === null ? [] : [field('Shown', timestamp(snowflakeTime(message), 'R'))]),
    ],
  };
  return fits ? { card } : { card, file: line };
}
