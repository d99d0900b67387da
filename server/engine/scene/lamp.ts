import { rgb } from '../paint/colour.ts';
import { ellipse } from '../paint/outline.ts';
import { fill, line, type Stage } from './stage.ts';

/** A street lamp on its foot, `tall` pixels high; `way` is where its arm points, 0 for no arm. */
export function lamp(stage: Stage, x: number, y: number, tall: number, way: number): void {
  const { lit } = stage.palette;
  const iron = rgb('2c3038');
  const width = Math.max(1, tall * 0.028);
  const hx = x + way * tall * 0.16;
  const hy = y - tall;
  line(stage, [x - tall * 0.03, y, x + tall * 0.03, y], width * 1.6, iron);
  line(stage, way === 0 ? [x, y, x, hy] : [x, y, x, hy + tall * 0.05, hx, hy], width, iron);
  const r = tall * 0.036;
  fill(stage, ellipse(hx, hy, r, r), lit ? rgb('ffe2a4') : rgb('e6e4da'), {
    glow: lit ? 1 : 0,
    ink: 0.5,
  });
  if (lit)
    stage.items.push({
      type: 'halo',
      x: hx,
      y: hy,
      r: tall * 0.42,
      colour: rgb('ffc978'),
      strength: 0.55,
    });
}
