import { luma, type Rgb } from '../paint/colour.ts';
import { clamp, length } from '../paint/maths.ts';
import type { Noise } from '../paint/noise.ts';
import type { Palette } from '../scene/palette.ts';
import type { Fill, Grain, Light, Picture } from '../scene/picture.ts';
import type { Shader, Skin } from './skin.ts';

/** How much light a point of a surface gets, 0 to 1. */
export function lightAt(light: Light, palette: Palette): (x: number, y: number) => number {
  if (light.kind === 'flat') return () => light.value;
  if (light.kind === 'ramp') {
    const dx = light.x1 - light.x0;
    const dy = light.y1 - light.y0;
    const square = dx * dx + dy * dy || 1;
    return (x, y) => {
      const t = clamp(((x - light.x0) * dx + (y - light.y0) * dy) / square);
      return light.from + (light.to - light.from) * t;
    };
  }
  if (light.kind === 'tube') {
    const { top, bottom } = light;
    const tall = bottom[2] - top[2] || 1;
    return (x, y) => {
      const t = clamp((y - top[2]) / tall);
      const left = top[0] + (bottom[0] - top[0]) * t;
      const right = top[1] + (bottom[1] - top[1]) * t;
      const n = clamp(((x - left) / (right - left || 1)) * 2 - 1, -1, 1);
      return clamp(0.3 + 0.72 * (n * 0.72 * palette.from + Math.sqrt(1 - n * n) * 0.5));
    };
  }
  return (x, y) => {
    const nx = (x - light.x) / light.r;
    const ny = (y - light.y) / light.r;
    const nz = Math.sqrt(Math.max(0, 1 - nx * nx - ny * ny));
    return clamp(0.28 + 0.78 * (nx * palette.from * 0.5 - ny * 0.6 + nz * 0.45));
  };
}

/** A material's roughness around 0, at a size that fits the picture. */
function roughness(grain: Grain, noise: Noise, unit: number): (x: number, y: number) => number {
  const k = 1 / unit;
  switch (grain) {
    case 'rock':
      return (x, y) => {
        const warp = noise.at(x * k * 9, y * k * 9) * 0.5;
        return (noise.layers(x * k * 26 + warp, y * k * 11 + warp, 4) - 0.5) * 0.95;
      };
    case 'grass':
      return (x, y) =>
        (noise.layers(x * k * 60, y * k * 24, 3) - 0.5) * 0.5 +
        (noise.at(x * k * 5, y * k * 11) - 0.5) * 0.35;
    case 'sand':
      return (x, y) =>
        (noise.layers(x * k * 7 + noise.at(x * k * 5, y * k * 5), y * k * 42, 2) - 0.5) * 0.3;
    case 'leaf':
      return (x, y) => (noise.layers(x * k * 75, y * k * 75, 2) - 0.5) * 0.62;
    case 'snow':
      return (x, y) => (noise.layers(x * k * 12, y * k * 30, 3) - 0.5) * 0.24;
    case 'none':
      return () => 0;
  }
}

/** The level of cel light that `value` falls on. */
const stepped = (value: number, steps: number): number =>
  steps === 0 ? value : (Math.floor(clamp(value, 0, 0.999) * steps) + 0.5) / steps;

/** The colour of a filled surface, lit and hazed. */
export function surface(
  item: Fill,
  picture: Picture,
  skin: Skin,
  noise: Noise,
  layer: number,
): Shader {
  const { palette, unit } = picture;
  const colour: Rgb = skin.coat ? skin.coat(item.colour, layer) : item.colour;
  const light = lightAt(item.light, palette);
  if (skin.hatch) return hatched(colour, light, skin.hatch, item.far);
  const rough = skin.grain > 0 ? roughness(item.grain, noise, unit) : undefined;
  const haze = clamp(item.far * skin.haze) * (1 - item.glow);
  const { sun, shade } = palette;
  return (x, y, out) => {
    let l = light(x, y);
    if (rough) l += rough(x, y) * skin.grain;
    l = stepped(l, skin.steps);
    for (let c = 0; c < 3; c++) {
      const base = colour[c] ?? 0;
      const s = shade[c] ?? 0;
      let value = base * (s + ((sun[c] ?? 0) - s) * l);
      value += (base - value) * item.glow;
      out[c] = value + ((palette.haze[c] ?? 0) - value) * haze;
    }
  };
}

/** Added light of a halo at a distance, 0 to 1. */
export const haloAt = (dx: number, dy: number, r: number): number => {
  const t = 1 - length(dx, dy) / r;
  return t <= 0 ? 0 : t * t * t;
};

/** White paper with slanting strokes where little light falls; very dark things are solid black. */
function hatched(
  colour: Rgb,
  light: (x: number, y: number) => number,
  gap: number,
  far: number,
): Shader {
  const dark = luma(colour[0], colour[1], colour[2]) < 0.2;
  return (x, y, out) => {
    const l = light(x, y);
    const at = (x * 0.9 + y * 0.6) / gap;
    const off = Math.abs(at - Math.floor(at) - 0.5) * gap;
    const thick = gap * 0.15 * clamp((0.4 - l) * 5) * (far > 0.5 ? 0 : 1);
    const tone = dark ? 0.08 : 1 - clamp(thick - off + 0.5) * 0.88 * (thick > 0.05 ? 1 : 0);
    out[0] = tone;
    out[1] = tone;
    out[2] = tone;
  };
}
