import type { Canvas } from '../paint/canvas.ts';
import type { Composition } from '../scene/compose.ts';
import { plain } from './plain.ts';
export const isometric = (composition: Composition): Canvas => plain(composition);
