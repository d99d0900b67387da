/** A colour as its red, green and blue, 0 to 255 each. */
export type Colour = readonly [number, number, number];

/** Pixels whose colours agree in their leading bits. */
interface Bin {
  readonly colour: Colour;
  readonly pixels: number;
}

const BITS = 6;

/** Which bin a colour falls into. */
const binOf = (red: number, green: number, blue: number): number => {
  const drop = 8 - BITS;
  return ((red >> drop) << (2 * BITS)) | ((green >> drop) << BITS) | (blue >> drop);
};

function mean(bins: readonly Bin[]): Colour {
  const pixels = bins.reduce((sum, bin) => sum + bin.pixels, 0);
  const part = (channel: 0 | 1 | 2): number =>
    Math.round(bins.reduce((sum, bin) => sum + bin.colour[channel] * bin.pixels, 0) / pixels);
  return [part(0), part(1), part(2)];
}

/** The channel in which colours differ most, and by how much. */
function widest(bins: readonly Bin[]): { channel: 0 | 1 | 2; range: number } {
  const range = (channel: 0 | 1 | 2): number => {
    const values = bins.map(({ colour }) => colour[channel]);
    return (
      values.reduce((a, b) => Math.max(a, b), 0) - values.reduce((a, b) => Math.min(a, b), 255)
    );
  };
  const ranges = ([0, 1, 2] as const).map((channel) => ({ channel, range: range(channel) }));
  return ranges.reduce((a, b) => (b.range > a.range ? b : a));
}

/** Splits bins where half of their pixels are on either side; each side gets at least one. */
function halves(bins: readonly Bin[], channel: 0 | 1 | 2): [Bin[], Bin[]] {
  const sorted = bins.toSorted((a, b) => a.colour[channel] - b.colour[channel]);
  const half = sorted.reduce((sum, { pixels }) => sum + pixels, 0) / 2;
  let passed = 0;
  const found = sorted.findIndex(({ pixels }) => (passed += pixels) >= half);
  const cut = Math.min(Math.max(found, 1), sorted.length - 1);
  return [sorted.slice(0, cut), sorted.slice(cut)];
}

/** By how much a box would gain from being split; 0 when it cannot be. */
function worth(bins: readonly Bin[]): number {
  if (bins.length < 2) return 0;
  return widest(bins).range ** 2 * Math.sqrt(bins.reduce((sum, { pixels }) => sum + pixels, 0));
}

function binsOf(rgba: Uint8Array): Bin[] {
  const sums = new Map<number, [number, number, number, number]>();
  for (let at = 0; at < rgba.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = rgba.subarray(at, at + 3);
    const bin = binOf(red, green, blue);
    const sum = sums.get(bin) ?? [0, 0, 0, 0];
    sums.set(bin, [sum[0] + red, sum[1] + green, sum[2] + blue, sum[3] + 1]);
  }
  return [...sums.values()].map(([red, green, blue, pixels]) => ({
    colour: [red / pixels, green / pixels, blue / pixels],
    pixels,
  }));
}

/** At most `most` colours (up to 256) that stand for the pixels of an RGBA picture, by median cut. */
export function limitedPalette(rgba: Uint8Array, most: number): Colour[] {
  const all = binsOf(rgba);
  const boxes = [{ bins: all, worth: worth(all) }];
  while (boxes.length < most) {
    const best = boxes.reduce((a, b) => (b.worth > a.worth ? b : a));
    if (best.worth === 0) break;
    const parts = halves(best.bins, widest(best.bins).channel);
    const split = parts.map((part) => ({ bins: part, worth: worth(part) }));
    boxes.splice(boxes.indexOf(best), 1, ...split);
  }
  return boxes.map(({ bins }) => mean(bins));
}
