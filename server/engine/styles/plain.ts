import type { Canvas } from '../paint/canvas.ts';
import { render } from '../render/render.ts';
import { NATURAL } from '../render/skin.ts';
import type { Composition } from '../scene/compose.ts';

/** The engine's own look, when no style is asked for. */
export const plain = ({ picture }: Composition): Canvas => render(picture, NATURAL);
