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

function binsOf(rgba: Uint8Array): Map<number, Bin> {
  const sums = new Map<number, [number, number, number, number]>();
  for (let at = 0; at < rgba.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = rgba.subarray(at, at + 3);
    const bin = binOf(red, green, blue);
    const sum = sums.get(bin) ?? [0, 0, 0, 0];
    sums.set(bin, [sum[0] + red, sum[1] + green, sum[2] + blue, sum[3] + 1]);
  }
  const entries = [...sums].map(([bin, [red, green, blue, pixels]]) => {
    const colour: Colour = [red / pixels, green / pixels, blue / pixels];
    return [bin, { colour, pixels }] as const;
  });
  return new Map(entries);
}

/**
 * Finds at most `most` colours (up to 256) for the pixels of an RGBA picture by median cut, and which of
 * them each pixel gets. Opacity is passed over.
 */
export function limitColours(
  rgba: Uint8Array,
  most: number,
): { readonly palette: readonly Colour[]; readonly indices: Uint8Array } {
  const bins = binsOf(rgba);
  const boxes = [{ bins: [...bins.values()], worth: worth([...bins.values()]) }];
  while (boxes.length < most) {
    const best = boxes.reduce((a, b) => (b.worth > a.worth ? b : a));
    if (best.worth === 0) break;
    const parts = halves(best.bins, widest(best.bins).channel);
    const split = parts.map((part) => ({ bins: part, worth: worth(part) }));
    boxes.splice(boxes.indexOf(best), 1, ...split);
  }
  const place = new Map(
    boxes.flatMap((box, index) => box.bins.map((bin) => [bin, index] as const)),
  );
  const indices = Uint8Array.from({ length: rgba.length / 4 }, (_, pixel) => {
    const [red = 0, green = 0, blue = 0] = rgba.subarray(pixel * 4, pixel * 4 + 3);
    const bin = bins.get(binOf(red, green, blue));
    return (bin && place.get(bin)) ?? 0;
  });
  return { palette: boxes.map((box) => mean(box.bins)), indices };
}
