import { mix, rgb } from '../paint/colour.ts';
import { lerp } from '../paint/maths.ts';
import { fill, flat, type Stage } from './stage.ts';

const WALLS = ['7d6f74', '5f6f86', '8a7a68', '6a6480', '74818c'] as const;

const SIGNS = ['ff4f7a', '39d6e8', 'ffd04a', '9b6bff', '58e08a'] as const;

/** The houses along one side of a street, far to near, running to the vanishing point. */
export function pavedRow(stage: Stage, vanish: { x: number; y: number }, way: number): void {
  const { unit, width, palette } = stage;
  const random = stage.random(`row ${way}`);
  const foot = stage.height - vanish.y;
  const ends = [0.07, 0.12, 0.2, 0.33, 0.56, 1];
  for (const [i, near] of ends.slice(1).entries()) {
    const far = ends[i] ?? 0;
    const tall = unit * random.between(0.75, 1.35);
    const wall = mix(rgb(random.pick(WALLS)), palette.haze, lerp(0.3, 0, near));
    const edge = (t: number): number => lerp(vanish.x, width / 2 + way * unit * 0.92, t);
    const point = (t: number, up: number): [number, number] => [
      edge(t),
      vanish.y + foot * 0.62 * t - tall * up * t,
    ];
    const quad = (t0: number, t1: number, low: number, high: number): number[] => [
      ...point(t0, low),
      ...point(t0, high),
      ...point(t1, high),
      ...point(t1, low),
    ];
    const haze = lerp(0.35, 0, near);
    fill(stage, quad(far, near, -0.06, 1), wall, {
      far: haze,
      light: flat(palette.from === way ? 0.35 : 0.75),
    });
    const lit: number[][] = [];
    const dark: number[][] = [];
    for (let floor = 0; floor < 7; floor++) {
      for (let column = 0; column < 4; column++) {
        const at = (u: number): number => (far * near) / lerp(near, far, u);
        const from = 0.1 + column * 0.22;
        const low = 0.24 + floor * 0.105;
        const pane = quad(at(from), at(from + 0.13), low, low + 0.062);
        (palette.lit && random.chance(0.5) ? lit : dark).push(pane);
      }
    }
    fill(stage, dark, rgb('2b384b'), { far: haze, ink: 0.2, light: flat(0.6), alpha: 0.85 });
    if (lit.length > 0)
      fill(stage, lit, rgb(random.pick(['ffd27a', 'ffe2a6', 'ffc25e'])), { ink: 0.2, glow: 0.9 });
    const shop = rgb(random.pick(SIGNS));
    const front = (u: number): number => (far * near) / lerp(near, far, u);
    fill(stage, quad(front(0.08), front(0.92), 0, 0.13), rgb('ffdca0'), {
      ink: 0.3,
      glow: palette.lit ? 0.8 : 0,
      light: flat(0.5),
    });
    fill(stage, quad(front(0.04), front(0.96), 0.14, 0.19), shop, {
      ink: 0.3,
      glow: palette.lit ? 0.9 : 0.1,
      light: flat(0.8),
    });
    if (!palette.lit) continue;
    const [x, y] = point(near, 0.16);
    stage.items.push({ type: 'halo', x, y, r: unit * 0.3 * near, colour: shop, strength: 0.4 });
  }
}
