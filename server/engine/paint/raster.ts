/** Points as x, y, x, y …, in pixels from the top left corner. */
export type Path = readonly number[];

/** Receives one row of coverage: `cover[x]` is 0 to 1 for `from` <= x < `to`. */
type Row = (y: number, from: number, to: number, cover: Float32Array) => void;

/** Turns outlines into anti-aliased coverage by exact signed area. */
export interface Raster {
  /** All paths together; where they overlap, coverage stops at 1. */
  cover(paths: readonly Path[], row: Row): void;
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A rasteriser for one canvas size; it keeps its scratch buffer between calls. */
export function createRaster(width: number, height: number): Raster {
  const area = new Float32Array((width + 2) * (height + 1));
  const cover = new Float32Array(width + 2);
  return {
    cover(paths, row) {
      const box = boundsOf(paths, width, height);
      if (!box) return;
      const stride = box.width + 2;
      area.fill(0, 0, stride * box.height);
      for (const path of paths) addPath(area, stride, box, path);
      for (let y = 0; y < box.height; y++) {
        let sum = 0;
        let first = -1;
        let last = -1;
        for (let x = 0; x < box.width; x++) {
          sum += area[y * stride + x] ?? 0;
          const value = sum < 0 ? -sum : sum;
          cover[box.left + x] = value > 1 ? 1 : value;
          if (value > 0.002) {
            if (first < 0) first = x;
            last = x;
          }
        }
        if (first >= 0) row(box.top + y, box.left + first, box.left + last + 1, cover);
      }
    },
  };
}

function boundsOf(paths: readonly Path[], width: number, height: number): Box | undefined {
  let left = width;
  let right = 0;
  let top = height;
  let bottom = 0;
  for (const path of paths) {
    for (let i = 0; i < path.length; i += 2) {
      const x = path[i] ?? 0;
      const y = path[i + 1] ?? 0;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  }
  left = Math.max(0, Math.floor(left));
  top = Math.max(0, Math.floor(top));
  right = Math.min(width, Math.ceil(right));
  bottom = Math.min(height, Math.ceil(bottom));
  return right > left && bottom > top
    ? { left, top, width: right - left, height: bottom - top }
    : undefined;
}

function addPath(area: Float32Array, stride: number, box: Box, path: Path): void {
  const count = path.length;
  for (let i = 0; i < count; i += 2) {
    const next = i + 2 < count ? i + 2 : 0;
    addEdge(
      area,
      stride,
      box,
      (path[i] ?? 0) - box.left,
      (path[i + 1] ?? 0) - box.top,
      (path[next] ?? 0) - box.left,
      (path[next + 1] ?? 0) - box.top,
    );
  }
}

function addEdge(
  area: Float32Array,
  stride: number,
  box: Box,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): void {
  if (ay === by) return;
  const down = ay < by;
  const [x0, y0, x1, y1] = down ? [ax, ay, bx, by] : [bx, by, ax, ay];
  const slope = (x1 - x0) / (y1 - y0);
  const from = y0 < 0 ? 0 : Math.floor(y0);
  const to = y1 > box.height ? box.height : Math.ceil(y1);
  for (let y = from; y < to; y++) {
    const start = y > y0 ? y : y0;
    const end = y + 1 < y1 ? y + 1 : y1;
    const xs = x0 + (start - y0) * slope;
    const xe = x0 + (end - y0) * slope;
    const d = down ? end - start : start - end;
    addSpan(area, y * stride, held(xs, box.width), held(xe, box.width), d);
  }
}

const held = (x: number, width: number): number => (x < 0 ? 0 : x > width ? width : x);

function addSpan(area: Float32Array, row: number, xa: number, xb: number, d: number): void {
  const x0 = xa < xb ? xa : xb;
  const x1 = xa < xb ? xb : xa;
  const first = Math.floor(x0);
  const end = Math.ceil(x1);
  const add = (x: number, value: number): void => {
    area[row + x] = (area[row + x] ?? 0) + value;
  };
  if (end <= first + 1) {
    const middle = 0.5 * (x0 + x1) - first;
    add(first, d - d * middle);
    add(first + 1, d * middle);
    return;
  }
  // The edge crosses several pixels: each gets the share of the trapezium that lies right of it.
  const s = d / (x1 - x0);
  let left = 0;
  for (let x = first; x < end; x++) {
    const from = x > x0 ? x : x0;
    const to = x + 1 < x1 ? x + 1 : x1;
    const part = (to - from) * s;
    const here = part * (x + 1 - 0.5 * (from + to));
    add(x, left + here);
    left = part - here;
  }
  add(end, left);
}
