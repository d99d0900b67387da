import { mix, rgb, type Rgb } from '../paint/colour.ts';
import { lerp, smooth } from '../paint/maths.ts';
import type { Grain } from './picture.ts';
import { down, fill, flat, type Stage } from './stage.ts';

/** A line of ground: its height in pixels at each x. */
export type Ridge = (x: number) => number;

/** A wavy ridge around `base`, `swell` pixels high, with bumps `span` pixels wide. */
export function ridge(
  stage: Stage,
  topic: string,
  base: number,
  swell: number,
  span: number,
  octaves = 4,
): Ridge {
  const noise = stage.noise(topic);
  const row = stage.random(`${topic} row`).between(0, 60);
  return (x) => base - (noise.layers(x / span + 7, row, octaves) - 0.5) * 2 * swell;
}

/** The outline of everything below a ridge, sampled every `step` pixels. */
export function below(stage: Stage, line: Ridge, step: number, bottom = stage.height): number[] {
  const path: number[] = [];
  const edge = step * 2;
  for (let x = -edge; x <= stage.width + edge; x += step) path.push(x, line(x));
  path.push(stage.width + edge, bottom + 4, -edge, bottom + 4);
  return path;
}

/** The ground's colour and grain under the season and the words. */
export function soil(stage: Stage): { colour: Rgb; grain: Grain } {
  const { palette } = stage;
  if (stage.has('desert', 'dunes')) return { colour: palette.sand, grain: 'sand' };
  if (stage.has('winter')) return { colour: palette.grass, grain: 'snow' };
  return { colour: palette.grass, grain: 'grass' };
}

/** How many pixels a hill under the main building lifts the ground at each x. */
function knoll(stage: Stage): Ridge {
  const { unit } = stage;
  if (!stage.has('hills') || !stage.has('castle', 'church', 'windmill', 'lighthouse', 'house'))
    return () => 0;
  const tall = unit * stage.random('knoll').between(0.13, 0.18);
  return (x) => tall * smooth(0.56, 0.16, Math.abs(x - stage.x(0.66)) / unit);
}

/**
 * Rolling ground from `top` to the lower edge in `count` folds; returns the folds, far to near. The
 * second carries the hill of the main building.
 */
export function rollingGround(stage: Stage, top: number, count: number): Ridge[] {
  const { unit, height } = stage;
  const { colour, grain } = soil(stage);
  const dunes = stage.has('desert', 'dunes');
  const folds: Ridge[] = [];
  const hill = knoll(stage);
  for (let i = 0; i < count; i++) {
    const t = count === 1 ? 0.5 : i / (count - 1);
    const base = lerp(top, height - unit * 0.1, t * t * 0.55 + t * 0.4);
    const swell = unit * lerp(0.028, dunes ? 0.1 : 0.06, t);
    const plain = ridge(stage, `fold ${i}`, base, swell, unit * lerp(0.5, 1.1, t), dunes ? 2 : 3);
    const line: Ridge = i === 1 ? (x) => plain(x) - hill(x) : plain;
    const tone = mix(colour, dunes ? rgb('b06a3c') : rgb('35633f'), dunes ? t * 0.18 : t * 0.28);
    const far = lerp(0.42, 0, smooth(0, 0.8, t));
    fill(stage, below(stage, line, Math.max(4, unit / 100)), tone, {
      light: down(
        base - swell - (i === 1 ? hill(stage.x(0.66)) : 0),
        0.98,
        base + unit * 0.34,
        0.3,
      ),
      far,
      grain,
    });
    folds.push(line);
  }
  return folds;
}

/** A soft shadow on the ground under a standing thing. */
export function groundShadow(stage: Stage, x: number, y: number, reach: number): void {
  const dx = -stage.palette.from * reach * 0.5;
  const path: number[] = [];
  const half = reach * 0.6;
  for (const [px, py] of [
    [-1, 0],
    [-0.6, -0.4],
    [0.4, -0.5],
    [1, -0.1],
    [0.7, 0.4],
    [-0.4, 0.5],
  ]) {
    path.push(x + dx + (px ?? 0) * half, y + (py ?? 0) * half * 0.2);
  }
  fill(stage, path, rgb('16202c'), { alpha: 0.22, ink: 0, light: flat(0.2) });
}
