import { z } from 'zod';
import {
  aspectRatios,
  codePoints,
  MAX_PROMPT,
  type AspectRatio,
  type StylePreset,
  stylePresets,
} from '../image-api/contract.ts';
import { cleanPrompt } from '../prompt.ts';
import { MAX_PROMPT_OPTION } from '../request.ts';

/** The value of an option that asks for none of it, where a default would give one. */
export const NONE = 'none';

/** Whether a text asks for no negative prompt: nobody wants the word itself kept out of a picture. */
export const isNone = (text: string): boolean => cleanPrompt(text).toLowerCase() === NONE;

/** What a member wants changed of their defaults; null takes one away. */
export interface TasteChanges {
  readonly stylePreset?: StylePreset | typeof NONE;
  readonly aspectRatio?: AspectRatio;
  readonly negativePrompt?: string | null;
}

/** Why `/style set` cannot be carried out. */
export type TasteProblem =
  /** No option was chosen. */
  'nothing' | 'style' | 'shape' | 'negative-prompt' | 'negative-prompt-too-long';

/** A use of `/style`. */
export type TasteOrder =
  | { readonly name: 'show' | 'clear' }
  | { readonly name: 'set'; readonly changes: TasteChanges }
  | { readonly name: 'set'; readonly problem: TasteProblem };

const styleSchema = z.enum([...stylePresets, NONE]);

const shapeSchema = z.enum(aspectRatios);

type Typed = Readonly<Record<string, unknown>>;

/** A use of `/style` by the names of its options; undefined for one that this version does not know. */
export function parseTasteOrder(name: string, options: Typed): TasteOrder | undefined {
  if (name === 'show' || name === 'clear') return { name };
  if (name !== 'set') return undefined;
  const read = readChanges(options);
  return typeof read === 'string' ? { name, problem: read } : { name, changes: read };
}

function readChanges({
  style_preset: style,
  aspect_ratio: shape,
  negative_prompt: negative,
}: Typed): TasteChanges | TasteProblem {
  const stylePreset = styleSchema.optional().safeParse(style);
  if (!stylePreset.success) return 'style';
  const aspectRatio = shapeSchema.optional().safeParse(shape);
  if (!aspectRatio.success) return 'shape';
  const negativePrompt = readNegative(negative);
  if (typeof negativePrompt === 'string') return negativePrompt;
  const changes = {
    ...(stylePreset.data && { stylePreset: stylePreset.data }),
    ...(aspectRatio.data && { aspectRatio: aspectRatio.data }),
    ...negativePrompt,
  };
  return Object.keys(changes).length === 0 ? 'nothing' : changes;
}

function readNegative(typed: unknown): Pick<TasteChanges, 'negativePrompt'> | TasteProblem {
  if (typed === undefined) return {};
  if (typeof typed !== 'string') return 'negative-prompt';
  const text = cleanPrompt(typed);
  if (typed.length > MAX_PROMPT_OPTION || codePoints(text) > MAX_PROMPT) {
    return 'negative-prompt-too-long';
  }
  if (text === '') return 'negative-prompt';
  return { negativePrompt: isNone(text) ? null : text };
}
