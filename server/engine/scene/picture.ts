import type { Rgb } from '../paint/colour.ts';
import type { Path } from '../paint/raster.ts';
import type { Palette } from './palette.ts';

/** How light falls on a surface; values run from 0, in shadow, to 1, fully lit. */
export type Light =
  | { readonly kind: 'flat'; readonly value: number }
  | {
      readonly kind: 'ramp';
      readonly x0: number;
      readonly y0: number;
      readonly from: number;
      readonly x1: number;
      readonly y1: number;
      readonly to: number;
    }
  | {
      /** An upright tube whose left and right edges are straight lines. */
      readonly kind: 'tube';
      readonly top: readonly [left: number, right: number, y: number];
      readonly bottom: readonly [left: number, right: number, y: number];
    }
  | { readonly kind: 'ball'; readonly x: number; readonly y: number; readonly r: number };

/** What a surface is made of, for the styles that show it. */
export type Grain = 'none' | 'rock' | 'grass' | 'sand' | 'leaf' | 'snow';

/** A filled surface. */
export interface Fill {
  readonly type: 'fill';
  readonly paths: readonly Path[];
  readonly colour: Rgb;
  readonly light: Light;
  /** 0 at the viewer, 1 at the end of sight: how much haze lies before it. */
  readonly far: number;
  readonly grain: Grain;
  /** 0 to 1: how much it shines of itself, whatever the hour. */
  readonly glow: number;
  /** Weight of its outline in drawn styles, 0 to 1. */
  readonly ink: number;
  readonly alpha: number;
}

/** A thin line: rigging, rails, cracks, grass blades. */
export interface Line {
  readonly type: 'line';
  readonly path: Path;
  readonly width: number;
  readonly colour: Rgb;
  readonly far: number;
  readonly glow: number;
  readonly alpha: number;
  readonly taper: number;
}

/** Light added around a source. */
export interface Halo {
  readonly type: 'halo';
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly colour: Rgb;
  readonly strength: number;
}

/** Light added along a widening shaft. */
export interface Beam {
  readonly type: 'beam';
  readonly x: number;
  readonly y: number;
  /** Direction of its middle, of length 1. */
  readonly dx: number;
  readonly dy: number;
  readonly reach: number;
  /** Half its width over its length. */
  readonly spread: number;
  readonly colour: Rgb;
  readonly strength: number;
}

/** Open water that mirrors what was painted above `top`. */
export interface Water {
  readonly type: 'water';
  readonly paths: readonly Path[];
  readonly top: number;
  /** 0 a mirror, 1 an open sea. */
  readonly rough: number;
  readonly seed: number;
}

/** A soft band of mist. */
export interface Mist {
  readonly type: 'mist';
  readonly y: number;
  readonly reach: number;
  readonly strength: number;
  readonly seed: number;
}

/** One step of painting, far to near. */
export type Item = Fill | Line | Halo | Beam | Water | Mist;

/** A heap of round puffs on a flat base. */
export interface Cloud {
  readonly puffs: readonly { readonly x: number; readonly y: number; readonly r: number }[];
  readonly base: number;
}

/** A point of light. */
export interface Star {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly shine: number;
}

/** A lit round body. */
export interface Orb {
  readonly kind: 'sun' | 'moon' | 'crescent' | 'planet';
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** Everything behind the first item. */
export interface Sky {
  readonly orbs: readonly Orb[];
  readonly stars: readonly Star[];
  readonly clouds: readonly Cloud[];
  /** Thin high cloud, 0 to 1. */
  readonly veil: number;
  readonly aurora: boolean;
  readonly rainbow: boolean;
  readonly seed: number;
}

/** A whole picture, as data: what every style starts from. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** The shorter side, which sizes everything. */
  readonly unit: number;
  readonly horizon: number;
  readonly palette: Palette;
  readonly sky: Sky;
  readonly items: readonly Item[];
}
