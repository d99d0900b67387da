import { ASPECT_RATIOS, STYLE_PRESETS } from '../image-api/contract.ts';
import type { Picture } from '../image-api/client.ts';
import type { Missing, Showing } from '../outcome.ts';
import type { PictureRequest } from '../request.ts';
import { paintFailure } from './notices.ts';
import { pendingText } from './progress.ts';
import { negativeLine, promptLine } from './prompt-line.ts';
import { counted, shorten } from './text.ts';

const REASONS_LENGTH = 240;
/** Discord's bound for an attachment's description. */
const ALT_TEXT_LENGTH = 1_024;
const SLUG_LENGTH = 48;

const LATE = 'It took longer than Discord lets an answer wait.';

/** The text above the pictures; with every part at its longest it stays below Discord's 2,000. */
export function showingText(showing: Showing): string {
  const { userId, request, pictures, missing, parent, pending, isLate } = showing;
  const { prompt, negativePrompt, stylePreset, aspectRatio } = request;
  const seeds = pictures.map(({ seed }) => seed);
  const facts = [
    ...(stylePreset ? [STYLE_PRESETS[stylePreset]] : []),
    ASPECT_RATIOS[aspectRatio],
    unique(pictures.map(({ width, height }) => `${width} × ${height}`)).join(', '),
    `${seeds.length === 1 ? 'seed' : 'seeds'} ${seeds.join(', ')}`,
    `asked by <@${userId}>`,
    ...(parent === undefined ? [] : [`from [this message](${parent})`]),
  ];
  return [
    promptLine(prompt),
    ...(negativePrompt ? [negativeLine(negativePrompt)] : []),
    facts.join(' · '),
    ...(pending ? [pendingText(pending, pictures.length)] : []),
    ...(missing.length > 0 && !pending ? [missingText(missing, pictures.length)] : []),
    ...(pictures.some(({ convertedFrom }) => convertedFrom) ? [conversionText(pictures)] : []),
    ...(isLate ? [`-# ${LATE}`] : []),
    `-# ${maker(pictures)}`,
  ].join('\n');
}

const FORMATS = { png: 'PNG', jpeg: 'JPEG', webp: 'WebP' } as const;

/** Says that files are not those that the image service sent. */
function conversionText(pictures: readonly Picture[]): string {
  const from = pictures.flatMap(({ convertedFrom }) => convertedFrom ?? []);
  const [first = 'png', ...others] = unique(from);
  const what = others.length === 0 ? FORMATS[first] : 'file';
  const was = 'larger than this server accepts, so';
  if (pictures.length === 1) {
    return `-# The ${what} was ${was} this is a smaller WebP of the same picture.`;
  }
  if (from.length === 1) {
    return `-# The ${what} of one picture was ${was} that is a smaller WebP of the same picture.`;
  }
  const whose = from.length === pictures.length ? 'the pictures' : `${from.length} pictures`;
  return `-# The ${what}s of ${whose} were ${was} those are smaller WebPs of the same pictures.`;
}

function missingText(missing: Showing['missing'], made: number): string {
  const reasons = unique(missing.map(missingReason));
  const gone = `${missing.length} of ${counted(made + missing.length, 'picture')}`;
  const reason = shorten(reasons.join('; '), REASONS_LENGTH);
  return `${gone} ${missing.length === 1 ? 'is' : 'are'} missing: ${reason}. Only the ${made} shown ${made === 1 ? 'was' : 'were'} charged.`;
}

function missingReason(failure: Missing): string {
  switch (failure.reason) {
    case 'upload-too-large':
      return 'the file is larger than this server accepts';
    case 'upload-refused':
      return 'Discord accepted no more';
    case 'review-gone':
      return 'it was deleted where moderators looked at it';
    case 'review-closed':
      return 'the bot was not let into the channel where moderators looked at it';
    default:
      return paintFailure(failure).what;
  }
}

const maker = (pictures: readonly Picture[]): string =>
  pictures.some(({ sampleEngine }) => sampleEngine)
    ? 'Painted by the sample engine, an algorithm and no AI model'
    : 'AI-generated';

/** What a picture's file is called, and what a screen reader says of it. */
export type Label = (picture: Picture) => { readonly name: string; readonly alt: string };

/** The label that tells the prompt. */
export const labelFor =
  (request: PictureRequest): Label =>
  (picture) => ({ name: fileName(request, picture), alt: altText(request, picture) });

/** The same without a word of the prompt: for files that may stay longer than the prompt does. */
export const silentLabel =
  ({ stylePreset }: Pick<PictureRequest, 'stylePreset'>): Label =>
  (picture) => ({ name: `picture-${ending(picture)}`, alt: `${kindText(stylePreset, picture)}.` });

/** What a screen reader says of a picture: whole sentences, and no numbers that help nobody who listens. */
export function altText({ prompt, stylePreset }: PictureRequest, picture: Picture): string {
  const kind = kindText(stylePreset, picture);
  return shorten(`${kind}. Prompt: ${asSentence(prompt)}`, ALT_TEXT_LENGTH);
}

function kindText(stylePreset: PictureRequest['stylePreset'], { sampleEngine }: Picture): string {
  const kind = sampleEngine ? 'Sample image made by an algorithm, not AI' : 'AI-generated image';
  return stylePreset ? `${kind}, ${lowerFirst(STYLE_PRESETS[stylePreset])} style` : kind;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** With an end that is heard as one; lists of words often end in a comma. */
function asSentence(text: string): string {
  const whole = text.replace(/[\s,;:]+$/u, '') || text;
  return /[.!?…。！？]\p{Pe}?["”’»]?$/u.test(whole) ? whole : `${whole}.`;
}

/** A file name from the prompt's first words and the seed, in letters every system takes. */
export function fileName({ prompt }: PictureRequest, picture: Picture): string {
  const words = prompt
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const slug = (words ?? []).slice(0, 6).join('-').slice(0, SLUG_LENGTH).replace(/-+$/, '');
  return `${slug || 'picture'}-${ending(picture)}`;
}

const ending = ({ seed, format }: Picture): string =>
  `${seed}.${format === 'jpeg' ? 'jpg' : format}`;

/** The seed that the name of a picture's file ends with; undefined for a name of another kind. */
export function seedIn(name: string): number | undefined {
  const [, seed] = /-(\d+)\.\w+$/.exec(name) ?? [];
  return seed === undefined ? undefined : Number(seed);
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];
