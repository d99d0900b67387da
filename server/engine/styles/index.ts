import type { StylePreset } from '../../../src/image-api/contract.ts';
import type { Canvas } from '../paint/canvas.ts';
import type { Composition } from '../scene/compose.ts';
import { analogFilm, cinematic, enhance, photographic } from './camera.ts';
import { digitalArt } from './digital-art.ts';
import { anime, comicBook, lineArt } from './drawn.ts';
import { fantasyArt } from './fantasy-art.ts';
import { lowPoly, origami } from './folded.ts';
import { isometric } from './isometric.ts';
import { clay, model3d } from './moulded.ts';
import { neonPunk } from './neon-punk.ts';
import { pixelArt } from './pixel-art.ts';
import { plain } from './plain.ts';
import { tileTexture } from './tile-texture.ts';

/** Paints a composition in one manner. */
type Style = (composition: Composition) => Canvas;

const STYLES: Record<StylePreset, Style> = {
  '3d-model': model3d,
  'analog-film': analogFilm,
  anime,
  cinematic,
  'comic-book': comicBook,
  'digital-art': digitalArt,
  enhance,
  'fantasy-art': fantasyArt,
  isometric,
  'line-art': lineArt,
  'low-poly': lowPoly,
  'modeling-compound': clay,
  'neon-punk': neonPunk,
  origami,
  photographic,
  'pixel-art': pixelArt,
  'tile-texture': tileTexture,
};

/** The picture of a composition in the asked style, or in the engine's own look. */
export const paintStyle = (style: StylePreset | undefined, composition: Composition): Canvas =>
  (style ? STYLES[style] : plain)(composition);
