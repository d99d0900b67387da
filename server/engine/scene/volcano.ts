import { mix, rgb } from '../paint/colour.ts';
import { lerp } from '../paint/maths.ts';
import { ellipse, reversed } from '../paint/outline.ts';
import { foothills } from './foothills.ts';
import { fill, type Stage } from './stage.ts';

/** A volcano with a lit crater and a plume. */
export function volcano(stage: Stage, base: number): void {
  const random = stage.random('volcano');
  const { unit, palette } = stage;
  const x = stage.x(random.between(0.4, 0.6));
  const top = base - unit * random.between(0.32, 0.38);
  const mouth = unit * 0.05;
  const half = unit * 0.42;
  const side = (way: number): number[] => {
    const path: number[] = [];
    for (let i = 0; i <= 10; i++) {
      const t = i / 10;
      path.push(x + way * lerp(mouth, half, t * (0.35 + 0.65 * t)), lerp(top, base, t));
    }
    return path;
  };
  for (let i = 0; i < 9; i++) {
    const t = i / 9;
    const r = unit * lerp(0.028, 0.085, t);
    const px = x + palette.from * -unit * 0.2 * t * t + random.between(-1, 1) * r * 0.4;
    const py = top - unit * 0.26 * t - unit * 0.01;
    fill(stage, ellipse(px, py, r, r), mix(rgb('4d4650'), rgb('a89a9c'), t), {
      light: { kind: 'ball', x: px, y: py, r },
      far: 0.2,
      alpha: 0.85,
      ink: 0.3,
    });
  }
  fill(stage, [...side(-1), ...reversed(side(1))], rgb('5d5054'), {
    light: { kind: 'tube', top: [x - mouth, x + mouth, top], bottom: [x - half, x + half, base] },
    far: 0.22,
    grain: 'rock',
  });
  const lava = rgb('ff6a21');
  fill(
    stage,
    [
      x - mouth,
      top,
      x + mouth,
      top,
      x + mouth * 0.7,
      top + unit * 0.018,
      x - mouth * 0.6,
      top + unit * 0.022,
    ],
    lava,
    { glow: 1 },
  );
  for (const way of [-0.5, 0.2, 0.75]) {
    const path: number[] = [];
    for (let i = 0; i <= 6; i++)
      path.push(
        x + mouth * way * (1 + i * 0.45) + random.between(-1, 1) * unit * 0.008,
        top + (base - top) * 0.11 * i,
      );
    stage.items.push({
      type: 'line',
      path,
      width: unit * 0.014,
      colour: lava,
      far: 0.05,
      glow: 1,
      alpha: 0.95,
      taper: 0.6,
    });
  }
  foothills(stage, base);
  stage.items.push({ type: 'halo', x, y: top, r: unit * 0.3, colour: lava, strength: 0.6 });
}
