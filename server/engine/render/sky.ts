import { mix, ramp, rgb, type Rgb } from '../paint/colour.ts';
import { clamp, length, smooth } from '../paint/maths.ts';
import type { Noise } from '../paint/noise.ts';
import type { Picture } from '../scene/picture.ts';
import { createVapour } from './clouds.ts';
import type { Shader, Skin } from './skin.ts';

/** The sky's colour: gradient, glow of the sun, aurora, rainbow and soft clouds. */
export function skyShader(picture: Picture, skin: Skin, noise: Noise): Shader {
  const { palette, sky, unit, horizon, width } = picture;
  const rows = Array.from({ length: 513 }, (_, i) => ramp(palette.sky, i / 512));
  const sun =
    sky.orbs.find((orb) => orb.kind === 'sun') ?? sky.orbs.find((orb) => orb.kind !== 'planet');
  const bright = sun?.kind === 'sun' ? 0.85 : 0.3;
  const soft = skin.clouds === 'soft';
  const vapour = soft ? createVapour(picture, noise) : undefined;
  const cloud = new Float64Array(2);
  const k = 1 / unit;
  const plain: Rgb = [0, 0, 0];
  return (x, y, out) => {
    const at = clamp(y / horizon) * 512;
    const i = Math.floor(at);
    const base = mix(rows[i] ?? plain, rows[Math.min(512, i + 1)] ?? plain, at - i);
    let [r, g, b] = base;
    let near = 0;
    if (sun) {
      const d = length(x - sun.x, (y - sun.y) * 1.15) * k;
      near = 1 / (1 + d * d * 26);
      const glow = (near * 0.62 + 0.5 / (1 + d * d * 420)) * bright;
      r += (palette.glare[0] - r) * clamp(glow);
      g += (palette.glare[1] - g) * clamp(glow);
      b += (palette.glare[2] - b) * clamp(glow);
    }
    if (sky.aurora) {
      const a = aurora(x * k, y / horizon, noise);
      r += (0.25 + 0.5 * a[1] - r) * a[0] * 0.75;
      g += (0.95 - 0.45 * a[1] - g) * a[0] * 0.75;
      b += (0.66 + 0.25 * a[1] - b) * a[0] * 0.75;
    }
    if (sky.rainbow) {
      const bow = rainbow(length(x - width * 0.5, y - horizon * 1.12) * k);
      r += bow[0] * (1 - r);
      g += bow[1] * (1 - g);
      b += bow[2] * (1 - b);
    }
    if (soft && sky.veil > 0) {
      const wisp =
        smooth(0.5, 0.86, noise.layers(x * k * 2.2 + 5, y * k * 9 + x * k * 1.1, 4)) *
        sky.veil *
        0.5 *
        smooth(1, 0.6, y / horizon);
      r += (palette.cloud[0] - r) * wisp;
      g += (palette.cloud[1] - g) * wisp;
      b += (palette.cloud[2] - b) * wisp;
    }
    if (vapour) {
      vapour.at(x, y, cloud);
      const cover = (cloud[0] ?? 0) * 0.96;
      if (cover > 0.002) {
        const lit = clamp((cloud[1] ?? 0) + near * 0.35);
        const sunk = smooth(0.45, 1.05, y / horizon) * 0.55;
        const paint = (c: 0 | 1 | 2, under: number): number => {
          const tone = palette.cloudShade[c] + (palette.cloud[c] - palette.cloudShade[c]) * lit;
          return under + (tone + (base[c] - tone) * sunk - under) * cover;
        };
        r = paint(0, r);
        g = paint(1, g);
        b = paint(2, b);
      }
    }
    out[0] = r;
    out[1] = g;
    out[2] = b;
  };
}

/** Strength and hue (0 green, 1 violet) of the northern lights. */
function aurora(x: number, y: number, noise: Noise): [number, number] {
  let strength = 0;
  let hue = 0;
  for (let i = 0; i < 3; i++) {
    const edge = 0.34 + i * 0.15 + (noise.layers(x * 1.5 + i * 9, i * 7, 3) - 0.5) * 0.5;
    const above = edge - y;
    const ray = 0.45 + 0.9 * noise.at(x * 26 + i * 31, i * 3 + y * 0.7);
    const band = above < 0 ? smooth(-0.03, 0, above) : 1 / (1 + above * above * 42);
    const part = band * ray * (0.75 - i * 0.17);
    strength += part;
    hue += part * clamp(above * 2.6);
  }
  return [clamp(strength), hue / (strength + 0.001)];
}

const BOW = ['e2503f', 'ef9b3d', 'f3e05a', '63c46a', '4a9be0', '7a5fd0'].map(rgb);

function rainbow(d: number): Rgb {
  const t = (0.66 - d) / 0.052;
  if (t < 0 || t > 1) return [0, 0, 0];
  const at = t * 5;
  const i = Math.min(4, Math.floor(at));
  const colour = mix(BOW[i] ?? [0, 0, 0], BOW[i + 1] ?? [0, 0, 0], at - i);
  const fade = 0.6 * smooth(0, 0.15, t) * smooth(1, 0.85, t);
  return [colour[0] * fade, colour[1] * fade, colour[2] * fade];
}
