import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRaster, type Path } from '../../../../server/engine/paint/raster.ts';

const SIDE = 40;

/** The sum of coverage, which is the area in pixels. */
function areaOf(...paths: Path[]): number {
  let sum = 0;
  createRaster(SIDE, SIDE).cover(paths, (_y, from, to, cover) => {
    for (let x = from; x < to; x++) sum += cover[x] ?? 0;
  });
  return sum;
}

describe('createRaster', () => {
  it('covers exactly the area of a triangle inside the canvas', () => {
    const coordinate = fc.double({ min: 0, max: SIDE, noNaN: true });
    fc.assert(
      fc.property(fc.array(coordinate, { minLength: 6, maxLength: 6 }), (points) => {
        const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0] = points;
        const exact = Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;
        // Rows of near-empty coverage are not reported, hence the slack.
        expect(Math.abs(areaOf(points) - exact)).toBeLessThan(0.3);
      }),
    );
  });

  it('cuts what lies outside', () => {
    expect(areaOf([-50, -50, 90, -50, 90, 90, -50, 90])).toBeCloseTo(SIDE * SIDE, 1);
    expect(areaOf([-9, 3, -2, 3, -2, 9])).toBe(0);
  });

  it('counts overlapping paths once', () => {
    const square = [10, 10, 20, 10, 20, 20, 10, 20];
    expect(areaOf(square, square)).toBeCloseTo(100, 3);
  });
});
