import { mix, rgb } from '../paint/colour.ts';
import { lerp } from '../paint/maths.ts';
import { box, ellipse } from '../paint/outline.ts';
import type { Light } from './picture.ts';
import type { Spot } from './spot.ts';
import { fill, line, type Stage } from './stage.ts';

/** The gallery, the glazed lamp room, the dome and the beams. */
export function lantern(
  stage: Stage,
  { x, size }: Spot,
  topY: number,
  neck: number,
  coat: readonly [number, number, number],
): void {
  const metal = mix(coat, rgb('2a2c33'), 0.45);
  const wide = neck * 1.62;
  const upright = (r: number): Light => ({
    kind: 'tube',
    top: [x - r, x + r, 0],
    bottom: [x - r, x + r, 1],
  });
  const deck = topY - size * 0.012;
  fill(
    stage,
    [x - neck, topY + size * 0.012, x - wide, deck, x + wide, deck, x + neck, topY + size * 0.012],
    metal,
    { light: upright(wide) },
  );
  fill(
    stage,
    box(x - wide * 1.04, deck - size * 0.014, wide * 2.08, size * 0.016),
    mix(metal, rgb('ffffff'), 0.2),
    { light: upright(wide) },
  );
  const rail = deck - size * 0.058;
  const room = neck * 0.74;
  const glassTop = deck - size * 0.128;
  fill(stage, box(x - room, glassTop, room * 2, deck - size * 0.012 - glassTop), rgb('ffe9ad'), {
    glow: 0.95,
    ink: 0.6,
  });
  fill(stage, ellipse(x, (glassTop + deck) / 2, room * 0.42, size * 0.034), rgb('fffdf0'), {
    glow: 1,
    ink: 0,
  });
  for (const u of [-1, -0.5, 0, 0.5, 1]) {
    line(stage, [x + room * u, glassTop, x + room * u, deck - size * 0.012], size * 0.0062, metal);
  }
  const bar = size * 0.006;
  line(stage, [x - wide, rail, x + wide, rail], bar, metal);
  line(stage, [x - wide, rail + size * 0.024, x + wide, rail + size * 0.024], bar * 0.6, metal);
  for (let i = 0; i <= 8; i++) {
    const px = x - wide + (wide * i) / 4;
    line(stage, [px, rail, px, deck - size * 0.012], bar * 0.75, metal);
  }
  const dome: number[] = [];
  const r = room * 1.22;
  const peak = glassTop - size * 0.082;
  for (let i = 0; i <= 16; i++) {
    const u = -1 + i / 8;
    dome.push(
      x + r * u,
      lerp(glassTop, peak, Math.sqrt(Math.max(0, 1 - u * u)) * 0.6 + 0.4 * (1 - Math.abs(u))),
    );
  }
  const lamp = (glassTop + deck) / 2;
  beams(stage, x, lamp, size);
  fill(stage, dome, coat, { light: upright(r) });
  fill(stage, box(x - r * 1.05, glassTop - size * 0.004, r * 2.1, size * 0.012), metal, {
    light: upright(r),
  });
  line(stage, [x, peak, x, peak - size * 0.055], size * 0.007, metal);
  fill(stage, ellipse(x, peak - size * 0.006, size * 0.011, size * 0.011), metal, { ink: 0.3 });
}

function beams(stage: Stage, x: number, y: number, size: number): void {
  const dark = stage.scene.time === 'night' || stage.palette.lit;
  const strength = dark ? 0.62 : stage.scene.time === 'dawn' ? 0.34 : 0.16;
  const colour = rgb('ffeeb8');
  const tilt = stage.random('beam').between(0.08, 0.2);
  const norm = Math.sqrt(1 + tilt * tilt);
  const reach = size * 2.4;
  for (const way of [-1, 1]) {
    const far = way === -stage.side;
    stage.items.push({
      type: 'beam',
      x,
      y,
      dx: way / norm,
      dy: (far ? -tilt : -tilt * 0.5) / norm,
      reach: far ? reach : reach * 0.7,
      spread: 0.15,
      colour,
      strength: far ? strength : strength * 0.7,
    });
  }
  stage.items.push({
    type: 'halo',
    x,
    y,
    r: size * (dark ? 0.36 : 0.2),
    colour: rgb('ffe2a0'),
    strength: dark ? 0.85 : 0.35,
  });
}
