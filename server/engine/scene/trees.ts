import { mix, rgb, type Rgb } from '../paint/colour.ts';
import { cosine, lerp, sine } from '../paint/maths.ts';
import { ellipse } from '../paint/outline.ts';
import type { Random } from '../paint/random.ts';
import { fill, flat, line, type Stage } from './stage.ts';

/** A thing that grows at a place: its foot, its height and how far away it is. */
export interface Plant {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly far: number;
}

/** A fir in tiers, snowy in winter. */
export function pine(stage: Stage, { x, y, size, far }: Plant, random: Random): void {
  const { palette } = stage;
  const tone = mix(
    palette.pine,
    rgb(random.chance(0.5) ? '1f4a44' : '5b7f4a'),
    random.between(0, 0.35),
  );
  fill(
    stage,
    [
      x - size * 0.03,
      y,
      x - size * 0.02,
      y - size * 0.2,
      x + size * 0.02,
      y - size * 0.2,
      x + size * 0.03,
      y,
    ],
    rgb('5a4030'),
    { far, ink: 0.3, light: flat(0.5) },
  );
  const tiers = 5;
  for (let i = 0; i < tiers; i++) {
    const t = i / tiers;
    const low = y - size * lerp(0.12, 0.78, t);
    const top = y - size * lerp(0.46, 1, (i + 1) / tiers);
    const half = size * lerp(0.25, 0.085, t) * random.between(0.92, 1.08);
    const lit = palette.from;
    const skirt = [
      x - half,
      low,
      x - half * 0.62,
      low - size * 0.012,
      x - half * 0.34,
      low + size * 0.02,
      x,
      low - size * 0.006,
      x + half * 0.34,
      low + size * 0.02,
      x + half * 0.62,
      low - size * 0.012,
      x + half,
      low,
    ];
    fill(
      stage,
      [
        x,
        top,
        ...skirt
          .slice()
          .reduceRight<number[]>(
            (out, _, k) => (k % 2 ? out : [...out, skirt[k] ?? 0, skirt[k + 1] ?? 0]),
            [],
          ),
      ],
      tone,
      {
        far,
        grain: 'leaf',
        ink: 0.5,
        light: {
          kind: 'ramp',
          x0: x - half,
          y0: low,
          from: lit < 0 ? 0.95 : 0.2,
          x1: x + half,
          y1: low,
          to: lit < 0 ? 0.2 : 0.95,
        },
      },
    );
    if (stage.has('winter')) {
      fill(
        stage,
        [
          x,
          top,
          x + half * 0.45,
          lerp(top, low, 0.5),
          x + half * 0.12,
          lerp(top, low, 0.42),
          x - half * 0.1,
          lerp(top, low, 0.62),
          x - half * 0.5,
          lerp(top, low, 0.52),
        ],
        rgb('f7fafd'),
        { far, ink: 0, light: flat(0.92) },
      );
    }
  }
}

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
  const tone = bare ? rgb('e4ecf2') : palette.leaf;
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

/** A palm: a bent trunk and drooping fronds. */
export function palm(stage: Stage, { x, y, size, far }: Plant, random: Random): void {
  const bend = random.between(0.1, 0.24) * size * (random.chance(0.5) ? 1 : -1);
  const left: number[] = [];
  const right: number[] = [];
  for (let i = 0; i <= 10; i++) {
    const t = i / 10;
    const w = size * lerp(0.034, 0.018, t) * (i % 2 ? 1.12 : 1);
    left.push(x + bend * t * t - w, y - size * 0.82 * t);
    right.push(x + bend * t * t + w, y - size * 0.82 * t);
  }
  const path = [...left];
  for (let i = right.length - 2; i >= 0; i -= 2) path.push(right[i] ?? 0, right[i + 1] ?? 0);
  fill(stage, path, rgb('8a6a4a'), {
    far,
    light: {
      kind: 'ramp',
      x0: x - size * 0.04,
      y0: 0,
      from: stage.palette.from < 0 ? 1 : 0.3,
      x1: x + bend + size * 0.04,
      y1: 0,
      to: stage.palette.from < 0 ? 0.3 : 1,
    },
  });
  const cx = x + bend;
  const cy = y - size * 0.82;
  const green = mix(stage.palette.leaf, rgb('2f8a52'), 0.5);
  const angles = [0.5, 0, 0.43, 0.07, 0.36, 0.14, 0.3, 0.2, 0.55, -0.05];
  angles.forEach((turn, i) => {
    const a = turn + random.between(-0.02, 0.02);
    const reach = size * random.between(0.36, 0.44);
    const upper: number[] = [];
    const lower: number[] = [];
    for (let k = 0; k <= 8; k++) {
      const t = k / 8;
      const px = cx + cosine(a) * reach * t;
      const py = cy - sine(a) * reach * t * 0.8 + size * 0.26 * t * t;
      const w = size * 0.042 * (1 - (2 * t - 0.8) * (2 * t - 0.8) * 0.7) * (t < 1 ? 1 : 0);
      upper.push(px, py - Math.max(0, w) * 0.5);
      lower.push(px, py + Math.max(0, w) * (k % 2 ? 1.2 : 0.65));
    }
    const frond = [...upper];
    for (let k = lower.length - 2; k >= 0; k -= 2) frond.push(lower[k] ?? 0, lower[k + 1] ?? 0);
    fill(stage, frond, mix(green, rgb('16402f'), i < 4 ? 0.3 : 0), {
      far,
      grain: 'leaf',
      ink: 0.5,
      light: flat(i < 4 ? 0.35 : 0.9),
    });
  });
  for (const u of [-0.03, 0.03])
    fill(
      stage,
      ellipse(cx + size * u, cy + size * 0.03, size * 0.025, size * 0.028),
      rgb('6d4a2c'),
      {
        far,
        light: { kind: 'ball', x: cx + size * u, y: cy + size * 0.03, r: size * 0.028 },
        ink: 0.4,
      },
    );
}

/** The tree the words ask for. */
export function tree(stage: Stage, plant: Plant, random: Random): void {
  const leafy = stage.has('trees', 'autumn', 'spring');
  const kind = stage.has('palm')
    ? 'palm'
    : stage.has('pine') && !leafy
      ? 'pine'
      : leafy
        ? 'leaf'
        : random.chance(0.55)
          ? 'pine'
          : 'leaf';
  if (kind === 'palm') palm(stage, plant, random);
  else if (kind === 'pine') pine(stage, plant, random);
  else leafTree(stage, plant, random);
}

/** A saguaro with two arms. */
export function cactus(stage: Stage, { x, y, size, far }: Plant, random: Random): void {
  const green = mix(rgb('4c8257'), rgb('7d9a58'), random.next() * 0.5);
  const r = size * 0.075;
  const stem = (cx: number, low: number, top: number, half: number): void => {
    fill(
      stage,
      [
        cx - half,
        low,
        cx - half,
        top + half,
        cx - half * 0.7,
        top + half * 0.3,
        cx,
        top,
        cx + half * 0.7,
        top + half * 0.3,
        cx + half,
        top + half,
        cx + half,
        low,
      ],
      green,
      {
        far,
        light: {
          kind: 'tube',
          top: [cx - half, cx + half, top],
          bottom: [cx - half, cx + half, low],
        },
      },
    );
    for (const u of [-0.4, 0.3])
      line(stage, [cx + half * u, top + half, cx + half * u, low], size * 0.008, rgb('24503c'), {
        far,
        alpha: 0.6,
      });
  };
  for (const way of [-1, 1]) {
    const low = y - size * random.between(0.36, 0.52);
    const arm = x + way * r * 3.1;
    fill(
      stage,
      [
        x,
        low - r * 0.75,
        arm + way * r * 0.7,
        low - r * 0.75,
        arm + way * r * 0.4,
        low + r * 0.6,
        x,
        low + r * 0.75,
      ],
      green,
      { far, light: flat(0.45) },
    );
    stem(arm, low, low - size * random.between(0.2, 0.32), r * 0.75);
  }
  stem(x, y, y - size, r);
}
