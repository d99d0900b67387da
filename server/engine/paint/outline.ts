import { cosine, length, sine } from './maths.ts';
import type { Path } from './raster.ts';

/**
 * Outlines that together cover a stroke: a box for each piece and a round joint at each corner.
 * `taper` 1 thins the stroke to nothing at both ends, as a pen does.
 */
export function strokeOf(path: Path, width: number, closed: boolean, taper = 0): Path[] {
  const parts: Path[] = [];
  const points = path.length / 2;
  const pieces = closed ? points : points - 1;
  const half = (i: number): number => {
    if (taper === 0) return width / 2;
    const t = i / pieces;
    return (width / 2) * (1 - taper + taper * 4 * t * (1 - t));
  };
  for (let i = 0; i < pieces; i++) {
    const j = (i + 1) % points;
    const ax = path[i * 2] ?? 0;
    const ay = path[i * 2 + 1] ?? 0;
    const bx = path[j * 2] ?? 0;
    const by = path[j * 2 + 1] ?? 0;
    const span = length(bx - ax, by - ay);
    if (span < 0.01) continue;
    const nx = -(by - ay) / span;
    const ny = (bx - ax) / span;
    const a = half(i);
    const b = half(i + 1);
    parts.push([
      ax + nx * a,
      ay + ny * a,
      ax - nx * a,
      ay - ny * a,
      bx - nx * b,
      by - ny * b,
      bx + nx * b,
      by + ny * b,
    ]);
    if (width > 2.2 && a > 1) parts.push(disc(ax, ay, a, 8));
  }
  return parts;
}

function disc(x: number, y: number, r: number, corners: number): Path {
  const path: number[] = [];
  for (let i = 0; i < corners; i++) {
    path.push(x + r * cosine(i / corners), y + r * sine(i / corners));
  }
  return path;
}

/** An ellipse as a path, fine enough for its size. */
export function ellipse(x: number, y: number, rx: number, ry: number): number[] {
  const corners = Math.max(12, Math.min(72, Math.ceil((rx + ry) * 0.6)));
  const path: number[] = [];
  for (let i = 0; i < corners; i++) {
    path.push(x + rx * cosine(i / corners), y + ry * sine(i / corners));
  }
  return path;
}

/** A smooth line through the points (Catmull-Rom), with `pieces` pieces between two of them. */
export function curve(path: Path, pieces = 5): number[] {
  const count = path.length / 2;
  const out: number[] = [];
  const at = (i: number, axis: number): number =>
    path[Math.max(0, Math.min(count - 1, i)) * 2 + axis] ?? 0;
  for (let i = 0; i + 1 < count; i++) {
    for (let k = 0; k < pieces; k++) {
      const t = k / pieces;
      for (const axis of [0, 1]) {
        const [a, b, c, d] = [at(i - 1, axis), at(i, axis), at(i + 1, axis), at(i + 2, axis)];
        out.push(
          b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a))),
        );
      }
    }
  }
  out.push(at(count - 1, 0), at(count - 1, 1));
  return out;
}

/** A rectangle as a path. */
export const box = (x: number, y: number, width: number, height: number): number[] => [
  x,
  y,
  x + width,
  y,
  x + width,
  y + height,
  x,
  y + height,
];

/** The same points, last first. */
export function reversed(path: Path): number[] {
  const out: number[] = [];
  for (let i = path.length - 2; i >= 0; i -= 2) out.push(path[i] ?? 0, path[i + 1] ?? 0);
  return out;
}

/** The outline of what lies between two lines that run the same way. */
export const between = (upper: Path, lower: Path): number[] => [...upper, ...reversed(lower)];
