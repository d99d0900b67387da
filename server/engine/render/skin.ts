import type { Rgb } from '../paint/colour.ts';
import type { Facets } from './facets.ts';

/** How a style wants the picture's data turned into pixels. */
export interface Skin {
  /** Levels of light; 0 leaves it smooth. */
  readonly steps: number;
  /** Strength of the materials' own texture, 0 to 1. */
  readonly grain: number;
  /** Strength of the haze before far things, 0 to 1. */
  readonly haze: number;
  /** Soft vapour, shapes with an edge, folded planes, or heaps of solid balls. */
  readonly clouds: 'soft' | 'drawn' | 'folded' | 'balls';
  /** A mirror of the sky, or flat bands. */
  readonly water: 'mirror' | 'bands';
  /** Share of glows and beams that is kept. */
  readonly glow: number;
  /** Outlines: their width in pixels and their colour on each layer. */
  readonly ink?: { readonly width: number; readonly colour: (layer: number) => Rgb };
  /** Gap of the strokes that stand for shade in a line drawing, in pixels. */
  readonly hatch?: number;
  readonly facets?: Facets;
  /** Depth of the shadow that each surface throws on what lies behind it, in pixels. */
  readonly shadow?: number;
  /** Replaces a surface's colour before it is lit. */
  readonly coat?: (colour: Rgb, layer: number) => Rgb;
}

/** The soft, lifelike look that most styles start from. */
export const NATURAL: Skin = {
  steps: 0,
  grain: 1,
  haze: 1,
  clouds: 'soft',
  water: 'mirror',
  glow: 1,
};

/** The flat look of drawn styles. */
export const DRAWN: Skin = {
  steps: 3,
  grain: 0,
  haze: 0.8,
  clouds: 'drawn',
  water: 'bands',
  glow: 0.8,
};

/** Writes the colour at a point, in pixels, into the three numbers of `out`. */
export type Shader = (x: number, y: number, out: Float64Array) => void;
