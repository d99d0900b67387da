import type { Taste } from './documents.ts';
import { isNone, NONE } from './orders.ts';

/**
 * The options of `/imagine` with a member's defaults where they chose nothing. What was typed wins:
 * a negative prompt replaces the default, and "none" asks for no style or no negative prompt at all.
 */
export function withTaste<V>(
  typed: Readonly<Record<string, V>>,
  { stylePreset, aspectRatio, negativePrompt }: Taste,
): Record<string, V | string> {
  const defaults = {
    ...(stylePreset && { style_preset: stylePreset }),
    ...(aspectRatio && { aspect_ratio: aspectRatio }),
    ...(negativePrompt && { negative_prompt: negativePrompt }),
  };
  const all: Record<string, V | string> = { ...defaults, ...typed };
  if (all['style_preset'] === NONE) delete all['style_preset'];
  const negative = all['negative_prompt'];
  if (typeof negative === 'string' && isNone(negative)) delete all['negative_prompt'];
  return all;
}
