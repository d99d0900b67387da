import { mix, type Rgb, rgb, saturate, scale } from '../paint/colour.ts';
import type { Random } from '../paint/random.ts';
import type { Scene, Time } from './scene.ts';
import { TINTS } from './words.ts';

/** The colours of one hour and season. */
export interface Palette {
  readonly sky: readonly { readonly at: number; readonly colour: Rgb }[];
  /** Multiplies a lit surface. */
  readonly sun: Rgb;
  /** Multiplies a surface in shadow. */
  readonly shade: Rgb;
  readonly haze: Rgb;
  readonly deep: Rgb;
  readonly glare: Rgb;
  readonly cloud: Rgb;
  readonly cloudShade: Rgb;
  readonly grass: Rgb;
  readonly leaf: Rgb;
  readonly pine: Rgb;
  readonly rock: Rgb;
  readonly sand: Rgb;
  /** Lamps and windows are lit. */
  readonly lit: boolean;
  /** Where the light comes from: -1 left, 1 right. */
  readonly from: number;
}

interface Hour {
  readonly skies: readonly [string, ...string[]];
  readonly sun: string;
  readonly shade: string;
  readonly deep: string;
  readonly glare: string;
  readonly cloud: string;
  readonly cloudShade: string;
  readonly lit: boolean;
}

/** Sky colours run from the zenith to the horizon. */
const HOURS: Record<Time, Hour> = {
  dawn: {
    skies: ['3f5c94 7f88b5 d9a0ac f7c3a4 ffe3b8', '4a6fa0 93a5c6 e8b4b8 fcd5b5 fff0cf'],
    sun: 'ffe0c0',
    shade: '6d6a90',
    deep: '3f6485',
    glare: 'ffd2ac',
    cloud: 'fff0e2',
    cloudShade: 'b79cb4',
    lit: false,
  },
  day: {
    skies: ['2a6fbd 4c94d8 86bde9 bfe0f4 eaf5f6', '2f7cc0 58a5d6 94cbe6 cbe8ef f3f6ea'],
    sun: 'fffaec',
    shade: '6d7d9c',
    deep: '17578a',
    glare: 'fffbe8',
    cloud: 'ffffff',
    cloudShade: 'a3b8d3',
    lit: false,
  },
  noon: {
    skies: ['1560bd 2f87dc 6bb6ee a9daf6 dcf2fa', '0f68b8 2d93d6 74c2ea b4e2f2 e4f5f4'],
    sun: 'ffffff',
    shade: '6c82a6',
    deep: '0d6398',
    glare: 'ffffff',
    cloud: 'ffffff',
    cloudShade: 'b3c9e2',
    lit: false,
  },
  sunset: {
    skies: [
      '2b356b 5d4a86 b65f86 f28a68 ffd08a',
      '31497f 6f6598 cf7a80 f7a25f ffdc94',
      '243a66 4f5c8e a5708f ee9270 ffd79c',
    ],
    sun: 'ffca94',
    shade: '5a4d78',
    deep: '35446f',
    glare: 'ffc27a',
    cloud: 'ffd3ac',
    cloudShade: '8b5f88',
    lit: true,
  },
  night: {
    skies: ['060b20 0c1737 152a56 264877 46709a', '080a22 120f3c 241f5c 3d3a7c 6a639c'],
    sun: '7f9ac8',
    shade: '232c50',
    deep: '0d2145',
    glare: 'cfdcf0',
    cloud: '5a6f9c',
    cloudShade: '17213f',
    lit: true,
  },
};

/** Land colours by season. */
const SEASONS = {
  summer: { grass: '7fa650', leaf: '568b45', pine: '34684f' },
  spring: { grass: '92bf5e', leaf: 'eda9bf', pine: '47805a' },
  autumn: { grass: 'b39a4e', leaf: 'd9772f', pine: '54694a' },
  winter: { grass: 'eaf0f5', leaf: 'c9d5df', pine: '5d7f83' },
} as const;

function seasonOf(scene: Scene): keyof typeof SEASONS {
  if (scene.things.has('winter')) return 'winter';
  if (scene.things.has('autumn')) return 'autumn';
  return scene.things.has('spring') ? 'spring' : 'summer';
}

/** Chooses the colours; the stream shifts them a little and picks the side of the light. */
export function createPalette(scene: Scene, random: Random): Palette {
  const hour = HOURS[scene.time];
  const storm = scene.things.has('storm') ? 0.62 : scene.things.has('rain') ? 0.45 : 0;
  const tint = scene.tints[0];
  const lean = random.pick([rgb('ff9a5c'), rgb('5ca8ff'), rgb('c986ff'), rgb('7fe0c0')]);
  const drift = random.between(0, 0.07);
  const dark = scene.time === 'night';
  const grey = dark ? rgb('1c2437') : rgb('5d6a78');
  const shift = (colour: Rgb): Rgb => {
    const stormy = mix(mix(colour, mix(colour, lean, 0.5), drift), grey, storm);
    if (!tint) return stormy;
    const target = rgb(TINTS[tint]);
    const level = dark ? 0.45 : 1;
    return mix(stormy, scale(mix(target, stormy, 0.35), level), 0.34);
  };
  const colours = random
    .pick(hour.skies as [string, ...string[]])
    .split(' ')
    .map(rgb);
  const sky = colours.map((colour, i) => ({
    at: [0, 0.32, 0.62, 0.84, 1][i] ?? 1,
    colour: shift(colour),
  }));
  const season = SEASONS[seasonOf(scene)];
  const warm = random.between(0, 0.12);
  const rock = mix(rgb('8f8880'), random.pick([rgb('a88a70'), rgb('7f8a96')]), 0.5);
  const sand = mix(
    rgb('ecd3a0'),
    rgb('e2a968'),
    random.between(0, scene.things.has('desert') ? 0.9 : 0.2),
  );
  return {
    sky,
    sun: mix(rgb(hour.sun), grey, storm * 0.5),
    shade: mix(rgb(hour.shade), grey, storm * 0.3),
    haze: mix(sky[3]?.colour ?? grey, sky[2]?.colour ?? grey, 0.45),
    deep: shift(rgb(hour.deep)),
    glare: mix(rgb(hour.glare), grey, storm * 0.6),
    cloud: shift(rgb(hour.cloud)),
    cloudShade: mix(shift(rgb(hour.cloudShade)), rgb('2a3140'), storm * 0.5),
    grass: saturate(mix(rgb(season.grass), rgb('c2b055'), warm), 1.05),
    leaf: rgb(season.leaf),
    pine: rgb(season.pine),
    rock,
    sand: tint ? mix(sand, rgb(TINTS[tint]), 0.4) : sand,
    lit: hour.lit || storm > 0.4,
    from: random.chance(0.5) ? -1 : 1,
  };
}
