import type { Random } from '../paint/random.ts';
import type { Shader } from './skin.ts';

/** A net of irregular triangles over the canvas. */
export interface Facets {
  readonly width: number;
  /** Triangle under each point of a grid twice as fine as the pixels. */
  readonly at: Int32Array;
  readonly cx: Float32Array;
  readonly cy: Float32Array;
  /** How much each triangle is turned to the light, -1 to 1. */
  readonly tilt: Float32Array;
  /** Direction of the shade within a triangle; 0 is none. */
  readonly slant: number;
}

/** `size` is a facet's side in pixels; `slant` shades each facet along its fall. */
export function createFacets(
  width: number,
  height: number,
  size: number,
  random: Random,
  slant = 0,
): Facets {
  const columns = Math.ceil(width / size) + 3;
  const rows = Math.ceil(height / size) + 3;
  const xs = new Float32Array(columns * rows);
  const ys = new Float32Array(columns * rows);
  for (let i = 0; i < xs.length; i++) {
    xs[i] = ((i % columns) - 1 + random.between(-0.34, 0.34)) * size * 2;
    ys[i] = (Math.floor(i / columns) - 1 + random.between(-0.34, 0.34)) * size * 2;
  }
  const count = (columns - 1) * (rows - 1) * 2;
  const facets = {
    width: width * 2,
    at: new Int32Array(width * 2 * height * 2),
    cx: new Float32Array(count),
    cy: new Float32Array(count),
    tilt: new Float32Array(count),
    slant,
  };
  let id = 0;
  for (let r = 0; r + 1 < rows; r++) {
    for (let c = 0; c + 1 < columns; c++) {
      const a = r * columns + c;
      const b = a + columns;
      const split = random.chance(0.5);
      const pair = split
        ? [
            [a, a + 1, b + 1],
            [a, b + 1, b],
          ]
        : [
            [a, a + 1, b],
            [a + 1, b + 1, b],
          ];
      for (const corners of pair) {
        const px = corners.map((k) => xs[k] ?? 0);
        const py = corners.map((k) => ys[k] ?? 0);
        facets.cx[id] = ((px[0] ?? 0) + (px[1] ?? 0) + (px[2] ?? 0)) / 6;
        facets.cy[id] = ((py[0] ?? 0) + (py[1] ?? 0) + (py[2] ?? 0)) / 6;
        facets.tilt[id] = random.between(-1, 1);
        stamp(facets.at, width * 2, height * 2, px, py, id++);
      }
    }
  }
  return facets;
}

function stamp(
  at: Int32Array,
  width: number,
  height: number,
  px: number[],
  py: number[],
  id: number,
): void {
  const top = Math.max(0, Math.floor(Math.min(...py)));
  const bottom = Math.min(height - 1, Math.ceil(Math.max(...py)));
  for (let y = top; y <= bottom; y++) {
    let left = Infinity;
    let right = -Infinity;
    for (let i = 0; i < 3; i++) {
      const ax = px[i] ?? 0;
      const ay = py[i] ?? 0;
      const bx = px[(i + 1) % 3] ?? 0;
      const by = py[(i + 1) % 3] ?? 0;
      if (ay === by || y < Math.min(ay, by) || y > Math.max(ay, by)) continue;
      const x = ax + ((y - ay) / (by - ay)) * (bx - ax);
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
    if (right < left) continue;
    const from = Math.max(0, Math.ceil(left));
    const to = Math.min(width - 1, Math.floor(right));
    at.fill(id, y * width + from, y * width + to + 1);
  }
}

/** The shader seen through the facets: one colour each, turned to or from the light. */
export function faceted(shader: Shader, facets: Facets, strength: number): Shader {
  const { width, at, cx, cy, tilt, slant } = facets;
  const known = new Uint8Array(cx.length);
  const colours = new Float32Array(cx.length * 3);
  const add = (id: number, x: number, y: number, out: Float64Array): void => {
    const k = id * 3;
    if (known[id] === 0) {
      shader(cx[id] ?? 0, cy[id] ?? 0, out);
      const turn = 1 + (tilt[id] ?? 0) * strength;
      for (let c = 0; c < 3; c++) colours[k + c] = (out[c] ?? 0) * turn;
      known[id] = 1;
    }
    const dx = x - (cx[id] ?? 0);
    const dy = y - (cy[id] ?? 0);
    const fall = 1 + slant * (dx * (tilt[id] ?? 0) + dy * (0.6 - Math.abs(tilt[id] ?? 0)));
    for (let c = 0; c < 3; c++) out[c] = (colours[k + c] ?? 0) * fall;
  };
  const one = new Float64Array(3);
  return (x, y, out) => {
    const i = Math.floor(y) * 2 * width + Math.floor(x) * 2;
    const a = at[i] ?? 0;
    const b = at[i + 1] ?? 0;
    const c = at[i + width] ?? 0;
    const d = at[i + width + 1] ?? 0;
    if (a === b && a === c && a === d) return add(a, x, y, out);
    let red = 0;
    let green = 0;
    let blue = 0;
    for (const id of [a, b, c, d]) {
      add(id, x, y, one);
      red += one[0] ?? 0;
      green += one[1] ?? 0;
      blue += one[2] ?? 0;
    }
    out[0] = red / 4;
    out[1] = green / 4;
    out[2] = blue / 4;
  };
}
