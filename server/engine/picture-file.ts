import type { PaintOrder } from './engine.ts';
import { addLabel } from './label.ts';
import { encodePng } from './png.ts';
import { compose } from './scene/compose.ts';
import { paintStyle } from './styles/index.ts';

/** The PNG file of an order: its scene in its style, labelled. Takes a second of pure arithmetic. */
export function paintOrder(order: PaintOrder): Uint8Array<ArrayBuffer> {
  const { prompt, negativePrompt = '', stylePreset, width, height, seed } = order;
  const composition = compose({ prompt, negativePrompt, width, height, seed });
  const canvas = paintStyle(stylePreset, composition);
  addLabel(canvas);
  return encodePng(canvas);
}
