import type { Canvas } from '../paint/canvas.ts';
import { mix } from '../paint/colour.ts';
import { clamp, smooth } from '../paint/maths.ts';
import type { Noise } from '../paint/noise.ts';
import type { Picture, Water } from '../scene/picture.ts';
import type { Shader, Skin } from './skin.ts';

/** The water's colour: what stands above it, mirrored and broken by waves, over the deep. */
export function waterShader(
  item: Water,
  picture: Picture,
  skin: Skin,
  noise: Noise,
  canvas: Canvas,
): Shader {
  return skin.water === 'mirror'
    ? mirror(item, picture, noise, canvas)
    : bands(item, picture, noise, skin.facets ? 0.7 : 0.2);
}

function mirror(item: Water, picture: Picture, noise: Noise, canvas: Canvas): Shader {
  const { palette, unit, height, width, sky } = picture;
  const { rgb } = canvas;
  const depth = height - item.top;
  const sun = sky.orbs.find((orb) => orb.kind !== 'planet');
  const { rough } = item;
  return (x, y, out) => {
    const down = Math.max(0, y - item.top);
    const near = down / depth;
    // Perspective: waves shorten and flatten towards the horizon.
    const size = 1 / (0.012 + near * 0.16);
    const u = ((x - width / 2) / unit) * size * 0.9 + item.seed;
    const v = (Math.sqrt(near + 0.002) * 34) / (0.55 + near * 0.35);
    const swell = noise.layers(u, v, 3) - 0.5;
    const ripple = noise.at(u * 3.1, v * 2.7) - 0.5;
    const calm = smooth(0, 0.09, near);
    const tilt = (swell * 0.8 + ripple * 0.35) * rough * calm;
    const shift = tilt * unit * (0.03 + near * 0.26) + ripple * unit * 0.006 * (0.15 + 0.85 * calm);
    const my = clamp(
      item.top - 1 - down * (1.02 - 0.35 * rough * near) + shift * 1.4,
      0,
      item.top - 1,
    );
    const mx = clamp(x + shift * 0.35, 0, width - 1);
    const i = (Math.floor(my) * width + Math.floor(mx)) * 3;
    const mirrored = 0.82 - near * (0.3 + rough * 0.4) - Math.max(0, tilt) * 0.3;
    const dip = smooth(0.35, -0.35, tilt);
    const level = 1.02 - near * 0.34;
    let glint = 0;
    if (sun) {
      const path = (x - sun.x) / (unit * (0.035 + near * 0.16));
      const column = 1 / (1 + path * path);
      glint =
        column *
        (0.25 + 0.75 * calm) *
        smooth(0.02, 0.3, swell * 0.9 + ripple * 0.7 + (1 - rough) * 0.06) *
        (sun.kind === 'sun' ? 0.8 : 0.6);
    }
    const crest = rough > 0.4 ? smooth(0.26, 0.42, swell + ripple * 0.35) * near * 0.3 : 0;
    for (let c = 0; c < 3; c++) {
      const deep = (palette.deep[c] ?? 0) * level * (0.8 + 0.3 * dip);
      let value =
        deep + (Math.min(rgb[i + c] ?? 0, palette.glare[c] ?? 1) * 0.94 - deep) * clamp(mirrored);
      value += ((palette.glare[c] ?? 1) - value) * glint;
      out[c] = value + ((palette.haze[c] ?? 1) - value) * (crest + 0.25 * smooth(0.08, 0, near));
    }
  };
}

function bands(item: Water, picture: Picture, noise: Noise, dull: number): Shader {
  const { palette, unit, height, sky } = picture;
  const depth = height - item.top;
  const sun = sky.orbs.find((orb) => orb.kind !== 'planet');
  const far = mix(palette.haze, palette.deep, 0.35);
  const tones = [0.1, 0.38, 0.6, 0.8, 0.95].map((t) => mix(far, palette.deep, t));
  const glare = mix(palette.glare, palette.deep, dull);
  return (x, y, out) => {
    const near = clamp((y - item.top) / depth);
    const wobble = (noise.at((x / unit) * 5 + item.seed, near * 9) - 0.5) * 0.1 * (0.2 + near);
    const band = clamp(Math.floor((Math.sqrt(near) + wobble) * 5), 0, 4);
    let tone = tones[band] ?? palette.deep;
    if (sun) {
      const reach = unit * (0.05 + near * 0.12);
      const v = Math.sqrt(near) * 22;
      const half = reach * (0.35 + 0.9 * noise.at(Math.floor(v) * 7.3, item.seed));
      if (Math.abs(x - sun.x) < half && v - Math.floor(v) < 0.42) tone = glare;
    }
    out[0] = tone[0];
    out[1] = tone[1];
    out[2] = tone[2];
  };
}
