import { mix, rgb } from '../paint/colour.ts';
import { lerp } from '../paint/maths.ts';
import { cactus } from './cactus.ts';
import { groundShadow, type Ridge } from './ground.ts';
import { fill, flat, line, type Stage } from './stage.ts';
import { tree } from './trees.ts';

/** Whether something `reach` pixels wide to each side may grow at a point. */
export type Free = (x: number, y: number, reach: number) => boolean;

/** Rows of trees from far to near where the ground is free, with an opening for the view. */
export function woods(stage: Stage, folds: readonly Ridge[], free: Free): void {
  const { unit, width } = stage;
  const dense = stage.has('forest');
  const grown = stage.has('autumn', 'spring', 'trees', 'pine');
  const random = stage.random('woods');
  const open = random.between(0.4, 0.6);
  folds.forEach((fold, i) => {
    const t = folds.length === 1 ? 0.5 : i / (folds.length - 1);
    const size = unit * lerp(0.1, dense ? 0.42 : 0.3, t * t);
    const step = size * (dense ? lerp(0.26, 0.5, t) : grown ? lerp(0.45, 1, t) : lerp(0.7, 1.5, t));
    const far = lerp(0.42, 0, t);
    for (let x = -size * 0.2; x < width + size * 0.3; x += step * random.between(0.6, 1.4)) {
      const away = Math.abs(x / width - open);
      const gap = t * (dense ? 0.2 : 0.3);
      const kept = random.chance(dense ? 0.95 : 0.6);
      const scale = random.between(0.75, 1.2);
      if (away < gap || !kept) continue;
      const y = fold(x) + size * 0.06;
      if (!free(x, y, size * scale * 0.32)) continue;
      if (t > 0.3) groundShadow(stage, x, y, size * scale * 0.5);
      tree(stage, { x, y, size: size * scale, far }, stage.random(`tree ${i} ${Math.round(x)}`));
    }
  });
}

/** Tufts of grass along the lower edge. */
export function tufts(stage: Stage, fold: Ridge, free: Free): void {
  const { unit, width, height, palette } = stage;
  const random = stage.random('tufts');
  const base = stage.has('winter') ? rgb('b9a984') : mix(palette.grass, rgb('3e6b3c'), 0.5);
  const count = Math.round(95 * (width / unit));
  for (let i = 0; i < count; i++) {
    const x = random.next() * width;
    const t = random.next();
    const y = lerp(fold(x) + unit * 0.02, height + unit * 0.02, t);
    const tall = unit * lerp(0.008, 0.034, t) * random.between(0.7, 1.3);
    if (!free(x, y, 0)) continue;
    for (const u of [-0.45, 0, 0.5]) {
      line(
        stage,
        [x, y, x + u * tall * 0.4, y - tall * 0.6, x + u * tall * 1.05, y - tall],
        Math.max(1, tall * 0.09),
        mix(base, palette.grass, random.next() * 0.7),
        { taper: 0.7, alpha: 0.85 },
      );
    }
  }
}

/** Cacti and pyramids among the dunes. */
export function desertThings(stage: Stage, folds: readonly Ridge[]): void {
  const { unit } = stage;
  const random = stage.random('desert');
  if (stage.has('pyramid')) {
    for (const [share, size, i] of [
      [0.28, 0.2, 0],
      [0.62, 0.36, 0],
    ] as const) {
      const x = stage.x(share + random.between(-0.04, 0.04));
      pyramid(stage, x, (folds[i]?.(x) ?? stage.horizon) + unit * 0.05, unit * size);
    }
  }
  if (!stage.has('cactus')) return;
  for (const [share, size, i] of [
    [0.2, 0.12, 1],
    [0.44, 0.17, 2],
    [0.84, 0.22, 2],
    [0.7, 0.4, 3],
  ] as const) {
    const x = stage.x(share + random.between(-0.05, 0.05));
    const fold = folds[Math.min(i, folds.length - 1)];
    const y = (fold?.(x) ?? stage.horizon) + unit * 0.06;
    groundShadow(stage, x, y, unit * size * 0.5);
    cactus(stage, { x, y, size: unit * size, far: 0.2 - i * 0.06 }, stage.random(`cactus ${i}`));
  }
}

function pyramid(stage: Stage, x: number, y: number, size: number): void {
  const { palette } = stage;
  const stone = mix(palette.sand, rgb('c98f4e'), 0.4);
  const edge = x + palette.from * -size * 0.22;
  const top = y - size * 0.72;
  fill(stage, [x, top, x - size * 0.62, y, x + size * 0.62, y], stone, {
    far: 0.14,
    light: flat(0.95),
    grain: 'sand',
  });
  fill(stage, [x, top, edge, y + size * 0.02, x - palette.from * size * 0.62, y], stone, {
    far: 0.14,
    light: flat(0.3),
    grain: 'sand',
    ink: 0.5,
  });
}
