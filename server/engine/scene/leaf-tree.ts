import { mix, type Rgb, rgb } from '../paint/colour.ts';
import { cosine, sine } from '../paint/maths.ts';
import { ellipse } from '../paint/outline.ts';
import type { Random } from '../paint/random.ts';
import type { Plant } from './plant.ts';
import { fill, flat, type Stage } from './stage.ts';

/** A broad-leaved tree: a trunk and a crown of leafy heaps. */
export function leafTree(stage: Stage, { x, y, size, far }: Plant, random: Random): void {
  const { palette } = stage;
  const bark = rgb('5d4433');
  const lean = random.between(-0.04, 0.04) * size;
  fill(
    stage,
    [
      x - size * 0.045,
      y,
      x - size * 0.026,
      y - size * 0.3,
      x + lean - size * 0.02,
      y - size * 0.55,
      x + lean + size * 0.02,
      y - size * 0.55,
      x + size * 0.028,
      y - size * 0.3,
      x + size * 0.05,
      y,
    ],
    bark,
    { far, ink: 0.5, light: flat(0.5) },
  );
  const bare = stage.has('winter');
  const tone = bare ? rgb('e4ecf2') : stage.coat('trees', palette.leaf);
  const heaps: { x: number; y: number; r: number }[] = [];
  for (let i = 0; i < 9; i++) {
    const ring = i / 9 + random.between(-0.03, 0.03);
    heaps.push({
      x: x + lean + cosine(ring) * size * 0.21,
      y: y - size * 0.66 - sine(ring) * size * 0.16,
      r: size * random.between(0.12, 0.17),
    });
  }
  heaps.sort((a, b) => a.y - b.y);
  fill(
    stage,
    heaps.map((heap) => ellipse(heap.x, heap.y, heap.r * 1.06, heap.r * 1.02)),
    mix(tone, rgb('1d3540'), 0.3),
    { far, grain: 'leaf', ink: 0.6, light: flat(0.3) },
  );
  for (const heap of [...heaps, { x: x + lean, y: y - size * 0.68, r: size * 0.17 }]) {
    const shade: Rgb = mix(
      tone,
      rgb(random.chance(0.5) ? 'e8d070' : '2f6a4a'),
      random.between(0, 0.18),
    );
    fill(stage, ellipse(heap.x, heap.y, heap.r, heap.r * 0.92), shade, {
      far,
      grain: 'leaf',
      ink: 0,
      light: { kind: 'ball', x: heap.x, y: heap.y, r: heap.r },
    });
  }
}
