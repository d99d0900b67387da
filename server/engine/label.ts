import type { Canvas } from './paint/canvas.ts';
import { createRaster } from './paint/raster.ts';

/** What every picture of this engine says of itself. */
const LABEL = 'SAMPLE ENGINE - NOT A MODEL';

/** Five rows of five dots a letter, read from the top left, a hexadecimal row mask each. */
const LETTERS: Record<string, string> = {
  A: '0e 11 11 1f 11 11 11',
  D: '1e 11 11 11 11 11 1e',
  E: '1f 10 10 1e 10 10 1f',
  G: '0e 11 10 17 11 11 0e',
  I: '0e 04 04 04 04 04 0e',
  L: '10 10 10 10 10 10 1f',
  M: '11 1b 15 15 11 11 11',
  N: '11 19 15 13 11 11 11',
  O: '0e 11 11 11 11 11 0e',
  P: '1e 11 11 1e 10 10 10',
  S: '0f 10 10 0e 01 01 1e',
  T: '1f 04 04 04 04 04 04',
  '-': '00 00 00 0e 00 00 00',
};

const ROWS = 7;
const ADVANCE = 6;

/** Where the label lies, in pixels: scaled with the shorter side, in the lower right corner. */
export function labelBox(
  width: number,
  height: number,
): { x: number; y: number; width: number; height: number; dot: number } {
  const dot = Math.max(1, Math.round(Math.min(width, height) / 620));
  const pad = dot * 4;
  const wide = (LABEL.length * ADVANCE - 1) * dot + pad * 2;
  const tall = ROWS * dot + pad * 2;
  const margin = Math.round(Math.min(width, height) * 0.016);
  return { x: width - wide - margin, y: height - tall - margin, width: wide, height: tall, dot };
}

/** Writes the label on a dark, see-through pill. */
export function addLabel(canvas: Canvas): void {
  const { rgb, width, height } = canvas;
  const frame = labelBox(width, height);
  const blend = (x: number, y: number, tone: number, alpha: number): void => {
    const i = (y * width + x) * 3;
    for (let c = 0; c < 3; c++) rgb[i + c] = (rgb[i + c] ?? 0) * (1 - alpha) + tone * alpha;
  };
  createRaster(width, height).cover([pill(frame)], (y, from, to, cover) => {
    for (let x = from; x < to; x++) blend(x, y, 0.05, (cover[x] ?? 0) * 0.58);
  });
  const { dot } = frame;
  const left = frame.x + dot * 4;
  const top = frame.y + dot * 4;
  for (const [place, letter] of Array.from(LABEL).entries()) {
    const rows = LETTERS[letter]?.split(' ') ?? [];
    rows.forEach((mask, row) => {
      for (let column = 0; column < 5; column++) {
        if ((Number.parseInt(mask, 16) & (16 >> column)) === 0) continue;
        for (let k = 0; k < dot * dot; k++) {
          const x = left + (place * ADVANCE + column) * dot + (k % dot);
          blend(x, top + row * dot + Math.floor(k / dot), 0.97, 0.95);
        }
      }
    });
  }
}

/** A box with cut corners, near enough to round at this size. */
function pill({ x, y, width, height, dot }: ReturnType<typeof labelBox>): number[] {
  const r = dot * 3;
  const s = dot;
  const right = x + width;
  const bottom = y + height;
  return [
    x + r,
    y,
    right - r,
    y,
    right - s,
    y + s,
    right,
    y + r,
    right,
    bottom - r,
    right - s,
    bottom - s,
    right - r,
    bottom,
    x + r,
    bottom,
    x + s,
    bottom - s,
    x,
    bottom - r,
    x,
    y + r,
    x + s,
    y + s,
  ];
}
